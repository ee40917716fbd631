/* Sections of a Markdown file become texts of the draft. */
#include "compiler/load_part.h"

#include <string.h>

struct draft_at section_at(const struct sections *sections, const struct section *section)
{
    return (struct draft_at){sections->path, section->line};
}

static void add_span(struct draft *draft, struct draft_text *text, uint32_t start, uint8_t flags)
{
    struct pack_span *last = text->span_count ? &text->spans[text->span_count - 1] : NULL;
    int count = (int)text->span_count;

    if (last && last->start == start) {
        last->flags = flags;
        return;
    }
    *(struct pack_span *)draft_append(draft, &text->spans, &count, sizeof *text->spans) = (struct pack_span){.start = start,
                                                                                                             .flags = flags};
    text->span_count = (uint32_t)count;
}

static void add_marks(struct draft *draft, struct draft_text *text, const struct section *section, uint32_t shift)
{
    for (int i = 0; i < section->mark_count; i++) {
        uint32_t start = shift + section->marks[i].start, end = start + section->marks[i].length;

        if (start == end)
            continue;
        if (!text->span_count && start > 0)
            add_span(draft, text, 0, 0);
        add_span(draft, text, start, PACK_SPAN_MARK);
        if (text->bytes[end])
            add_span(draft, text, end, 0);
    }
}

static void check_asterisks(const struct sections *sections, const struct draft_text *text)
{
    if (strstr(text->bytes, "**"))
        diag_error(sections->load->diag, text->at, "markdown",
                   "two asterisks are left standing in the text; put ** right before and right behind the words, without "
                   "a space or half a word between");
}

struct draft_text section_text(const struct sections *sections, const struct section *section)
{
    struct draft_text text = {.at = section_at(sections, section)};

    text.bytes = draft_copy(sections->load->draft, section->text, section->length);
    add_marks(sections->load->draft, &text, section, 0);
    check_asterisks(sections, &text);
    return text;
}

static struct draft_text join(const struct sections *sections, int first, int end)
{
    struct load *load = sections->load;
    struct draft_text text = {.at = section_at(sections, &sections->items[first])};
    size_t length = 0;
    char *bytes;

    for (int i = first; i < end; i++)
        length += sections->items[i].length + 1;
    bytes = scratch_alloc(load->scratch, length + 1);
    length = 0;
    for (int i = first; i < end; i++) {
        memcpy(bytes + length, sections->items[i].text, sections->items[i].length);
        length += sections->items[i].length;
        bytes[length++] = i + 1 < end ? ' ' : '\0';
    }
    text.bytes = draft_copy(load->draft, bytes, length - 1);
    length = 0;
    for (int i = first; i < end; i++) {
        add_marks(load->draft, &text, &sections->items[i], (uint32_t)length);
        length += sections->items[i].length + 1;
    }
    check_asterisks(sections, &text);
    return text;
}

struct draft_text section_body(const struct sections *sections, int heading, int *next)
{
    int end = heading + 1;

    for (; end < sections->count && sections->items[end].kind != SECTION_HEADING; end++)
        if (sections->items[end].kind == SECTION_ITEM)
            diag_error(sections->load->diag, section_at(sections, &sections->items[end]), "markdown",
                       "a list has no place under this heading; write a paragraph, without \"- \"");
    *next = end;
    if (end == heading + 1)
        return (struct draft_text){.at = section_at(sections, &sections->items[heading])};
    if (end == heading + 2)
        return section_text(sections, &sections->items[heading + 1]);
    return join(sections, heading + 1, end);
}

struct draft_text section_plain(const struct sections *sections, struct draft_text text)
{
    if (text.span_count)
        diag_error(sections->load->diag, text.at, "markdown",
                   "** marks words in the translation of a quotation only; take the signs out here");
    text.spans = NULL;
    text.span_count = 0;
    return text;
}

struct draft_text load_front(const struct fields *front, const char *key, bool is_needed)
{
    const struct yaml *node = field_node(front, key, is_needed);

    if (!node)
        return (struct draft_text){.at = load_at(front->path, front->map)};
    return (struct draft_text){.bytes = load_text(front->load, front->path, node), .at = load_at(front->path, node)};
}
