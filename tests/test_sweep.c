/*
 * Every screen on every panel at every text size, in every language and both themes, held against the rules of interaction.md.
 * Combinations that only repeat each other are taken in turn: each pair of panel and text size sees every screen and every
 * language, and high contrast in one of them.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "drawn_blocks.h"
#include "drawn_sizes.h"
#include "hostile.h"
#include "input/gesture.h"
#include "kiosk_room.h"
#include "platform/window.h"
#include "timeline/timeline.h"
#include "ui_rules.h"

enum { SHOWN_MOST = 60, SLIDES = 8, SLIDE_MS = 10000 };

static const char *const panels[] = {"P1", "P2", "P3", "P4", "P5", "P6", "P7"};
static const char *const steps[] = {"A", "A+", "A++"};

enum { PANELS = sizeof panels / sizeof panels[0], FIRST_LARGE = 2 };

struct sweep {
    struct room room;
    char where[120];  /* "P1 turned, A++, contrast, lt" */
    char screen[120]; /* "event rapallo-treaty" */
    char window[120];
    int findings, screens;
    int full_lines, full_characters; /* of documents on large panels at the usual text size */
    bool cannot_divide; /* there are no hyphenation patterns for its languages */
    uint32_t *pixels; /* of the panel; NULL = only the list is looked at */
};

/* ---- looking ---- */

static void found(void *context, const struct ui_finding *finding)
{
    struct sweep *sweep = context;

    if (++sweep->findings <= SHOWN_MOST || getenv("SWEEP_ALL"))
        print_error("%s, %s: %s: %s\n", sweep->where, sweep->screen, finding->rule, finding->text);
}

__attribute__((format(printf, 3, 4))) static void complain(struct sweep *sweep, const char *rule, const char *format, ...)
{
    struct ui_finding finding = {.rule = rule};
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(finding.text, sizeof finding.text, format, arguments);
    va_end(arguments);
    found(sweep, &finding);
}

/* D4 for every letter, also those that no element tells of. */
static void check_letters(struct sweep *sweep)
{
    static const double least[] = {0.34, 0.45, 0.70};
    const struct look *look = stage_look(sweep->room.stage);
    struct drawn_size drawn = drawn_sizes_smallest();
    double mm = (double)drawn.cap_px / (double)look->panel.px_per_mm_y;
    double degrees = atan(mm / (double)look->panel.viewing_mm) * 180 / M_PI;

    /* a height of capitals is whole pixels here */
    if (drawn.cap_px > 0 && degrees < least[look->step] * (double)drawn.cap_px / (double)(drawn.cap_px + 1))
        complain(sweep, "D4", "\"%s\" is drawn in %d px, its capitals are %.3f degrees", drawn.words, drawn.size_px, degrees);
}

static bool is_like(uint32_t a, uint32_t b, int tolerance)
{
    for (int shift = 0; shift < 24; shift += 8)
        if (abs((int)(a >> shift & 255) - (int)(b >> shift & 255)) > tolerance)
            return false;
    return true;
}

/* C1 is measured between the ink and the ground an element names: they are what is seen. */
static void check_colours(struct sweep *sweep, const struct ui_element *element)
{
    int width = stage_look(sweep->room.stage)->panel.width_px, inked = 0, grounded = 0, all;
    struct rect rect = element->rect;

    all = rect.w * rect.h;
    if (element->font_px == 0 || all <= 0)
        return;
    for (int y = rect.y; y < rect.y + rect.h; y++) {
        for (int x = rect.x; x < rect.x + rect.w; x++) {
            inked += is_like(sweep->pixels[y * width + x], element->ink, 24);
            grounded += is_like(sweep->pixels[y * width + x], element->ground, 4);
        }
    }
    if (grounded < all / 5)
        complain(sweep, "C1", "%s stands on its ground #%06X in %d of %d pixels", element->id, element->ground, grounded, all);
    if (inked == 0)
        complain(sweep, "C1", "%s has nothing in its ink #%06X", element->id, element->ink);
}

