/*
 * Waiting without polling. Under X11 and Wayland SDL_WaitEventTimeout sleeps in the kernel until the display server speaks.
 * Under KMSDRM, dummy and offscreen SDL 2.26 looks around every millisecond instead, 549 wake-ups a second; there we sleep on
 * the input devices ourselves (watch.c) and let SDL look only when one of them has spoken or 200 ms have passed, since SDL
 * hears of a new device and of SIGTERM only when it looks.
 */
#include "platform/events.h"

#include <string.h>
#include <time.h>

#include "platform/parts.h"

int64_t events_now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* SDL's 32-bit milliseconds since its start. */
static int64_t monotonic_ms(uint32_t sdl_time)
{
    uint32_t age = SDL_GetTicks() - sdl_time;
    return events_now_ms() - (age < 60000 ? age : 0);
}

/* ---- contacts ---- */

/* Two panels may use the same finger numbers; the mouse's -1 stays free. */
static int64_t contact_id(const SDL_TouchFingerEvent *finger)
{
    return (int64_t)((uint64_t)finger->touchId & 0x7FFF) << 32 | (int64_t)((uint64_t)finger->fingerId & 0xFFFFFFFF);
}

static void forget_contact(struct contacts *contacts, int64_t id)
{
    for (int i = 0; i < contacts->count; i++) {
        if (contacts->ids[i] != id)
            continue;
        contacts->count--;
        contacts->ids[i] = contacts->ids[contacts->count];
        contacts->devices[i] = contacts->devices[contacts->count];
        contacts->fingers[i] = contacts->fingers[contacts->count];
        return;
    }
}

static void note_contact(struct contacts *contacts, const SDL_TouchFingerEvent *finger)
{
    int64_t id = contact_id(finger);
    forget_contact(contacts, id);
    if (finger->type == SDL_FINGERUP || contacts->count == CONTACTS_MAX)
        return;
    contacts->ids[contacts->count] = id;
    contacts->fingers[contacts->count] = finger->fingerId;
    contacts->devices[contacts->count++] = finger->touchId;
}

static bool has_device(const SDL_TouchID *devices, int count, SDL_TouchID id)
{
    for (int i = 0; i < count; i++)
        if (devices[i] == id)
            return true;
    return false;
}

/* A panel that went and came back between two looks may have the number it had before, but no fingers. */
static bool has_finger(SDL_TouchID device, SDL_FingerID id)
{
    for (int i = 0; i < SDL_GetNumTouchFingers(device); i++) {
        const SDL_Finger *finger = SDL_GetTouchFinger(device, i);
        if (finger && finger->id == id)
            return true;
    }
    return false;
}

/* SDL 2.26 says nothing when a touch panel comes or goes: its list is compared with what it was. */
static enum event_kind look_at_devices(struct contacts *contacts)
{
    SDL_TouchID now[TOUCH_DEVICES_MAX];
    int count = SDL_GetNumTouchDevices();
    bool is_new = false, is_lost = false, is_first = !contacts->has_looked;
    count = count > TOUCH_DEVICES_MAX ? TOUCH_DEVICES_MAX : count;
    for (int i = 0; i < count; i++) {
        now[i] = SDL_GetTouchDevice(i);
        is_new |= !has_device(contacts->known, contacts->known_count, now[i]);
    }
    for (int i = 0; i < contacts->count; i++)
        is_lost |= !has_device(now, count, contacts->devices[i]) || !has_finger(contacts->devices[i], contacts->fingers[i]);
    if (count > 0)
        memcpy(contacts->known, now, (size_t)count * sizeof *now);
    contacts->known_count = count;
    contacts->has_looked = true;
    if (is_lost)
        contacts->count = 0;
    return is_lost ? EVENT_DEVICE_LOST : is_new && !is_first ? EVENT_DEVICE_FOUND : EVENT_NONE;
}

/* ---- translation ---- */

static bool put_touch(struct window *window, struct touch touch, struct event *out)
{
    rotation_to_screen(window->rotation, &touch.x, &touch.y);
    *out = (struct event){.kind = EVENT_TOUCH, .touch = touch};
    return true;
}

static bool translate_finger(struct window *window, const SDL_TouchFingerEvent *finger, struct event *out)
{
    struct touch touch = {.id = contact_id(finger), .time_ms = monotonic_ms(finger->timestamp)};
    touch.phase = finger->type == SDL_FINGERDOWN ? TOUCH_DOWN : finger->type == SDL_FINGERUP ? TOUCH_UP : TOUCH_MOVE;
    touch.x = finger->x * (float)window->rotation.panel_w;
    touch.y = finger->y * (float)window->rotation.panel_h;
    touch.major_mm = watch_major_mm(window->watch, touch.id, touch.phase, finger->x, finger->y);
    note_contact(&window->contacts, finger);
    return put_touch(window, touch, out);
}

