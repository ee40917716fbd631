/* A key: words, an icon or both, in a frame. */
#include "screen/parts.h"
#include "screen/text_size.h"

static struct block_style key_style(const struct kit *kit)
{
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_KEY);

    style.is_single = true;
    return style;
}

static int icon_px(const struct kit *kit, const struct key *key)
{
    return key->has_icon ? parts_icon_px(key->icon, larger(look_sign(&kit->look, 28), kit->look.type[TYPE_KEY].size_px)) : 0;
}

static int key_padding(const struct kit *kit)
{
    return look_px(&kit->look, 24);
}

int parts_key_width(struct kit *kit, const struct key *key)
{
    int padding = key_padding(kit);
    int words = key->words.length ? block_line_width(kit->fonts, key->words, key_style(kit)) : 0;
    int icon = icon_px(kit, key);
    int gap = words && icon ? look_px(&kit->look, 14) : 0;
    int width = words + icon + gap + 2 * padding;

    return width < look_target_w(&kit->look) ? look_target_w(&kit->look) : width;
}

/* What is left free at both ends of a key where its words are wide. */
static int least_padding(const struct kit *kit)
{
    return look_px(&kit->look, 8);
}

/* Words that would press an icon out of the key are as much smaller as they may be. */
static struct block_style style_inside(struct kit *kit, const struct key *key, int width_px)
{
    struct block_style style = key_style(kit);
    int around = icon_px(kit, key) + look_px(&kit->look, 8) + 2 * least_padding(kit), words_w;

    if (!key->has_icon || key->words.length == 0)
        return style;
    words_w = block_line_width(kit->fonts, key->words, style);
    if (words_w > width_px - around)
        style.size_px = larger(style.size_px * (width_px - around) / words_w, look_least_em(&kit->look));
    return style;
}

struct rect parts_pressed(const struct kit *kit, const char *id, struct rect rect)
{
    if (!ui_is_pressed(kit->ui, id) || kit->look.reduced_motion)
        return rect;
    return rect_inset(rect, rect.w / 100, rect.h / 100);
}

void parts_press_edge(struct kit *kit, const char *id, struct rect rect, uint32_t ground)
{
    int edge = look_px(&kit->look, 4) > 3 ? look_px(&kit->look, 4) : 3;

    if (ui_is_pressed(kit->ui, id))
        draw_frame(kit->draw, rect, edge, look_on(&kit->look, ground));
}

void parts_focus(struct kit *kit, const char *id, struct rect rect, bool on_dark)
{
    int outer = look_mm_x(&kit->look, 1.0f) > 3 ? look_mm_x(&kit->look, 1.0f) : 3;
    int inner = look_mm_x(&kit->look, 0.5f);
    uint32_t first = look_tone(&kit->look, on_dark ? TONE_INK : TONE_CARD);
    uint32_t second = look_tone(&kit->look, on_dark ? TONE_PAPER : TONE_FOCUS);

    if (!ui_is_focused(kit->ui, id))
        return;
    draw_frame(kit->draw, rect_inset(rect, -inner, -inner), inner, first);
    draw_frame(kit->draw, rect_inset(rect, -inner - outer, -inner - outer), outer, second);
}

static void key_colours(const struct kit *kit, const struct key *key, uint32_t *fill, uint32_t *ink)
{
    bool is_dark = (key->look == KEY_DARK) != (key->is_on || key->is_current);
    bool is_pressed = ui_is_pressed(kit->ui, key->id);

    *fill = look_tone(&kit->look, is_dark ? TONE_INK : TONE_CARD);
    if (is_pressed && is_dark && kit->look.theme == THEME_STANDARD)
        *fill = look_tone(&kit->look, TONE_BLUE);
    else if (is_pressed)
        *fill = look_tone(&kit->look, is_dark ? TONE_CARD : TONE_INK);
    *ink = look_on(&kit->look, *fill);
}

