/*
 * Markdown by md4c, kept to what the content needs: headings, paragraphs, list items and **marks**. Whatever else CommonMark
 * knows is reported, because a visitor would see its signs. md4c hands out pieces of the source itself, so that the place of
 * a piece in memory gives its line.
 */
#include "compiler/load_part.h"

#include <stdint.h>
#include <string.h>

#include <md4c.h>

struct reading {
    struct load *load;
    const char *path;
    const char *source;
    size_t size;
    size_t counted; /* bytes of the source whose lines are counted in `line` */
    int line;
    char *text; /* room for every section, each NUL-terminated */
    size_t used;
    struct section *sections;
    int count, room;
    bool is_open, is_in_item, is_numbered;
    uint32_t mark_start;
    int first_line_reported; /* one complaint a line is enough */
};

static void complain(struct reading *reading, const char *sentence)
{
    if (reading->first_line_reported == reading->line)
        return;
    reading->first_line_reported = reading->line;
    diag_error(reading->load->diag, (struct draft_at){reading->path, reading->line}, "markdown", "%s", sentence);
}

static void count_lines_to(struct reading *reading, const char *place)
{
    uintptr_t first = (uintptr_t)reading->source, at = (uintptr_t)place;

    if (at < first || at > first + reading->size)
        return;
    for (; reading->counted < at - first; reading->counted++)
        reading->line += reading->source[reading->counted] == '\n';
}

static struct section *open_section(struct reading *reading, enum section_kind kind, int level)
{
    struct section *section;

    if (reading->count == reading->room) {
        int room = reading->room ? 2 * reading->room : 32;
        struct section *grown = scratch_alloc(reading->load->scratch, (size_t)room * sizeof *grown);

        if (reading->count)
            memcpy(grown, reading->sections, (size_t)reading->count * sizeof *grown);
        reading->sections = grown;
        reading->room = room;
    }
    section = &reading->sections[reading->count++];
    *section = (struct section){.kind = kind, .level = level, .text = reading->text + reading->used};
    reading->is_open = true;
    return section;
}

static void close_section(struct reading *reading)
{
    struct section *section;

    if (!reading->is_open)
        return;
    section = &reading->sections[reading->count - 1];
    section->length = (uint32_t)(reading->text + reading->used - section->text);
    reading->text[reading->used++] = '\0';
    reading->is_open = false;
    if (!section->line)
        section->line = reading->line;
}

static void add_bytes(struct reading *reading, const char *bytes, size_t size)
{
    struct section *section;

    if (!reading->is_open)
        open_section(reading, SECTION_PARAGRAPH, 0);
    section = &reading->sections[reading->count - 1];
    if (!section->line)
        section->line = reading->line;
    memcpy(reading->text + reading->used, bytes, size);
    reading->used += size;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    struct reading *reading = context;

    switch (type) {
    case MD_BLOCK_H:
        close_section(reading);
        open_section(reading, SECTION_HEADING, (int)((MD_BLOCK_H_DETAIL *)detail)->level);
        break;
    case MD_BLOCK_OL:
        reading->is_numbered = true;
        break;
    case MD_BLOCK_LI:
        close_section(reading);
        open_section(reading, reading->is_numbered ? SECTION_PARAGRAPH : SECTION_ITEM, 0);
        reading->is_in_item = true;
        break;
    case MD_BLOCK_P:
        if (!reading->is_in_item || !reading->is_open)
            open_section(reading, reading->is_in_item ? SECTION_ITEM : SECTION_PARAGRAPH, 0);
        break;
    default:
        break;
    }
    return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    struct reading *reading = context;

    (void)detail;
    switch (type) {
    case MD_BLOCK_OL:
        reading->is_numbered = false;
        complain(reading,
                 "a line that begins with a number and a full stop is read as a numbered list; "
                 "write a backslash before the full stop: 1922\\.");
        break;
    case MD_BLOCK_QUOTE:
        complain(reading, "a line that begins with > is read as a block quotation; write a backslash before the sign");
        break;
    case MD_BLOCK_CODE:
        complain(reading, "three ` at the start of a line begin program code; take them out");
        break;
    case MD_BLOCK_HR:
        complain(reading, "a line of *** or --- draws a rule, which has no place here; take it out");
        break;
    case MD_BLOCK_LI:
        reading->is_in_item = false;
        close_section(reading);
        break;
    case MD_BLOCK_H:
    case MD_BLOCK_P:
        close_section(reading);
        break;
    default:
        break;
    }
    return 0;
}

static uint32_t length_so_far(const struct reading *reading)
{
    return (uint32_t)(reading->text + reading->used - reading->sections[reading->count - 1].text);
}

