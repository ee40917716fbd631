#include "kiosk.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "draw/draw.h"
#include "hooks/framelog.h"
#include "log.h"
#include "ops/packs.h"
#include "platform/edid.h"
#include "platform/events.h"
#include "platform/window.h"
#include "screen/stage.h"
#include "text/font.h"

enum { LOOK_AT_PACKS_MS = 5000, FRAME_MS = 16 };

/* Real time for the frame log; what the screens see is the clock they are given. */
static double stopwatch_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000.0 + now.tv_nsec / 1e6;
}

/* ---- the panel ---- */

/* A window is no panel: what is connected says nothing about it. */
static struct panel_mm edid_of_screen(const struct options *options, int width_px, int height_px)
{
    bool is_turned = options->config.rotate / 90 & 1;
    struct panel_mm mm = {0};

    if (options->config.fullscreen && options->width_px == 0)
        edid_find("/sys/class/drm", is_turned ? height_px : width_px, is_turned ? width_px : height_px, &mm.width, &mm.height);
    return mm;
}

static struct panel panel_of_window(const struct kiosk *kiosk)
{
    const struct config *config = &kiosk->options->config;
    struct panel_facts facts = {
        .profile = config->profile, .active = {config->active_w_mm, config->active_h_mm}, .viewing_mm = config->viewing_mm,
        .quarter_turns = config->rotate / 90,
    };
    int width, height;

    window_size(kiosk->window, &width, &height);
    facts.edid = edid_of_screen(kiosk->options, width, height);
    return panel_find(width, height, &facts);
}

/* A panel that was only guessed from its pixels may be of any size. */
static void tell_window_size(const struct kiosk *kiosk)
{
    struct panel panel = panel_of_window(kiosk);

    if (kiosk->options->config.profile[0])
        window_set_size_mm(kiosk->window, panel.width_px / panel.px_per_mm_x, panel.height_px / panel.px_per_mm_y);
}

/* Size of the window before it is turned: asked for, the profile's, or that of the desktop. */
static struct window_options window_wish(const struct options *options)
{
    struct window_options wish = {
        .title = "Vitrine", .width = options->width_px, .height = options->height_px,
        .is_fullscreen = options->config.fullscreen, .rotation = options->config.rotate / 90,
        .is_hidden = options->manual_clock,
        .renderer = (enum window_renderer)options->config.renderer,
    };
    struct panel panel;

    if (wish.width == 0 && options->config.profile[0] && panel_from_profile(options->config.profile, 0, &panel)) {
        wish.width = panel.width_px;
        wish.height = panel.height_px;
    }
    if (wish.width == 0 && !wish.is_fullscreen) {
        wish.width = 1920;
        wish.height = 1080;
        wish.may_shrink = true;
    }
    return wish;
}

/* ---- building and undoing ---- */

static bool open_window(struct kiosk *kiosk)
{
    kiosk->window = window_open(window_wish(kiosk->options));
    if (!kiosk->window)
        return false;
    kiosk->fonts = fonts_create();
    kiosk->draw = kiosk->fonts ? draw_create(window_renderer(kiosk->window), kiosk->fonts) : NULL;
    if (!kiosk->draw)
        log_line(LOG_ERROR, "vitrine", "the drawing libraries could not be started");
    return kiosk->draw != NULL;
}

static void warn_of_unknown_keys(const struct action_map *map, enum action action, const char *setting)
{
    static const char shift[] = "Shift+";

    for (int i = 0; i < map->count; i++) {
        const char *name = map->keys[i].name;
        bool is_shifted = strncmp(name, shift, sizeof(shift) - 1) == 0;

        if (map->keys[i].action == action && !events_is_key(is_shifted ? name + sizeof(shift) - 1 : name))
            log_line(LOG_WARNING, "vitrine", "%s: no keyboard has a key \"%s\"", setting, name);
    }
}

