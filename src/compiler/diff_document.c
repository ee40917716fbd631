#include "compiler/diff.h"

#include <string.h>

static void diff_facts(struct diff *diff, const char *what, const struct pack_document *old, const struct pack_document *new)
{
    if (!diff_is_same(old->siglum, new->siglum))
        diff_say(diff, "%s: its sign was %s and is now %s.", what, old->siglum, new->siglum);
    if (!diff_is_same(old->licence, new->licence))
        diff_say(diff, "%s: its licence was %s and is now %s.", what, old->licence, new->licence);
    if (!diff_is_same(old->author, new->author) || !diff_is_same(old->holder, new->holder) || !diff_is_same(old->url, new->url))
        diff_say(diff, "%s: its author, holder or address changed.", what);
    if (old->has_full_text != new->has_full_text)
        diff_say(diff, "%s: %s.", what,
                 new->has_full_text ? "it can now be read in full" : "only what is quoted can still be read");
}

static void diff_words_about(struct diff *diff, const char *what, struct both index)
{
    struct tags tags = {""};
    char part[600];

    snprintf(part, sizeof part, "%s: the title", what);
    diff_words(diff, part, PACK_DOCUMENT_TITLE, index);
    snprintf(part, sizeof part, "%s: the short title", what);
    diff_words(diff, part, PACK_DOCUMENT_SHORT, index);
    diff_text(diff, &tags, PACK_DOCUMENT_KIND, index);
    diff_text(diff, &tags, PACK_DOCUMENT_NOTE, index);
    diff_text(diff, &tags, PACK_DOCUMENT_CREDIT, index);
    snprintf(part, sizeof part, "%s: what is said about it", what);
    diff_say_tags(diff, part, &tags);
}

static void diff_paragraph(struct diff *diff, const char *what, struct both index)
{
    const char *before = pack_text(diff->before, 0, PACK_PARAGRAPH, index.before).bytes;
    const char *after = pack_text(diff->after, 0, PACK_PARAGRAPH, index.after).bytes;
    int number = pack_paragraph(diff->after, index.after).number;
    struct tags tags = {""};
    char part[600];

    if (!diff_is_same(before, after))
        diff_say(diff, "%s: the text of paragraph %d changed.", what, number);
    diff_text(diff, &tags, PACK_TRANSLATION, index);
    snprintf(part, sizeof part, "%s: the translation of paragraph %d", what, number);
    diff_say_tags(diff, part, &tags);
}

void diff_document(struct diff *diff, const char *what, struct both index)
{
    struct pack_document old = pack_document(diff->before, index.before);
    struct pack_document new = pack_document(diff->after, index.after);

    diff_facts(diff, what, &old, &new);
    diff_words_about(diff, what, index);
    if (old.paragraph_count != new.paragraph_count) {
        diff_say(diff, "%s: it had %d paragraphs and now has %d.", what, old.paragraph_count, new.paragraph_count);
        return;
    }
    for (int p = 0; p < new.paragraph_count; p++)
        diff_paragraph(diff, what, (struct both){old.first_paragraph + p, new.first_paragraph + p});
}