static int enter_span(MD_SPANTYPE type, void *detail, void *context)
{
    struct reading *reading = context;

    (void)detail;
    if (type == MD_SPAN_STRONG) {
        if (!reading->is_open)
            open_section(reading, SECTION_PARAGRAPH, 0);
        reading->mark_start = length_so_far(reading);
    }
    return 0;
}

static void add_mark(struct reading *reading)
{
    struct section *section = &reading->sections[reading->count - 1];
    bool is_full = (section->mark_count & (section->mark_count - 1)) == 0; /* the room is always a power of two */

    if (is_full) {
        size_t room = section->mark_count ? 2 * (size_t)section->mark_count : 1;
        struct section_mark *marks = scratch_alloc(reading->load->scratch, room * sizeof *marks);

        if (section->mark_count)
            memcpy(marks, section->marks, (size_t)section->mark_count * sizeof *marks);
        section->marks = marks;
    }
    section->marks[section->mark_count++] =
        (struct section_mark){reading->mark_start, length_so_far(reading) - reading->mark_start};
}

static int leave_span(MD_SPANTYPE type, void *detail, void *context)
{
    struct reading *reading = context;

    (void)detail;
    if (type == MD_SPAN_STRONG)
        add_mark(reading);
    else if (type == MD_SPAN_EM)
        complain(reading,
                 "text between * or _ would be slanted, which has no meaning here; take the signs out, or write a "
                 "backslash before them");
    else if (type == MD_SPAN_CODE)
        complain(reading, "text between ` is read as program code; take the signs out");
    else
        complain(reading, "this is read as a link or a picture, which has no place here; write the words only");
    return 0;
}

static int take_text(MD_TEXTTYPE type, const MD_CHAR *bytes, MD_SIZE size, void *context)
{
    struct reading *reading = context;

    switch (type) {
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
        add_bytes(reading, " ", 1);
        break;
    case MD_TEXT_NULLCHAR:
        break;
    case MD_TEXT_ENTITY:
        count_lines_to(reading, bytes);
        complain(reading, "a character written as &name; is not used here; write the character itself");
        add_bytes(reading, bytes, size);
        break;
    default:
        count_lines_to(reading, bytes);
        add_bytes(reading, bytes, size);
    }
    return 0;
}

/* The bytes of the front matter between its two lines "---"; *body is what comes behind. NULL = there is none. */
static const char *front_matter(const char *bytes, size_t size, size_t *length, size_t *body)
{
    const char *end;

    *body = 0;
    if (size < 4 || memcmp(bytes, "---\n", 4) != 0)
        return NULL;
    end = size >= 8 && !memcmp(bytes + 4, "---\n", 4) ? bytes + 3 : strstr(bytes + 3, "\n---\n");
    if (!end)
        return NULL;
    *length = end + 1 - (bytes + 4);
    *body = (size_t)(end + 5 - bytes);
    return bytes + 4;
}

static bool read_front(struct sections *sections, const struct load_file *file, size_t *body)
{
    struct load *load = sections->load;
    struct yaml_problem problem;
    struct yaml *front;
    size_t length = 0;
    const char *bytes = front_matter(file->bytes, file->size, &length, body);

    front = yaml_read(bytes ? bytes : "", length, bytes ? 2 : 1, load->scratch, &problem);
    if (!front)
        diag_error(load->diag, (struct draft_at){file->path, problem.line}, problem.rule, "%s", problem.sentence);
    sections->front = front;
    return front != NULL;
}

static int lines_in(const char *bytes, size_t size)
{
    int lines = 0;

    for (size_t i = 0; i < size; i++)
        lines += bytes[i] == '\n';
    return lines;
}

bool load_sections(struct load *load, const char *path, struct sections *out)
{
    static const MD_PARSER PARSER = {
        .flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS,
        .enter_block = enter_block,
        .leave_block = leave_block,
        .enter_span = enter_span,
        .leave_span = leave_span,
        .text = take_text,
    };
    struct reading reading = {.load = load};
    struct load_file file;
    size_t body;

    *out = (struct sections){.load = load};
    if (!load_read(load, path, LOAD_IS_TRANSLATION, &file))
        return false;
    out->path = file.path;
    if (!read_front(out, &file, &body))
        return false;
    reading.path = file.path;
    reading.source = file.bytes + body;
    reading.size = file.size - body;
    reading.line = 1 + lines_in(file.bytes, body);
    reading.text = scratch_alloc(load->scratch, 2 * reading.size + 16);
    if (md_parse(reading.source, (MD_SIZE)reading.size, &PARSER, &reading) != 0) {
        diag_error(load->diag, (struct draft_at){file.path, 0}, "markdown", "the file cannot be read as Markdown");
        return false;
    }
    close_section(&reading);
    out->items = reading.sections;
    out->count = reading.count;
    return true;
}
