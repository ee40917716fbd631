/* What the signs on the marks mean; within sight wherever they are used. */
#include "screen/browse/browse.h"

#include <stdio.h>

enum { SIGN_GAP = 9, WORD_GAP = 18, CLOSE = 2, WIDE = 3 };

struct legend {
    int x, y, line_h, left, right;
    enum font_role role;
    int sign_gap, word_gap;
};

static void space(struct kit *kit, struct legend *legend, int thirds)
{
    legend->sign_gap = look_sign(&kit->look, SIGN_GAP) * thirds / WIDE;
    legend->word_gap = look_sign(&kit->look, WORD_GAP) * thirds / WIDE;
}

static const struct block *words_of(struct kit *kit, struct pack_text words, enum font_role role)
{
    return parts_block(kit, words, words_line(kit, role, TYPE_SMALL), 0);
}

static void flow(struct legend *legend, int width)
{
    if (legend->x + width > legend->right && legend->x > legend->left) {
        legend->x = legend->left;
        legend->y += legend->line_h;
    }
}

static void legend_words(struct kit *kit, struct legend *legend, struct pack_text words, int sign_width, bool is_drawn)
{
    const struct block *block = words_of(kit, words, legend->role);
    int x = legend->x + sign_width;

    if (is_drawn) {
        struct rect box = heading_mirrored(kit, (struct rect){x, legend->y, block->widest_px, block->height_px});
        words_draw(kit, block, box.x, box.y, look_tone(&kit->look, TONE_INK2));
    }
    legend->x = x + block->widest_px + legend->word_gap;
}

/* A sign and its word, kept together on one line. */
static void legend_sign(struct browse *browse, struct kit *kit, struct legend *legend, unsigned speaks, unsigned differs,
                        enum pack_string_id string, bool is_drawn)
{
    int height = browse->plan.voice, documents = pack_exhibit(kit->pack).documents;
    bool is_whole = string == PACK_STRING_TIMELINE_KEY_BAR;
    int bar = parts_voice_bar_width(kit, height), cell = bar / (documents > 0 ? documents : 1);
    int sign = is_whole ? bar : cell, gap = legend->sign_gap;
    int words = words_of(kit, parts_string(kit, string), legend->role)->widest_px;

    flow(legend, sign + gap + words);
    if (is_drawn) {
        struct rect box = heading_mirrored(kit,
                                           (struct rect){legend->x, legend->y + (legend->line_h - height) / 2, sign, height});
        draw_clip_push(kit->draw, (struct rect){box.x, box.y - height / 4, sign, height * 3 / 2});
        parts_voice_bar(kit, speaks, differs, box.x, box.y + (differs ? height / 5 : 0), height,
                        look_tone(&kit->look, TONE_INK));
        draw_clip_pop(kit->draw);
    }
    legend_words(kit, legend, parts_string(kit, string), sign + gap, is_drawn);
}

static void legend_editors(struct browse *browse, struct kit *kit, struct legend *legend, bool is_drawn)
{
    int size = browse->plan.voice * 5 / 4, gap = legend->sign_gap;
    int words = words_of(kit, parts_string(kit, PACK_STRING_TIMELINE_KEY_EDITORS), legend->role)->widest_px;

    flow(legend, size + gap + words);
    if (is_drawn) {
        struct rect box = heading_mirrored(kit, (struct rect){legend->x, legend->y + (legend->line_h - size) / 2, size, size});
        draw_fill(kit->draw, box, look_tone(&kit->look, TONE_CARD));
        draw_frame(kit->draw, box, size / 5 > 2 ? size / 5 : 2, look_tone(&kit->look, TONE_INK));
    }
    legend_words(kit, legend, parts_string(kit, PACK_STRING_TIMELINE_KEY_EDITORS), size + gap, is_drawn);
}

static void list_lane(struct kit *kit, int lane, struct pack_text name, struct rect rect, enum font_role role)
{
    struct block_style style = words_line(kit, role, TYPE_SMALL);
    char id[72];

    snprintf(id, sizeof id, "lane:%s", pack_lane(kit->pack, lane).id);
    struct ui_element element = parts_element(kit, id, "text", rect);
    element.label = name.bytes;
    element.font_px = style.size_px;
    element.cap_px = font_metrics(kit->fonts, style.role, style.size_px).cap_px;
    element.ink = look_tone(&kit->look, TONE_INK2);
    element.ground = look_tone(&kit->look, TONE_PAPER);
    ui_add(kit->ui, element);
}

