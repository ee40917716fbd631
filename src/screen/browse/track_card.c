/* One card of the reading column: sign, title, date, who speaks; close up, what the document says. */
#include "screen/browse/browse.h"

#include <stdio.h>

struct tones {
    uint32_t ink, ground;
};

/* ---- measures ---- */

/* Lines that a card has room for at least: large letters and narrow columns wrap. */
static int title_lines(const struct kit *kit)
{
    return kit->look.step == TEXT_A ? 1 : 2;
}

static int date_lines(const struct browse *browse, const struct kit *kit)
{
    if (kit->look.form == FORM_SMALL_PORTRAIT && kit->look.step != TEXT_A)
        return voices_are_shown(browse) ? 2 : 3;
    return kit->look.step == TEXT_A && kit->look.form == FORM_PORTRAIT ? 1 : 2;
}

/* Close up there is room for words on large panels. */
static int quotation_height(const struct browse *browse, const struct kit *kit)
{
    bool has_words = voices_are_shown(browse) && kit->look.form == FORM_PORTRAIT && kit->look.step != TEXT_A_PLUS_PLUS;

    return has_words ? 2 * (kit->look.type[TYPE_SMALL].size_px * 13 / 10) + look_px(&kit->look, 4) : 0;
}

static int tab_height(const struct kit *kit)
{
    return kit->look.type[TYPE_SMALL].size_px * 13 / 10;
}

int track_card_height(const struct browse *browse, const struct kit *kit)
{
    int words = title_lines(kit) * kit->look.type[TYPE_LABEL].line_px
        + date_lines(browse, kit) * kit->look.type[TYPE_SMALL].line_px + look_px(&kit->look, 6) + browse->plan.gap / 2
        + quotation_height(browse, kit);

    if (voices_are_shown(browse)) /* beside words the date is always on the line of its tabs */
        words += tab_height(kit) - (quotation_height(browse, kit) > 0 ? kit->look.type[TYPE_SMALL].size_px : 0);
    int target = look_target_h(&kit->look) + browse->plan.gap;

    return words > target ? words : target;
}

/* ---- who speaks ---- */

static unsigned voices_of(const struct browse *browse, const struct column_card *card)
{
    return browse->column->voices[card->lead];
}

static int first_voice(unsigned voices)
{
    int first = 0;

    while (first < BROWSE_VOICES_MAX && !(voices >> first & 1))
        first++;
    return first;
}

static bool is_single(unsigned voices)
{
    return voices != 0 && (voices & (voices - 1)) == 0;
}

static bool date_differs(struct kit *kit, int entry, int document)
{
    struct pack_date date;
    int answer;
    bool differs = false;

    return voices_own_date(kit, entry, document, &date, &answer, &differs) && differs;
}

static int tabs_width(struct kit *kit, unsigned voices)
{
    int width = 0;

    for (int d = 0; d < BROWSE_VOICES_MAX; d++)
        if (voices >> d & 1)
            width += parts_tab_width(kit, d, tab_height(kit)) + look_px(&kit->look, 5);
    return width;
}

static void draw_tabs(struct kit *kit, int entry, unsigned voices, int x, int y)
{
    for (int d = 0; d < BROWSE_VOICES_MAX; d++)
        if (voices >> d & 1)
            x += parts_tab(kit, d, date_differs(kit, entry, d) ? VOICE_DIFFERS : VOICE_SPEAKS, x, y, tab_height(kit))
                + look_px(&kit->look, 5);
}

static bool any_differs(const struct browse *browse, const struct kit *kit, const struct column_card *card)
{
    for (int i = card->first_item; i < card->first_item + card->item_count; i++)
        if (pack_entry(kit->pack, browse->column->entries[i]).differs)
            return true;
    return false;
}

static bool has_red_tab(struct kit *kit, int entry, unsigned voices)
{
    for (int d = 0; d < BROWSE_VOICES_MAX; d++)
        if ((voices >> d & 1) && date_differs(kit, entry, d))
            return true;
    return false;
}

/* ---- words ---- */

/* The whole title if it fits, else the short one, in as many lines as there are. */
static const struct block *title_of(struct kit *kit, int entry, int width)
{
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_LABEL);
    int lines = title_lines(kit);
    const struct block *whole = parts_block(kit, pack_text(kit->pack, kit->session->language, PACK_ENTRY_TITLE, entry), style,
                                            width);

    if (whole->line_count <= lines)
        return whole;
    return parts_block(kit, pack_text(kit->pack, kit->session->language, PACK_ENTRY_SHORT, entry), style, width);
}

