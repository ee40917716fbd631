/* Scripts and tours: the real parts on a clock that only they move. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "hooks/dump.h"
#include "hooks/script.h"
#include "hooks/tour.h"
#include "kiosk.h"
#include "log.h"
#include "ops/packs.h"
#include "platform/sheet.h"
#include "platform/window.h"
#include "screen/stage.h"

enum { PATH_SIZE = 4096 };

struct rehearsal {
    struct kiosk *kiosk;
    int64_t now_ms;
};

static void on_touch(void *context, struct touch touch)
{
    struct rehearsal *rehearsal = context;

    kiosk_note(rehearsal->kiosk, "touch");
    stage_touch(rehearsal->kiosk->stage, touch);
}

static void on_key(void *context, enum action action, int64_t now_ms)
{
    struct rehearsal *rehearsal = context;

    kiosk_note(rehearsal->kiosk, "key");
    stage_key(rehearsal->kiosk->stage, action, now_ms);
}

static void on_device(void *context, bool is_found, int64_t now_ms)
{
    struct rehearsal *rehearsal = context;

    if (!is_found)
        stage_device_lost(rehearsal->kiosk->stage, now_ms);
}

static void on_step(void *context, int64_t now_ms)
{
    struct rehearsal *rehearsal = context;

    rehearsal->now_ms = now_ms;
    kiosk_turn(rehearsal->kiosk, now_ms);
}

static void draw_if_dirty(struct rehearsal *rehearsal)
{
    if (!stage_is_dirty(rehearsal->kiosk->stage))
        return;
    rehearsal->kiosk->next_frame_ms = rehearsal->now_ms;
    kiosk_turn(rehearsal->kiosk, rehearsal->now_ms);
}

static bool find_element(void *context, const char *id, struct rect *hit)
{
    struct rehearsal *rehearsal = context;
    const struct ui *ui = stage_ui(rehearsal->kiosk->stage);
    int at;

    draw_if_dirty(rehearsal);
    at = ui_find(ui, id);
    if (at < 0 || ui_at(ui, at)->verb == UI_NOTHING || ui_at(ui, at)->hit.w <= 0)
        return false;
    *hit = ui_at(ui, at)->hit;
    return true;
}

static bool open_pack(void *context, const char *path, int64_t now_ms)
{
    struct rehearsal *rehearsal = context;
    struct packs *packs = packs_create(path);

    if (!packs)
        return false;
    packs_destroy(rehearsal->kiosk->packs);
    rehearsal->kiosk->packs = packs;
    return kiosk_take_pack(rehearsal->kiosk, now_ms);
}

static void clock_jump(void *context, int64_t seconds)
{
    struct rehearsal *rehearsal = context;

    /* the wall clock jumps; everything but the night lives on the monotonic one (I1) */
    rehearsal->kiosk->clock_ahead_s += seconds;
}

static const char *out_path(struct rehearsal *rehearsal, const char *file, char path[PATH_SIZE])
{
    snprintf(path, PATH_SIZE, "%s/%s", rehearsal->kiosk->options->out, file);
    return path;
}

static bool shot_to(void *context, const char *path)
{
    struct rehearsal *rehearsal = context;

    draw_if_dirty(rehearsal);
    return window_save_png(rehearsal->kiosk->window, path);
}

static bool shot(void *context, const char *file)
{
    char path[PATH_SIZE];

    return shot_to(context, out_path(context, file, path));
}

static bool write_ui(void *context, const char *file)
{
    struct rehearsal *rehearsal = context;
    char path[PATH_SIZE];

    draw_if_dirty(rehearsal);
    return dump_ui(rehearsal->kiosk->stage, out_path(rehearsal, file, path));
}

static bool write_state(void *context, const char *file)
{
    struct rehearsal *rehearsal = context;
    char path[PATH_SIZE];

    draw_if_dirty(rehearsal);
    return dump_state(rehearsal->kiosk->stage, out_path(rehearsal, file, path), rehearsal->now_ms);
}

static bool sheet(void *context, const char *path, char *const *files, int count, int columns)
{
    (void)context;
    return sheet_write(path, files, count, columns);
}

static bool make_folder(const char *path)
{
    if (mkdir(path, 0777) == 0 || errno == EEXIST)
        return true;
    log_line(LOG_ERROR, "vitrine", "%s cannot be made: %s", path, strerror(errno));
    return false;
}

static bool run_script(struct rehearsal *rehearsal)
{
    struct script_host host = {
        .context = rehearsal, .keys = &rehearsal->kiosk->keys, .touch = on_touch, .key = on_key, .device = on_device,
        .step = on_step, .find = find_element, .open_pack = open_pack, .clock_jump = clock_jump, .shot = shot,
        .dump_ui = write_ui, .dump_state = write_state,
    };

    return make_folder(rehearsal->kiosk->options->out)
        && script_run(rehearsal->kiosk->options->script, &host, rehearsal->now_ms) >= 0;
}

static bool run_tour(struct rehearsal *rehearsal)
{
    struct tour_host host = {.context = rehearsal, .step = on_step, .shot = shot_to, .sheet = sheet};
    struct tour_wish wish = {rehearsal->kiosk->options->tour, rehearsal->kiosk->options->language};
    int count = make_folder(wish.folder) ? tour_run(rehearsal->kiosk->stage, &host, wish, rehearsal->now_ms) : -1;

    if (count >= 0)
        printf("%d pictures and contact-sheet.png in %s\n", count, wish.folder);
    return count >= 0;
}

int rehearse(struct kiosk *kiosk, int64_t now_ms)
{
    struct rehearsal rehearsal = {.kiosk = kiosk, .now_ms = now_ms};
    bool is_good = true;

    kiosk_turn(kiosk, now_ms);
    if (kiosk->options->script)
        is_good = run_script(&rehearsal);
    if (is_good && kiosk->options->tour)
        is_good = run_tour(&rehearsal);
    return is_good ? 0 : 1;
}
