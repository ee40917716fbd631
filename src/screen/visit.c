/*
 * Going from screen to screen. A screen is left before the session changes and entered after it, so that it can trust kit->session
 * for all its life.
 */
#include <stdio.h>
#include <string.h>

#include "log.h"
#include "screen/plinth.h"
#include "screen/reach.h"
#include "screen/stage_inside.h"

static const struct screen *const screens[SCREEN_COUNT] = {
    [SCREEN_ATTRACT] = &screen_attract, [SCREEN_LANGUAGES] = &screen_languages, [SCREEN_TIMELINE] = &screen_timeline,
    [SCREEN_EVENT] = &screen_event, [SCREEN_COMPARE] = &screen_compare, [SCREEN_READER] = &screen_reader,
    [SCREEN_ERROR] = &screen_error,
};

void visit_leave(struct stage *stage)
{
    if (stage->screen)
        stage->screen->leave(stage->data, &stage->kit);
    stage->screen = NULL;
    stage->data = NULL;
}

/* Screens without a plinth have their keys at the lower edge of the panel and fill it. */
static struct rect frame_of(const struct stage *stage)
{
    const struct panel *panel = &stage->options.panel;

    if (!screens[stage->session.here.screen]->has_plinth)
        return (struct rect){0, 0, panel->width_px, panel->height_px};
    return reach_frame(panel, stage->options.bottom_edge_mm, stage->session.reach);
}

static void apply_settings(struct stage *stage)
{
    const struct panel *panel = &stage->options.panel;
    bool reduced = stage->session.reduced_motion || stage->options.reduced_motion;

    stage->frame = frame_of(stage);
    stage->kit.look =
        look_make(reach_panel(panel, stage->frame), stage->session.text_step, stage->session.theme, reduced);
    draw_set_density(stage->kit.draw, panel->px_per_mm_x, panel->px_per_mm_y);
    gesture_set_panel(stage->recogniser, panel_for_gestures(panel, reduced));
}

void visit_layout(struct stage *stage)
{
    apply_settings(stage);
    stage->kit.area = stage->screen->has_plinth
        ? plinth_area(&stage->kit.look)
        : (struct rect){0, 0, stage->frame.w, stage->frame.h};
    if (stage->screen->layout)
        stage->screen->layout(stage->data, &stage->kit);
    stage->kit.dirty = true;
}

static void forget_press(struct stage *stage)
{
    ui_set_pressed(stage->kit.ui, NULL);
    stage->tab[0] = '\0';
}

void visit_come_from_last_picture(struct stage *stage, enum transition_kind kind, int duration_ms)
{
    if (stage->has_drawn)
        transition_begin(&stage->transition, kind, duration_ms, &stage->kit.look, stage->kit.draw, stage->kit.now_ms);
}

void visit_tick_screen(struct stage *stage)
{
    enum { FRAME_MS = 16 };

    stage->screen_wake_ms = stage->screen->tick ? stage->screen->tick(stage->data, &stage->kit) : INT64_MAX;
    if (stage->session.shows_words && pane_tick(&stage->kit, &stage->glossary.pane)
        && stage->screen_wake_ms > stage->kit.now_ms + FRAME_MS)
        stage->screen_wake_ms = stage->kit.now_ms + FRAME_MS;
}

/* The mark was listed in pixels of the panel, the poster and the area are those of the screen. */
static void grow_out_of_mark(struct stage *stage)
{
    struct poster poster = stage->kit.poster;
    struct rect area = stage->kit.area, frame = stage->frame;

    poster.rect.x += frame.x;
    poster.rect.y += frame.y;
    area.x += frame.x;
    area.y += frame.y;
    if (stage->mark.w > 0 && poster.rect.w > 0)
        transition_grow(&stage->transition, stage->mark, poster, area);
    stage->mark = (struct rect){0};
}

