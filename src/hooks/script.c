/*
 * One command a line; # begins a comment. Time passes in wait, tap, drag, fling and pinch only, in steps of 16 ms.
 *
 *     wait MS      down ID X Y [MM]      move ID X Y [MM]      up ID      cancel ID
 *     tap X Y      tap #ELEMENT    drag X Y X Y MS  fling X Y X Y MS pinch X Y SCALE MS
 *     key ACTION   scancode NAME   device lost|found   pack FILE     clock-jump SECONDS
 *     shot FILE    dump ui FILE    dump state FILE
 *
 * MM is the longer side of the contact, where a panel tells it.
 */
#include "hooks/script.h"

#include <errno.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    STEP_MS = 16, CONTACT_MS = 8, TAP_MS = 60, DRAG_REST_MS = 120, PINCH_PX = 120,
    WORDS_MAX = 8, LINE_MAX_BYTES = 1024, CONTACTS_KEPT = 16, FIRST_ID = 1000,
};

struct kept_contact {
    int64_t id;
    float x, y, major_mm;
};

struct script {
    const struct script_host *host;
    const char *path;
    int line;
    int64_t now_ms;
    struct kept_contact contacts[CONTACTS_KEPT]; /* where each contact is and how large, for up and cancel */
    int contact_count;
};

__attribute__((format(printf, 2, 3)))
static bool complain(const struct script *script, const char *format, ...)
{
    va_list arguments;

    fprintf(stderr, "%s:%d: ", script->path, script->line);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    return false;
}

/* ---- time and contacts ---- */

static void pass(struct script *script, int64_t ms)
{
    int64_t end = script->now_ms + ms;

    while (script->now_ms < end) {
        script->now_ms += end - script->now_ms < STEP_MS ? end - script->now_ms : STEP_MS;
        script->host->step(script->host->context, script->now_ms);
    }
}

static struct kept_contact *keep(struct script *script, int64_t id)
{
    for (int i = 0; i < script->contact_count; i++) {
        if (script->contacts[i].id == id)
            return &script->contacts[i];
    }
    if (script->contact_count == CONTACTS_KEPT)
        return NULL;
    script->contacts[script->contact_count] = (struct kept_contact){.id = id};
    return &script->contacts[script->contact_count++];
}

static void forget(struct script *script, int64_t id)
{
    for (int i = 0; i < script->contact_count; i++) {
        if (script->contacts[i].id == id)
            script->contacts[i] = script->contacts[--script->contact_count];
    }
}

static void report_sized(struct script *script, enum touch_phase phase, struct kept_contact told)
{
    struct kept_contact *contact = keep(script, told.id);

    if (contact && told.major_mm < contact->major_mm)
        told.major_mm = contact->major_mm;
    if (contact)
        *contact = told;
    script->host->touch(script->host->context,
                        (struct touch){.phase = phase, .id = told.id, .x = told.x, .y = told.y, .time_ms = script->now_ms,
                                       .major_mm = told.major_mm});
    if (phase == TOUCH_UP || phase == TOUCH_CANCEL)
        forget(script, told.id);
}

static void report(struct script *script, enum touch_phase phase, int64_t id, float x, float y)
{
    report_sized(script, phase, (struct kept_contact){.id = id, .x = x, .y = y});
}

static void tap(struct script *script, float x, float y)
{
    report(script, TOUCH_DOWN, FIRST_ID, x, y);
    script->host->step(script->host->context, script->now_ms);
    pass(script, TAP_MS);
    report(script, TOUCH_UP, FIRST_ID, x, y);
    script->host->step(script->host->context, script->now_ms);
}

/* Moves up to two contacts from one pair of points to another, reporting every 8 ms. */
struct stroke {
    int64_t id;
    float x1, y1, x2, y2;
};

static void move_strokes(struct script *script, const struct stroke *strokes, int count, int64_t ms)
{
    int64_t start = script->now_ms;

    while (script->now_ms < start + ms) {
        float part;
        int64_t left = start + ms - script->now_ms;

        script->now_ms += left < CONTACT_MS ? left : CONTACT_MS;
        part = (script->now_ms - start) / (float)ms;
        for (int i = 0; i < count; i++) {
            const struct stroke *s = &strokes[i];

            report(script, TOUCH_MOVE, s->id, s->x1 + (s->x2 - s->x1) * part, s->y1 + (s->y2 - s->y1) * part);
        }
        if ((script->now_ms - start) % STEP_MS == 0 || left <= CONTACT_MS)
            script->host->step(script->host->context, script->now_ms);
    }
}