static const struct block *badge_of(struct browse *browse, struct kit *kit, const struct column_card *card)
{
    int count = track_cards_count(browse, card);

    return count > 1 ? words_number(browse, kit, FONT_MUSEUM, TYPE_SMALL, "+%d", count > 999 ? 999 : count - 1) : NULL;
}

static int badge_room(const struct kit *kit, const struct block *badge)
{
    return badge ? badge->widest_px + look_px(&kit->look, 10) : 0;
}

/* The last line that "+3" fits behind; -1 = none. */
static int badge_line(const struct block *title, int room, int width)
{
    int line = title->line_count - 1;

    while (line >= 0 && title->lines[line].width_px + room > width)
        line--;
    return line;
}

static const struct block *title_with_badge(struct browse *browse, struct kit *kit, const struct column_card *card, int width)
{
    int room = badge_room(kit, badge_of(browse, kit, card)), entry = browse->column->entries[card->lead];
    const struct block *title = title_of(kit, entry, width);

    return badge_line(title, room, width) >= 0 ? title : title_of(kit, entry, width - room);
}

static int draw_title(struct browse *browse, struct kit *kit, const struct column_card *card, struct rect box, uint32_t ink)
{
    const struct block *title = title_with_badge(browse, kit, card, box.w), *badge = badge_of(browse, kit, card);
    int line = badge ? badge_line(title, badge_room(kit, badge), box.w) : 0;

    words_draw(kit, title, box.x, box.y, ink);
    if (badge && line >= 0)
        words_draw(kit, badge, box.x + title->lines[line].width_px + look_px(&kit->look, 8),
                   box.y + line * title->style.line_px + (title->style.line_px - badge->height_px) / 2, ink);
    return title->height_px;
}

/* The date behind the tabs of those who give it, or below them where it is too long. */
struct dated {
    const struct block *block;
    int x, y, height; /* of the date, from the left and the top; of both */
};

static struct dated date_of(struct browse *browse, struct kit *kit, const struct column_card *card, int width, bool has_tabs)
{
    int entry = browse->column->entries[card->lead];
    unsigned voices = voices_of(browse, card);
    struct dated dated = {0};

    if (!has_tabs) {
        dated.block = voices == 0 ? words_date_wrapped(browse, kit, entry, width)
                                  : words_voice_date_wrapped(browse, kit, entry, first_voice(voices), width);
        dated.height = dated.block->height_px;
        return dated;
    }
    int gap = look_px(&kit->look, 4);
    dated.x = tabs_width(kit, voices) + gap;
    dated.block = words_voice_date_wrapped(browse, kit, entry, first_voice(voices), width - dated.x);
    if (dated.block->line_count > 1) {
        dated.x = 0;
        dated.y = tab_height(kit) + gap / 2;
        dated.block = words_voice_date_wrapped(browse, kit, entry, first_voice(voices), width);
    }
    dated.height = dated.y + dated.block->height_px;
    dated.height = dated.height < tab_height(kit) ? tab_height(kit) : dated.height;
    dated.y += gap;
    dated.height += gap;
    return dated;
}

/* What stands in a card, and how high. */
struct words {
    int title, date, quoted, source;
    bool has_tabs;
};

static struct words words_of(struct browse *browse, struct kit *kit, const struct column_card *card, int width)
{
    int entry = browse->column->entries[card->lead], sources[2], least = track_card_height(browse, kit) - browse->plan.gap / 2;
    unsigned voices = voices_of(browse, card);
    struct words words = {.title = title_with_badge(browse, kit, card, width)->height_px, .has_tabs = voices != 0};

    words.date = date_of(browse, kit, card, width, words.has_tabs).height;
    /* the heads of their tracks name them, too */
    if (words.has_tabs && !is_single(voices) && words.title + words.date > least) {
        words.has_tabs = false;
        words.date = date_of(browse, kit, card, width, false).height;
    }
    if (is_single(voices) && quotation_height(browse, kit) > 0
        && voices_sources(kit, entry, first_voice(voices), sources) > 0) {
        words.quoted = quotation_height(browse, kit);
        words.source = sources[0];
    }
    return words;
}

static void draw_words(struct browse *browse, struct kit *kit, const struct column_card *card, struct rect box,
                       struct tones tones)
{
    struct words words = words_of(browse, kit, card, box.w);
    uint32_t faint = tones.ink == look_tone(&kit->look, TONE_INK) ? look_tone(&kit->look, TONE_INK2) : tones.ink;
    int y = box.y + (box.h - words.title - words.date - words.quoted) / 2;

