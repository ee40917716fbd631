#include "screen/ui.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS_STEP = 4096 };

/* Labels lie one behind the other in `words`; elements hold offsets until ui_at hands them out, so that growing moves nothing. */
struct entry {
    struct ui_element element;
    size_t label, spoken;
};

struct ui {
    struct entry *entries;
    int count, room;
    char *words;
    size_t used, size;
    int origin_x, origin_y;
    bool is_clipped;
    struct rect clip;
    int clip_view, least_w, least_h;
    int focus_view;          /* view of the focused element, UI_NO_VIEW = in none */
    struct rect focus_rect;
    char pressed[sizeof(((struct ui_element *)0)->id)];
    char focus[sizeof(((struct ui_element *)0)->id)];
};

static const size_t no_words = (size_t)-1;

struct ui *ui_create(void)
{
    return calloc(1, sizeof(struct ui));
}

void ui_destroy(struct ui *ui)
{
    if (!ui)
        return;
    free(ui->entries);
    free(ui->words);
    free(ui);
}

void ui_clear(struct ui *ui)
{
    ui->count = 0;
    ui->used = 0;
    ui->is_clipped = false;
    ui->focus_view = UI_NO_VIEW;
}

void ui_set_origin(struct ui *ui, int x, int y)
{
    ui->origin_x = x;
    ui->origin_y = y;
}

static size_t keep_words(struct ui *ui, const char *words)
{
    size_t length, at = ui->used;

    if (!words)
        return no_words;
    length = strlen(words) + 1;
    if (ui->used + length > ui->size) {
        size_t size = ui->used + length + WORDS_STEP;
        char *grown = realloc(ui->words, size);

        if (!grown)
            return no_words;
        ui->words = grown;
        ui->size = size;
    }
    memcpy(ui->words + at, words, length);
    ui->used += length;
    return at;
}

void ui_clip_begin(struct ui *ui, int view, struct rect clip, int least_w, int least_h)
{
    assert(!ui->is_clipped);
    ui->is_clipped = true;
    ui->clip = clip;
    ui->clip_view = view;
    ui->least_w = least_w;
    ui->least_h = least_h;
}

void ui_clip_end(struct ui *ui)
{
    ui->is_clipped = false;
}

bool ui_focus_in_view(const struct ui *ui, int view, struct rect *rect)
{
    if (ui->focus_view != view || view == UI_NO_VIEW)
        return false;
    *rect = ui->focus_rect;
    return true;
}

static bool is_too_small(struct rect part, struct rect whole, int least_w, int least_h)
{
    return (part.w < whole.w && part.w < least_w) || (part.h < whole.h && part.h < least_h);
}

static void cut(struct ui *ui, struct ui_element *element)
{
    struct rect hit = rect_cut(element->hit, ui->clip);

    if (ui->focus[0] && strcmp(ui->focus, element->id) == 0) {
        ui->focus_view = ui->clip_view;
        ui->focus_rect = element->rect;
    }
    if (is_too_small(hit, element->hit, ui->least_w, ui->least_h))
        hit = (struct rect){0};
    element->rect = rect_cut(element->rect, ui->clip);
    element->hit = hit;
    element->view = ui->clip_view;
}

static struct rect moved(const struct ui *ui, struct rect rect)
{
    return (struct rect){rect.x + ui->origin_x, rect.y + ui->origin_y, rect.w, rect.h};
}

void ui_add(struct ui *ui, struct ui_element element)
{
    struct entry *entry;

    if (ui->is_clipped)
        cut(ui, &element);
    element.rect = moved(ui, element.rect);
    element.hit = moved(ui, element.hit);
    element.tab_room = moved(ui, element.tab_room);
    if (ui->count == ui->room) {
        int room = ui->room ? ui->room * 2 : 64;
        struct entry *grown = realloc(ui->entries, room * sizeof(*grown));

        if (!grown)
            return;
        ui->entries = grown;
        ui->room = room;
    }
    entry = &ui->entries[ui->count++];
    entry->label = keep_words(ui, element.label);
    entry->spoken = keep_words(ui, element.spoken);
    entry->element = element;
}

void ui_set_lang(struct ui *ui, const char *lang)
{
    if (ui->count > 0)
        ui->entries[ui->count - 1].element.lang = lang;
}

int ui_count(const struct ui *ui)
{
    return ui->count;
}

const struct ui_element *ui_at(const struct ui *ui, int index)
{
    struct entry *entry;

    assert(index >= 0 && index < ui->count);
    entry = &ui->entries[index];
    entry->element.label = entry->label == no_words ? NULL : ui->words + entry->label;
    entry->element.spoken = entry->spoken == no_words ? NULL : ui->words + entry->spoken;
    return &entry->element;
}

int ui_find(const struct ui *ui, const char *id)
{
    for (int i = 0; i < ui->count; i++) {
        if (strcmp(ui->entries[i].element.id, id) == 0)
            return i;
    }
    return -1;
}

static bool is_view(const struct ui_element *element)
{
    return strcmp(element->role, "view") == 0;
}

int ui_hit(const struct ui *ui, int x, int y)
{
    for (int i = ui->count - 1; i >= 0; i--) {
        const struct ui_element *element = &ui->entries[i].element;

        if (element->verb != UI_NOTHING && !is_view(element) && rect_holds(element->hit, x, y))
            return i;
    }
    return -1;
}

int ui_view_at(const struct ui *ui, int x, int y)
{
    for (int i = ui->count - 1; i >= 0; i--) {
        if (is_view(&ui->entries[i].element) && rect_holds(ui->entries[i].element.hit, x, y))
            return i;
    }
    return -1;
}

static void set_id(char *to, size_t size, const char *id)
{
    size_t length = id ? strlen(id) : 0;

    if (length >= size)
        length = size - 1;
    if (length)
        memcpy(to, id, length);
    to[length] = '\0';
}

void ui_set_pressed(struct ui *ui, const char *id)
{
    set_id(ui->pressed, sizeof(ui->pressed), id);
}

bool ui_is_pressed(const struct ui *ui, const char *id)
{
    return ui->pressed[0] && strcmp(ui->pressed, id) == 0;
}

const char *ui_pressed(const struct ui *ui)
{
    return ui->pressed;
}

void ui_set_focus(struct ui *ui, const char *id)
{
    set_id(ui->focus, sizeof(ui->focus), id);
}

bool ui_is_focused(const struct ui *ui, const char *id)
{
    return ui->focus[0] && strcmp(ui->focus, id) == 0;
}

const char *ui_focus(const struct ui *ui)
{
    return ui->focus;
}