static bool is_inside(struct rect outer, struct rect rect)
{
    return rect.x >= outer.x && rect.y >= outer.y && rect.x + rect.w <= outer.x + outer.w
        && rect.y + rect.h <= outer.y + outer.h;
}

/* Not under the fade at an edge of what scrolls, and not a mark, which covers its ground itself. */
static bool is_plain(struct sweep *sweep, const struct ui_element *element)
{
    const struct ui *ui = room_ui(&sweep->room);
    int fade = look_px(stage_look(sweep->room.stage), 52);

    if (strcmp(element->role, "cluster") == 0)
        return false;
    for (int i = 0; i < ui_count(ui); i++) {
        const struct ui_element *view = ui_at(ui, i);

        if (strcmp(view->role, "view") == 0 && view->view == element->view)
            return is_inside(rect_inset(view->rect, view->axes & GESTURE_X ? fade : 0, view->axes & GESTURE_Y ? fade : 0),
                             element->rect);
    }
    return true;
}

static void check_picture(struct sweep *sweep)
{
    const struct ui *ui = room_ui(&sweep->room);
    struct rect panel = {0, 0, stage_look(sweep->room.stage)->panel.width_px, stage_look(sweep->room.stage)->panel.height_px};

    check_letters(sweep);
    stage_make_dirty(sweep->room.stage);
    room_draw(&sweep->room);
    assert_true(window_read_pixels(sweep->room.window, sweep->pixels));
    for (int i = ui_rules_first_seen(ui); i < ui_count(ui); i++)
        if (is_inside(panel, ui_at(ui, i)->rect) && is_plain(sweep, ui_at(ui, i)))
            check_colours(sweep, ui_at(ui, i));
}

static bool is_in_band(const struct sweep *sweep)
{
    return room_session(&sweep->room)->reach;
}

/* A5: every target lies in the band. */
static void check_band(struct sweep *sweep)
{
    const struct ui *ui = room_ui(&sweep->room);
    struct rect frame = stage_frame(sweep->room.stage);

    for (int i = 0; i < ui_count(ui); i++)
        if (ui_rules_is_target(ui, i) && !is_inside(frame, ui_at(ui, i)->hit))
            complain(sweep, "A5", "%s is not in the band", ui_at(ui, i)->id);
}

/* The list is in pixels of the whole panel, of which the screens see the band only. */
static struct look panel_look(const struct sweep *sweep)
{
    struct look look = *stage_look(sweep->room.stage);
    struct rect frame = stage_frame(sweep->room.stage);

    if (is_in_band(sweep))
        look.panel.height_px = frame.y + frame.h;
    return look;
}

static bool is_on(const struct sweep *sweep, const char *screen)
{
    return strncmp(sweep->screen, screen, strlen(screen)) == 0;
}

/* L6: words keep to their room, and on the timeline no edge of it cuts them. Y2: every letter is in its face. Y3: a line of a document is not longer than can be read. */
static void check_blocks(struct sweep *sweep)
{
    char notdef[80];
    const struct look *look = stage_look(sweep->room.stage);
    struct drawn_blocks drawn = drawn_blocks_take();

    drawn_sizes_notdef(notdef);
    if (notdef[0])
        complain(sweep, "Y2", "\"%s\" is drawn in a face that lacks a letter of it", notdef);
    if (drawn.overfull[0])
        complain(sweep, "L6", "\"%s\" is %d px wide in a room of %d", drawn.overfull, drawn.overfull_px, drawn.room_px);
    if (drawn.torn[0] && !sweep->cannot_divide)
        complain(sweep, "Y17", "a word of \"%s\" is torn apart", drawn.torn);
    bool is_upright = look->form == FORM_PORTRAIT || look->form == FORM_SMALL_PORTRAIT;
    if (drawn.cut[0] && is_on(sweep, "timeline") && !is_upright)
        complain(sweep, "L6", "an edge cuts \"%s\"", drawn.cut);
    if (drawn.longest > 75)
        complain(sweep, "Y3", "a line of \"%s\" has %d characters", drawn.longest_words, drawn.longest);
    if (look->form == FORM_LANDSCAPE && look->step == TEXT_A && (is_on(sweep, "reader") || is_on(sweep, "passage"))) {
        sweep->full_lines += drawn.full_lines;
        sweep->full_characters += drawn.full_characters;
    }
}