/* The tracks are too narrow for names: they are told beside the shapes that all marks of a lane have (C3). */
static void legend_lane(struct browse *browse, struct kit *kit, struct legend *legend, int lane, bool is_drawn)
{
    struct pack_text name = pack_text(kit->pack, kit->session->language, PACK_LANE_NAME, lane);
    struct pack_lane what = pack_lane(kit->pack, lane);
    int size = kit->look.type[TYPE_SMALL].size_px, gap = legend->sign_gap;
    struct pack_text shown = words_cut(browse, kit, name, words_line(kit, legend->role, TYPE_SMALL),
                                       legend->right - legend->left - size - gap);
    int width = size + gap + words_of(kit, shown, legend->role)->widest_px;

    flow(legend, width);
    if (is_drawn) {
        struct rect sign = {legend->x, legend->y + (legend->line_h - size) / 2, size, size};
        draw_shape(kit->draw, (enum draw_shape)what.shape, heading_mirrored(kit, sign), look_lane(&kit->look, what.colour),
                   (float)browse->plan.edge, look_tone(&kit->look, TONE_INK));
        list_lane(kit, lane, name, heading_mirrored(kit, (struct rect){legend->x, legend->y, width, legend->line_h}),
                  legend->role);
    }
    legend_words(kit, legend, shown, size + gap, is_drawn);
}

static void legend_voices(struct browse *browse, struct kit *kit, struct legend *legend, bool is_drawn)
{
    legend_sign(browse, kit, legend, 1, 0, PACK_STRING_TIMELINE_KEY_BAR, is_drawn);
    legend_sign(browse, kit, legend, 1, 0, PACK_STRING_TIMELINE_KEY_SPEAKS, is_drawn);
    legend_sign(browse, kit, legend, 0, 0, PACK_STRING_TIMELINE_KEY_SILENT, is_drawn);
    legend_sign(browse, kit, legend, 0, 1, PACK_STRING_TIMELINE_KEY_DIFFERS, is_drawn);
    legend_editors(browse, kit, legend, is_drawn);
    legend->x = legend->left;
    legend->y += legend->line_h;
}

static int lanes_width(const struct browse *browse, struct kit *kit, const struct legend *legend)
{
    int sign = kit->look.type[TYPE_SMALL].size_px + legend->sign_gap, width = -legend->word_gap;

    for (int lane = 0; lane < browse->lane_count; lane++) {
        struct pack_text name = pack_text(kit->pack, kit->session->language, PACK_LANE_NAME, lane);
        width += sign + words_of(kit, name, legend->role)->widest_px + legend->word_gap;
    }
    return width;
}

/* Narrow and close if that keeps the lanes on one line: the tracks below want the height. */
static void legend_lanes(struct browse *browse, struct kit *kit, struct legend *legend, bool is_drawn)
{
    struct legend narrow = *legend;
    int room = legend->right - legend->left;

    narrow.role = FONT_NARROW;
    space(kit, &narrow, CLOSE);
    if (lanes_width(browse, kit, legend) > room && lanes_width(browse, kit, &narrow) <= room)
        *legend = narrow;
    for (int lane = 0; lane < browse->lane_count; lane++)
        legend_lane(browse, kit, legend, lane, is_drawn);
}

int legend_draw(struct browse *browse, struct kit *kit, int y, bool is_drawn)
{
    int margin = kit->look.margin;
    struct legend legend = {.left = kit->area.x + margin,
                            .right = kit->area.x + kit->area.w - margin,
                            .y = y,
                            .line_h = kit->look.type[TYPE_SMALL].line_px,
                            .role = FONT_MUSEUM};

    space(kit, &legend, WIDE);
    legend.x = legend.left;
    if (browse->plan.voice > 0)
        legend_voices(browse, kit, &legend, is_drawn);
    if (browse->plan.shape == SHAPE_TRACKS)
        legend_lanes(browse, kit, &legend, is_drawn);
    return legend.y - y + (legend.x > legend.left ? legend.line_h : 0);
}