static void stroke(struct script *script, const struct stroke *strokes, int count, int64_t ms, int64_t rest_ms)
{
    for (int i = 0; i < count; i++)
        report(script, TOUCH_DOWN, strokes[i].id, strokes[i].x1, strokes[i].y1);
    script->host->step(script->host->context, script->now_ms);
    move_strokes(script, strokes, count, ms);
    if (rest_ms > 0) {
        struct stroke still[2];

        for (int i = 0; i < count; i++)
            still[i] = (struct stroke){strokes[i].id, strokes[i].x2, strokes[i].y2, strokes[i].x2, strokes[i].y2};
        move_strokes(script, still, count, rest_ms);
    }
    for (int i = 0; i < count; i++)
        report(script, TOUCH_UP, strokes[i].id, strokes[i].x2, strokes[i].y2);
    script->host->step(script->host->context, script->now_ms);
}

static void pinch(struct script *script, float x, float y, float scale, int64_t ms)
{
    float from = scale >= 1 ? PINCH_PX : PINCH_PX / scale, to = from * scale;
    struct stroke strokes[2] = {{FIRST_ID, x - from / 2, y, x - to / 2, y}, {FIRST_ID + 1, x + from / 2, y, x + to / 2, y}};

    stroke(script, strokes, 2, ms, 0);
}

/* ---- commands ---- */

static bool number(const struct script *script, const char *word, double *out)
{
    char *end;

    errno = 0;
    *out = strtod(word, &end);
    if (errno == 0 && *end == '\0' && end != word && isfinite(*out))
        return true;
    return complain(script, "\"%s\" is not a number", word);
}

static bool numbers(const struct script *script, char *const *words, int count, double *out)
{
    for (int i = 0; i < count; i++) {
        if (!number(script, words[i], &out[i]))
            return false;
    }
    return true;
}

static bool do_wait(struct script *script, char **words)
{
    double ms;

    if (!number(script, words[1], &ms) || ms < 0)
        return false;
    pass(script, (int64_t)ms);
    return true;
}

static bool do_contact(struct script *script, char **words, int count)
{
    double n[4] = {0};

    if (count != 4 && count != 5)
        return complain(script, "write %s ID X Y or %s ID X Y MM", words[0], words[0]);
    if (!numbers(script, words + 1, count - 1, n))
        return false;
    report_sized(script, words[0][0] == 'd' ? TOUCH_DOWN : TOUCH_MOVE,
                 (struct kept_contact){(int64_t)n[0], (float)n[1], (float)n[2], (float)n[3]});
    return true;
}

static bool do_lift(struct script *script, char **words)
{
    struct kept_contact *contact;
    double id;

    if (!number(script, words[1], &id))
        return false;
    contact = keep(script, (int64_t)id);
    if (!contact)
        return complain(script, "too many contacts");
    report(script, words[0][0] == 'u' ? TOUCH_UP : TOUCH_CANCEL, (int64_t)id, contact->x, contact->y);
    return true;
}

static bool do_tap(struct script *script, char **words, int count)
{
    struct rect hit;
    double n[2];

    if (count == 2 && words[1][0] == '#') {
        if (!script->host->find(script->host->context, words[1] + 1, &hit))
            return complain(script, "no element \"%s\" can be tapped on this screen", words[1] + 1);
        tap(script, hit.x + hit.w / 2.0f, hit.y + hit.h / 2.0f);
        return true;
    }
    if (count != 3)
        return complain(script, "write tap X Y or tap #ELEMENT");
    if (!numbers(script, words + 1, 2, n))
        return false;
    tap(script, (float)n[0], (float)n[1]);
    return true;
}

static bool do_stroke(struct script *script, char **words)
{
    double n[5];
    struct stroke one;

    if (!numbers(script, words + 1, 5, n))
        return false;
    one = (struct stroke){FIRST_ID, (float)n[0], (float)n[1], (float)n[2], (float)n[3]};
    stroke(script, &one, 1, (int64_t)n[4], words[0][0] == 'd' ? DRAG_REST_MS : 0);
    return true;
}

static bool do_pinch(struct script *script, char **words)
{
    double n[4];

    if (!numbers(script, words + 1, 4, n))
        return false;
    if (n[2] <= 0)
        return complain(script, "the scale of a pinch is above 0");
    pinch(script, (float)n[0], (float)n[1], (float)n[2], (int64_t)n[3]);
    return true;
}

