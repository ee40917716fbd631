#include "kiosk_room.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "compiler/compile.h"
#include "compiler/write.h"
#include "hooks/dump.h"
#include "hostile.h"
#include "platform/window.h"

#define LIGHTHOUSE SOURCE_DIR "/tests/exhibits/lighthouse"

enum { HANDKERCHIEF_PX = 64, CONTACT_MS = 8, SETTLE_MS = 1200, HAND = 7000, STATE_SIZE = 16384, GUARD_MS = 200 /* T16 */,
       DEBOUNCE_MS = 120 };

/* ---- building and undoing ---- */

static uint8_t *compile(const char *folder, size_t *size)
{
    struct compile_options options = {.content = folder, .assets = SOURCE_DIR "/assets"};
    char *said = NULL;
    size_t said_size;
    struct diag diag = {.out = open_memstream(&said, &said_size)};
    struct progress progress;
    struct write_result result;
    struct draft *draft = calloc(1, sizeof *draft);

    assert_non_null(draft);
    assert_non_null(diag.out);
    draft_init(draft);
    progress_start(&progress);
    assert_true(compile_folder(draft, &diag, &options, &progress));
    fclose(diag.out);
    if (diag.errors > 0) { /* longer than what a failure can say */
        fputs(said, stderr);
        fail_msg("%s: %d errors", folder, diag.errors);
    }
    free(said);
    if (!write_pack(draft, &result))
        fail_msg("%s", result.problem);
    *size = result.size;
    draft_done(draft);
    free(draft);
    return result.bytes;
}

uint8_t *room_lighthouse(size_t *size)
{
    return compile(LIGHTHOUSE, size);
}

/* A copy of the lighthouse, changed by a shell in its folder. */
static uint8_t *changed_lighthouse(const char *change, size_t *size)
{
    char folder[] = "/tmp/vitrine-lighthouse-XXXXXX", command[2048];
    uint8_t *bytes;

    assert_non_null(mkdtemp(folder));
    snprintf(command, sizeof command, "cp -r '" LIGHTHOUSE "/.' %s && cd %s && %s", folder, folder, change);
    assert_int_equal(system(command), 0);
    bytes = compile(folder, size);
    snprintf(command, sizeof command, "rm -r %s", folder);
    assert_int_equal(system(command), 0);
    return bytes;
}

static uint8_t *hostile(uint64_t seed, size_t *size)
{
    char folder[] = "/tmp/vitrine-hostile-XXXXXX", command[80];
    uint8_t *bytes;

    assert_non_null(mkdtemp(folder));
    hostile_exhibit(folder, seed);
    bytes = compile(folder, size);
    snprintf(command, sizeof command, "rm -r %s", folder);
    assert_int_equal(system(command), 0);
    return bytes;
}