__attribute__((format(printf, 2, 3))) static void look_at(struct sweep *sweep, const char *format, ...)
{
    struct look look;
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(sweep->screen, sizeof sweep->screen, format, arguments);
    va_end(arguments);
    sweep->screens++;
    look = panel_look(sweep);
    ui_rules_check(room_ui(&sweep->room), &look, found, sweep);
    if (is_in_band(sweep))
        check_band(sweep);
    drawn_blocks_take();
    stage_make_dirty(sweep->room.stage);
    room_draw(&sweep->room);
    check_blocks(sweep);
    if (sweep->pixels)
        check_picture(sweep);
}

static const char *tag_of(const struct sweep *sweep, int language)
{
    return pack_language(sweep->room.pack, language).tag;
}

/* ---- screens ---- */

static void sweep_first_screens(struct sweep *sweep, int language)
{
    stage_fire(sweep->room.stage, UI_START_OVER, 0, sweep->room.now_ms);
    room_visit(&sweep->room, language, room_stop(SCREEN_ATTRACT));
    for (int slide = 0; slide < SLIDES; slide++) {
        look_at(sweep, "attract, slide %d", slide);
        room_wait(&sweep->room, SLIDE_MS);
    }
    room_visit(&sweep->room, language, room_stop(SCREEN_LANGUAGES));
    look_at(sweep, "languages");
}

/* Windows of the timeline: how much of the exhibit, and where their middle lies. The levels change at 4 years, 1 year and 10
 * weeks of eight years. */
static const struct window {
    double part, middle;
} windows[] = {
    {1, 0.5},     {0.6, 0.3},  {0.48, 0.24},   {0.3, 0.15},     {0.25, 0.66},  {0.14, 0.1},     {0.12, 0.665},   {0.1, 0.9},
    {0.06, 0.11}, {0.03, 0.1}, {0.022, 0.661}, {0.011, 0.1065}, {0.011, 0.66}, {0.0048, 0.106}, {0.0048, 0.998},
};

enum { WINDOWS = sizeof windows / sizeof windows[0] };

static void show_window(struct sweep *sweep, int language, const struct window *window)
{
    struct pack_exhibit exhibit = pack_exhibit(sweep->room.pack);
    double whole = exhibit.end_day + 1.0 - exhibit.start_day, days = whole * window->part;

    room_show_days(&sweep->room, language, exhibit.start_day + whole * window->middle - days / 2, days);
}

/* Fires an element as a tap on it would; false: it is not there. */
static bool fire(struct sweep *sweep, const char *id)
{
    const struct ui_element *element = room_find(&sweep->room, id);

    if (!element)
        return false;
    stage_fire(sweep->room.stage, element->verb, element->value, sweep->room.now_ms);
    room_wait(&sweep->room, 300);
    return true;
}

/* The screen and every page of it that its keys lead to. */
static void look_at_pages(struct sweep *sweep, const char *name)
{
    static const char *const keys[] = {"page:down", "page:documents:down"};
    int page = 1;

    look_at(sweep, "%s", name);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        while (page < 40 && fire(sweep, keys[i]))
            look_at(sweep, "%s, page %d", name, ++page);
}

/* The words explained, if the page has the key to them, and every page of the panel. */
static void look_at_words(struct sweep *sweep, const char *name)
{
    int page = 1;

    if (!fire(sweep, "words:open"))
        return;
    look_at(sweep, "%s, words", name);
    while (page < 40 && fire(sweep, "words:down"))
        look_at(sweep, "%s, words, page %d", name, ++page);
    if (!fire(sweep, "words:close") || !room_find(&sweep->room, "words:open"))
        complain(sweep, "A10", "the words explained do not close");
}

