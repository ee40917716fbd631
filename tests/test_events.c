/* SDL events are pushed by hand into a window of the dummy driver. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "platform/events.h"
#include "platform/watch.h"
#include "platform/window.h"

#include <SDL.h>

/* The panel says that a contact is as many millimetres large as it lies percent to the right. */
float __wrap_watch_major_mm(struct watch *watch, int64_t id, enum touch_phase phase, float x, float y);
float __wrap_watch_major_mm(struct watch *watch, int64_t id, enum touch_phase phase, float x, float y)
{
    assert_non_null(watch);
    assert_true(id != TOUCH_MOUSE_ID && phase <= TOUCH_UP && y <= 1);
    return x * 100;
}

static struct window *open_turned(int quarters)
{
    struct window_options options = {.title = "test", .width = 640, .height = 400, .rotation = quarters};
    struct event event;
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    struct window *window = window_open(options);
    assert_non_null(window);
    while (events_wait(window, 0, &event))
        continue;
    return window;
}

static void push(SDL_Event event)
{
    event.common.timestamp = SDL_GetTicks();
    assert_int_equal(SDL_PushEvent(&event), 1);
}

static void push_finger(uint32_t type, SDL_FingerID id, float x, float y)
{
    push((SDL_Event){.tfinger = {.type = type, .touchId = 7, .fingerId = id, .x = x, .y = y}});
}

static struct event next(struct window *window)
{
    struct event event;
    assert_true(events_wait(window, 0, &event));
    return event;
}

static void assert_touch(struct event event, enum touch_phase phase, float x, float y)
{
    assert_int_equal(event.kind, EVENT_TOUCH);
    assert_int_equal(event.touch.phase, phase);
    if (event.touch.x != x || event.touch.y != y)
        fail_msg("%f, %f is not %f, %f", (double)event.touch.x, (double)event.touch.y, (double)x, (double)y);
}

static void fingers_become_touches_of_the_screen(void **state)
{
    (void)state;
    const float x[4] = {160, 100, 480, 300}, y[4] = {100, 480, 300, 160};
    for (int quarters = 0; quarters < 4; quarters++) {
        struct window *window = open_turned(quarters);
        push_finger(SDL_FINGERDOWN, 3, 0.25f, 0.25f);
        push_finger(SDL_FINGERUP, 3, 0.25f, 0.25f);
        struct event down = next(window), up = next(window);
        assert_touch(down, TOUCH_DOWN, x[quarters], y[quarters]);
        assert_touch(up, TOUCH_UP, x[quarters], y[quarters]);
        assert_int_equal(down.touch.id, up.touch.id);
        assert_true(down.touch.major_mm == 25 && up.touch.major_mm == 25);
        assert_true(down.touch.id != TOUCH_MOUSE_ID);
        assert_true(down.touch.time_ms <= events_now_ms() && down.touch.time_ms > events_now_ms() - 60000);
        window_close(window);
    }
}

static void the_mouse_is_a_contact_while_its_button_is_held(void **state)
{
    (void)state;
    struct window *window = open_turned(0);
    push((SDL_Event){.motion = {.type = SDL_MOUSEMOTION, .x = 5, .y = 5}});
    push((SDL_Event){.button = {.type = SDL_MOUSEBUTTONDOWN, .button = SDL_BUTTON_RIGHT, .x = 9, .y = 9}});
    push((SDL_Event){.button = {.type = SDL_MOUSEBUTTONDOWN, .button = SDL_BUTTON_LEFT, .x = 10, .y = 20}});
    push((SDL_Event){.wheel = {.type = SDL_MOUSEWHEEL, .y = 3}});
    push((SDL_Event){.motion = {.type = SDL_MOUSEMOTION, .state = SDL_BUTTON_LMASK, .x = 30, .y = 40}});
    push((SDL_Event){.button = {.type = SDL_MOUSEBUTTONUP, .button = SDL_BUTTON_RIGHT, .x = 30, .y = 40}});
    push((SDL_Event){.button = {.type = SDL_MOUSEBUTTONUP, .button = SDL_BUTTON_LEFT, .x = 30, .y = 40}});
    struct event event = next(window);
    assert_touch(event, TOUCH_DOWN, 10, 20);
    assert_int_equal(event.touch.id, TOUCH_MOUSE_ID);
    assert_true(event.touch.major_mm == 0);
    assert_touch(next(window), TOUCH_MOVE, 30, 40);
    assert_touch(next(window), TOUCH_UP, 30, 40);
    window_close(window);
}