static const char *const changes[] = {
    [ROOM_UNTRANSLATED] = "sed -i 's/^fallback: .*/fallback: [uk]/' exhibit.yaml"
                          " && sed -i '/^## statements/,/^## disagreement/{/^## disagreement/!d}' entries/first-light/he.md"
                          " && sed -i '/^## p/,$d' documents/logbook.he.md",
    [ROOM_NOTES_UNTRANSLATED] = "sed -i 's/^fallback: .*/fallback: [uk]/' exhibit.yaml"
                                " && sed -i '/^  role:/s/, he: \"[^\"]*\"//' people.yaml"
                                " && sed -i '/^  text:/s/, he: \"[^\"]*\"//' glossary.yaml"
                                " && printf '### note memoir\nКнига мовчить.\n### editors\nТретього.\\n' >> entries/first-light/uk.md"
                                " && printf '### note memoir\nΤο βιβλίο σιωπά.\n### editors\nΣτις τρεις.\\n'"
                                " >> entries/first-light/el.md",
    [ROOM_EIGHT_VOICES] = "for n in a b c d e; do"
                          "   for f in .el.md .he.md .uk.md .txt .yaml; do"
                          "     sed \"s/^siglum: L/siglum: L$n/\" documents/letter$f > documents/letter$n$f; done;"
                          "   sed -i \"s/, memoir]/, letter$n, memoir]/\" exhibit.yaml;"
                          "   sed -i \"s/.*document: memoir, silent.*/      - {document: letter$n, silent: true}\\n&/\""
                          "     entries/first-light/entry.yaml;"
                          " done",
    [ROOM_BEFORE_CHRIST] = "sed -i 's/^span:.*/span: {start: -0119-01-01, end: 0080-12-31}/' exhibit.yaml"
                           " && sed -i '/id: sea/r /dev/stdin' exhibit.yaml <<LANES\n"
                           "  - {id: a, colour: ink, shape: square, pattern: solid}\n"
                           "  - {id: b, colour: iron, shape: triangle, pattern: diagonal}\n"
                           "  - {id: c, colour: ochre, shape: circle, pattern: dots}\n"
                           "  - {id: d, colour: '#2A0A5E', shape: diamond, pattern: horizontal}\n"
                           "LANES\n"
                           "for l in a b c d; do for f in strings/*.yaml; do grep '^lane.sea' $f | sed s/sea/$l/ >> $f; done; done;"
                           " sed -i 's/value: 18/value: -00/; s/value: 19/value: 00/' entries/*/entry.yaml"
                           " && sed -i 's/lane: sea/lane: d/' entries/storm/entry.yaml",
    [ROOM_EIGHT_LANGUAGES] = "sed -i 's/^languages: .*/languages: [el, uk, he, fr, de, es, it, be]/;"
                             "        s/^fallback: .*/fallback: [uk, el]/' exhibit.yaml;"
                             "for n in fr de es it be; do"
                             "   for f in $(find . -name 'uk.md' -o -name 'uk.yaml' -o -name '*.uk.md'); do"
                             "     cp $f $(echo $f | sed \"s/uk\\.\\(md\\|yaml\\)$/$n.\\1/\"); done;"
                             "   grep -rl 'uk: ' --include='*.yaml' . | grep -v '/strings/'"
                             "     | xargs sed -i \"s/\\buk: \\(\\\"[^\\\"]*\\\"\\)/$n: \\1, &/g\";"
                             "   for s in strings/*.yaml; do echo \"language.name.$n: \\\"$n\\\"\" >> $s; done;"
                             " done",
};

static void open_pack(struct room *room, const struct room_wish *wish)
{
    size_t size;

    if (wish->exhibit != ROOM_EIGHT_YEARS) {
        room->bytes = wish->exhibit == ROOM_LIGHTHOUSE ? room_lighthouse(&size)
            : wish->exhibit == ROOM_HOSTILE            ? hostile(wish->seed, &size)
                                                       : changed_lighthouse(changes[wish->exhibit], &size);
        assert_int_equal(pack_open_memory(room->bytes, size, &room->pack), PACK_OK);
    } else {
        assert_int_equal(pack_open(BINARY_DIR "/eight-years-four-voices.vpack", &room->pack), PACK_OK);
    }
}

/* Panels between and beyond the profiles, as sites measure them. */
static const struct {
    const char *name;
    int width_px, height_px;
    struct panel_mm active;
} measured[] = {
    {"10 inches", 1280, 800, {217, 136}},
    {"15 inches", 1920, 1080, {344, 194}},
    {"21 inches", 1920, 1080, {476, 268}},
    {"65 inches", 3840, 2160, {1428, 803}},
};

static struct panel panel_named(const char *name, int quarter_turns)
{
    struct panel panel;

    for (size_t i = 0; name && i < sizeof(measured) / sizeof(measured[0]); i++) {
        struct panel_facts facts = {.profile = "", .active = measured[i].active, .quarter_turns = quarter_turns};
        bool is_turned = quarter_turns & 1;

        if (strcmp(measured[i].name, name) == 0)
            return panel_find(is_turned ? measured[i].height_px : measured[i].width_px,
                              is_turned ? measured[i].width_px : measured[i].height_px, &facts);
    }
    if (!panel_from_profile(name ? name : "P3", quarter_turns, &panel))
        fail_msg("there is no profile %s", name);
    return panel;
}

