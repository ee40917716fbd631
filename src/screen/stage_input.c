#include <stdio.h>
#include <string.h>

#include "log.h"
#include "screen/stage_inside.h"

enum { SLOW_KEYS_MS = 500, FOCUS_HIDE_MS = 10000 };

/* The recogniser knows controls by number; an element's number is a hash of its id, so that it survives a redrawn list. */
static int control_number(const char *id)
{
    uint32_t hash = 2166136261u; /* FNV-1a */

    for (; *id; id++)
        hash = (hash ^ (unsigned char)*id) * 16777619u;
    return (int)(hash & 0x7fffffff);
}

static const struct ui_element *element_of(const struct stage *stage, int control)
{
    for (int i = 0; i < ui_count(stage->kit.ui); i++) {
        const struct ui_element *element = ui_at(stage->kit.ui, i);

        if (element->verb != UI_NOTHING && control_number(element->id) == control)
            return element;
    }
    return NULL;
}

static struct gesture_target target_at(const struct stage *stage, float x, float y)
{
    int control = ui_hit(stage->kit.ui, (int)x, (int)y), view = ui_view_at(stage->kit.ui, (int)x, (int)y);
    struct gesture_target target = {.control = -1, .view = -1};

    if (control >= 0) {
        const struct ui_element *element = ui_at(stage->kit.ui, control);

        target.control = control_number(element->id);
        target.hit = element->hit;
        target.repeats = element->repeats;
        target.helps = element->tab.length > 0;
    }
    if (view >= 0) {
        target.view = ui_at(stage->kit.ui, view)->view;
        target.axes = ui_at(stage->kit.ui, view)->axes;
        target.view_moves = ui_at(stage->kit.ui, view)->is_gliding;
    }
    return target;
}

static void press(struct stage *stage, int control)
{
    const struct ui_element *element = control >= 0 ? element_of(stage, control) : NULL;

    ui_set_pressed(stage->kit.ui, element ? element->id : NULL);
    stage->tab[0] = '\0';
    stage->kit.dirty = true;
}

/*
 * Composed anew, the frame has the press even where that came and went between two frames (T22), and all of its words, some of
 * which may have been dropped for others since it was drawn.
 */
static void release(struct stage *stage)
{
    if (ui_pressed(stage->kit.ui)[0])
        stage_compose(stage);
    afterglow_begin(&stage->afterglow, &stage->kit);
    press(stage, -1);
}

static bool is_pressed(const struct stage *stage, int control)
{
    const char *id = ui_pressed(stage->kit.ui);

    return id[0] && control_number(id) == control;
}

/* T6 */
static void show_tab(struct stage *stage, int control)
{
    const struct ui_element *element = element_of(stage, control);

    if (element)
        snprintf(stage->tab, sizeof(stage->tab), "%s", element->id);
    stage->kit.dirty = true;
}

/* The screen counts from the corner of its part of the panel. */
static void give(struct stage *stage, const struct gesture *gesture)
{
    struct gesture moved = *gesture;

    if (stage->overlay != OVERLAY_NONE)
        return;
    moved.x -= stage->frame.x;
    moved.y -= stage->frame.y;
    if (stage->session.shows_words) {
        pane_gesture(&stage->kit, &stage->glossary.pane, &moved);
    } else if (stage->screen->gesture) {
        stage->screen->gesture(stage->data, &stage->kit, &moved);
        visit_fulfil_wish(stage);
    }
}

static void tap(struct stage *stage, const struct gesture *gesture)
{
    const struct ui_element *element;

    if (is_pressed(stage, gesture->control))
        release(stage);
    if (stage->afterglow.is_on)
        stage_compose(stage); /* the next screen comes from the control at rest, over which the press fades */
    element = gesture->control >= 0 ? element_of(stage, gesture->control) : NULL;
    if (element) {
        if (element->is_focusable)
            snprintf(stage->focus, sizeof(stage->focus), "%s", element->id);
        visit_fire(stage, element->verb, element->value);
    } else if (gesture->control < 0 && !visit_close_panel(stage) && !stage->session.shows_words) {
        give(stage, gesture);
    }
}

