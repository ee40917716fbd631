/* "Paragraph n is used in": the questions it answers differently, then the entries that quote it, as chips. */
#include "screen/reader/reader.h"

#include <stdio.h>

static bool quotes(const struct kit *kit, int source, int paragraph)
{
    struct pack_source facts = pack_source(kit->pack, source);

    for (int p = 0; p < facts.piece_count; p++) {
        if (pack_piece(kit->pack, facts.first_piece + p).paragraph == paragraph)
            return true;
    }
    return false;
}

static bool differs_here(const struct kit *kit, int disagreement, int paragraph)
{
    struct pack_disagreement facts = pack_disagreement(kit->pack, disagreement);

    for (int a = 0; a < facts.answer_count; a++) {
        struct pack_answer answer = pack_answer(kit->pack, facts.first_answer + a);

        if (answer.differs && answer.source >= 0 && quotes(kit, answer.source, paragraph))
            return true;
    }
    return false;
}

static void add(struct reader *reader, bool is_question, int index)
{
    if (reader->use_count < READER_USES_MOST)
        reader->uses[reader->use_count++] = (struct reader_use){is_question, index};
}

void reader_uses_find(struct reader *reader, struct kit *kit)
{
    int paragraph = reader->facts.first_paragraph + reader->current;
    struct pack_paragraph facts;

    if (reader->uses_of == reader->current || heights_count(reader->heights) == 0)
        return;
    reader->uses_of = reader->current;
    reader->use_count = 0;
    facts = pack_paragraph(kit->pack, paragraph);
    for (int u = 0; u < facts.use_count && u < READER_USES_MOST; u++) {
        struct pack_entry entry = pack_entry(kit->pack, pack_paragraph_use(kit->pack, facts.first_use + u));

        for (int d = 0; d < entry.disagreement_count; d++) {
            if (differs_here(kit, entry.first_disagreement + d, paragraph))
                add(reader, true, entry.first_disagreement + d);
        }
    }
    for (int u = 0; u < facts.use_count && u < READER_USES_MOST; u++)
        add(reader, false, pack_paragraph_use(kit->pack, facts.first_use + u));
}

/* ---- a chip ---- */

static struct pack_text chip_words(struct kit *kit, struct reader_use use)
{
    return pack_text(kit->pack, kit->session->language, use.is_question ? PACK_QUESTION : PACK_ENTRY_TITLE, use.index);
}

static int icon_px(const struct kit *kit)
{
    int size = look_px(&kit->look, 34), words = kit->look.type[TYPE_KEY].size_px;

    return size > words ? size : words;
}

static int chip_padding(const struct kit *kit)
{
    return look_px(&kit->look, kit->look.form == FORM_SMALL ? 12 : 18);
}

static const struct block *chip_block(struct kit *kit, struct reader_use use, int width_px)
{
    int around = 2 * icon_px(kit) + 4 * chip_padding(kit);

    return parts_block(kit, chip_words(kit, use), parts_style(kit, FONT_DISPLAY, TYPE_KEY), width_px - around);
}

static int edge_px(const struct kit *kit)
{
    return look_px(&kit->look, 2.5f) > 1 ? look_px(&kit->look, 2.5f) : 2;
}

/* Chips share their edges; what is touched keeps the distance of T2. */
static int hit_inset(const struct kit *kit)
{
    return (look_mm_y(&kit->look, kit->look.panel.is_large ? 3 : 2) + edge_px(kit) + 1) / 2;
}

static int chip_height(struct kit *kit, struct reader_use use, int width_px)
{
    int words = chip_block(kit, use, width_px)->height_px + 2 * look_px(&kit->look, 14), least = look_px(&kit->look, 70);
    int target = look_target_h(&kit->look) + 2 * hit_inset(kit);

    least = least > target ? least : target;
    return words > least ? words : least;
}

static void draw_sign(struct kit *kit, struct reader_use use, struct rect box, bool on_dark)
{
    struct pack_lane lane;

    if (use.is_question) {
        parts_differs(kit, box, on_dark);
        return;
    }
    lane = pack_lane(kit->pack, pack_entry(kit->pack, use.index).lane);
    draw_shape(kit->draw, (enum draw_shape)lane.shape, box, look_lane(&kit->look, lane.colour), 2.5f * kit->look.scale,
               on_dark ? look_tone(&kit->look, TONE_CARD) : look_tone(&kit->look, TONE_INK));
}

static void chip_id(const struct kit *kit, struct reader_use use, char *id, size_t size)
{
    struct pack_disagreement question;

    if (!use.is_question) {
        snprintf(id, size, "use:%.60s", pack_entry(kit->pack, use.index).id);
        return;
    }
    question = pack_disagreement(kit->pack, use.index);
    snprintf(id, size, "use:%.40s:%.20s", pack_entry(kit->pack, question.entry).id, question.id);
}