static void enter(struct stage *stage)
{
    bool is_reset = visit_is_resting(stage);

    visit_come_from_last_picture(stage, is_reset ? TRANSITION_FADE : TRANSITION_SWEEP,
                           is_reset ? TRANSITION_RESET_MS : TRANSITION_SCREEN_MS);
    pack_trim(stage->kit.pack);
    apply_settings(stage);
    stage->screen = screens[stage->session.here.screen];
    stage->kit.poster = (struct poster){0};
    stage->data = stage->screen->enter(&stage->kit);
    if (!is_reset)
        tally_open(&stage->tally, stage->session.here.screen, stage->session.language, stage->kit.now_ms);
    visit_layout(stage);
    grow_out_of_mark(stage);
    visit_tick_screen(stage);
    stage->focus[0] = '\0';
    forget_press(stage);
    ui_clear(stage->kit.ui); /* until it is drawn there is nothing that a finger could mean (T17) */
    gesture_screen_changed(stage->recogniser, stage->kit.now_ms, false);
}

void visit_go(struct stage *stage, struct stop to)
{
    visit_leave(stage);
    session_go(&stage->session, to);
    enter(stage);
}

struct stop visit_stop(enum screen_id screen)
{
    return (struct stop){.screen = screen, .entry = -1, .disagreement = -1, .document = -1, .source = -1, .paragraph = -1};
}

/* K13: the help tells the place on the screen below it. */
static struct help_place place_of_focus(const struct stage *stage)
{
    const struct ui *ui = stage->kit.ui;
    struct help_place place = {0};

    for (int i = 0; i < ui_count(ui); i++) {
        const struct ui_element *element = ui_at(ui, i);

        place.count += element->is_focusable;
        if (stage->focus_is_shown && strcmp(element->id, stage->focus) == 0)
            place.item = place.count;
    }
    return place;
}

/* The visitor opened it; the warning and the veil come by themselves and leave it as it was. */
static bool is_panel(enum overlay overlay)
{
    return overlay == OVERLAY_ACCESS || overlay == OVERLAY_HELP || overlay == OVERLAY_LANGUAGES;
}

/* Where to come back to when the dialog has gone (K7). */
static void leave_for_overlay(struct stage *stage, enum overlay overlay)
{
    if (stage->overlay == OVERLAY_NONE) {
        snprintf(stage->opener, sizeof(stage->opener), "%s", stage->focus);
        stage->help_place = place_of_focus(stage);
    } else if (is_panel(stage->overlay) && !is_panel(overlay)) {
        snprintf(stage->panel_focus, sizeof(stage->panel_focus), "%s", stage->focus);
    }
}

/* Where the focus is on it at first, or again. */
static const char *first_focus(const struct stage *stage, enum overlay overlay)
{
    if (overlay == OVERLAY_NONE)
        return stage->opener;
    if (overlay == OVERLAY_WARN)
        return "warn:continue";
    return overlay == stage->panel ? stage->panel_focus : "";
}

void visit_show_overlay(struct stage *stage, enum overlay overlay)
{
    bool returns = overlay == OVERLAY_NONE || overlay == stage->panel;

    if (stage->overlay == overlay)
        return;
    stage_let_go(stage);
    visit_come_from_last_picture(stage, returns ? TRANSITION_LEAVE : TRANSITION_RISE, TRANSITION_DIALOG_MS);
    leave_for_overlay(stage, overlay);
    snprintf(stage->focus, sizeof(stage->focus), "%s", first_focus(stage, overlay));
    stage->overlay = overlay;
    if (overlay == OVERLAY_NONE || is_panel(overlay))
        stage->panel = overlay;
    stage->kit.dirty = true;
    forget_press(stage);
    gesture_screen_changed(stage->recogniser, stage->kit.now_ms, overlay != OVERLAY_NONE);
}

void visit_uncover(struct stage *stage)
{
    visit_show_overlay(stage, stage->idle.state == IDLE_WARN ? OVERLAY_WARN : stage->panel);
}

bool visit_close_panel(struct stage *stage)
{
    if (!is_panel(stage->overlay))
        return false;
    visit_show_overlay(stage, OVERLAY_NONE);
    return true;
}

