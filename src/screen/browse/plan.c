#include "screen/browse/browse.h"

enum { CARD_LETTERS = 6 };

/* visual.md: marks and measures of each form, in its pixels. */
static const struct {
    float key, small, cluster, bar, tile, voice, edge, names, axis_foot;
} forms[] = {
    [FORM_LANDSCAPE] = {44, 26, 38, 34, 24, 15, 2.5f, 281, 9},
    [FORM_PORTRAIT] = {36, 24, 38, 22, 22, 20, 2.5f, 84, 0},
    [FORM_SMALL_PORTRAIT] = {36, 24, 36, 24, 24, 0, 2.5f, 66, 0},
    [FORM_SMALL] = {32, 20, 30, 26, 19, 0, 2, 138, 3},
};

/* Between labelled marks of neighbouring rows, where the copy behind a mark and a sign at its corner find room. */
enum { MARKS_APART_PX = 9 };

static int pitch_of(const struct plan *plan, const struct look *look, bool has_dates)
{
    int words = look->type[TYPE_LABEL].size_px * 11 / 10 + plan->gap / 2;

    words += has_dates ? look->type[TYPE_SMALL].size_px * 115 / 100 : 0;
    return larger(larger(plan->target_h + plan->gap, plan->key + look_px(look, MARKS_APART_PX)), words);
}

/* The smallest panel gives up dates on its marks rather than lanes. */
static bool can_have_dates(const struct plan *plan, const struct look *look)
{
    return look->form != FORM_SMALL || (look->step == TEXT_A && pitch_of(plan, look, true) <= plan->target_h + plan->gap);
}

/* What is read on a mark must fit into it at every text size. */
static void size_marks(struct plan *plan, const struct look *look, enum level level)
{
    int small = look->type[TYPE_SMALL].size_px, label = look->type[TYPE_LABEL].size_px;

    plan->gap = look_mm_x(look, look->panel.is_large ? 3 : 2);
    plan->key = look_px(look, forms[look->form].key);
    plan->small = look_px(look, forms[look->form].small);
    plan->cluster = larger(look_px(look, forms[look->form].cluster), small * 15 / 10);
    plan->bar = larger(look_px(look, forms[look->form].bar), label * 14 / 10);
    plan->tile = look_px(look, forms[look->form].tile);
    plan->sign = look_sign(look, forms[look->form].tile);
    plan->tile_reach = plan->tile / 2 + look_px(look, 5);
    plan->tile_room = larger(plan->tile / 2 + look_px(look, 3) - plan->gap, 0);
    plan->voice = look_sign(look, forms[look->form].voice);
    plan->edge = larger(2, look_px(look, forms[look->form].edge));
    plan->label_gap = look_px(look, 12);
    plan->part_gap = larger(look_px(look, 8) + plan->edge, small * 3 / 10); /* the sign has an edge around it */
    plan->tile_clear = (plan->key + plan->tile) / 2 + plan->part_gap;
    plan->words_gap = look->form == FORM_SMALL ? 2 * plan->label_gap : look_px(look, 40);
    plan->badge = small * 17 / 10 + plan->sign + 2 * plan->part_gap; /* "+12" and a sign that voices differ */
    plan->target_w = larger(look_target_w(look), plan->cluster);
    plan->target_h = larger(look_target_h(look), plan->cluster);
    plan->has_dates = level >= LEVEL_WEEKS && can_have_dates(plan, look);
    plan->pitch = pitch_of(plan, look, plan->has_dates);
    plan->bare_pitch = pitch_of(plan, look, false);
    plan->folded = larger(larger(look_px(look, 48), plan->target_h + plan->gap), 2 * small + 4); /* a name may take two lines */
}

static int axis_height(const struct look *look, enum level level, bool has_foot)
{
    int years = look->type[TYPE_YEAR].line_px + (has_foot ? look_px(look, forms[look->form].axis_foot) : 0);
    int two_lines = (look->type[TYPE_LABEL].size_px + look->type[TYPE_SMALL].size_px) * 11 / 10;

    two_lines += look->form == FORM_SMALL ? 0 : look_px(look, 8);
    return level == LEVEL_YEARS ? years : larger(years, two_lines);
}