/* The usual keys, and the site's own where it has chosen some. */
static struct action_map keys_of(const struct config *config)
{
    static const enum action actions[CONFIG_KEYS_COUNT] = {
        [CONFIG_KEYS_PREV] = ACTION_PREV, [CONFIG_KEYS_NEXT] = ACTION_NEXT, [CONFIG_KEYS_SELECT] = ACTION_SELECT,
        [CONFIG_KEYS_BACK] = ACTION_BACK, [CONFIG_KEYS_HELP] = ACTION_HELP, [CONFIG_KEYS_LEFT] = ACTION_LEFT,
        [CONFIG_KEYS_RIGHT] = ACTION_RIGHT, [CONFIG_KEYS_FIRST] = ACTION_FIRST, [CONFIG_KEYS_LAST] = ACTION_LAST,
        [CONFIG_KEYS_PAGE_UP] = ACTION_PAGE_UP, [CONFIG_KEYS_PAGE_DOWN] = ACTION_PAGE_DOWN,
    };
    struct action_map map = action_map_default();

    for (int i = 0; i < CONFIG_KEYS_COUNT; i++) {
        const char *name = config_keys_name(i), *list = config->keys[i];

        if (!list[0])
            continue;
        if (action_map_bind(&map, actions[i], list))
            warn_of_unknown_keys(&map, actions[i], name);
        else
            log_line(LOG_WARNING, "vitrine", "%s = %s: write names of keys, none of them a single letter; the usual ones hold",
                     name, list);
    }
    return map;
}

static bool open_stage(struct kiosk *kiosk)
{
    const struct options *options = kiosk->options;
    struct stage_options wish = {
        .fonts = kiosk->fonts, .draw = kiosk->draw, .panel = panel_of_window(kiosk), .text_step = options->text_step,
        .theme = options->theme, .reduced_motion = options->config.reduced_motion,
        .bottom_edge_mm = options->config.bottom_edge_mm, .idle_s = options->config.idle_s,
        .debounce_ms = options->config.debounce_ms, .night_from = options->config.night_from,
        .night_to = options->config.night_to,
    };

    if ((wish.night_from < 0) != (wish.night_to < 0))
        log_line(LOG_WARNING, "vitrine", "night.from and night.to belong together: without the other there is no night");
    kiosk->keys = keys_of(&options->config);
    wish.has_no_year_keys = !action_map_has(&kiosk->keys, ACTION_LEFT) && !action_map_has(&kiosk->keys, ACTION_RIGHT);
    kiosk->stage = stage_create(&wish);
    tell_window_size(kiosk);
    kiosk->packs = packs_create(options->config.packs);
    return kiosk->stage && kiosk->packs;
}

bool kiosk_init(struct kiosk *kiosk, const struct options *options, int64_t now_ms)
{
    *kiosk = (struct kiosk){.options = options, .cause = "window", .cause_ms = stopwatch_ms(),
                            .next_frame_ms = now_ms, .next_look_ms = now_ms + LOOK_AT_PACKS_MS};
    if (!open_window(kiosk) || !open_stage(kiosk) || !kiosk_take_pack(kiosk, now_ms))
        return false;
    if (options->frame_log) {
        kiosk->frames = framelog_open(options->frame_log);
        if (!kiosk->frames)
            log_line(LOG_ERROR, "vitrine", "%s cannot be written: %s", options->frame_log, strerror(errno));
    }
    return !options->frame_log || kiosk->frames;
}

void kiosk_done(struct kiosk *kiosk)
{
    framelog_close(kiosk->frames);
    stage_destroy(kiosk->stage);
    pack_close(kiosk->pack);
    packs_destroy(kiosk->packs);
    draw_destroy(kiosk->draw);
    fonts_destroy(kiosk->fonts);
    window_close(kiosk->window);
}

bool kiosk_resized(struct kiosk *kiosk)
{
    draw_destroy(kiosk->draw);
    kiosk->draw = NULL;
    if (window_adopt_size(kiosk->window))
        kiosk->draw = draw_create(window_renderer(kiosk->window), kiosk->fonts);
    if (!kiosk->draw) {
        log_line(LOG_ERROR, "vitrine", "the window has a new size and cannot be drawn into");
        return false;
    }
    stage_set_panel(kiosk->stage, kiosk->draw, panel_of_window(kiosk));
    tell_window_size(kiosk);
    return true;
}

/* ---- packs ---- */