/* ---- every entry can be reached (K8, A10, visual.md) ---- */

enum { CLUSTERS_MOST = 400 };

struct reach {
    bool *is_reached; /* by entry */
    int clusters[CLUSTERS_MOST], count;
};

static void reach_shown(struct sweep *sweep, struct reach *reach)
{
    const struct ui *ui = room_ui(&sweep->room);

    for (int i = 0; i < ui_count(ui); i++) {
        const struct ui_element *element = ui_at(ui, i);

        if (element->verb == UI_ENTRY && ui_rules_is_target(ui, i))
            reach->is_reached[element->value] = true;
        if (strcmp(element->role, "cluster") == 0 && ui_rules_is_target(ui, i) && reach->count < CLUSTERS_MOST)
            reach->clusters[reach->count++] = element->value;
    }
}

static void reach_members(struct sweep *sweep, struct reach *reach, int cluster)
{
    stage_fire(sweep->room.stage, UI_OWN, cluster, sweep->room.now_ms);
    room_wait(&sweep->room, 100);
    if (!room_find(&sweep->room, "list:panel")) {
        complain(sweep, "T2", "a cluster does not open");
        return;
    }
    look_at(sweep, "%.80s: list %d", sweep->window, cluster);
    reach_shown(sweep, reach);
    while (fire(sweep, "list:on"))
        reach_shown(sweep, reach);
    fire(sweep, "list:outside");
}

/* In the list of rule A2 everything is scrolled to. */
static void reach_pages(struct sweep *sweep, struct reach *reach)
{
    int entries = pack_exhibit(sweep->room.pack).entries;

    for (int page = 0; page < 200 + entries && fire(sweep, "nav:earlier"); page++)
        continue;
    reach_shown(sweep, reach);
    for (int page = 0; page < 200 + entries && fire(sweep, "nav:later"); page++)
        reach_shown(sweep, reach);
}

static bool is_in_window(const struct sweep *sweep, int entry)
{
    const struct session *session = room_session(&sweep->room);
    struct pack_entry what = pack_entry(sweep->room.pack, entry);
    double first = session->view_first_day, end = first + session->view_days, margin = session->view_days * 0.002;
    double day = timeline_mark_day(&what);

    if (what.is_span)
        return timeline_span_first(&what) < end - margin && timeline_span_end(&what) > first + margin;
    return day > first + margin && day < end - margin;
}

static void reach_all(struct sweep *sweep)
{
    int entries = pack_exhibit(sweep->room.pack).entries;
    struct reach reach = {.is_reached = calloc((size_t)entries, sizeof(bool))};

    assert_non_null(reach.is_reached);
    reach_shown(sweep, &reach);
    for (int i = 0, count = reach.count; i < count; i++)
        reach_members(sweep, &reach, reach.clusters[i]);
    if (!room_find(&sweep->room, "zoom:in") && !room_find(&sweep->room, "zoom:out"))
        reach_pages(sweep, &reach);
    snprintf(sweep->screen, sizeof sweep->screen, "%.100s", sweep->window);
    for (int entry = 0; entry < entries; entry++)
        if (is_in_window(sweep, entry) && !reach.is_reached[entry])
            complain(sweep, "K8", "%s cannot be reached", pack_entry(sweep->room.pack, entry).id);
    free(reach.is_reached);
}

static bool is_mark(const struct ui_element *element)
{
    return strcmp(element->role, "entry") == 0 || strcmp(element->role, "cluster") == 0;
}

/* Marks above each other are apart by more than a labelled one is high. */
static void check_rows(struct sweep *sweep)
{
    const struct ui *ui = room_ui(&sweep->room);
    const struct look *look = stage_look(sweep->room.stage);
    int key = look_px(look, 44), least = key + look_px(look, 2);

    for (int i = 0; i < ui_count(ui) && look->form == FORM_LANDSCAPE; i++) {
        for (int k = i + 1; k < ui_count(ui); k++) {
            const struct ui_element *a = ui_at(ui, i), *b = ui_at(ui, k);
            int down = abs(a->rect.y + a->rect.h / 2 - b->rect.y - b->rect.h / 2);

            if (is_mark(a) && is_mark(b) && down > 2 && down < least)
                complain(sweep, "T2", "%s and %s are %d px above each other, less than %d", a->id, b->id, down, least);
        }
    }
}