static void a_mouse_made_up_from_touches_is_ignored(void **state)
{
    (void)state;
    struct window *window = open_turned(0);
    struct event event;
    push((SDL_Event){.button = {.type = SDL_MOUSEBUTTONDOWN, .which = SDL_TOUCH_MOUSEID, .button = SDL_BUTTON_LEFT}});
    push((SDL_Event){.motion = {.type = SDL_MOUSEMOTION, .which = SDL_TOUCH_MOUSEID, .state = SDL_BUTTON_LMASK}});
    assert_false(events_wait(window, 0, &event));
    assert_int_equal(event.kind, EVENT_NONE);
    window_close(window);
}

static void keys_have_the_names_of_scancodes(void **state)
{
    (void)state;
    struct window *window = open_turned(0);
    SDL_Event key = {.key = {.type = SDL_KEYDOWN, .keysym = {.scancode = SDL_SCANCODE_F18}}};
    push(key);
    key.key.keysym = (SDL_Keysym){.scancode = SDL_SCANCODE_TAB, .mod = KMOD_LSHIFT};
    key.key.repeat = 1;
    push(key);
    key.key.type = SDL_KEYUP;
    push(key);
    struct event event = next(window);
    assert_int_equal(event.kind, EVENT_KEY);
    assert_string_equal(event.key.name, "F18");
    assert_false(event.key.is_shifted || event.key.is_repeat);
    event = next(window);
    assert_string_equal(event.key.name, "Tab");
    assert_true(event.key.is_shifted && event.key.is_repeat);
    assert_false(events_wait(window, 0, &event));
    window_close(window);
}

/* What SDL knows of touch panels: none at first. */
static struct {
    int devices, fingers;
} sdl_knows;

int __wrap_SDL_GetNumTouchDevices(void);
SDL_TouchID __wrap_SDL_GetTouchDevice(int index);
int __wrap_SDL_GetNumTouchFingers(SDL_TouchID device);
SDL_Finger *__wrap_SDL_GetTouchFinger(SDL_TouchID device, int index);

int __wrap_SDL_GetNumTouchDevices(void)
{
    return sdl_knows.devices;
}

SDL_TouchID __wrap_SDL_GetTouchDevice(int index)
{
    return 7 + index;
}

int __wrap_SDL_GetNumTouchFingers(SDL_TouchID device)
{
    return device == 7 ? sdl_knows.fingers : 0;
}

SDL_Finger *__wrap_SDL_GetTouchFinger(SDL_TouchID device, int index)
{
    static SDL_Finger fingers[2] = {{.id = 1}, {.id = 2}};
    return device == 7 && index < sdl_knows.fingers ? &fingers[index] : NULL;
}

static void fingers_of_a_panel_that_went_and_came_back_are_lost(void **state)
{
    (void)state;
    sdl_knows.devices = 1;
    struct window *window = open_turned(0);
    struct event event;
    sdl_knows.fingers = 2;
    push_finger(SDL_FINGERDOWN, 1, 0.5f, 0.5f);
    push_finger(SDL_FINGERDOWN, 2, 0.6f, 0.5f);
    assert_int_equal(next(window).kind, EVENT_TOUCH);
    assert_int_equal(next(window).kind, EVENT_TOUCH);
    assert_false(events_wait(window, 0, &event));
    sdl_knows.fingers = 0; /* the panel is there, its fingers are not */
    assert_int_equal(next(window).kind, EVENT_DEVICE_LOST);
    assert_false(events_wait(window, 0, &event));
    window_close(window);
    sdl_knows.devices = 0;
}

static void fingers_of_a_lost_device_are_reported_once(void **state)
{
    (void)state;
    struct window *window = open_turned(0);
    struct event event;
    push_finger(SDL_FINGERDOWN, 1, 0.5f, 0.5f);
    assert_int_equal(next(window).kind, EVENT_TOUCH);
    assert_int_equal(next(window).kind, EVENT_DEVICE_LOST);
    assert_false(events_wait(window, 0, &event));
    window_close(window);
}