void visit_show_words(struct stage *stage, bool shows)
{
    stage_let_go(stage);
    stage->session.shows_words = shows;
    stage->glossary = (struct glossary){.width_px = 0};
    stage->kit.dirty = true;
    forget_press(stage);
    gesture_screen_changed(stage->recogniser, stage->kit.now_ms, shows);
    snprintf(stage->focus, sizeof(stage->focus), "%s", shows ? "words:close" : "words:open");
}

static struct session fresh_session(const struct stage *stage)
{
    double first = timeline_first_day(stage->timeline);
    struct session session = session_fresh(pack_exhibit(stage->kit.pack).default_language, first,
                                           timeline_end_day(stage->timeline) - first, stage->kit.now_ms);

    session.text_step = stage->options.text_step;
    session.theme = stage->options.theme;
    if (stage->is_builtin)
        session.here.screen = SCREEN_ERROR;
    return session;
}

void visit_rest(struct stage *stage)
{
    visit_leave(stage);
    stage->session = fresh_session(stage);
    stage->overlay = stage->panel = OVERLAY_NONE;
    stage->keys_were_used = stage->focus_is_shown = false;
    idle_reset(&stage->idle, stage->kit.now_ms);
    enter(stage);
}

void visit_tell(struct stage *stage)
{
    const char *names[SCREEN_COUNT], *tags[TALLY_LANGUAGES_MAX] = {NULL};
    char line[400];

    if (!stage->tally.is_on)
        return;
    for (int i = 0; i < SCREEN_COUNT; i++)
        names[i] = screens[i]->name;
    for (int i = 0; i < TALLY_LANGUAGES_MAX && i < pack_exhibit(stage->kit.pack).languages; i++)
        tags[i] = pack_language(stage->kit.pack, i).tag;
    tally_close(&stage->tally, stage->idle.last_ms);
    tally_write(&stage->tally, names, tags, line, sizeof(line));
    log_line(LOG_INFO, "visit", "%s", line);
    stage->tally = (struct tally){0};
}

void visit_reset(struct stage *stage)
{
    visit_tell(stage);
    stage->previous = stage->session;
    stage->previous_until_ms = stage->kit.now_ms + IDLE_RESTORE_MS;
    stage->kit.can_continue = true;
    visit_rest(stage);
}

/* I7: twenty seconds after the reset nothing of the visit is left in memory. */
void visit_forget_previous(struct stage *stage)
{
    memset(&stage->previous, 0, sizeof(stage->previous));
    stage->kit.can_continue = false;
    stage->kit.dirty = true;
}

void visit_restore(struct stage *stage)
{
    if (!stage->kit.can_continue || stage->session.here.screen != SCREEN_ATTRACT)
        return;
    visit_leave(stage);
    stage->session = stage->previous;
    visit_forget_previous(stage);
    idle_activity(&stage->idle, stage->kit.now_ms);
    enter(stage);
}

void visit_begin(struct stage *stage)
{
    stage->session = fresh_session(stage);
    stage->session.here.screen = SCREEN_ATTRACT;
    visit_forget_previous(stage);
}

bool visit_is_resting(const struct stage *stage)
{
    return stage->session.here.screen == SCREEN_ATTRACT || stage->session.here.screen == SCREEN_ERROR;
}

void visit_home(struct stage *stage)
{
    double first = timeline_first_day(stage->timeline);

    stage->session.view_first_day = first;
    stage->session.view_days = timeline_end_day(stage->timeline) - first;
    stage->session.only_differing = false;
    stage->session.open_cluster_entry = -1;
    visit_leave(stage);
    session_go(&stage->session, visit_stop(SCREEN_TIMELINE));
    enter(stage);
}

void visit_back(struct stage *stage)
{
    if (visit_close_panel(stage))
        return;
    if (stage->session.shows_words) {
        visit_show_words(stage, false);
        return;
    }
    visit_leave(stage);
    if (!session_back(&stage->session)) {
        visit_home(stage);
        return;
    }
    enter(stage);
}