static bool translate_button(struct window *window, const SDL_MouseButtonEvent *button, struct event *out)
{
    struct touch touch = {.id = TOUCH_MOUSE_ID, .time_ms = monotonic_ms(button->timestamp)};
    if (button->which == SDL_TOUCH_MOUSEID || button->button != SDL_BUTTON_LEFT)
        return false;
    touch.phase = button->type == SDL_MOUSEBUTTONDOWN ? TOUCH_DOWN : TOUCH_UP;
    touch.x = (float)button->x;
    touch.y = (float)button->y;
    return put_touch(window, touch, out);
}

static bool translate_motion(struct window *window, const SDL_MouseMotionEvent *motion, struct event *out)
{
    struct touch touch = {.phase = TOUCH_MOVE, .id = TOUCH_MOUSE_ID, .time_ms = monotonic_ms(motion->timestamp)};
    if (motion->which == SDL_TOUCH_MOUSEID || !(motion->state & SDL_BUTTON_LMASK))
        return false;
    touch.x = (float)motion->x;
    touch.y = (float)motion->y;
    return put_touch(window, touch, out);
}

static bool translate_key(const SDL_KeyboardEvent *key, struct event *out)
{
    *out = (struct event){.kind = EVENT_KEY};
    out->key.name = SDL_GetScancodeName(key->keysym.scancode);
    out->key.is_shifted = (key->keysym.mod & KMOD_SHIFT) != 0;
    out->key.is_repeat = key->repeat != 0;
    out->key.time_ms = monotonic_ms(key->timestamp);
    return true;
}

/* The same size again comes with a new surface, which is empty. */
static void translate_size(struct window *window, int panel_w, int panel_h, struct event *out)
{
    struct rotation next = {window->rotation.quarters, panel_w, panel_h};
    bool is_same = panel_w == window->rotation.panel_w && panel_h == window->rotation.panel_h;
    *out = (struct event){.kind = is_same ? EVENT_TARGETS_LOST : EVENT_RESIZED};
    rotation_screen_size(next, &out->width, &out->height);
}

static bool translate_window(struct window *window, const SDL_WindowEvent *change, struct event *out)
{
    switch (change->event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
        translate_size(window, change->data1, change->data2, out);
        return true;
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_RESTORED:
        window->must_show_all = true;
        *out = (struct event){.kind = EVENT_EXPOSED};
        return true;
    default:
        return false;
    }
}

static bool translate(struct window *window, const SDL_Event *event, struct event *out)
{
    switch (event->type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
        return translate_finger(window, &event->tfinger, out);
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        return translate_button(window, &event->button, out);
    case SDL_MOUSEMOTION:
        return translate_motion(window, &event->motion, out);
    case SDL_KEYDOWN:
        return translate_key(&event->key, out);
    case SDL_WINDOWEVENT:
        return translate_window(window, &event->window, out);
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET:
        *out = (struct event){.kind = EVENT_TARGETS_LOST};
        return true;
    case SDL_QUIT:
        *out = (struct event){.kind = EVENT_QUIT};
        return true;
    default:
        return false;
    }
}

/* ---- waiting ---- */

static bool next_queued(struct window *window, struct event *out)
{
    SDL_Event event;
    while (SDL_PollEvent(&event))
        if (translate(window, &event, out))
            return true;
    out->kind = look_at_devices(&window->contacts);
    return out->kind != EVENT_NONE;
}

/* Leaves what came in the queue, so that events are translated in one place only. */
static void sleep_until_event(struct window *window, int timeout_ms)
{
    if (window->sleeps_in_sdl)
        SDL_WaitEventTimeout(NULL, timeout_ms);
    else
        watch_wait(window->watch, timeout_ms);
}

bool events_wait(struct window *window, int timeout_ms, struct event *out)
{
    int64_t deadline = events_now_ms() + timeout_ms;
    *out = (struct event){.kind = EVENT_NONE};
    while (!next_queued(window, out)) {
        int64_t left = timeout_ms < 0 ? -1 : deadline - events_now_ms();
        if (timeout_ms >= 0 && left <= 0)
            return false;
        sleep_until_event(window, (int)left);
    }
    watch_note_activity(window->watch);
    return true;
}

bool events_is_key(const char *name)
{
    return SDL_GetScancodeFromName(name) != SDL_SCANCODE_UNKNOWN;
}