static bool do_key(struct script *script, char **words)
{
    bool is_scancode = strcmp(words[0], "scancode") == 0;
    enum action action = is_scancode ? action_map_find(script->host->keys, words[1], false) : action_from_name(words[1]);

    if (action == ACTION_NONE && !is_scancode)
        return complain(script, "there is no key \"%s\"", words[1]);
    script->host->key(script->host->context, action, script->now_ms);
    script->host->step(script->host->context, script->now_ms);
    return true;
}

static bool do_world(struct script *script, char **words)
{
    const struct script_host *host = script->host;
    double seconds;

    if (strcmp(words[0], "device") == 0) {
        host->device(host->context, strcmp(words[1], "found") == 0, script->now_ms);
        return true;
    }
    if (strcmp(words[0], "pack") == 0)
        return host->open_pack(host->context, words[1], script->now_ms) || complain(script, "%s was not opened", words[1]);
    if (!number(script, words[1], &seconds))
        return false;
    host->clock_jump(host->context, (int64_t)seconds);
    return true;
}

static bool do_output(struct script *script, char **words, int count)
{
    const struct script_host *host = script->host;
    bool is_done;

    if (strcmp(words[0], "shot") == 0 && count == 2)
        is_done = host->shot(host->context, words[1]);
    else if (count == 3 && strcmp(words[1], "ui") == 0)
        is_done = host->dump_ui(host->context, words[2]);
    else if (count == 3 && strcmp(words[1], "state") == 0)
        is_done = host->dump_state(host->context, words[2]);
    else
        return complain(script, "write shot FILE, dump ui FILE or dump state FILE");
    return is_done || complain(script, "%s was not written: %s", words[count - 1], strerror(errno));
}

static bool run_words(struct script *script, char **words, int count)
{
    static const struct { const char *name; int words; } shapes[] = {
        {"wait", 2}, {"down", 0}, {"move", 0}, {"up", 2}, {"cancel", 2}, {"tap", 0}, {"drag", 6}, {"fling", 6}, {"pinch", 5},
        {"key", 2}, {"scancode", 2}, {"device", 2}, {"pack", 2}, {"clock-jump", 2}, {"shot", 2}, {"dump", 3},
    };
    const char *name = words[0];
    size_t i = 0;

    while (i < sizeof(shapes) / sizeof(shapes[0]) && strcmp(shapes[i].name, name) != 0)
        i++;
    if (i == sizeof(shapes) / sizeof(shapes[0]))
        return complain(script, "there is no command \"%s\"", name);
    if (shapes[i].words && count != shapes[i].words)
        return complain(script, "%s takes %d words after it", name, shapes[i].words - 1);
    switch (i) {
    case 0: return do_wait(script, words);
    case 1: case 2: return do_contact(script, words, count);
    case 3: case 4: return do_lift(script, words);
    case 5: return do_tap(script, words, count);
    case 6: case 7: return do_stroke(script, words);
    case 8: return do_pinch(script, words);
    case 9: case 10: return do_key(script, words);
    case 11: case 12: case 13: return do_world(script, words);
    default: return do_output(script, words, count);
    }
}

/* Splits at blanks; # begins a comment unless it begins an element's name behind "tap". */
static int split(char *line, char *words[WORDS_MAX])
{
    int count = 0;

    for (char *save, *word = strtok_r(line, " \t\r\n", &save); word && count < WORDS_MAX; word = strtok_r(NULL, " \t\r\n", &save)) {
        bool is_element = count == 1 && strcmp(words[0], "tap") == 0;

        if (word[0] == '#' && !is_element)
            break;
        words[count++] = word;
    }
    return count;
}

/* "scancode Keypad Enter": the name of a key may have a blank. */
static int join_rest(char *words[WORDS_MAX], int count)
{
    static const char scancode[] = "scancode";

    if (count == 3 && strcmp(words[0], scancode) == 0) {
        words[1][strlen(words[1])] = ' ';
        return 2;
    }
    return count;
}

int64_t script_run(const char *path, const struct script_host *host, int64_t now_ms)
{
    struct script script = {.host = host, .path = path, .now_ms = now_ms};
    FILE *file = fopen(path, "r");
    char line[LINE_MAX_BYTES];
    bool is_good = true;

    if (!file) {
        fprintf(stderr, "%s: %s\n", path, strerror(errno));
        return -1;
    }
    while (is_good && fgets(line, sizeof(line), file)) {
        char *words[WORDS_MAX];
        int count = split(line, words);

        script.line++;
        count = join_rest(words, count);
        if (count > 0)
            is_good = run_words(&script, words, count);
    }
    fclose(file);
    return is_good ? script.now_ms : -1;
}