static int names_width(const struct look *look)
{
    static const float grown[TEXT_STEP_COUNT] = {1, 1.15f, 1.4f};
    bool is_small = look->form == FORM_SMALL;
    int words = look_px(look, forms[look->form].names * grown[is_small && look->step ? TEXT_A_PLUS_PLUS : look->step]);

    return is_small ? words + look_px(look, 12) : words; /* there the words take the whole width up to that */
}

/* Labels come before the strip: it goes where lanes could not have two rows each beside it. */
static bool has_overview(const struct browse *browse, const struct kit *kit, int room, int needed)
{
    int two_rows = 2 * browse->lane_count * pitch_of(&browse->plan, &kit->look, false);

    return kit->look.form == FORM_LANDSCAPE && room - overview_height(kit, false) >= larger(needed, two_rows);
}

static void place_lanes(struct browse *browse, struct kit *kit)
{
    struct plan *plan = &browse->plan;
    struct rect area = kit->area;
    int names = names_width(&kit->look), side = kit->look.margin;
    int x = parts_is_mirrored(kit) ? area.x + side : area.x + names, width = area.w - names - side;
    int header = heading_height(browse, kit);
    /* the same at every level, or zooming would change what kind of screen this is */
    int room = area.h - header - axis_height(&kit->look, LEVEL_DAYS, true) - plan->gap / 2;
    int needed = browse->lane_count * pitch_of(plan, &kit->look, can_have_dates(plan, &kit->look));
    bool has_strip = has_overview(browse, kit, room, needed);

    plan->overview_has_years = has_strip && travel_is_zoomed(browse);
    int axis = axis_height(&kit->look, browse->level, !plan->overview_has_years), top = area.y + header + axis;
    int overview = has_strip ? overview_height(kit, plan->overview_has_years) : 0;
    int height = area.h - header - axis - (overview > 0 ? overview : plan->gap / 2);
    plan->shape = room < needed ? SHAPE_LIST : SHAPE_LANES;
    plan->header = (struct rect){area.x, area.y, area.w, header};
    plan->axis = (struct rect){x, area.y + header, width, axis};
    plan->lanes = (struct rect){x, top, width, height};
    plan->names = (struct rect){parts_is_mirrored(kit) ? area.x + area.w - names : area.x, top, names, height};
    plan->overview = (struct rect){x, top + height, width, overview};
}

/* In the smallest letters: "120 BC" takes more than four digits. */
static int widest_year(struct browse *browse, struct kit *kit)
{
    int first = calendar_date(pack_exhibit(kit->pack).start_day).year;

    return first < 1 ? words_year_block(browse, kit, TYPE_SMALL, first)->widest_px : 0;
}

/* Along the width: years, tracks, gutter, cards; down: heads of the tracks, then all of them, then the keys. */
struct columns {
    int years, tracks, heads, gutter, side, keys;
};

/* How far marks that are touched reach over both ends of the axis. */
static int over_axis(const struct browse *browse, const struct kit *kit, int tracks)
{
    const struct plan *plan = &browse->plan;
    bool is_too_narrow = tracks / browse->lane_count < plan->target_w + plan->gap;

    return kit->look.form == FORM_SMALL_PORTRAIT && is_too_narrow ? 0 : plan->target_h / 2;
}

static struct columns columns_far(struct browse *browse, struct kit *kit)
{
    const struct look *look = &kit->look;
    bool is_small = look->form == FORM_SMALL_PORTRAIT;
    struct columns columns = {.years = look_px(look, is_small ? 96 : 124),
                              .tracks = look_px(look, is_small ? 216 : 344),
                              .heads = look_px(look, is_small ? 0 : 80),
                              .gutter = look_px(look, is_small ? 24 : 40),
                              .side = look_px(look, is_small ? 14 : 44)};
    int over = over_axis(browse, kit, columns.tracks);

    columns.years = larger(larger(columns.years, look->type[TYPE_YEAR].size_px * 5 / 2),
                           widest_year(browse, kit) + look_px(look, 30));
    columns.heads = larger(columns.heads, over);
    columns.keys = heading_key_size(kit) + 2 * larger(browse->plan.gap + over, look_px(look, 24));
    return columns;
}