static void the_window_reports_what_happens_to_it(void **state)
{
    (void)state;
    struct window *window = open_turned(1);
    struct event event;
    int w, h;
    push((SDL_Event){.window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_EXPOSED}});
    push((SDL_Event){.window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_SIZE_CHANGED, .data1 = 640, .data2 = 400}});
    push((SDL_Event){.window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_SIZE_CHANGED, .data1 = 800, .data2 = 480}});
    push((SDL_Event){.type = SDL_RENDER_TARGETS_RESET});
    push((SDL_Event){.type = SDL_QUIT});
    assert_int_equal(next(window).kind, EVENT_EXPOSED);
    assert_int_equal(next(window).kind, EVENT_TARGETS_LOST); /* the same size, a new surface */
    event = next(window);
    assert_int_equal(event.kind, EVENT_RESIZED);
    assert_int_equal(event.width, 480);
    assert_int_equal(event.height, 800);
    assert_int_equal(next(window).kind, EVENT_TARGETS_LOST);
    assert_int_equal(next(window).kind, EVENT_QUIT);
    assert_true(window_adopt_size(window));
    window_size(window, &w, &h);
    assert_int_equal(w, 400);
    assert_int_equal(h, 640);
    window_close(window);
}

static void a_wait_ends_without_events(void **state)
{
    (void)state;
    struct window *window = open_turned(0);
    struct event event;
    int64_t before = events_now_ms();
    assert_false(events_wait(window, 30, &event));
    assert_true(events_now_ms() - before >= 30);
    window_close(window);
}

static void what_is_drawn_can_be_read_and_shown_turned(void **state)
{
    (void)state;
    for (int quarters = 0; quarters < 4; quarters++) {
        struct window *window = open_turned(quarters);
        SDL_Renderer *renderer = window_renderer(window);
        int w, h;
        window_size(window, &w, &h);
        uint32_t *pixels = malloc((size_t)w * (size_t)h * 4);
        SDL_SetRenderDrawColor(renderer, 1, 2, 3, 255);
        SDL_RenderClear(renderer);
        SDL_SetRenderDrawColor(renderer, 200, 100, 50, 255);
        SDL_RenderFillRect(renderer, &(SDL_Rect){w - 20, 10, 10, 10});
        window_present(window);
        window_present_parts(window, &(struct rect){w - 20, 10, 100, 10}, 1);
        assert_true(window_read_pixels(window, pixels));
        assert_int_equal(pixels[0], 0x010203);
        assert_int_equal(pixels[15 * w + w - 15], 0xC86432);
        assert_true(window_keeps_pixels(window));
        assert_string_equal(window_renderer_name(window), "software");
        free(pixels);
        window_close(window);
    }
}

static void a_hidden_window_needs_no_display(void **state)
{
    (void)state;
    setenv("SDL_VIDEODRIVER", "no such driver", 1);
    struct window *window = window_open((struct window_options){.width = 300, .height = 200, .rotation = 1, .is_hidden = true});
    struct event event;
    int w, h;
    assert_non_null(window);
    window_size(window, &w, &h);
    assert_int_equal(w, 200);
    assert_int_equal(h, 300);
    window_present(window);
    assert_false(events_wait(window, 1, &event));
    window_close(window);
    assert_null(window_open((struct window_options){.width = 300, .height = 200}));
    window_close(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fingers_become_touches_of_the_screen),
        cmocka_unit_test(the_mouse_is_a_contact_while_its_button_is_held),
        cmocka_unit_test(a_mouse_made_up_from_touches_is_ignored),
        cmocka_unit_test(keys_have_the_names_of_scancodes),
        cmocka_unit_test(fingers_of_a_panel_that_went_and_came_back_are_lost),
        cmocka_unit_test(fingers_of_a_lost_device_are_reported_once),
        cmocka_unit_test(the_window_reports_what_happens_to_it),
        cmocka_unit_test(a_wait_ends_without_events),
        cmocka_unit_test(what_is_drawn_can_be_read_and_shown_turned),
        cmocka_unit_test(a_hidden_window_needs_no_display),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