static void sweep_timeline(struct sweep *sweep, int language, int turn)
{
    for (int w = turn % 3; w < WINDOWS; w += 3) {
        show_window(sweep, language, &windows[w]);
        snprintf(sweep->window, sizeof sweep->window, "timeline %.4f at %.3f", windows[w].part, windows[w].middle);
        look_at(sweep, "%s", sweep->window);
        check_rows(sweep);
        if (w == 0 || w % 5 == turn % 5)
            reach_all(sweep);
    }
}

/* ---- the other screens ---- */

static void sweep_event(struct sweep *sweep, int language, int entry)
{
    struct stop stop = room_stop(SCREEN_EVENT);
    char name[100];

    stop.entry = entry;
    room_visit(&sweep->room, language, stop);
    snprintf(name, sizeof name, "event %.80s", pack_entry(sweep->room.pack, entry).id);
    look_at_words(sweep, name);
    look_at_pages(sweep, name);
}

static void sweep_comparison(struct sweep *sweep, int language, int disagreement)
{
    struct stop stop = room_stop(SCREEN_COMPARE);
    char name[100];

    stop.disagreement = disagreement;
    stop.entry = pack_disagreement(sweep->room.pack, disagreement).entry;
    room_visit(&sweep->room, language, stop);
    snprintf(name, sizeof name, "comparison %.30s of %.50s", pack_disagreement(sweep->room.pack, disagreement).id,
             pack_entry(sweep->room.pack, stop.entry).id);
    look_at_pages(sweep, name);
}

static void sweep_reader(struct sweep *sweep, int language, int document, int paragraph, bool is_translated)
{
    struct stop stop = room_stop(SCREEN_READER);
    struct pack_document what = pack_document(sweep->room.pack, document);
    char name[60];

    stop.document = document;
    stop.paragraph = paragraph >= 0 ? what.first_paragraph + paragraph % what.paragraph_count : -1;
    stop.is_translated = is_translated;
    room_visit(&sweep->room, language, stop);
    snprintf(name, sizeof name, "reader %.8s p%d%s", what.siglum, paragraph, is_translated ? " translated" : "");
    look_at(sweep, "%s", name);
    look_at_words(sweep, name);
}

static void sweep_passage(struct sweep *sweep, int language, int source)
{
    struct stop stop = room_stop(SCREEN_READER);

    stop.source = source;
    stop.document = pack_source(sweep->room.pack, source).document;
    stop.paragraph = pack_piece(sweep->room.pack, pack_source(sweep->room.pack, source).first_piece).paragraph;
    room_visit(&sweep->room, language, stop);
    look_at(sweep, "passage %s", pack_source(sweep->room.pack, source).label);
}

static void sweep_overlays(struct sweep *sweep, int language)
{
    room_show_days(&sweep->room, language, pack_exhibit(sweep->room.pack).start_day, 2000);
    stage_fire(sweep->room.stage, UI_ACCESS, 0, sweep->room.now_ms);
    room_wait(&sweep->room, 300);
    look_at(sweep, "access");
    stage_fire(sweep->room.stage, UI_HELP, 0, sweep->room.now_ms);
    room_wait(&sweep->room, 300);
    look_at(sweep, "help");
    stage_fire(sweep->room.stage, UI_HELP, 0, sweep->room.now_ms);
    for (int s = 0; s < 300 && strcmp(stage_idle_name(sweep->room.stage), "warn") != 0; s++)
        room_wait(&sweep->room, 1000);
    look_at(sweep, "warning");
    room_key(&sweep->room, ACTION_HELP); /* goes on */
}

/* One of so many, and of a large number a few. */
static int step_of(int count, int step)
{
    return count > 9 * step ? count / 9 : count > step ? step : 1;
}

