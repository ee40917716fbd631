/* Blocks on the screen: every run is rendered once in its colour, then copied. */
#include <math.h>
#include <string.h>

#include "draw/parts.h"

#include <SDL.h>

/* A rendered run with its pen and baseline, in pixels from the corner. */
struct rendered {
    struct pixels pixels;
    int pen_x, baseline_y;
};

static struct rendered render(struct draw *draw, struct font_style font, uint32_t colour, const char *bytes, size_t length)
{
    struct font_image image = font_render(draw->fonts, font, colour, bytes, length);
    struct rendered out = {.pen_x = image.pen_x, .baseline_y = image.baseline_y};
    if (image.surface)
        out.pixels = pixels_from_surface(image.surface);
    SDL_FreeSurface(image.surface);
    return out;
}

static struct texture_key run_key(enum key_kind kind, const struct block_run *run, uint32_t colour, int turn)
{
    uint32_t script;
    memcpy(&script, run->font.script, 4);
    struct texture_key key = key_value(key_start(kind),
                                       (uint64_t)run->font.role << 56 | (uint64_t)(run->font.face & 255) << 48
                                           | (uint64_t)run->font.is_right_to_left << 40 | (uint32_t)run->font.size_px);
    key = key_value(key_value(key, (uint64_t)script << 32 | colour), (uint64_t)turn);
    return key_bytes(key, run->bytes, run->length);
}

/* Turns a rendered run by quarters; its caller's point is the pen on the baseline. */
static struct texture_place add_turned(struct draw *draw, struct texture_key key, struct rendered run, int quarters)
{
    struct texture_place place;
    struct pixels turned = pixels_turned(run.pixels, quarters);
    int w = run.pixels.w, h = run.pixels.h, dx = 0, dy = 0;
    switch (quarters & 3) {
    case 0:
        dx = -run.pen_x, dy = -run.baseline_y;
        break;
    case 1:
        dx = -run.baseline_y, dy = run.pen_x - w;
        break;
    case 2:
        dx = run.pen_x - w, dy = run.baseline_y - h;
        break;
    case 3:
        dx = run.baseline_y - h, dy = -run.pen_x;
        break;
    }
    place = textures_add(draw->textures, key, turned, dx, dy);
    pixels_free(&turned);
    return place;
}

/* The pen stands at x, y on the baseline. */
static void draw_run(struct draw *draw, const struct block_run *run, uint32_t colour, int quarters, int x, int y)
{
    struct texture_place place;
    struct texture_key key = run_key(KEY_TEXT, run, colour, quarters);
    if (!textures_find(draw->textures, key, &place)) {
        struct rendered rendered = render(draw, run->font, colour, run->bytes, run->length);
        if (quarters == 0)
            place = textures_add(draw->textures, key, rendered.pixels, -rendered.pen_x, -rendered.baseline_y);
        else
            place = add_turned(draw, key, rendered, quarters);
        pixels_free(&rendered.pixels);
    }
    quads_copy(draw->quads, place, x, y);
}

/* From the top of a line box to the baseline: ascent and descent of the block's face are centred in it. */
static int baseline_in_line(struct draw *draw, struct block_style style)
{
    struct font_metrics metrics = font_metrics(draw->fonts, style.role, style.size_px);
    return (style.line_px - metrics.ascent_px - metrics.descent_px) / 2 + metrics.ascent_px;
}

static bool is_marked(const struct block_run *run)
{
    return run->flags & PACK_SPAN_MARK;
}

/* The ground reaches from above the capitals to below the descenders, a little beyond the words on either side. */
static void draw_mark(struct draw *draw, const struct block_run *run, struct draw_ink ink, int x, int baseline)
{
    int size = run->font.size_px, pad = size / 24 + 1;
    struct rect ground = {x - pad, baseline - size * 95 / 100, run->width_px + 2 * pad, size * 122 / 100};
    draw_fill(draw, ground, ink.mark_ground);
    if (ink.mark_edge != ink.mark_ground)
        draw_fill(draw, (struct rect){ground.x, ground.y + ground.h, ground.w, 2}, ink.mark_edge);
}

/* Clear of the letters that stand on the line; those that reach below it touch the dots. */
static void draw_dots(struct draw *draw, const struct block_run *run, uint32_t colour, int x, int baseline)
{
    int size = run->font.size_px, dot = size / 13 > 2 ? size / 13 : 2;
    for (int at = 0; at + dot <= run->width_px; at += 2 * dot)
        draw_fill(draw, (struct rect){x + at, baseline + size * 16 / 100, dot, dot}, colour);
}

void draw_block_lines(struct draw *draw, const struct block *block, int first, int count, int x, int y, struct draw_ink ink)
{
    int to_baseline = baseline_in_line(draw, block->style);
    for (int i = first; i < first + count && i < block->line_count; i++, y += block->style.line_px) {
        const struct block_line *line = &block->lines[i];
        const struct block_run *runs = block->runs + line->first_run;
        struct rect box = {x - block->style.size_px, y - block->style.size_px, block->width_px + 2 * block->style.size_px,
                           block->style.line_px + 2 * block->style.size_px};
        if (!quads_is_seen(draw->quads, box))
            continue;
        for (int j = 0; j < line->run_count; j++)
            if (is_marked(&runs[j]) && ink.mark_ground != DRAW_NO_GROUND)
                draw_mark(draw, &runs[j], ink, x + runs[j].x_px, y + to_baseline);
        for (int j = 0; j < line->run_count; j++)
            draw_run(draw, &runs[j], is_marked(&runs[j]) ? ink.mark_colour : ink.colour, 0, x + runs[j].x_px, y + to_baseline);
        for (int j = 0; j < line->run_count; j++)
            if (runs[j].flags & PACK_SPAN_TERM)
                draw_dots(draw, &runs[j], ink.colour, x + runs[j].x_px, y + to_baseline);
    }
}

