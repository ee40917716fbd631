#include "text/block.h"

#include <stdlib.h>
#include <string.h>

#include "text/wrap.h"

enum { LINES_FIRST_TRY = 64, WIDE_CHARACTERS = 40 };

/* What is being laid out; the measure function's context too. */
struct layout {
    struct fonts *fonts;
    struct pack_text text;
    struct block_style style;
};

static bool is_display(enum font_role role)
{
    return role == FONT_DISPLAY;
}

static struct font_style span_font(const struct layout *layout, const struct pack_span *span)
{
    struct font_style font = {.role = layout->style.role, .size_px = layout->style.size_px};
    if (!span)
        return font;
    if (span->flags & PACK_SPAN_MARK)
        font.role = layout->style.mark_role;
    font.face = span->face;
    font.is_right_to_left = span->level & 1;
    memcpy(font.script, span->script, 4);
    return font;
}

/* The span a byte belongs to; NULL for a text without spans. */
static const struct pack_span *span_at(struct pack_text text, uint32_t at)
{
    uint32_t low = 0, high = text.span_count;
    if (high == 0)
        return NULL;
    while (high - low > 1) {
        uint32_t middle = (low + high) / 2;
        if (text.spans[middle].start <= at)
            low = middle;
        else
            high = middle;
    }
    return &text.spans[low];
}

static uint32_t span_end(struct pack_text text, const struct pack_span *span)
{
    return span && span + 1 < text.spans + text.span_count ? span[1].start : text.length;
}