    draw_clip_push(kit->draw, box);
    y += draw_title(browse, kit, card, (struct rect){box.x, y, box.w, box.h}, tones.ink);
    if (words.has_tabs)
        draw_tabs(kit, browse->column->entries[card->lead], voices_of(browse, card), box.x, y + look_px(&kit->look, 4));
    struct dated dated = date_of(browse, kit, card, box.w, words.has_tabs);
    words_draw(kit, dated.block, box.x + dated.x, y + dated.y, faint);
    y += dated.height;
    if (words.quoted > 0)
        mark_draw_words(browse, kit, words.source, (struct rect){box.x, y + look_px(&kit->look, 2), box.w, words.quoted},
                        tones.ground);
    draw_clip_pop(kit->draw);
}

/* ---- the card ---- */

static void card_id(const struct browse *browse, const struct kit *kit, const struct column_card *card, char *id, size_t size)
{
    struct pack_entry entry = pack_entry(kit->pack, browse->column->entries[card->lead]);
    struct calendar_date date = calendar_date(entry.start.first_day);
    unsigned voices = voices_of(browse, card);

    if (track_cards_count(browse, card) == 1) {
        snprintf(id, size, "entry:%s", entry.id);
        if (voices != 0 && ui_find(kit->ui, id) >= 0)
            snprintf(id, size, "entry:%.56s:%s", entry.id, pack_document(kit->pack, first_voice(voices)).siglum);
        return;
    }
    snprintf(id, size, "cluster:all:%04d-%02d", date.year, date.month);
    if (ui_find(kit->ui, id) >= 0)
        snprintf(id, size, "cluster:all:%04d-%02d-%02d", date.year, date.month, date.day);
    for (int n = 2; ui_find(kit->ui, id) >= 0 && n < 100; n++)
        snprintf(id, size, "cluster:all:%04d-%02d-%02d.%d", date.year, date.month, date.day, n);
}

static void list_card(struct browse *browse, struct kit *kit, const struct column_card *card, const char *id, struct rect rect,
                      struct tones tones)
{
    int entry = browse->column->entries[card->lead];
    unsigned voices = voices_of(browse, card);
    int count = track_cards_count(browse, card);
    bool is_cluster = count > 1;
    struct ui_element element = parts_element(kit, id, is_cluster ? "cluster" : "entry", rect);
    char spoken[512];

    element.hit = rect_inset(rect, 0, (browse->plan.gap + 1) / 4);
    element.verb = is_cluster ? UI_OWN : UI_ENTRY;
    element.value = is_cluster ? ACT_CARD + ACT_OF_VOICE * (voices ? first_voice(voices) + 1 : 0) + entry : entry;
    element.is_focusable = true;
    element.view = VIEW_AXIS;
    if (is_cluster) {
        struct pack_text pattern = pack_string(kit->pack, kit->session->language, PACK_STRING_CLUSTER_TITLE, (unsigned)count);
        element.label = words_filled(browse, pattern, "n", count).bytes;
    } else {
        words_spoken(browse, kit, entry, voices ? first_voice(voices) : -1, spoken, sizeof spoken);
        element.label = pack_text(kit->pack, kit->session->language, PACK_ENTRY_SHORT, entry).bytes;
        element.spoken = spoken;
    }
    element.font_px = kit->look.type[TYPE_LABEL].size_px;
    element.cap_px = font_metrics(kit->fonts, FONT_DISPLAY, element.font_px).cap_px;
    element.ink = tones.ink;
    element.ground = tones.ground;
    ui_add(kit->ui, element);
    marks_claim_focus(browse, kit, id, track_cards_of(browse, browse->focus_entry, -1) == card);
    parts_focus(kit, id, rect_inset(rect, 6, 6), false);
}

/* The sign of the lane, with a copy behind it for others. */
static void draw_sign(struct browse *browse, struct kit *kit, const struct column_card *card, int x, int y, uint32_t ground)
{
    struct pack_entry entry = pack_entry(kit->pack, browse->column->entries[card->lead]);
    struct mark_style style = mark_style(kit, entry.lane, ground);
    int size = browse->plan.small + look_px(&kit->look, 6);
    bool has_tabs = has_red_tab(kit, browse->column->entries[card->lead], voices_of(browse, card));

    if (track_cards_count(browse, card) > 1)
        mark_draw_behind(browse, kit, &style, x, y, size);
    mark_draw(browse, kit, &style, x, y, size, entry.start.by == PACK_BY_EDITORS);
    if (browse->plan.voice == 0 && any_differs(browse, kit, card) && !has_tabs)
        mark_draw_tile(browse, kit, x, y, size);
}