static void sweep_all(struct sweep *sweep, int language, int turn)
{
    struct pack_exhibit exhibit = pack_exhibit(sweep->room.pack);
    int disagreements = pack_disagreement_count(sweep->room.pack), entry_step = step_of(exhibit.entries, 13);
    int disagreement_step = step_of(disagreements, 3);
    struct pack_entry entry = pack_entry(sweep->room.pack, turn * 5 % exhibit.entries);

    if (stage_look(sweep->room.stage)->step == TEXT_A && !is_in_band(sweep)) /* a visit begins there (I6) */
        sweep_first_screens(sweep, language);
    sweep_timeline(sweep, language, turn);
    for (int e = turn % entry_step; e < exhibit.entries; e += entry_step)
        sweep_event(sweep, language, e);
    for (int d = turn % disagreement_step; d < disagreements; d += disagreement_step)
        sweep_comparison(sweep, language, d);
    for (int document = 0; document < exhibit.documents; document++)
        sweep_reader(sweep, language, document, (turn + document) % 4 * 5 - 1, (turn + document) % 2);
    if (entry.source_count > 0)
        sweep_passage(sweep, language, entry.first_source);
    sweep_overlays(sweep, language);
}

static void name_place(struct sweep *sweep, const char *panel, int turns, enum text_step step, enum theme theme, int language)
{
    snprintf(sweep->where, sizeof sweep->where, "%s%s, %s%s, %s", panel, turns ? " turned" : "", steps[step],
             theme == THEME_CONTRAST ? ", contrast" : "", tag_of(sweep, language));
}

static void sweep_panel(struct sweep *sweep, int panel, int turns)
{
    int languages = pack_exhibit(sweep->room.pack).languages;

    for (int step = 0; step < TEXT_STEP_COUNT; step++) {
        for (int k = 0; k <= languages; k++) {
            int turn = panel * 5 + turns * 3 + step * 7 + k, language = k < languages ? k : turn % languages;
            enum theme theme = k < languages ? THEME_STANDARD : THEME_CONTRAST;

            room_visit(&sweep->room, language, room_stop(SCREEN_TIMELINE));
            room_set_look(&sweep->room, (enum text_step)step, theme);
            name_place(sweep, panels[panel], turns, (enum text_step)step, theme, language);
            sweep_all(sweep, language, turn);
        }
    }
}

static void sweep_exhibit(enum room_exhibit exhibit)
{
    struct sweep sweep = {.room = room_open((struct room_wish){.exhibit = exhibit, .reduced_motion = true}),
                          .cannot_divide = exhibit != ROOM_EIGHT_YEARS};

    for (int panel = 0; panel < PANELS; panel++) {
        for (int turns = 0; turns < 2; turns++) {
            room_set_panel(&sweep.room, panels[panel], turns);
            sweep_panel(&sweep, panel, turns);
        }
    }
    print_message("%d screens, %d full lines of documents with %d characters\n", sweep.screens, sweep.full_lines,
                  sweep.full_characters);
    if (sweep.full_lines > 0) /* Y3 */
        assert_in_range(sweep.full_characters / sweep.full_lines, 45, 70);
    room_close(&sweep.room);
    if (sweep.findings > 0)
        fail_msg("%d findings on %d screens", sweep.findings, sweep.screens);
}

/* ---- cases ---- */

static void eight_years_hold_the_rules_on_every_panel(void **state)
{
    (void)state;
    sweep_exhibit(ROOM_EIGHT_YEARS);
}

static void the_lighthouse_holds_the_rules_on_every_panel(void **state)
{
    (void)state;
    sweep_exhibit(ROOM_LIGHTHOUSE);
}

