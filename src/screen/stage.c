#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "screen/label_tab.h"
#include "screen/plinth.h"
#include "screen/reach.h"
#include "screen/stage_inside.h"

enum { IDLE_TIMELINE_S = 60, IDLE_EVENT_S = 90, IDLE_READER_LEAST_S = 90, IDLE_READER_MOST_S = 240 };

struct stage *stage_create(const struct stage_options *options)
{
    struct stage *stage = calloc(1, sizeof(*stage));

    if (!stage)
        return NULL;
    stage->options = *options;
    stage->kit = (struct kit){.fonts = options->fonts, .draw = options->draw, .session = &stage->session,
                              .has_no_year_keys = options->has_no_year_keys};
    stage->kit.look = look_make(options->panel, options->text_step, options->theme, options->reduced_motion);
    stage->kit.ui = ui_create();
    stage->kit.shelf = shelf_create(options->fonts);
    stage->recogniser = gesture_create(panel_for_gestures(&options->panel, options->reduced_motion));
    stage->screen_wake_ms = INT64_MAX;
    stage->night = night_make(options->night_from, options->night_to, 0);
    if (!stage->kit.ui || !stage->kit.shelf || !stage->recogniser) {
        stage_destroy(stage);
        return NULL;
    }
    return stage;
}

void stage_destroy(struct stage *stage)
{
    if (!stage)
        return;
    visit_leave(stage);
    timeline_destroy(stage->timeline);
    gesture_destroy(stage->recogniser);
    shelf_destroy(stage->kit.shelf);
    ui_destroy(stage->kit.ui);
    free(stage);
}

/* ---- time ----------------------------------------------------------------------------------------------------------- */

static int visible_words(const struct stage *stage)
{
    int words = 0;

    for (int i = 0; i < ui_count(stage->kit.ui); i++) {
        const struct ui_element *element = ui_at(stage->kit.ui, i);

        if (strcmp(element->role, "paragraph") != 0 || !element->label)
            continue;
        for (const char *c = element->label; *c; c++)
            words += *c == ' ';
        words++;
    }
    return words;
}

/* I2 */
static int64_t idle_timeout_ms(const struct stage *stage)
{
    int seconds = stage->options.idle_s ? stage->options.idle_s : IDLE_TIMELINE_S;

    if (stage->session.here.screen == SCREEN_EVENT || stage->session.here.screen == SCREEN_COMPARE)
        seconds = seconds * IDLE_EVENT_S / IDLE_TIMELINE_S;
    if (stage->session.here.screen == SCREEN_READER) {
        seconds = seconds + visible_words(stage) / 2;
        if (seconds < IDLE_READER_LEAST_S && !stage->options.idle_s)
            seconds = IDLE_READER_LEAST_S;
        if (seconds > IDLE_READER_MOST_S)
            seconds = IDLE_READER_MOST_S;
    }
    if (stage->keys_were_used || stage->session.text_step == TEXT_A_PLUS_PLUS || stage->session.reach)
        seconds *= 2;
    return seconds * 1000;
}

static void tick_idle(struct stage *stage)
{
    switch (idle_tick(&stage->idle, idle_timeout_ms(stage), stage->kit.now_ms)) {
    case IDLE_WARNED:
        visit_show_overlay(stage, OVERLAY_WARN);
        break;
    case IDLE_RESET:
        visit_reset(stage);
        break;
    case IDLE_NOTHING:
        break;
    }
    if (stage->kit.can_continue && stage->kit.now_ms >= stage->previous_until_ms)
        visit_forget_previous(stage);
}

void stage_set_minute(struct stage *stage, int minute)
{
    stage->night.minute = minute;
}

void stage_look_at_night(struct stage *stage)
{
    bool is_dark = visit_is_resting(stage) && night_is_dark(&stage->night, stage->kit.now_ms);

    if (is_dark == stage->is_dark)
        return;
    stage->is_dark = is_dark;
    stage->transition = (struct transition){0};
    stage->kit.dirty = true;
    if (!is_dark)
        visit_tick_screen(stage);
}

static int64_t warning_left_ms(const struct stage *stage)
{
    int64_t left = stage->idle.since_ms + IDLE_WARN_MS - stage->kit.now_ms;

    return left > 0 ? left : 0;
}

void stage_tick(struct stage *stage, int64_t now_ms)
{
    if (!stage->screen)
        return;
    stage->kit.now_ms = now_ms;
    stage_input_tick(stage);
    tick_idle(stage);
    stage_look_at_night(stage);
    if (now_ms >= stage->screen_wake_ms && !stage->is_dark)
        visit_tick_screen(stage);
    if (stage->overlay == OVERLAY_WARN)
        stage->kit.dirty = true;
}

