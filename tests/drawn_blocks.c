#include "drawn_blocks.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>

#include "draw/draw.h"
#include "text/utf8.h"

enum { FULL_OF_LINES = 3, CLIPS_MOST = 32 };

static struct drawn_blocks drawn;
static struct rect clips[CLIPS_MOST];
static int clip_count;

/* What is drawn at x is partly inside a clip and partly outside. */
static void note_cut(const struct block *block, int x)
{
    if (block->style.is_right_to_left && block->width_px > block->widest_px) /* it is ranged right in its room */
        x += block->width_px - block->widest_px;
    for (int i = 0; i < clip_count && i < CLIPS_MOST && !drawn.cut[0]; i++) {
        int left = clips[i].x, right = clips[i].x + clips[i].w, end = x + block->widest_px;
        bool is_seen = end > left && x < right;

        if (is_seen && (x < left || end > right))
            snprintf(drawn.cut, sizeof drawn.cut, "%.100s", block->bytes);
    }
}

static int characters(const char *bytes, uint32_t start, uint32_t end)
{
    int count = 0;

    for (uint32_t i = start; i < end; i++)
        count += ((unsigned char)bytes[i] & 0xC0) != 0x80;
    return count;
}

static bool is_letter_at(const struct block *block, uint32_t at)
{
    uint32_t code = 0;

    if (at >= block->length || utf8_decode(block->bytes + at, block->length - at, &code) == 0)
        return false;
    return code < 0x80 ? isalpha((int)code) != 0 : code >= 0xC0 && code < 0x2000; /* behind the letters come dashes and signs */
}

/* A line that ends between two letters, without a hyphen. */
static bool is_torn(const struct block *block, int line)
{
    uint32_t end = block->lines[line].end, next = block->lines[line + 1].start, last = end;
    int run = block->lines[line].first_run + block->lines[line].run_count - 1;

    if (next != end || end == 0 || block->runs[run].bytes[0] == '-')
        return false;
    do {
        last--;
    } while (last > 0 && (block->bytes[last] & 0xC0) == 0x80);
    return is_letter_at(block, last) && is_letter_at(block, next);
}

static void note(const struct block *block)
{
    bool is_wrapped = !block->style.is_single && block->width_px > 0;

    if (is_wrapped && block->widest_px > block->width_px + block->style.size_px / 5 && !drawn.overfull[0]) {
        snprintf(drawn.overfull, sizeof drawn.overfull, "%.100s", block->bytes);
        drawn.overfull_px = block->widest_px;
        drawn.room_px = block->width_px;
    }
    for (int i = 0; i + 1 < block->line_count && !drawn.torn[0]; i++)
        if (is_torn(block, i))
            snprintf(drawn.torn, sizeof drawn.torn, "%.100s", block->bytes);
    if (block->style.role != FONT_DOCUMENT || block->line_count < FULL_OF_LINES)
        return;
    for (int i = 0; i + 1 < block->line_count; i++) {
        int count = characters(block->bytes, block->lines[i].start, block->lines[i].end);

        drawn.full_lines++;
        drawn.full_characters += count;
        if (count > drawn.longest) {
            drawn.longest = count;
            snprintf(drawn.longest_words, sizeof drawn.longest_words, "%.50s", block->bytes);
        }
    }
}

struct drawn_blocks drawn_blocks_take(void)
{
    struct drawn_blocks was = drawn;

    drawn = (struct drawn_blocks){0};
    return was;
}

/* The linker calls the program's own function "real" and leads every call to it here. */
void __real_draw_block(struct draw *draw, const struct block *block, int x, int y, struct draw_ink ink);
void __wrap_draw_block(struct draw *draw, const struct block *block, int x, int y, struct draw_ink ink);
void __real_draw_block_lines(struct draw *draw, const struct block *block, int first, int count, int x, int y,
                             struct draw_ink ink);
void __wrap_draw_block_lines(struct draw *draw, const struct block *block, int first, int count, int x, int y,
                             struct draw_ink ink);

void __real_draw_clip_push(struct draw *draw, struct rect rect);
void __wrap_draw_clip_push(struct draw *draw, struct rect rect);
void __real_draw_clip_pop(struct draw *draw);
void __wrap_draw_clip_pop(struct draw *draw);

void __wrap_draw_clip_push(struct draw *draw, struct rect rect)
{
    if (clip_count < CLIPS_MOST)
        clips[clip_count] = rect;
    clip_count++;
    __real_draw_clip_push(draw, rect);
}

void __wrap_draw_clip_pop(struct draw *draw)
{
    clip_count--;
    __real_draw_clip_pop(draw);
}

void __wrap_draw_block(struct draw *draw, const struct block *block, int x, int y, struct draw_ink ink)
{
    note(block);
    note_cut(block, x);
    __real_draw_block(draw, block, x, y, ink);
}

void __wrap_draw_block_lines(struct draw *draw, const struct block *block, int first, int count, int x, int y,
                             struct draw_ink ink)
{
    note(block);
    __real_draw_block_lines(draw, block, first, count, x, y, ink);
}