void draw_block(struct draw *draw, const struct block *block, int x, int y, struct draw_ink ink)
{
    draw_block_lines(draw, block, 0, block->line_count, x, y, ink);
}

void draw_block_turned(struct draw *draw, const struct block *block, int quarters, int x, int y, struct draw_ink ink)
{
    int to_baseline = baseline_in_line(draw, block->style), line_px = block->style.line_px;
    if (block->line_count == 0)
        return;
    const struct block_line *line = &block->lines[0];
    int start = block->runs[line->first_run].x_px;
    for (int i = 0; i < line->run_count; i++) {
        const struct block_run *run = &block->runs[line->first_run + i];
        int along = run->x_px - start, pen_x = x, pen_y = y;
        switch (quarters & 3) {
        case 0:
            pen_x += along, pen_y += to_baseline;
            break;
        case 1:
            pen_x += to_baseline, pen_y += line->width_px - along;
            break;
        case 2:
            pen_x += line->width_px - along, pen_y += line_px - to_baseline;
            break;
        case 3:
            pen_x += line_px - to_baseline, pen_y += along;
            break;
        }
        draw_run(draw, run, is_marked(run) ? ink.mark_colour : ink.colour, quarters & 3, pen_x, pen_y);
    }
}

/* ---- any angle ---- */

/* Text to be turned is rendered this much larger and brought down by taking the mean. */
static int oversampling(int size_px)
{
    return size_px <= 60 ? 4 : size_px <= 160 ? 2 : 1;
}

static uint32_t pixel_at(struct pixels pixels, int x, int y)
{
    if (x < 0 || y < 0 || x >= pixels.w || y >= pixels.h)
        return 0;
    return pixels.argb[(size_t)y * (size_t)pixels.w + (size_t)x] >> 24;
}

struct turn {
    float cosine, sine; /* of the angle anticlockwise */
    int times;          /* how much larger the run was rendered */
};

/* Coverage of the pixel at x, y from the pen, the mean of 4 x 4 samples. */
static uint32_t turned_coverage(struct rendered run, struct turn turn, int x, int y)
{
    uint32_t sum = 0;
    for (int i = 0; i < 16; i++) {
        float px = (float)x + ((float)(i % 4) + 0.5f) / 4, py = (float)y + ((float)(i / 4) + 0.5f) / 4;
        float along = px * turn.cosine - py * turn.sine, across = px * turn.sine + py * turn.cosine;
        sum += pixel_at(run.pixels, (int)floorf(along * (float)turn.times) + run.pen_x,
                        (int)floorf(across * (float)turn.times) + run.baseline_y);
    }
    return (sum + 8) / 16;
}

/* The box around the turned run, from the pen. */
static struct rect turned_bounds(struct rendered run, struct turn turn)
{
    float left = 0, right = 0, top = 0, bottom = 0;
    for (int i = 0; i < 4; i++) {
        float along = (float)((i & 1 ? run.pixels.w : 0) - run.pen_x) / (float)turn.times;
        float across = (float)((i & 2 ? run.pixels.h : 0) - run.baseline_y) / (float)turn.times;
        float x = along * turn.cosine + across * turn.sine, y = across * turn.cosine - along * turn.sine;
        left = fminf(left, x);
        right = fmaxf(right, x);
        top = fminf(top, y);
        bottom = fmaxf(bottom, y);
    }
    int x = (int)floorf(left), y = (int)floorf(top);
    return (struct rect){x, y, (int)ceilf(right) - x, (int)ceilf(bottom) - y};
}

static struct texture_place add_angled(struct draw *draw, struct texture_key key, const struct block_run *run, uint32_t colour,
                                       struct turn turn)
{
    struct texture_place place = {.page = -1};
    struct font_style large = run->font;
    large.size_px *= turn.times;
    struct rendered rendered = render(draw, large, colour, run->bytes, run->length);
    struct rect box = turned_bounds(rendered, turn);
    struct pixels turned = pixels_create(box.w, box.h);
    for (int y = 0; turned.argb && y < box.h; y++)
        for (int x = 0; x < box.w; x++)
            turned.argb[y * box.w + x] = turned_coverage(rendered, turn, box.x + x, box.y + y) << 24 | (colour & 0xFFFFFF);
    place = textures_add(draw->textures, key, turned, box.x, box.y);
    pixels_free(&turned);
    pixels_free(&rendered.pixels);
    return place;
}

void draw_block_angled(struct draw *draw, const struct block *block, float degrees, int x, int y, struct draw_ink ink)
{
    if (block->line_count == 0)
        return;
    const struct block_line *line = &block->lines[0];
    struct turn turn = {cosf(degrees * (float)M_PI / 180), sinf(degrees * (float)M_PI / 180),
                        oversampling(block->style.size_px)};
    int start = block->runs[line->first_run].x_px;
    for (int i = 0; i < line->run_count; i++) {
        const struct block_run *run = &block->runs[line->first_run + i];
        uint32_t colour = is_marked(run) ? ink.mark_colour : ink.colour;
        struct texture_key key = run_key(KEY_ANGLED, run, colour, (int)lroundf(degrees * 100));
        struct texture_place place;
        float along = (float)(run->x_px - start);
        if (!textures_find(draw->textures, key, &place))
            place = add_angled(draw, key, run, colour, turn);
        quads_copy(draw->quads, place, x + (int)lroundf(along * turn.cosine), y - (int)lroundf(along * turn.sine));
    }
}
