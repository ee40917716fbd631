/*
 * What the whole screen does over time: nothing flashes in a visit or in the attract loop (M3), and nothing bright burns in
 * (I13). The screen is cut into squares, and the mean luminance of each is looked at frame by frame: letters that scroll by
 * change points, not squares.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kiosk_room.h"
#include "platform/window.h"

enum { GRID_PX = 2, SMALL_PX = 6, SECOND_MS = 1000, BURN_MS = 5 * 60 * 1000, STEPS_KEPT = 8 };
enum { SQUARE_PX = 96 }; /* 35 mm: letters that move past do not change its mean */

/* A square: where it swings between, and when it went up by a step. */
struct square {
    float low, high;
    bool is_up;
    int64_t ups[STEPS_KEPT]; /* a ring, by count */
    int up_count;
    bool is_dark, is_burnt;
    int64_t dark_ms; /* when it was last dark */
};

struct screen {
    struct room room;
    struct square *squares;
    uint32_t *pixels;
    int width, height, side_px, count;
    double most_repeating; /* part of the screen that goes up together and again within a second, at the worst moment */
    char worst[80];
};

static float luminance_of[256];

static void fill_luminances(void)
{
    for (int i = 0; i < 256; i++)
        luminance_of[i] = i / 255.0 <= 0.04045 ? (float)(i / 255.0 / 12.92) : (float)pow((i / 255.0 + 0.055) / 1.055, 2.4);
}

static float luminance(uint32_t pixel)
{
    return 0.2126f * luminance_of[pixel >> 16 & 255] + 0.7152f * luminance_of[pixel >> 8 & 255]
        + 0.0722f * luminance_of[pixel & 255];
}

static struct screen open_screen(const char *profile, int turns, int side_px)
{
    struct screen screen = {
        .room = room_open((struct room_wish){.profile = profile, .quarter_turns = turns, .has_pixels = true})};

    fill_luminances();
    window_size(screen.room.window, &screen.width, &screen.height);
    screen.side_px = side_px;
    screen.count = (screen.width / side_px) * (screen.height / side_px);
    screen.squares = calloc((size_t)screen.count, sizeof *screen.squares);
    screen.pixels = malloc((size_t)screen.width * (size_t)screen.height * sizeof *screen.pixels);
    assert_non_null(screen.squares);
    assert_non_null(screen.pixels);
    return screen;
}

static void close_screen(struct screen *screen)
{
    free(screen->squares);
    free(screen->pixels);
    room_close(&screen->room);
}

static float luminance_at(const struct screen *screen, int i)
{
    int columns = screen->width / screen->side_px, left = i % columns * screen->side_px, top = i / columns * screen->side_px;
    int count = 0;
    float sum = 0;

    for (int y = top + GRID_PX / 2; y < top + screen->side_px; y += GRID_PX)
        for (int x = left + GRID_PX / 2; x < left + screen->side_px; x += GRID_PX, count++)
            sum += luminance(screen->pixels[y * screen->width + x]);
    return sum / (float)count;
}

/* ---- steps ---- */

/* A step is a tenth of full luminance; it is counted when its direction turns. True: it went up in this frame. */
static bool note_step(struct square *square, float now, int64_t now_ms)
{
    const float step = 0.1f;

    square->low = fminf(square->low, now);
    square->high = fmaxf(square->high, now);
    if (!square->is_up && now > square->low + step) {
        square->ups[square->up_count++ % STEPS_KEPT] = now_ms;
        square->is_up = true;
        square->high = now;
        return true;
    }
    if (square->is_up && now < square->high - step) {
        square->is_up = false;
        square->low = now;
    }
    return false;
}

static int within_a_second(const int64_t *steps, int count, int64_t now_ms)
{
    int found = 0;

    for (int i = 0; i < STEPS_KEPT && i < count; i++)
        found += now_ms - steps[i] < SECOND_MS;
    return found;
}

static void watch_frame(struct screen *screen)
{
    int repeating = 0;
    int64_t now_ms = screen->room.now_ms;

    assert_true(window_read_pixels(screen->room.window, screen->pixels));
    for (int i = 0; i < screen->count; i++) {
        struct square *square = &screen->squares[i];
        bool goes_up = note_step(square, luminance_at(screen, i), now_ms);
        int ups = within_a_second(square->ups, square->up_count, now_ms);

        repeating += goes_up && ups > 1; /* together, not one after the other as what moves past */
    }
    if ((double)repeating / screen->count > screen->most_repeating) {
        screen->most_repeating = (double)repeating / screen->count;
        snprintf(screen->worst, sizeof screen->worst, "%s at %lld ms", stage_screen_name(screen->room.stage),
                 (long long)now_ms);
    }
}

static void start_watching(struct screen *screen)
{
    room_draw(&screen->room);
    assert_true(window_read_pixels(screen->room.window, screen->pixels));
    for (int i = 0; i < screen->count; i++)
        screen->squares[i] = (struct square){.low = luminance_at(screen, i), .high = luminance_at(screen, i)};
    screen->most_repeating = 0;
}

static void watch(struct screen *screen, int64_t ms)
{
    for (int64_t end = screen->room.now_ms + ms; screen->room.now_ms < end;) {
        bool is_drawn;

        screen->room.now_ms += ROOM_FRAME_MS;
        stage_tick(screen->room.stage, screen->room.now_ms);
        is_drawn = stage_is_dirty(screen->room.stage);
        room_draw(&screen->room);
        if (is_drawn)
            watch_frame(screen);
    }
}

