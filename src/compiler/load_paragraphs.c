/*
 * A document becomes paragraphs: every line that is not empty is one, unless `lines` says that it is a heading, goes on from
 * the line before, or is furniture (menus, licences) that no visitor reads.
 */
#include "compiler/load_part.h"

#include <stdlib.h>
#include <string.h>

enum line_kind { LINE_BODY, LINE_HEADING, LINE_FURNITURE, LINE_CONTINUES };

struct line {
    enum line_kind kind;
    const char *reason;      /* why it is furniture, NULL = not said */
    const char *join;        /* what stands between it and the line before */
    const struct yaml *said; /* its item of `lines`, NULL = none */
    const char *bytes;       /* without the blanks around it */
    size_t length;
};

struct cutting {
    struct load *load;
    const char *path;
    struct draft_document *document;
    struct line *lines;
    int count;
};

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r';
}

static void split(struct cutting *cutting)
{
    const struct draft_document *document = cutting->document;
    const char *at = document->raw, *end = document->raw + document->raw_size;
    int room = 2;

    for (const char *byte = at; byte < end; byte++)
        room += *byte == '\n';
    cutting->lines = scratch_alloc(cutting->load->scratch, (size_t)room * sizeof *cutting->lines);
    while (at < end) {
        const char *stop = memchr(at, '\n', (size_t)(end - at)), *last;
        struct line *line = &cutting->lines[cutting->count++];

        stop = stop ? stop : end;
        for (last = stop; last > at && is_blank(last[-1]); last--)
            ;
        while (at < last && is_blank(*at))
            at++;
        line->bytes = at;
        line->length = (size_t)(last - at);
        at = stop + 1;
    }
}

static void take_line(struct cutting *cutting, const struct yaml *node)
{
    struct fields fields = fields_open(cutting->load, cutting->path, node, "a line", "line kind reason join language_spans");
    int number = field_number(&fields, "line", 1, 100000000, 0);
    int kind = field_choice(&fields, "kind", "body heading furniture continues", false);
    struct line *line = number >= 1 && number <= cutting->count ? &cutting->lines[number - 1] : NULL;

    if (!fields.map)
        return;
    if (!line || !line->length) {
        diag_error(cutting->load->diag, load_at(cutting->path, node), "lines",
                   "line %d of the document is empty or behind its end; count again (there are %d lines)", number,
                   cutting->count);
        return;
    }
    if (line->said) {
        diag_error(cutting->load->diag, load_at(cutting->path, node), "duplicate",
                   "line %d is described twice; put both into one item", number);
        return;
    }
    line->said = node;
    line->kind = kind < 0 ? LINE_BODY : (enum line_kind)kind;
    line->reason = field_text(&fields, "reason", false);
    line->join = field_text(&fields, "join", false);
    if (line->join == NULL)
        line->join = yaml_get(fields.map, "join") ? "" : " ";
    if (line->kind != LINE_CONTINUES && yaml_get(fields.map, "join"))
        diag_error(cutting->load->diag, load_at(cutting->path, node), "lines",
                   "\"join\" goes with kind: continues; add that or leave it out");
    if (line->kind == LINE_FURNITURE && yaml_get(fields.map, "language_spans"))
        diag_error(cutting->load->diag, load_at(cutting->path, node), "lines",
                   "furniture is not shown and needs no language_spans; leave them out");
}

static struct draft_text joined(struct cutting *cutting, int first, int end)
{
    struct draft_text text = {.at = {cutting->path, 0}};
    size_t length = 0;
    char *bytes;

    for (int i = first; i < end; i++)
        length += cutting->lines[i].length + (cutting->lines[i].join ? strlen(cutting->lines[i].join) : 0);
    bytes = draft_alloc(cutting->load->draft, length + 1);
    text.bytes = bytes;
    for (int i = first; i < end; i++) {
        const struct line *line = &cutting->lines[i];

        if (i > first && line->length) {
            memcpy(bytes, line->join, strlen(line->join));
            bytes += strlen(line->join);
        }
        memcpy(bytes, line->bytes, line->length);
        bytes += line->length;
    }
    return text;
}

/* Language spans are set in the order of the text, whatever the order of the file. */
struct foreign {
    uint32_t start, end;
    uint8_t tag;
};

static int compare_foreign(const void *a, const void *b)
{
    const struct foreign *left = a, *right = b;

    return (left->start > right->start) - (left->start < right->start);
}