/* At the far end of the card, where the panel has room: who speaks, and whether voices differ. */
struct signs {
    bool has_bar, has_tile;
    int bar, tile, pad, width; /* the width with what lies around them */
};

static struct signs signs_of(const struct browse *browse, struct kit *kit, const struct column_card *card)
{
    unsigned voices = voices_of(browse, card);
    struct signs signs = {.bar = parts_voice_bar_width(kit, browse->plan.voice),
                          .tile = browse->plan.sign * 12 / 10,
                          .pad = look_px(&kit->look, 12)};

    signs.has_bar = browse->plan.voice > 0 && voices == 0 && kit->look.step != TEXT_A_PLUS_PLUS;
    signs.has_tile = browse->plan.voice > 0 && any_differs(browse, kit, card)
        && !has_red_tab(kit, browse->column->entries[card->lead], voices);
    signs.width = signs.pad + (signs.has_bar ? signs.bar + signs.pad : 0) + (signs.has_tile ? signs.tile + signs.pad : 0);
    return signs;
}

static void draw_signs_at_end(struct browse *browse, struct kit *kit, const struct column_card *card, struct rect rect,
                              bool is_pressed)
{
    struct pack_entry entry = pack_entry(kit->pack, browse->column->entries[card->lead]);
    struct signs signs = signs_of(browse, kit, card);
    int x = rect.x + rect.w - signs.width;

    if (signs.has_tile)
        parts_differs(kit, (struct rect){x + signs.pad, rect.y + (rect.h - signs.tile) / 2, signs.tile, signs.tile},
                      is_pressed);
    if (signs.has_bar)
        parts_voice_bar(kit, entry.speaks, entry.differs, rect.x + rect.w - signs.pad - signs.bar,
                        rect.y + (rect.h - browse->plan.voice) / 2, browse->plan.voice,
                        look_tone(&kit->look, is_pressed ? TONE_CARD : TONE_INK));
}

/* Where the words of a card are, from its left side, and how wide. */
static struct rect words_box(struct browse *browse, struct kit *kit, const struct column_card *card, struct rect rect)
{
    int pad = look_px(&kit->look, 12), sign = browse->plan.small + look_px(&kit->look, 6);
    int left = 2 * pad + sign + (browse->plan.voice > 0 ? 0 : look_px(&kit->look, 14));

    return (struct rect){rect.x + left, rect.y, rect.w - left - signs_of(browse, kit, card).width, rect.h};
}

int track_card_need(struct browse *browse, struct kit *kit, const struct column_card *card)
{
    struct words words = words_of(browse, kit, card, words_box(browse, kit, card, track_cards_rect(browse, card)).w);

    return words.title + words.date + words.quoted + look_px(&kit->look, 6) + browse->plan.gap / 2;
}

void track_card_draw_ground(struct browse *browse, struct kit *kit, const struct column_card *card)
{
    struct rect rect = track_cards_rect(browse, card);

    draw_fill(kit->draw, rect, look_tone(&kit->look, TONE_CARD));
    if (kit->look.theme == THEME_CONTRAST)
        draw_frame(kit->draw, rect, 2, look_tone(&kit->look, TONE_INK));
}

static void draw_pressed(struct kit *kit, const char *id, struct rect rect)
{
    draw_fill(kit->draw, rect, look_tone(&kit->look, TONE_PAPER));
    draw_fill(kit->draw, parts_pressed(kit, id, rect), look_tone(&kit->look, TONE_INK));
}

void track_card_draw(struct browse *browse, struct kit *kit, const struct column_card *card)
{
    struct rect rect = track_cards_rect(browse, card);
    int pad = look_px(&kit->look, 12), sign = browse->plan.small + look_px(&kit->look, 6);
    char id[72];

    card_id(browse, kit, card, id, sizeof id);
    bool is_pressed = ui_is_pressed(kit->ui, id);
    uint32_t ground = look_tone(&kit->look, is_pressed ? TONE_INK : TONE_CARD);
    struct tones tones = {look_on(&kit->look, ground), ground};
    if (is_pressed)
        draw_pressed(kit, id, rect);
    draw_sign(browse, kit, card, rect.x + pad + sign / 2, rect.y + rect.h / 2, ground);
    draw_signs_at_end(browse, kit, card, rect, is_pressed);
    draw_words(browse, kit, card, words_box(browse, kit, card, rect), tones);
    list_card(browse, kit, card, id, rect, tones);
}