static void assert_calm(const struct screen *screen)
{
    if (screen->most_repeating > 0.01)
        fail_msg("%.1f %% of the screen repeats a step within a second: %s", screen->most_repeating * 100, screen->worst);
}

/* ---- cases ---- */

static void tap(struct screen *screen, const char *id)
{
    struct rect hit;

    if (!room_can_touch(&screen->room, id))
        fail_msg("\"%s\" cannot be touched on the screen \"%s\"", id, stage_screen_name(screen->room.stage));
    hit = room_find(&screen->room, id)->hit;
    room_touch(&screen->room, TOUCH_DOWN, 7, (float)hit.x + (float)hit.w / 2, (float)hit.y + (float)hit.h / 2);
    watch(screen, 80);
    room_touch(&screen->room, TOUCH_UP, 7, (float)hit.x + (float)hit.w / 2, (float)hit.y + (float)hit.h / 2);
    watch(screen, 1500);
}

/* Without earlier and later: a timeline that is moved on moves its marks through every square. */
static void nothing_flashes_in_a_visit(void **state)
{
    static const char *const taps[] = {"lang:pt",       "zoom:in",      "zoom:in",   "zoom:out",     "entry:rapallo-treaty",
                                       "nav:access",    "access:close", "lang:lt",   "compare:day",  "nav:back",
                                       "nav:documents", "document:PL",  "page:down", "nav:textsize", "nav:textsize",
                                       "nav:timeline",  "nav:startover"};
    struct screen screen = open_screen("P3", 0, SQUARE_PX);

    (void)state;
    start_watching(&screen);
    for (size_t i = 0; i < sizeof taps / sizeof taps[0]; i++) {
        if (strcmp(taps[i], "entry:rapallo-treaty") == 0) {
            struct stop stop = room_stop(SCREEN_EVENT);

            stop.entry = room_entry(&screen.room, "rapallo-treaty");
            stage_visit(screen.room.stage, 0, stop, screen.room.now_ms);
            watch(&screen, 1500);
        } else {
            tap(&screen, taps[i]);
        }
    }
    watch(&screen, 3000);
    assert_calm(&screen);
    close_screen(&screen);
}

static void nothing_flashes_in_the_attract_loop(void **state)
{
    struct screen screen = open_screen("P1", 0, SQUARE_PX / 2);

    (void)state;
    start_watching(&screen);
    watch(&screen, 200 * SECOND_MS); /* twice around, both ways of colouring it */
    assert_calm(&screen);
    close_screen(&screen);
}

/* A place is dark only when it is for longer than a fade takes. */
static void note_dark(struct screen *screen)
{
    assert_true(window_read_pixels(screen->room.window, screen->pixels));
    for (int i = 0; i < screen->count; i++) {
        struct square *square = &screen->squares[i];
        bool is_dark = luminance_at(screen, i) <= 0.5f;

        if (is_dark && square->is_dark)
            square->dark_ms = screen->room.now_ms;
        square->is_dark = is_dark;
        square->is_burnt = square->is_burnt || screen->room.now_ms - square->dark_ms > BURN_MS;
    }
}

/* What is bright becomes dark before it burns in; where two edges meet, a few squares are bright both ways. */
static void nothing_bright_stands_still_for_five_minutes(void **state)
{
    (void)state;
    for (int turns = 0; turns < 2; turns++) {
        struct screen screen = open_screen("P1", turns, SMALL_PX);
        int64_t start_ms = screen.room.now_ms;
        int burnt = 0;

        for (int i = 0; i < screen.count; i++)
            screen.squares[i].dark_ms = start_ms;
        while (screen.room.now_ms < start_ms + 3 * BURN_MS) {
            screen.room.now_ms += SECOND_MS;
            stage_tick(screen.room.stage, screen.room.now_ms);
            room_draw(&screen.room);
            note_dark(&screen);
        }
        assert_true(room_is_on(&screen.room, "attract"));
        for (int i = 0; i < screen.count; i++)
            burnt += screen.squares[i].is_burnt;
        if (burnt > screen.count / 1000)
            fail_msg("%d of %d squares stay bright for more than five minutes", burnt, screen.count);
        close_screen(&screen);
    }
}

static void the_ground_of_the_plinth_is_not_bright(void **state)
{
    struct screen screen = open_screen("P3", 0, SQUARE_PX);

    (void)state;
    for (int theme = THEME_STANDARD; theme <= THEME_CONTRAST; theme++) {
        int plinth, bright = 0, all = 0;

        room_visit(&screen.room, 0, room_stop(SCREEN_TIMELINE));
        room_set_look(&screen.room, TEXT_A, (enum theme)theme);
        room_wait(&screen.room, 1000);
        room_draw(&screen.room);
        assert_true(window_read_pixels(screen.room.window, screen.pixels));
        plinth = stage_look(screen.room.stage)->plinth;
        for (int i = screen.width * (screen.height - plinth); i < screen.width * screen.height; i++) {
            bright += luminance(screen.pixels[i]) > 0.7f;
            all++;
        }
        assert_true(all > 0 && bright < all / 4); /* the words, and the key of the chosen language */
    }
    close_screen(&screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_flashes_in_a_visit),
        cmocka_unit_test(nothing_flashes_in_the_attract_loop),
        cmocka_unit_test(nothing_bright_stands_still_for_five_minutes),
        cmocka_unit_test(the_ground_of_the_plinth_is_not_bright),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