/* Years before Christ are longer words, and six lanes are narrow. */
static void six_lanes_before_christ_hold_the_rules(void **state)
{
    struct sweep sweep = {.room = room_open((struct room_wish){.exhibit = ROOM_BEFORE_CHRIST, .reduced_motion = true}),
                          .cannot_divide = true};
    int languages = pack_exhibit(sweep.room.pack).languages;

    (void)state;
    for (int panel = 0; panel < PANELS; panel++) {
        for (int turn = 0; turn < 2 * languages; turn++) {
            enum text_step step = (enum text_step)((turn + panel) % TEXT_STEP_COUNT);

            room_set_panel(&sweep.room, panels[panel], turn % 2);
            room_visit(&sweep.room, turn / 2, room_stop(SCREEN_TIMELINE));
            room_set_look(&sweep.room, step, THEME_STANDARD);
            name_place(&sweep, panels[panel], turn % 2, step, THEME_STANDARD, turn / 2);
            for (int third = 0; third < 3; third++)
                sweep_timeline(&sweep, turn / 2, third);
        }
    }
    print_message("%d screens\n", sweep.screens);
    room_close(&sweep.room);
    if (sweep.findings > 0)
        fail_msg("%d findings on %d screens", sweep.findings, sweep.screens);
}

/* In the band each text size takes one language after the other, on the panels that have one (A5). */
static void the_band_holds_the_rules_on_large_panels(void **state)
{
    struct sweep sweep = {.room = room_open((struct room_wish){.reduced_motion = true})};
    int languages = pack_exhibit(sweep.room.pack).languages, turn = 0;

    (void)state;
    for (int panel = FIRST_LARGE; panel < PANELS; panel++) {
        for (int turns = 0; turns < 2; turns++) {
            room_set_panel(&sweep.room, panels[panel], turns);
            for (int step = 0; step < TEXT_STEP_COUNT; step++, turn++) {
                enum theme theme = turn % 4 == 3 ? THEME_CONTRAST : THEME_STANDARD;

                room_visit(&sweep.room, turn % languages, room_stop(SCREEN_TIMELINE));
                room_set_look(&sweep.room, (enum text_step)step, theme);
                if (!is_in_band(&sweep))
                    stage_fire(sweep.room.stage, UI_REACH, 0, sweep.room.now_ms);
                name_place(&sweep, panels[panel], turns, (enum text_step)step, theme, turn % languages);
                sweep_all(&sweep, turn % languages, turn);
            }
        }
    }
    print_message("%d screens\n", sweep.screens);
    room_close(&sweep.room);
    if (sweep.findings > 0)
        fail_msg("%d findings on %d screens", sweep.findings, sweep.screens);
}

/* What a site measures itself; each text size in one language after the other. */
static void measured_panels_hold_the_rules(void **state)
{
    static const char *const names[] = {"10 inches", "15 inches", "21 inches", "65 inches"};
    struct sweep sweep = {.room = room_open((struct room_wish){.reduced_motion = true})};
    int languages = pack_exhibit(sweep.room.pack).languages;

    (void)state;
    for (int turn = 0; turn < 4 * 2 * TEXT_STEP_COUNT; turn++) {
        const char *name = names[turn / 2 / TEXT_STEP_COUNT];
        enum text_step step = (enum text_step)(turn / 2 % TEXT_STEP_COUNT);
        enum theme theme = turn % 5 == 4 ? THEME_CONTRAST : THEME_STANDARD;
        int language = turn * 3 % languages;

        room_set_panel(&sweep.room, name, turn % 2);
        room_visit(&sweep.room, language, room_stop(SCREEN_TIMELINE));
        room_set_look(&sweep.room, step, theme);
        name_place(&sweep, name, turn % 2, step, theme, language);
        sweep_all(&sweep, language, turn);
    }
    print_message("%d screens\n", sweep.screens);
    room_close(&sweep.room);
    if (sweep.findings > 0)
        fail_msg("%d findings on %d screens", sweep.findings, sweep.screens);
}