/* Where icon and words stand in a key. */
struct inside {
    int icon, icon_x, words_x; /* icon: its size */
};

/* In the middle, side by side; large words leave less for the icon. The boxes of switches stand in a column at the start. */
static struct inside place_inside(const struct kit *kit, const struct key *key, struct rect rect, int words_w)
{
    bool icon_is_left = key->icon_first != parts_is_mirrored(kit);
    int icon = icon_px(kit, key), padding = key_padding(kit), gap = words_w > 0 && icon > 0 ? look_px(&kit->look, 14) : 0;
    int room = rect.w - words_w - 2 * least_padding(kit), most = rect.h * 5 / 6, x;

    icon = icon < most ? icon : most;
    if (icon + gap > room && words_w > 0) {
        gap = gap * 4 / 7;
        icon = icon + gap < room ? icon : larger(room - gap, 0);
    }
    if (key->is_switch && words_w + 2 * (icon + gap + padding) <= rect.w)
        return (struct inside){icon, icon_is_left ? rect.x + padding : rect.x + rect.w - padding - icon,
                               rect.x + (rect.w - words_w) / 2};
    x = rect.x + (rect.w - words_w - gap - icon) / 2;
    return (struct inside){icon, icon_is_left ? x : x + words_w + gap, icon_is_left ? x + icon + gap : x};
}

static void list_key(struct kit *kit, const struct key *key, struct rect rect, struct block_style style, uint32_t ink,
                     uint32_t fill)
{
    struct ui_element element = parts_element(kit, key->id, key->is_switch ? "switch" : "button", rect);
    char spoken[TEXT_SIZE_SPOKEN_MAX];

    element.hit = rect;
    element.verb = key->verb;
    element.value = key->value;
    element.repeats = key->repeats;
    element.is_on = key->is_on;
    element.is_current = key->is_current;
    element.is_focusable = true;
    element.label = key->label.length ? key->label.bytes : key->words.bytes;
    if (key->lang)
        element.lang = key->lang;
    if (key->label.bytes != key->words.bytes)
        element.tab = key->label;
    element.tab_room = key->label_room;
    if (key->verb == UI_TEXT_SIZE)
        element.spoken = text_size_spoken(kit, spoken);
    element.font_px = style.size_px;
    element.cap_px = font_metrics(kit->fonts, style.role, style.size_px).cap_px;
    element.ink = ink;
    element.ground = fill;
    ui_add(kit->ui, element);
}

void parts_key(struct kit *kit, const struct key *key, struct rect rect)
{
    struct rect drawn = parts_pressed(kit, key->id, rect);
    struct block_style style = style_inside(kit, key, rect.w);
    const struct block *words = key->words.length ? parts_block(kit, key->words, style, drawn.w) : NULL;
    struct inside inside = place_inside(kit, key, drawn, words ? words->widest_px : 0);
    int edge = look_px(&kit->look, 2.5f);
    uint32_t fill, ink;

    key_colours(kit, key, &fill, &ink);
    draw_fill(kit->draw, drawn, fill);
    draw_frame(kit->draw, drawn, edge > 1 ? edge : 2, look_tone(&kit->look, TONE_INK));
    if (kit->look.theme == THEME_STANDARD && fill == look_tone(&kit->look, TONE_BLUE)) /* too near to ink by itself */
        parts_press_edge(kit, key->id, drawn, fill);
    if (key->has_icon)
        draw_icon(kit->draw, key->icon,
                  (struct rect){inside.icon_x, drawn.y + (drawn.h - inside.icon) / 2, inside.icon, inside.icon}, ink);
    if (words)
        draw_block(kit->draw, words, inside.words_x, drawn.y + (drawn.h - words->height_px) / 2,
                   (struct draw_ink){.colour = ink, .mark_ground = DRAW_NO_GROUND});
    parts_focus(kit, key->id, rect, false);
    list_key(kit, key, rect, style, ink, fill);
}