/* For days: a band and the sigla over wider tracks, and on a small screen the head names the year. */
static struct columns columns_close_up(const struct browse *browse, const struct kit *kit, struct columns columns)
{
    const struct look *look = &kit->look;
    int small = look->type[TYPE_SMALL].size_px, over = over_axis(browse, kit, columns.tracks);
    bool is_small = look->form == FORM_SMALL_PORTRAIT;

    if (is_small)
        columns.years = larger(look_px(look, 72), small * 5 / 2);
    columns.tracks = look_px(look, is_small ? 240 : 380);
    columns.heads = larger(larger(look_px(look, is_small ? 66 : 80), small * 28 / 10), over);
    return columns;
}

/* Cards too narrow for words are no cards. */
static bool have_cards_room(const struct kit *kit, struct columns far, struct columns close_up)
{
    int before = far.side + far.gutter + larger(far.tracks + far.years, close_up.tracks + close_up.years);

    return kit->area.w - before >= kit->look.type[TYPE_LABEL].size_px * CARD_LETTERS;
}

static void place_tracks(struct browse *browse, struct kit *kit)
{
    struct plan *plan = &browse->plan;
    struct rect area = kit->area;
    struct columns far = columns_far(browse, kit), close_up = columns_close_up(browse, kit, far);
    struct columns columns = browse->level == LEVEL_DAYS ? close_up : far;
    int header = heading_height(browse, kit), top = area.y + header + columns.heads;
    int ends = (plan->cluster + plan->tile) / 2 + plan->edge; /* a mark on the first day or the last is whole, with its sign */

    if (!have_cards_room(kit, far, close_up)) { /* at every level alike */
        plan->shape = SHAPE_LIST;
        return;
    }
    plan->header = (struct rect){area.x, area.y, area.w, header};
    plan->lanes = (struct rect){area.x + columns.years, top, columns.tracks, area.h - header - columns.heads - columns.keys};
    plan->axis = (struct rect){area.x, top + ends, columns.years, plan->lanes.h - 2 * ends};
    plan->names = (struct rect){plan->lanes.x, top - columns.heads, columns.tracks, columns.heads};
    plan->cards = (struct rect){plan->lanes.x + columns.tracks + columns.gutter, top, 0, plan->lanes.h};
    plan->cards.w = area.x + area.w - columns.side - plan->cards.x;
    plan->keys = (struct rect){area.x + columns.side, top + plan->lanes.h, area.w - 2 * columns.side, columns.keys};
}

static void place_list(struct browse *browse, struct kit *kit)
{
    struct plan *plan = &browse->plan;
    struct rect area = kit->area;
    int keys = heading_key_size(kit) + 2 * plan->gap + 2;

    plan->header = (struct rect){area.x, area.y, area.w, heading_height(browse, kit)};
    plan->keys = (struct rect){area.x + kit->look.margin, area.y + area.h - keys, area.w - 2 * kit->look.margin, keys};
    plan->lanes = (struct rect){area.x + kit->look.margin, area.y + plan->header.h, area.w - 2 * kit->look.margin,
                                area.h - plan->header.h - keys};
    plan->axis = plan->names = plan->cards = plan->overview = (struct rect){0};
}

static bool is_list(const struct look *look)
{
    return look->step == TEXT_A_PLUS_PLUS && (look->form == FORM_SMALL || look->form == FORM_SMALL_PORTRAIT);
}

void plan_make(struct browse *browse, struct kit *kit)
{
    enum form form = kit->look.form;
    bool is_portrait = form == FORM_PORTRAIT || form == FORM_SMALL_PORTRAIT;

    browse->plan = (struct plan){.shape = is_list(&kit->look) ? SHAPE_LIST : is_portrait ? SHAPE_TRACKS : SHAPE_LANES};
    size_marks(&browse->plan, &kit->look, browse->level);
    if (is_portrait && !is_list(&kit->look))
        place_tracks(browse, kit);
    else if (!is_list(&kit->look))
        place_lanes(browse, kit);
    if (browse->plan.shape == SHAPE_LIST) /* by the text size, or because the lanes have no room */
        place_list(browse, kit);
    double length = browse->plan.shape == SHAPE_TRACKS ? browse->plan.axis.h : browse->plan.lanes.w;
    browse->camera.length_px = length > 1 ? length : 1;
}
