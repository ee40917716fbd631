/* A translation tells what its source said when an editor last compared the two. */
#include "compiler/accepted.h"
#include "compiler/rules_part.h"

static void check(const struct translation *translation, void *context)
{
    const struct judge *judge = context;

    if (accepted_is_stale(judge->draft, translation))
        diag_warning(judge->diag, translation->at, judge->rule->name,
                     "%s was made from another text than now stands in %s:%d; translate it anew, or if it still is right: "
                     "vitrine-pack accept FOLDER %s",
                     translation->label, translation->source_at.path, translation->source_at.line, translation->at.path);
}

void rule_stale_translation(const struct judge *judge)
{
    struct judge copy = *judge;

    if (judge->draft->accepted_count)
        translations_each(judge->draft, check, &copy);
}
