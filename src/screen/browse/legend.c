/* What the signs on the marks mean; within sight wherever they are used. */
#include "screen/browse/browse.h"

struct legend {
    int x, y, line_h, left, right;
};

static void flow(struct legend *legend, int width)
{
    if (legend->x + width > legend->right && legend->x > legend->left) {
        legend->x = legend->left;
        legend->y += legend->line_h;
    }
}

static void legend_words(struct browse *browse, struct kit *kit, struct legend *legend, enum pack_string_id string,
                         int sign_width, bool is_drawn)
{
    const struct block *block = parts_block(kit, parts_string(kit, string), words_line(kit, FONT_MUSEUM, TYPE_SMALL), 0);
    int x;

    (void)browse;
    x = legend->x + sign_width;
    if (is_drawn) {
        struct rect box = heading_mirrored(kit, (struct rect){x, legend->y, block->widest_px, block->height_px});
        words_draw(kit, block, box.x, box.y, look_tone(&kit->look, TONE_INK2));
    }
    legend->x = x + block->widest_px + look_px(&kit->look, 18);
}

/* A sign and its word, kept together on one line. */
static void legend_sign(struct browse *browse, struct kit *kit, struct legend *legend, unsigned speaks, unsigned differs,
                        enum pack_string_id string, bool is_drawn)
{
    int height = browse->plan.voice, documents = pack_exhibit(kit->pack).documents;
    bool is_whole = string == PACK_STRING_TIMELINE_KEY_BAR;
    int bar = parts_voice_bar_width(kit, height), cell = bar / (documents > 0 ? documents : 1);
    int sign = is_whole ? bar : cell, gap = look_px(&kit->look, 9);
    int words = parts_block(kit, parts_string(kit, string), words_line(kit, FONT_MUSEUM, TYPE_SMALL), 0)->widest_px;

    flow(legend, sign + gap + words);
    if (is_drawn) {
        struct rect box = heading_mirrored(kit,
                                           (struct rect){legend->x, legend->y + (legend->line_h - height) / 2, sign, height});
        draw_clip_push(kit->draw, (struct rect){box.x, box.y - height / 4, sign, height * 3 / 2});
        parts_voice_bar(kit, speaks, differs, box.x, box.y + (differs ? height / 5 : 0), height,
                        look_tone(&kit->look, TONE_INK));
        draw_clip_pop(kit->draw);
    }
    legend_words(browse, kit, legend, string, sign + gap, is_drawn);
}

static void legend_editors(struct browse *browse, struct kit *kit, struct legend *legend, bool is_drawn)
{
    int size = browse->plan.voice * 5 / 4, gap = look_px(&kit->look, 9);
    int words = parts_block(kit, parts_string(kit, PACK_STRING_TIMELINE_KEY_EDITORS), words_line(kit, FONT_MUSEUM, TYPE_SMALL),
                            0)
                    ->widest_px;

    flow(legend, size + gap + words);
    if (is_drawn) {
        struct rect box = heading_mirrored(kit, (struct rect){legend->x, legend->y + (legend->line_h - size) / 2, size, size});
        draw_fill(kit->draw, box, look_tone(&kit->look, TONE_CARD));
        draw_frame(kit->draw, box, size / 5 > 2 ? size / 5 : 2, look_tone(&kit->look, TONE_INK));
    }
    legend_words(browse, kit, legend, PACK_STRING_TIMELINE_KEY_EDITORS, size + gap, is_drawn);
}

int legend_draw(struct browse *browse, struct kit *kit, int y, bool is_drawn)
{
    int margin = kit->look.margin;
    struct legend legend = {.left = kit->area.x + margin,
                            .right = kit->area.x + kit->area.w - margin,
                            .y = y,
                            .line_h = kit->look.type[TYPE_SMALL].line_px};

    if (browse->plan.voice == 0)
        return 0;
    legend.x = legend.left;
    legend_sign(browse, kit, &legend, 1, 0, PACK_STRING_TIMELINE_KEY_BAR, is_drawn);
    legend_sign(browse, kit, &legend, 1, 0, PACK_STRING_TIMELINE_KEY_SPEAKS, is_drawn);
    legend_sign(browse, kit, &legend, 0, 0, PACK_STRING_TIMELINE_KEY_SILENT, is_drawn);
    legend_sign(browse, kit, &legend, 0, 1, PACK_STRING_TIMELINE_KEY_DIFFERS, is_drawn);
    legend_editors(browse, kit, &legend, is_drawn);
    return legend.y + legend.line_h - y;
}