static void open_window(struct room *room, struct panel panel, bool has_pixels)
{
    room->window = window_open((struct window_options){.title = "room",
                                                       .width = has_pixels ? panel.width_px : HANDKERCHIEF_PX,
                                                       .height = has_pixels ? panel.height_px : HANDKERCHIEF_PX,
                                                       .is_hidden = true,
                                                       .renderer = WINDOW_SOFTWARE});
    room->fonts = fonts_create();
    assert_non_null(room->window);
    assert_non_null(room->fonts);
    room->draw = draw_create(window_renderer(room->window), room->fonts);
    assert_non_null(room->draw);
}

struct room room_open(struct room_wish wish)
{
    struct room room = {.now_ms = 1000};
    struct panel panel = panel_named(wish.profile, wish.quarter_turns);
    struct stage_options options = {.panel = panel,
                                    .text_step = wish.text_step,
                                    .theme = wish.theme,
                                    .reduced_motion = wish.reduced_motion,
                                    .bottom_edge_mm = wish.bottom_edge_mm,
                                    .debounce_ms = DEBOUNCE_MS,
                                    .night_from = wish.night_from,
                                    .night_to = wish.night_to,
                                    .has_no_year_keys = wish.has_no_year_keys};

    open_pack(&room, &wish);
    open_window(&room, panel, wish.has_pixels);
    options.fonts = room.fonts;
    options.draw = room.draw;
    room.stage = stage_create(&options);
    assert_non_null(room.stage);
    assert_true(stage_set_pack(room.stage, room.pack, false, room.now_ms));
    room_wait(&room, GUARD_MS);
    return room;
}

void room_close(struct room *room)
{
    stage_destroy(room->stage);
    pack_close(room->pack);
    free(room->bytes);
    draw_destroy(room->draw);
    fonts_destroy(room->fonts);
    window_close(room->window);
}

void room_set_panel(struct room *room, const char *profile, int quarter_turns)
{
    stage_set_panel(room->stage, room->draw, panel_named(profile, quarter_turns));
    room_draw(room);
}

void room_set_look(struct room *room, enum text_step step, enum theme theme)
{
    while (stage_look(room->stage)->step != step)
        stage_fire(room->stage, UI_TEXT_SIZE, 0, room->now_ms);
    if (stage_look(room->stage)->theme != theme)
        stage_fire(room->stage, UI_CONTRAST, 0, room->now_ms);
    room_draw(room);
}

/* ---- time ---- */

void room_draw(struct room *room)
{
    if (stage_is_dirty(room->stage))
        stage_draw(room->stage, room->now_ms);
}

void room_step(struct room *room)
{
    room->now_ms += ROOM_FRAME_MS;
    stage_tick(room->stage, room->now_ms);
    room_draw(room);
}

void room_wait(struct room *room, int64_t ms)
{
    int64_t end = room->now_ms + ms;

    while (room->now_ms < end) {
        int64_t next = stage_is_dirty(room->stage) ? room->now_ms : stage_next_ms(room->stage);

        /* nothing happens by itself until then */
        if (next > room->now_ms + ROOM_FRAME_MS)
            room->now_ms = (next < end ? next : end) - ROOM_FRAME_MS;
        room_step(room);
    }
}

/* ---- hands ---- */

void room_touch(struct room *room, enum touch_phase phase, int64_t id, float x, float y)
{
    stage_touch(room->stage, (struct touch){.phase = phase, .id = id, .x = x, .y = y, .time_ms = room->now_ms});
}

void room_tap_at(struct room *room, float x, float y)
{
    room_touch(room, TOUCH_DOWN, HAND, x, y);
    room_wait(room, ROOM_TAP_MS);
    room_touch(room, TOUCH_UP, HAND, x, y);
    room_wait(room, SETTLE_MS);
}