bool kiosk_take_pack(struct kiosk *kiosk, int64_t now_ms)
{
    bool is_builtin;
    struct pack *pack = packs_take(kiosk->packs, &is_builtin);

    while (pack && !stage_set_pack(kiosk->stage, pack, is_builtin, now_ms)) {
        log_line(LOG_ERROR, "packs", "%s cannot be shown: its fonts are not usable", packs_name(kiosk->packs));
        pack_close(pack);
        pack = NULL;
        if (!is_builtin) {
            packs_condemn(kiosk->packs);
            pack = packs_take(kiosk->packs, &is_builtin);
        }
    }
    if (!pack)
        return false;
    pack_close(kiosk->pack);
    kiosk->pack = pack;
    return true;
}

static void look_at_packs(struct kiosk *kiosk, int64_t now_ms)
{
    if (pack_is_damaged(kiosk->pack)) {
        log_line(LOG_ERROR, "packs", "%s is damaged inside; the one before it is shown", packs_name(kiosk->packs));
        packs_condemn(kiosk->packs);
        kiosk_take_pack(kiosk, now_ms);
    }
    if (now_ms < kiosk->next_look_ms)
        return;
    kiosk->next_look_ms = now_ms + LOOK_AT_PACKS_MS;
    if (stage_is_at_rest(kiosk->stage) && packs_have_changed(kiosk->packs))
        kiosk_take_pack(kiosk, now_ms);
}

/* ---- frames ---- */

void kiosk_note(struct kiosk *kiosk, const char *cause)
{
    if (kiosk->cause)
        return;
    kiosk->cause = cause;
    kiosk->cause_ms = stopwatch_ms();
}

static void present(struct kiosk *kiosk, int64_t now_ms, double began_ms)
{
    double updated_ms = stopwatch_ms(), drawn_ms, shown_ms;
    const struct rect *parts;
    int calls = stage_draw(kiosk->stage, now_ms), count = draw_changed(kiosk->draw, &parts);
    bool is_time = !kiosk->cause;

    kiosk->draw_calls = calls;
    drawn_ms = stopwatch_ms();
    window_present_parts(kiosk->window, parts, count);
    shown_ms = stopwatch_ms();
    if (kiosk->frames) {
        struct frame frame = {
            .t_ms = kiosk->options->manual_clock ? now_ms : shown_ms, .cause = is_time ? "time" : kiosk->cause,
            .event_to_present_ms = is_time ? 0 : shown_ms - kiosk->cause_ms, .update_ms = updated_ms - began_ms,
            .draw_ms = drawn_ms - updated_ms, .present_ms = shown_ms - drawn_ms, .draw_calls = calls,
        };

        framelog_put(kiosk->frames, &frame);
    }
}

/* The manual clock begins at noon. */
static int minute_of_day(const struct kiosk *kiosk, int64_t now_ms)
{
    enum { DAY_S = 24 * 3600, NOON_S = DAY_S / 2 };
    time_t seconds = time(NULL);
    struct tm local;

    if (kiosk->options->manual_clock)
        return (int)(((NOON_S + now_ms / 1000 + kiosk->clock_ahead_s) % DAY_S + DAY_S) % DAY_S / 60);
    return localtime_r(&seconds, &local) ? local.tm_hour * 60 + local.tm_min : -1;
}

void kiosk_turn(struct kiosk *kiosk, int64_t now_ms)
{
    double began_ms = stopwatch_ms();

    if (kiosk->options->config.night_from >= 0)
        stage_set_minute(kiosk->stage, minute_of_day(kiosk, now_ms));
    stage_tick(kiosk->stage, now_ms);
    look_at_packs(kiosk, now_ms);
    if (stage_is_dirty(kiosk->stage) && now_ms < kiosk->next_frame_ms)
        return;
    if (!stage_is_dirty(kiosk->stage)) {
        kiosk->cause = NULL;
        return;
    }
    kiosk->next_frame_ms = now_ms + FRAME_MS;
    present(kiosk, now_ms, began_ms);
    kiosk->cause = NULL;
}

int64_t kiosk_next_ms(const struct kiosk *kiosk)
{
    int64_t next = stage_next_ms(kiosk->stage);

    if (kiosk->next_look_ms < next)
        next = kiosk->next_look_ms;
    return stage_is_dirty(kiosk->stage) && kiosk->next_frame_ms < next ? kiosk->next_frame_ms : next;
}