static void on_gesture(struct stage *stage, const struct gesture *gesture)
{
    switch (gesture->kind) {
    case GESTURE_PRESS:
        press(stage, gesture->control);
        break;
    case GESTURE_RELEASE:
        if (is_pressed(stage, gesture->control))
            release(stage);
        break;
    case GESTURE_TAP:
        tap(stage, gesture);
        break;
    case GESTURE_HELP:
        show_tab(stage, gesture->control);
        break;
    case GESTURE_CLEANING:
        visit_show_overlay(stage, OVERLAY_CLEANING);
        idle_suspend(&stage->idle, true, gesture->time_ms);
        break;
    case GESTURE_CLEANED:
        idle_suspend(&stage->idle, false, gesture->time_ms);
        visit_uncover(stage);
        break;
    case GESTURE_GHOST:
        log_line(LOG_WARNING, "touch", "ghost %.0f %.0f", (double)gesture->x, (double)gesture->y);
        break;
    case GESTURE_DRAG:
    case GESTURE_DRAG_END:
    case GESTURE_PINCH:
    case GESTURE_PINCH_END:
    case GESTURE_STOP:
        give(stage, gesture);
        break;
    }
}

static void on_gestures(struct stage *stage, const struct gesture *gestures, int count)
{
    for (int i = 0; i < count; i++)
        on_gesture(stage, &gestures[i]);
    if (count > 0)
        visit_tick_screen(stage);
}

void stage_let_go(struct stage *stage)
{
    struct gesture gestures[GESTURE_OUT_MAX];
    int count = gesture_let_go(stage->recogniser, stage->kit.now_ms, gestures);

    on_gestures(stage, gestures, count);
}

/* I13: whoever touches or presses a key in the night sees the resting screen; that is all this touch or key does. */
static bool wakes(struct stage *stage, int64_t now_ms)
{
    bool was_dark = stage->is_dark;

    stage->night.touched_ms = now_ms;
    stage_look_at_night(stage);
    return was_dark;
}

/* M2 */
static void interrupt(struct stage *stage)
{
    transition_end(&stage->transition);
    afterglow_end(&stage->afterglow);
    stage->kit.interrupted_ms = stage->kit.now_ms;
}

/* What a finger that comes down finds; nothing in the night, or for a palm. */
static struct gesture_target land(struct stage *stage, const struct touch *touch)
{
    struct gesture_target nothing = {.control = -1, .view = -1};

    if (touch->phase != TOUCH_DOWN || touch->major_mm > TOUCH_FINGER_MM)
        return nothing;
    interrupt(stage);
    return stage->is_dark ? nothing : target_at(stage, touch->x, touch->y);
}

/* I5: in the warning any touch but one on "Start over" goes on. */
static bool continues_warning(const struct stage *stage)
{
    return stage->overlay == OVERLAY_WARN && !ui_is_pressed(stage->kit.ui, "warn:startover");
}

/* Somebody is here: true if that is all that the touch meant. */
static bool notice(struct stage *stage, int64_t now_ms)
{
    if (wakes(stage, now_ms))
        return true;
    if (continues_warning(stage)) {
        idle_activity(&stage->idle, now_ms);
        visit_uncover(stage);
        return true;
    }
    if (!visit_is_resting(stage) && stage->overlay != OVERLAY_WARN)
        idle_activity(&stage->idle, now_ms);
    if (stage->focus_is_shown && now_ms - stage->last_key_ms > FOCUS_HIDE_MS) {
        stage->focus_is_shown = false;
        stage->kit.dirty = true;
    }
    return false;
}

void stage_touch(struct stage *stage, struct touch touch)
{
    struct gesture gestures[GESTURE_OUT_MAX];
    struct gesture_target target;
    int count;

    stage->kit.now_ms = touch.time_ms;
    target = land(stage, &touch);
    count = gesture_touch(stage->recogniser, touch, target, gestures);
    if (gesture_was_activity(stage->recogniser) && notice(stage, touch.time_ms))
        return;
    on_gestures(stage, gestures, count);
}

void stage_device_lost(struct stage *stage, int64_t now_ms)
{
    struct gesture gestures[GESTURE_OUT_MAX];
    int count;

    stage->kit.now_ms = now_ms;
    count = gesture_lost(stage->recogniser, now_ms, gestures);
    on_gestures(stage, gestures, count);
}

/* ---- keys ----------------------------------------------------------------------------------------------------------- */