bool room_can_touch(struct room *room, const char *id)
{
    const struct ui_element *element = room_find(room, id);

    return element && element->verb != UI_NOTHING && element->hit.w > 0 && element->hit.h > 0;
}

void room_tap(struct room *room, const char *id)
{
    struct rect hit;

    if (!room_can_touch(room, id))
        fail_msg("\"%s\" cannot be touched on the screen \"%s\"", id, stage_screen_name(room->stage));
    hit = room_find(room, id)->hit;
    room_tap_at(room, hit.x + hit.w / 2.0f, hit.y + hit.h / 2.0f);
}

void room_slide(struct room *room, int64_t id, float x1, float y1, float x2, float y2, int64_t ms)
{
    int64_t start = room->now_ms;

    while (room->now_ms < start + ms) {
        float part;

        room->now_ms += CONTACT_MS;
        part = (float)(room->now_ms - start) / (float)ms;
        part = part > 1 ? 1 : part;
        room_touch(room, TOUCH_MOVE, id, x1 + (x2 - x1) * part, y1 + (y2 - y1) * part);
        stage_tick(room->stage, room->now_ms);
        room_draw(room);
    }
}

void room_key(struct room *room, enum action action)
{
    stage_key(room->stage, action, room->now_ms);
    room_wait(room, SETTLE_MS);
}

/* ---- what is there ---- */

const struct ui *room_ui(struct room *room)
{
    room_draw(room);
    return stage_ui(room->stage);
}

const struct session *room_session(const struct room *room)
{
    return stage_session(room->stage);
}

const struct ui_element *room_find(struct room *room, const char *id)
{
    const struct ui *ui = room_ui(room);
    int at = ui_find(ui, id);

    return at < 0 ? NULL : ui_at(ui, at);
}

int room_entry(const struct room *room, const char *id)
{
    int entry = pack_entry_find(room->pack, id);

    if (entry < 0)
        fail_msg("the exhibit has no entry \"%s\"", id);
    return entry;
}

bool room_is_on(const struct room *room, const char *screen)
{
    return strcmp(stage_screen_name(room->stage), screen) == 0;
}

char *room_state(struct room *room)
{
    char path[] = "/tmp/vitrine-state-XXXXXX";
    int file = mkstemp(path);
    char *state = calloc(1, STATE_SIZE);
    FILE *in;

    assert_true(file >= 0);
    assert_non_null(state);
    close(file);
    room_draw(room);
    assert_true(dump_state(room->stage, path, room->now_ms));
    in = fopen(path, "r");
    assert_non_null(in);
    assert_true(fread(state, 1, STATE_SIZE - 1, in) > 0);
    fclose(in);
    unlink(path);
    return state;
}

uint32_t *room_picture(struct room *room, size_t *bytes)
{
    uint32_t *pixels;
    int w, h;

    window_size(room->window, &w, &h);
    *bytes = (size_t)w * (size_t)h * sizeof *pixels;
    pixels = malloc(*bytes);
    assert_non_null(pixels);
    /* everything anew: what is kept from the frame before must not tell */
    stage_make_dirty(room->stage);
    room_draw(room);
    assert_true(window_read_pixels(room->window, pixels));
    return pixels;
}

/* ---- going there ---- */

struct stop room_stop(enum screen_id screen)
{
    return (struct stop){.screen = screen, .entry = -1, .disagreement = -1, .document = -1, .source = -1, .paragraph = -1};
}

void room_visit(struct room *room, int language, struct stop stop)
{
    stage_visit(room->stage, language, stop, room->now_ms);
    room_wait(room, SETTLE_MS);
}

void room_show_days(struct room *room, int language, double first_day, double days)
{
    stage_show_days(room->stage, first_day, days);
    room_visit(room, language, room_stop(SCREEN_TIMELINE));
}