static bool find_foreign(struct cutting *cutting, const struct yaml *node, const char *bytes, struct foreign *out)
{
    struct load *load = cutting->load;
    struct fields fields = fields_open(load, cutting->path, node, "a language span", "text language");
    const char *text = field_text(&fields, "text", true), *language = field_text(&fields, "language", true);
    const char *found = text && *text ? strstr(bytes, text) : NULL;
    int tag = language ? load_tag(load, language) : -1;

    if (!text || !language)
        return false;
    if (tag < 0)
        diag_error(load->diag, load_at(cutting->path, node), "language", "\"%.40s\" is no language tag; write ru, de, fr …",
                   language);
    else if (!found || strstr(found + 1, text))
        diag_error(load->diag, load_at(cutting->path, node), "language-span",
                   "the words stand %s in this paragraph; copy them, with enough around them to be found once",
                   found ? "more than once" : "nowhere");
    else {
        *out = (struct foreign){(uint32_t)(found - bytes), (uint32_t)(found - bytes + (long)strlen(text)), (uint8_t)(tag + 1)};
        return true;
    }
    return false;
}

static void set_spans(struct draft *draft, struct draft_text *text, const struct foreign *foreign, int count)
{
    uint32_t at = 0;
    int spans = 0;

    text->spans = draft_alloc(draft, (2 * (size_t)count + 1) * sizeof *text->spans);
    for (int i = 0; i < count; i++) {
        if (foreign[i].start < at)
            continue;
        if (foreign[i].start > at)
            text->spans[spans++] = (struct pack_span){.start = at};
        text->spans[spans++] = (struct pack_span){.start = foreign[i].start, .language = foreign[i].tag};
        at = foreign[i].end;
    }
    if (text->bytes[at])
        text->spans[spans++] = (struct pack_span){.start = at};
    text->span_count = (uint32_t)spans;
}

static void load_language_spans(struct cutting *cutting, int first, int end, struct draft_text *text)
{
    struct foreign foreign[64];
    int count = 0;

    for (int i = first; i < end; i++) {
        struct fields fields = {cutting->load, cutting->lines[i].said, cutting->path};
        const struct yaml *list = field_list(&fields, "language_spans", false);

        for (int k = 0; list && k < list->count && count < 64; k++)
            count += find_foreign(cutting, list->items[k], text->bytes, &foreign[count]);
    }
    if (!count)
        return;
    qsort(foreign, (size_t)count, sizeof *foreign, compare_foreign);
    set_spans(cutting->load->draft, text, foreign, count);
}

static int end_of_paragraph(const struct cutting *cutting, int first)
{
    int end = first + 1;

    for (int i = end; i < cutting->count; i++) {
        if (!cutting->lines[i].length)
            continue;
        if (cutting->lines[i].kind != LINE_CONTINUES)
            break;
        end = i + 1;
    }
    return end;
}

static void keep_furniture(struct cutting *cutting, const struct line *line)
{
    struct draft *draft = cutting->load->draft;
    struct draft_document *document = cutting->document;
    struct draft_furniture *furniture =
        draft_append(draft, &document->furniture, &document->furniture_count, sizeof *document->furniture);

    furniture->at = (struct draft_at){document->text_path, (int)(line - cutting->lines) + 1};
    furniture->file_offset = (uint32_t)(line->bytes - document->raw);
    furniture->text = draft_copy(draft, line->bytes, line->length);
    furniture->reason = line->reason;
}

static void cut(struct cutting *cutting)
{
    struct draft_document *document = cutting->document;

    document->paragraphs = draft_alloc(cutting->load->draft, ((size_t)cutting->count + 1) * sizeof *document->paragraphs);
    for (int i = 0, end; i < cutting->count; i = end) {
        const struct line *line = &cutting->lines[i];
        struct draft_paragraph *paragraph;

        end = i + 1;
        if (line->length && line->kind == LINE_FURNITURE)
            keep_furniture(cutting, line);
        if (!line->length || line->kind == LINE_FURNITURE)
            continue;
        if (line->kind == LINE_CONTINUES)
            diag_error(cutting->load->diag, load_at(cutting->path, line->said), "lines",
                       "there is no paragraph before this line that could go on; leave out kind: continues");
        end = end_of_paragraph(cutting, i);
        paragraph = &document->paragraphs[document->paragraph_count++];
        paragraph->number = document->paragraph_count;
        paragraph->kind = line->kind == LINE_HEADING ? PACK_HEADING : PACK_BODY;
        paragraph->file_offset = (uint32_t)(line->bytes - document->raw);
        paragraph->line = i + 1;
        paragraph->original = joined(cutting, i, end);
        load_language_spans(cutting, i, end, &paragraph->original);
    }
}

void load_paragraphs(struct load *load, struct draft_document *document, const struct fields *fields)
{
    struct cutting cutting = {.load = load, .path = fields->path, .document = document};
    const struct yaml *list = field_list(fields, "lines", false);

    split(&cutting);
    for (int i = 0; list && i < list->count; i++)
        take_line(&cutting, list->items[i]);
    cut(&cutting);
    load_sentences(load, document, fields);
}