static void move_focus(struct stage *stage, int step)
{
    const struct ui *ui = stage->kit.ui;
    int count = stage->dialog_elements > 0 ? stage->dialog_elements : ui_count(ui), at = ui_find(ui, stage->focus);

    if (at < 0 || at >= count)
        at = step > 0 ? -1 : count;
    for (int i = 0; i < count; i++) {
        at = (at + step + count) % count;
        if (ui_at(ui, at)->is_focusable) {
            snprintf(stage->focus, sizeof(stage->focus), "%s", ui_at(ui, at)->id);
            return;
        }
    }
}

static void select_focused(struct stage *stage)
{
    int at = ui_find(stage->kit.ui, stage->focus);

    if (at >= 0)
        visit_fire(stage, ui_at(stage->kit.ui, at)->verb, ui_at(stage->kit.ui, at)->value);
}

static void on_action(struct stage *stage, enum action action)
{
    stage->kit.focus = stage->focus;
    if (action == ACTION_BACK)
        session_shorten(&stage->session, (stage->panel != OVERLAY_NONE) + stage->session.shows_words);
    bool is_handled = stage->overlay == OVERLAY_NONE && !stage->session.shows_words && stage->screen->key
        && stage->screen->key(stage->data, &stage->kit, action);

    stage_take_focus(stage);
    visit_fulfil_wish(stage);
    if (is_handled)
        return;
    switch (action) {
    case ACTION_PREV:
    case ACTION_LEFT:
        move_focus(stage, -1);
        break;
    case ACTION_NEXT:
    case ACTION_RIGHT:
        move_focus(stage, 1);
        break;
    case ACTION_SELECT:
        select_focused(stage);
        break;
    case ACTION_BACK:
        visit_back(stage);
        break;
    case ACTION_PAGE_UP:
    case ACTION_PAGE_DOWN:
        if (stage->overlay == OVERLAY_NONE && stage->session.shows_words)
            pane_page(&stage->kit, &stage->glossary.pane, action == ACTION_PAGE_UP ? -1 : 1);
        break;
    case ACTION_HELP:
        if (stage->overlay != OVERLAY_HELP)
            visit_fire(stage, UI_HELP, 0);
        break;
    default:
        break;
    }
}

static bool is_bounce(struct stage *stage, enum action action, int64_t now_ms)
{
    int debounce_ms = stage->session.slow_keys && stage->options.debounce_ms < SLOW_KEYS_MS ? SLOW_KEYS_MS
                                                                                            : stage->options.debounce_ms;
    bool bounces = action == stage->last_action && now_ms - stage->last_key_ms < debounce_ms;

    stage->last_action = action;
    stage->last_key_ms = now_ms;
    return bounces;
}

void stage_key(struct stage *stage, enum action action, int64_t now_ms)
{
    bool was_warned = stage->overlay == OVERLAY_WARN;

    stage->kit.now_ms = now_ms;
    if (action == ACTION_NONE || wakes(stage, now_ms))
        return;
    if (stage->overlay == OVERLAY_CLEANING || stage->session.here.screen == SCREEN_ERROR || is_bounce(stage, action, now_ms))
        return;
    interrupt(stage);
    stage->keys_were_used = stage->focus_is_shown = true;
    stage->kit.dirty = true;
    if (stage->session.here.screen == SCREEN_ATTRACT) {
        visit_begin(stage);
        visit_go(stage, visit_stop(SCREEN_LANGUAGES));
        idle_activity(&stage->idle, now_ms);
        return;
    }
    if (was_warned && !(action == ACTION_SELECT && strcmp(stage->focus, "warn:startover") == 0)
        && action != ACTION_PREV && action != ACTION_NEXT && action != ACTION_LEFT && action != ACTION_RIGHT) {
        idle_activity(&stage->idle, now_ms);
        visit_uncover(stage);
        return;
    }
    if (!was_warned)
        idle_activity(&stage->idle, now_ms);
    on_action(stage, action);
    visit_tick_screen(stage);
}

void stage_input_tick(struct stage *stage)
{
    struct gesture gestures[GESTURE_OUT_MAX];
    int count = gesture_tick(stage->recogniser, stage->kit.now_ms, gestures);

    on_gestures(stage, gestures, count);
}
