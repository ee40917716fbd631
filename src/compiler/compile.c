#include "compiler/compile.h"

#include "compiler/breaks.h"
#include "compiler/dates.h"
#include "compiler/load.h"
#include "compiler/media.h"
#include "compiler/rules.h"
#include "compiler/terms.h"

static void say(void *context, const char *what, int done, int total)
{
    progress_say(context, what, done, total);
}

bool compile_folder(struct draft *draft, struct diag *diag, const struct compile_options *options, struct progress *progress)
{
    if (!load_folder(draft, diag, options->content, (struct load_progress){say, progress}))
        return false;
    progress_say(progress, "writing dates", 0, 0);
    dates_fill(draft, diag);
    progress_say(progress, "reading pictures and maps", 0, 0);
    media_fill(draft, diag, options->content, options->assets);
    draft_resolve(draft);
    progress_say(progress, "looking for words of the glossary", 0, 0);
    terms_fill(draft);
    progress_say(progress, "checking", 0, 0);
    rules_run(draft, diag);
    progress_say(progress, "hyphenating", 0, 0);
    breaks_fill(draft, diag);
    progress_say(progress, "looking through fonts", 0, 0);
    fonts_fill(draft, diag, &options->fonts);
    return true;
}