static int64_t earlier(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

int64_t stage_next_ms(const struct stage *stage)
{
    int64_t next = earlier(stage->is_dark ? INT64_MAX : stage->screen_wake_ms, gesture_next_ms(stage->recogniser));

    next = earlier(next, idle_next_ms(&stage->idle, idle_timeout_ms(stage)));
    next = earlier(next, overlay_next_ms(stage->overlay, stage->kit.now_ms));
    if (visit_is_resting(stage))
        next = earlier(next, night_next_ms(&stage->night, stage->kit.now_ms));
    return stage->kit.can_continue ? earlier(next, stage->previous_until_ms) : next;
}

/* ---- pack, panel, drawing ------------------------------------------------------------------------------------------- */

static bool add_faces(struct stage *stage, struct pack *pack)
{
    fonts_clear(stage->kit.fonts);
    for (int role = 0; role < PACK_ROLE_COUNT; role++) {
        for (int face = 0; face < pack_face_count(pack, role); face++) {
            struct pack_bytes bytes = pack_face(pack, role, face);

            if (!fonts_add(stage->kit.fonts, (enum font_role)role, bytes.bytes, bytes.size))
                return false;
        }
    }
    return true;
}

bool stage_set_pack(struct stage *stage, struct pack *pack, bool is_builtin, int64_t now_ms)
{
    struct timeline *timeline = timeline_create(pack);

    if (!timeline)
        return false;
    visit_tell(stage);
    visit_leave(stage);
    shelf_clear(stage->kit.shelf);
    draw_forget(stage->kit.draw);
    stage->has_drawn = false;
    stage->transition = (struct transition){0};
    if (!add_faces(stage, pack)) {
        timeline_destroy(timeline);
        return false;
    }
    timeline_destroy(stage->timeline);
    stage->timeline = timeline;
    stage->kit.timeline = timeline;
    stage->kit.pack = pack;
    stage->kit.now_ms = now_ms;
    stage->is_builtin = is_builtin;
    stage->idle = idle_make(now_ms);
    stage->night.touched_ms = now_ms;
    visit_forget_previous(stage);
    visit_rest(stage);
    return true;
}

void stage_set_panel(struct stage *stage, struct draw *draw, struct panel panel)
{
    stage->kit.draw = draw;
    stage->has_drawn = false;
    stage->transition = (struct transition){0};
    stage->options.panel = panel;
    if (stage->screen)
        visit_layout(stage);
}

bool stage_is_dirty(const struct stage *stage)
{
    return stage->kit.dirty;
}

void stage_make_dirty(struct stage *stage)
{
    stage->kit.dirty = true;
}

void stage_take_focus(struct stage *stage)
{
    if (stage->kit.focus_wish[0])
        snprintf(stage->focus, sizeof(stage->focus), "%s", stage->kit.focus_wish);
    stage->kit.focus_wish[0] = '\0';
}

/* The words explained lie over the screen; without any to explain the panel goes. */
static void draw_words(struct stage *stage)
{
    struct term_list list = {.count = 0};

    stage->dialog_elements = 0;
    if (!stage->session.shows_words)
        return;
    if (stage->screen->terms)
        stage->screen->terms(stage->data, &stage->kit, &list);
    stage->session.shows_words = list.count > 0;
    if (list.count == 0)
        return;
    glossary_draw(&stage->glossary, &stage->kit, &list);
    stage->dialog_elements = stage->overlay == OVERLAY_NONE ? ui_count(stage->kit.ui) : 0;
}

static bool has_rest(const struct stage *stage)
{
    return stage->frame.h < stage->options.panel.height_px;
}

/* The screen in its part of the panel; what lies over it dims the whole. */
static void draw_screen(struct stage *stage)
{
    const struct panel *panel = &stage->options.panel;
    struct kit *kit = &stage->kit;
    struct rect frame = stage->frame;
    struct overlay_facts facts = {.left_ms = warning_left_ms(stage), .place = stage->help_place};
    int rise;

    if (has_rest(stage))
        reach_draw_rest(kit, panel, frame);
    draw_clip_push(kit->draw, frame);
    draw_set_origin(kit->draw, frame.x, frame.y);
    ui_set_origin(kit->ui, frame.x, frame.y);
    stage->screen->draw(stage->data, kit);
    stage_take_focus(stage);
    draw_words(stage);
    if (stage->screen->has_plinth)
        plinth_draw(kit);
    draw_clip_pop(kit->draw);
    rise = transition_rise(&stage->transition, &kit->look, kit->now_ms);
    draw_set_origin(kit->draw, frame.x, frame.y + rise);
    ui_set_origin(kit->ui, frame.x, frame.y + rise);
    facts.whole = (struct rect){-frame.x, -frame.y - rise, panel->width_px, panel->height_px};
    overlay_draw(kit, stage->overlay, &facts);
    draw_set_origin(kit->draw, 0, 0);
    ui_set_origin(kit->ui, 0, 0);
}

/* What the focus may not go to while something lies over the screen does not tell its name there. */
static bool is_behind(const struct stage *stage, int at)
{
    return stage->tab[0] == '\0' && stage->dialog_elements > 0 && at >= stage->dialog_elements;
}

/* Of the control that is held, else of the one that has the focus (T6, A2). */
static void draw_tab(struct stage *stage)
{
    const struct ui *ui = stage->kit.ui;
    int at = ui_find(ui, stage->tab[0] ? stage->tab : ui_focus(ui));

    if (at >= 0 && ui_at(ui, at)->tab.length > 0 && ui_at(ui, at)->rect.w > 0 && !is_behind(stage, at))
        label_tab_draw(&stage->kit, ui_at(ui, at),
                       (struct rect){0, 0, stage->options.panel.width_px, stage->options.panel.height_px});
}

static int draw_night(struct stage *stage)
{
    ui_clear(stage->kit.ui);
    draw_begin(stage->kit.draw, 0x000000);
    return draw_end(stage->kit.draw);
}

void stage_compose(struct stage *stage)
{
    struct kit *kit = &stage->kit;

    ui_clear(kit->ui);
    ui_set_focus(kit->ui, stage->focus_is_shown ? stage->focus : NULL);
    draw_begin(kit->draw, look_tone(&kit->look, TONE_PAPER));
    draw_screen(stage);
}

int stage_draw(struct stage *stage, int64_t now_ms)
{
    struct kit *kit = &stage->kit;

    assert(stage->screen);
    kit->now_ms = now_ms;
    kit->dirty = false;
    if (kit->fade_wish_ms > 0 && stage->has_drawn && stage->transition.kind == TRANSITION_NONE)
        transition_begin(&stage->transition, TRANSITION_FADE, kit->fade_wish_ms, &kit->look, kit->draw, now_ms);
    kit->fade_wish_ms = 0;
    if (stage->transition.kind == TRANSITION_NONE)
        draw_drop_kept(kit->draw);
    if (!stage->afterglow.is_on)
        draw_drop_part(kit->draw);
    if (stage->is_dark)
        return draw_night(stage);
    stage_compose(stage);
    if (afterglow_draw(&stage->afterglow, kit))
        kit->dirty = true;
    draw_tab(stage);
    if (transition_draw(&stage->transition, &kit->look, &stage->options.panel, kit->draw, now_ms))
        kit->dirty = true;
    stage->has_drawn = true;
    shelf_end_frame(kit->shelf);
    return draw_end(kit->draw);
}

/* ---- for the hooks -------------------------------------------------------------------------------------------------- */

bool stage_is_at_rest(const struct stage *stage)
{
    return !stage->screen || visit_is_resting(stage);
}

const struct session *stage_session(const struct stage *stage)
{
    return &stage->session;
}

const struct ui *stage_ui(const struct stage *stage)
{
    return stage->kit.ui;
}

struct pack *stage_pack(const struct stage *stage)
{
    return stage->kit.pack;
}

const struct look *stage_look(const struct stage *stage)
{
    return &stage->kit.look;
}

struct rect stage_frame(const struct stage *stage)
{
    return stage->frame;
}

const char *stage_screen_name(const struct stage *stage)
{
    return stage->screen ? stage->screen->name : "";
}

const char *stage_idle_name(const struct stage *stage)
{
    static const char *const names[] = {"attract", "active", "warn"};

    if (stage->is_dark)
        return "night";
    return stage->overlay == OVERLAY_CLEANING ? "cleaning" : names[stage->idle.state];
}

const char *stage_focus(const struct stage *stage)
{
    return stage->focus_is_shown ? stage->focus : "";
}

void stage_visit(struct stage *stage, int language, struct stop stop, int64_t now_ms)
{
    stage->kit.now_ms = now_ms;
    stage->session.language = language;
    visit_go(stage, stop);
    if (!visit_is_resting(stage))
        idle_activity(&stage->idle, now_ms);
}

void stage_show_days(struct stage *stage, double first_day, double days)
{
    stage->session.view_first_day = first_day;
    stage->session.view_days = days;
}

void stage_fire(struct stage *stage, enum ui_verb verb, int value, int64_t now_ms)
{
    stage->kit.now_ms = now_ms;
    visit_fire(stage, verb, value);
}