/* Whatever an exhibit is like. HOSTILE_SEEDS=100-200 sweeps those and more of each; the usual few take seconds. */
static void sweep_seed(uint64_t seed, int *findings)
{
    struct sweep sweep = {
        .room = room_open((struct room_wish){.exhibit = ROOM_HOSTILE, .seed = seed, .reduced_motion = true}),
        .cannot_divide = true};
    int languages = pack_exhibit(sweep.room.pack).languages, turns = getenv("HOSTILE_SEEDS") ? PANELS * 2 : 4;

    print_message("%s\n", hostile_name(seed));
    for (int k = 0; k < turns; k++) {
        int turn = k + (int)seed, panel = turn % PANELS, quarter = k % 2, language = turn % languages;
        enum text_step step = (enum text_step)((turn / 2 + k / 14) % TEXT_STEP_COUNT);
        enum theme theme = turn % 4 == 3 ? THEME_CONTRAST : THEME_STANDARD;

        room_set_panel(&sweep.room, panels[panel], quarter);
        room_visit(&sweep.room, language, room_stop(SCREEN_TIMELINE));
        room_set_look(&sweep.room, step, theme);
        name_place(&sweep, panels[panel], quarter, step, theme, language);
        sweep_all(&sweep, language, turn);
    }
    print_message("%d screens, %d findings\n", sweep.screens, sweep.findings);
    *findings += sweep.findings;
    room_close(&sweep.room);
}

static void exhibits_of_every_kind_hold_the_rules(void **state)
{
    static const unsigned usual[] = {3, 8, 42, 46};
    const char *seeds = getenv("HOSTILE_SEEDS");
    unsigned first = 1, last = 0;
    int findings = 0;

    (void)state;
    if (seeds && sscanf(seeds, "%u-%u", &first, &last) == 1)
        last = first;
    for (unsigned seed = first; seed <= last; seed++)
        sweep_seed(seed, &findings);
    for (size_t i = 0; !seeds && i < sizeof usual / sizeof usual[0]; i++)
        sweep_seed(usual[i], &findings);
    assert_int_equal(findings, 0);
}

/* Each text size in one language, so that the pictures of all panels take no longer than their lists. */
static void what_is_drawn_is_what_the_list_says(void **state)
{
    static const struct {
        const char *panel;
        int turns;
    } looks[] = {{"P1", 0}, {"P2", 0}, {"P3", 0}, {"P3", 1}};
    int findings = 0;

    (void)state;
    for (size_t i = 0; i < sizeof looks / sizeof looks[0]; i++) {
        struct sweep sweep = {
            .room = room_open((struct room_wish){
                .profile = looks[i].panel, .quarter_turns = looks[i].turns, .reduced_motion = true, .has_pixels = true})};
        const struct panel *panel = &stage_look(sweep.room.stage)->panel;

        sweep.pixels = malloc((size_t)panel->width_px * (size_t)panel->height_px * sizeof *sweep.pixels);
        assert_non_null(sweep.pixels);
        for (int step = 0; step < TEXT_STEP_COUNT; step++) {
            int language = ((int)i + step) % pack_exhibit(sweep.room.pack).languages;

            snprintf(sweep.where, sizeof sweep.where, "%s%s, %s, %s", looks[i].panel, looks[i].turns ? " turned" : "",
                     steps[step], tag_of(&sweep, language));
            room_visit(&sweep.room, language, room_stop(SCREEN_TIMELINE));
            room_set_look(&sweep.room, (enum text_step)step, THEME_STANDARD);
            drawn_sizes_smallest();
            sweep_all(&sweep, language, (int)i * 3 + step);
        }
        findings += sweep.findings;
        free(sweep.pixels);
        room_close(&sweep.room);
    }
    assert_int_equal(findings, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(eight_years_hold_the_rules_on_every_panel),
        cmocka_unit_test(the_lighthouse_holds_the_rules_on_every_panel),
        cmocka_unit_test(six_lanes_before_christ_hold_the_rules),
        cmocka_unit_test(the_band_holds_the_rules_on_large_panels),
        cmocka_unit_test(measured_panels_hold_the_rules),
        cmocka_unit_test(exhibits_of_every_kind_hold_the_rules),
        cmocka_unit_test(what_is_drawn_is_what_the_list_says),
    };

    if (getenv("HOSTILE_SEEDS"))
        cmocka_set_test_filter("exhibits_of_every_kind*");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