static uint32_t smaller(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* ---- what has no direction ---- */

/* Bytes of the space or punctuation mark at `at`, 0 = a letter or a digit. */
static uint32_t mark_length(struct pack_text text, uint32_t at)
{
    unsigned char first = (unsigned char)text.bytes[at], second = (unsigned char)text.bytes[at + 1];
    if (first < 0x80)
        return !(first >= '0' && first <= '9') && !((first | 32) >= 'a' && (first | 32) <= 'z');
    if (first == 0xC2)
        return 2; /* the no-break space, guillemets, degrees */
    return first == 0xE2 && (second == 0x80 || second == 0x89) ? 3 : 0; /* dashes, quotation marks, the sign of difference */
}

/* Put together at run time, by somebody who does not know in which paragraph it would stand. */
static bool has_no_level(const struct layout *layout, const struct pack_span *span)
{
    return layout->style.is_right_to_left && span && span->level == 0;
}

/*
 * The end of the run that begins at `at`: the span's, or where in a right-to-left paragraph the marks before and after plain
 * words and numbers part from them, because they follow the paragraph (rules N1 and N2 of UAX #9).
 */
static uint32_t run_end(const struct layout *layout, uint32_t at, uint32_t end)
{
    const struct pack_span *span = span_at(layout->text, at);
    uint32_t stop = smaller(end, span_end(layout->text, span)), last;
    bool is_mark = mark_length(layout->text, at) > 0;
    if (!has_no_level(layout, span))
        return stop;
    for (last = at; at < stop;) {
        uint32_t mark = mark_length(layout->text, at);
        if (is_mark && mark == 0)
            break;
        at += mark > 0 ? mark : 1;
        last = is_mark || mark == 0 ? at : last;
    }
    return smaller(last, stop);
}

static struct font_style run_font(const struct layout *layout, uint32_t at)
{
    const struct pack_span *span = span_at(layout->text, at);
    struct font_style font = span_font(layout, span);
    font.is_right_to_left |= has_no_level(layout, span) && mark_length(layout->text, at) > 0;
    return font;
}

/* Every run between two bytes measured whole: what will be drawn. */
static int exact_width(const struct layout *layout, uint32_t start, uint32_t end)
{
    int width = 0;
    while (start < end) {
        uint32_t stop = run_end(layout, start, end);
        width += font_width(layout->fonts, run_font(layout, start), layout->text.bytes + start, stop - start);
        start = stop;
    }
    return width;
}

/*
 * The sum of the words, each of which is measured once and remembered. The letters at the ends of a word may hang over, and
 * some fonts kern the space, so the sum is somewhat more than the exact width, by up to a tenth of the em and a pixel a word.
 */
static int words_width(const struct layout *layout, uint32_t start, uint32_t end, int *words)
{
    int width = 0;
    const char *bytes = layout->text.bytes;
    while (start < end) {
        const struct pack_span *span = span_at(layout->text, start);
        uint32_t stop = smaller(end, span_end(layout->text, span)), word = start;
        struct font_style font = span_font(layout, span);
        for (uint32_t at = start; at <= stop; at++) {
            if (at < stop && bytes[at] != ' ')
                continue;
            width += font_width(layout->fonts, font, bytes + word, at - word);
            width += at < stop ? font_width(layout->fonts, font, " ", 1) : 0;
            word = at + 1;
            (*words)++;
        }
        start = stop;
    }
    return width;
}

struct measure {
    const struct layout *layout;
    int width_px;
};

static int measure(void *context, uint32_t start, uint32_t end)
{
    const struct measure *job = context;
    int words = 0, width = words_width(job->layout, start, end, &words);
    int too_much = words * (job->layout->style.size_px / 10 + 1);
    if (width > job->width_px - too_much && width <= job->width_px + too_much)
        return exact_width(job->layout, start, end);
    return width;
}

/* Characters on a line, by the mean width of lower-case text, about half an em (0.42 in the narrow faces). */
static bool is_wide(struct block_style style, int width_px)
{
    bool is_narrow = style.role == FONT_DISPLAY || style.role == FONT_NARROW || style.role == FONT_NARROW_BOLD;
    return width_px * 100 >= WIDE_CHARACTERS * style.size_px * (is_narrow ? 42 : 50);
}

static struct wrap wrap_for(const struct layout *layout, struct measure *context)
{
    struct block_style style = layout->style;
    struct font_style font = span_font(layout, span_at(layout->text, 0));
    struct wrap wrap = {.width_px = context->width_px, .measure = measure, .context = context};
    wrap.hyphen_px = font_width(layout->fonts, font, "-", 1);
    wrap.options = style.is_title ? WRAP_BALANCE : WRAP_HYPHENATE;
    wrap.options |= style.is_large ? WRAP_LARGE : 0;
    wrap.options |= is_wide(style, context->width_px) ? WRAP_WIDE : 0;
    return wrap;
}

/* The lines of the text in an array to be freed; NULL with *count > 0 when memory is out. */
static struct wrap_line *find_lines(const struct layout *layout, int width_px, int *count)
{
    struct measure context = {layout, width_px};
    struct wrap wrap = wrap_for(layout, &context);
    int room = LINES_FIRST_TRY;
    struct wrap_line *lines = malloc((size_t)room * sizeof *lines);
    *count = lines ? wrap_lines(&wrap, layout->text, lines, room) : 1;
    if (!lines || *count <= room)
        return lines;
    struct wrap_line *more = realloc(lines, (size_t)*count * sizeof *lines);
    if (!more) {
        free(lines);
        return NULL;
    }
    wrap_lines(&wrap, layout->text, more, *count);
    return more;
}

static struct wrap_line *single_line(struct pack_text text, int *count)
{
    struct wrap_line *line = calloc(1, sizeof *line);
    *count = text.length > 0 || !line ? 1 : 0;
    if (line)
        line->end = text.length;
    return line;
}

/* ---- runs ---- */

/* Those of the line, and a hyphen on either side. */
static int count_runs(const struct layout *layout, struct wrap_line line)
{
    int count = line.ends_with_hyphen + line.starts_with_hyphen;
    for (uint32_t at = line.start; at < line.end; count++)
        at = run_end(layout, at, line.end);
    return count;
}

static struct block_run make_run(const struct layout *layout, const char *bytes, uint32_t length, uint32_t source)
{
    const struct pack_span *span = span_at(layout->text, source);
    struct block_run run = {.bytes = bytes, .length = length, .source = source, .font = run_font(layout, source)};
    run.flags = span ? span->flags : 0;
    run.language = span ? span->language : 0;
    run.width_px = font_width(layout->fonts, run.font, bytes, length);
    return run;
}

/* No level of a right-to-left paragraph is below 1, but what was put together at run time says 0. */
static int level_of(const struct layout *layout, struct block_run run)
{
    const struct pack_span *span = span_at(layout->text, run.source);
    int level = span ? span->level : 0;
    return level == 0 && layout->style.is_right_to_left ? 1 : level;
}

/* Rule L2 of UAX #9: from the highest level down, every sequence at that level or above is turned round. */
static void reorder(const struct layout *layout, struct block_run *runs, int count)
{
    int highest = 0;
    for (int i = 0; i < count; i++)
        if (level_of(layout, runs[i]) > highest)
            highest = level_of(layout, runs[i]);
    for (int level = highest; level > 0; level--) {
        for (int first = 0; first < count; first++) {
            int last = first;
            while (last < count && level_of(layout, runs[last]) >= level)
                last++;
            for (int a = first, b = last - 1; a < b; a++, b--) {
                struct block_run swap = runs[a];
                runs[a] = runs[b];
                runs[b] = swap;
            }
            first = last > first ? last : first;
        }
    }
}

static int put_line(const struct layout *layout, const char *bytes, struct wrap_line line, struct block_run *runs)
{
    int count = 0;
    if (line.starts_with_hyphen)
        runs[count++] = make_run(layout, "-", 1, line.start);
    for (uint32_t at = line.start; at < line.end;) {
        uint32_t stop = run_end(layout, at, line.end);
        runs[count++] = make_run(layout, bytes + at, stop - at, at);
        at = stop;
    }
    if (line.ends_with_hyphen)
        runs[count++] = make_run(layout, "-", 1, line.end > line.start ? line.end - 1 : line.start);
    reorder(layout, runs, count);
    return count;
}

static int place_runs(struct block_run *runs, int count, int x)
{
    for (int i = 0; i < count; i++) {
        runs[i].x_px = x;
        x += runs[i].width_px;
    }
    return x;
}

static int default_line_px(struct block_style style)
{
    return is_display(style.role) || style.is_title ? style.size_px * 6 / 5 : style.size_px * 3 / 2;
}

/* One allocation: the block, its lines, its runs, its copy of the text. */
static struct block *allocate(int lines, int runs, uint32_t length)
{
    size_t size = sizeof(struct block) + (size_t)lines * sizeof(struct block_line) + (size_t)runs * sizeof(struct block_run)
        + length + 1;
    struct block *block = calloc(1, size);
    if (!block)
        return NULL;
    struct block_line *first_line = (struct block_line *)(block + 1);
    struct block_run *first_run = (struct block_run *)(((uintptr_t)(first_line + lines) + 7) / 8 * 8);
    block->runs = first_run;
    block->lines = first_line;
    block->bytes = (char *)(first_run + runs);
    return block;
}

static void fill(struct block *block, const struct layout *layout, const struct wrap_line *found, int width_px)
{
    struct block_line *lines = (struct block_line *)block->lines;
    struct block_run *runs = (struct block_run *)block->runs;
    int next = 0;
    for (int i = 0; i < block->line_count; i++) {
        struct block_line *line = &lines[i];
        *line = (struct block_line){.first_run = next, .start = found[i].start, .end = found[i].end};
        line->run_count = put_line(layout, block->bytes, found[i], runs + next);
        line->width_px = place_runs(runs + next, line->run_count, 0);
        block->widest_px = line->width_px > block->widest_px ? line->width_px : block->widest_px;
        next += line->run_count;
    }
    block->width_px = layout->style.is_single ? block->widest_px : width_px;
    for (int i = 0; layout->style.is_right_to_left && i < block->line_count; i++)
        place_runs(runs + lines[i].first_run, lines[i].run_count, block->width_px - lines[i].width_px);
    block->height_px = block->line_count * block->style.line_px;
}

struct block *block_create(struct fonts *fonts, struct pack_text text, struct block_style style, int width_px)
{
    if (style.line_px == 0)
        style.line_px = default_line_px(style);
    struct layout layout = {fonts, text, style};
    int line_count, run_count = 0;
    struct wrap_line *found = style.is_single ? single_line(text, &line_count) : find_lines(&layout, width_px, &line_count);
    if (!found && line_count > 0)
        return NULL;
    for (int i = 0; i < line_count; i++)
        run_count += count_runs(&layout, found[i]);
    struct block *block = allocate(line_count, run_count, text.length + 7);
    if (block) {
        block->style = style;
        block->line_count = line_count;
        block->length = text.length;
        if (text.length > 0)
            memcpy((char *)block->bytes, text.bytes, text.length);
        fill(block, &layout, found, width_px);
    }
    free(found);
    return block;
}

void block_destroy(struct block *block)
{
    free(block);
}

int block_line_width(struct fonts *fonts, struct pack_text text, struct block_style style)
{
    struct layout layout = {fonts, text, style};
    return exact_width(&layout, 0, text.length);
}