static void list_chip(struct kit *kit, struct reader_use use, const char *id, struct rect rect, uint32_t ink, uint32_t fill)
{
    struct ui_element element = parts_element(kit, id, use.is_question ? "question" : "entry", rect);
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_KEY);

    element.hit = rect_inset(rect, hit_inset(kit), hit_inset(kit));
    element.verb = use.is_question ? UI_COMPARE : UI_ENTRY;
    element.value = use.index;
    element.is_focusable = true;
    element.label = chip_words(kit, use).bytes;
    element.font_px = style.size_px;
    element.cap_px = font_metrics(kit->fonts, style.role, style.size_px).cap_px;
    element.ink = ink;
    element.ground = fill;
    ui_add(kit->ui, element);
}

/* A mark, the words, an arrow; read from the other side in a right-to-left language. */
static void draw_chip(const struct reader *reader, struct kit *kit, struct reader_use use, struct rect rect)
{
    const struct block *words = chip_block(kit, use, rect.w);
    int icon = icon_px(kit), padding = chip_padding(kit), edge = edge_px(kit);
    struct rect seen = reader_flip(kit, rect), box, arrow, room;
    uint32_t fill, ink;
    bool is_pressed;
    char id[72];

    chip_id(kit, use, id, sizeof(id));
    if (pane_shows(&reader->side, seen)) {
        is_pressed = ui_is_pressed(kit->ui, id);
        fill = look_tone(&kit->look, is_pressed ? TONE_INK : TONE_CARD);
        ink = is_pressed ? look_on(&kit->look, fill) : look_tone(&kit->look, TONE_INK);
        box = reader_flip(kit, (struct rect){rect.x + padding, rect.y + (rect.h - icon) / 2, icon, icon});
        arrow = reader_flip(kit, (struct rect){rect.x + rect.w - padding - icon, rect.y + (rect.h - icon) / 2, icon, icon});
        room = reader_flip(kit, (struct rect){rect.x + 2 * padding + icon, rect.y + (rect.h - words->height_px) / 2,
                                              rect.w - 2 * icon - 4 * padding, words->height_px});
        draw_fill(kit->draw, parts_pressed(kit, id, seen), fill);
        draw_frame(kit->draw, parts_pressed(kit, id, seen), edge, look_tone(&kit->look, TONE_INK));
        draw_sign(kit, use, box, is_pressed);
        draw_block(kit->draw, words, room.x, room.y, (struct draw_ink){.colour = ink, .mark_ground = DRAW_NO_GROUND});
        draw_icon(kit->draw, parts_onward(kit), arrow, ink);
        parts_focus(kit, id, rect_inset(seen, edge, edge), false);
        list_chip(kit, use, id, seen, ink, fill);
    } else {
        list_chip(kit, use, id, seen, look_tone(&kit->look, TONE_INK), look_tone(&kit->look, TONE_CARD));
    }
}

/* ---- all of them ---- */

static int heading(struct reader *reader, struct kit *kit, struct rect column, int y, bool draws)
{
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_LABEL);
    struct pack_span span;
    struct pack_text words;
    char digits[16];

    snprintf(digits, sizeof(digits), "%d",
             pack_paragraph(kit->pack, reader->facts.first_paragraph + reader->current).number);
    text_builder_clear(reader->builder);
    text_builder_add_template(reader->builder, parts_string(kit, PACK_STRING_READER_USED_IN), "n", text_plain(digits, &span));
    words = text_builder_text(reader->builder);
    if (!draws)
        return parts_block(kit, words, style, column.w)->height_px;
    return reader_say(kit, "uses:title", "heading", words, style, (struct rect){column.x, y, column.w, 0},
                      look_tone(&kit->look, TONE_INK),
                      look_tone(&kit->look, reader->place.mode == READER_TALL ? TONE_PAPER : TONE_CARD));
}

static int row_height(const struct reader *reader, struct kit *kit, int first, int across, int width)
{
    int height = 0;

    for (int i = first; i < first + across && i < reader->use_count; i++) {
        int own = chip_height(kit, reader->uses[i], width);

        height = own > height ? own : height;
    }
    return height;
}

/* What something has to be moved down so that the foot of the first view does not cut it. */
static int moved_on(struct reader_foot foot, int at, int height)
{
    return foot.view_px > 0 && at < foot.view_px && at + height > foot.view_px - foot.fade_px ? foot.view_px - at : 0;
}

int reader_uses_draw(struct reader *reader, struct kit *kit, struct rect column, int y, struct reader_foot foot, bool draws)
{
    int edge = edge_px(kit), start = y, below = look_px(&kit->look, 14);
    int across = column.w > kit->look.type[TYPE_KEY].size_px * 32 ? 2 : 1, width = (column.w + (across - 1) * edge) / across;

    if (reader->use_count == 0)
        return 0;
    y += moved_on(foot, 0, heading(reader, kit, column, y, false) + below + row_height(reader, kit, 0, across, width));
    y += heading(reader, kit, column, y, draws) + below;
    for (int i = 0; i < reader->use_count; i += across) {
        int height = row_height(reader, kit, i, across, width);

        y += moved_on(foot, y - start, height);
        for (int k = i; draws && k < i + across && k < reader->use_count; k++)
            draw_chip(reader, kit, reader->uses[k], (struct rect){column.x + (k - i) * (width - edge), y, width, height});
        y += height - edge;
    }
    return y + edge - start;
}
