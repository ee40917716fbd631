#include "hooks/dump.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "json.h"

static const double day_ms = 86400000.0;

static bool finish(FILE *out)
{
    bool is_whole = !ferror(out);

    return fclose(out) == 0 && is_whole;
}

static void put_rect(struct json *json, const char *key, struct rect rect)
{
    json_open_array(json, key, true);
    json_integer(json, NULL, rect.x);
    json_integer(json, NULL, rect.y);
    json_integer(json, NULL, rect.w);
    json_integer(json, NULL, rect.h);
    json_close_array(json);
}

static void put_colour(struct json *json, const char *key, uint32_t colour)
{
    char text[8];

    snprintf(text, sizeof(text), "#%06X", colour & 0xffffffu);
    json_string(json, key, text);
}

/* Degrees the cap height of a text takes at the viewing distance (D3). */
static double cap_angle(const struct look *look, float cap_px)
{
    return atan(cap_px / look->panel.px_per_mm_y / look->panel.viewing_mm) * 180.0 / 3.14159265358979;
}

static const char *state_of(const struct ui *ui, const struct ui_element *element)
{
    if (ui_is_pressed(ui, element->id))
        return "pressed";
    if (element->is_current)
        return "current";
    return element->is_on ? "on" : "rest";
}

static void put_element(struct json *json, const struct stage *stage, const struct ui_element *element)
{
    const struct look *look = stage_look(stage);

    json_open_object(json, NULL, true);
    json_string(json, "id", element->id);
    json_string(json, "role", element->role);
    put_rect(json, "rect", element->rect);
    put_rect(json, "hit", element->hit);
    json_open_array(json, "mm", true);
    json_number(json, NULL, element->hit.w / look->panel.px_per_mm_x, 1);
    json_number(json, NULL, element->hit.h / look->panel.px_per_mm_y, 1);
    json_close_array(json);
    json_string(json, "label", element->label);
    json_string(json, "lang", element->lang);
    json_string(json, "state", state_of(stage_ui(stage), element));
    json_bool(json, "focus", element->is_focusable && strcmp(stage_focus(stage), element->id) == 0);
    json_string(json, "spoken", element->spoken ? element->spoken : element->label);
    json_integer(json, "font_px", element->font_px);
    if (element->font_px > 0) {
        json_number(json, "cap_angle", cap_angle(look, element->cap_px), 3);
        put_colour(json, "ink", element->ink);
        put_colour(json, "ground", element->ground);
        json_number(json, "contrast", look_contrast(element->ink, element->ground), 2);
    }
    json_close_object(json);
}

bool dump_ui(const struct stage *stage, const char *path)
{
    struct json json = {.out = fopen(path, "w")};
    const struct ui *ui = stage_ui(stage);

    if (!json.out)
        return false;
    json_open_object(&json, NULL, false);
    json_string(&json, "screen", stage_screen_name(stage));
    json_string(&json, "language", pack_language(stage_pack(stage), stage_session(stage)->language).tag);
    json_open_array(&json, "elements", false);
    for (int i = 0; i < ui_count(ui); i++)
        put_element(&json, stage, ui_at(ui, i));
    json_close_array(&json);
    json_close_object(&json);
    return finish(json.out);
}

static void put_place(struct json *json, struct pack *pack, const struct session *session)
{
    const struct stop *here = &session->here;
    char paragraph[24];

    json_string(json, "entry", here->entry >= 0 ? pack_entry(pack, here->entry).id : NULL);
    json_string(json, "disagreement", here->disagreement >= 0 ? pack_disagreement(pack, here->disagreement).id : NULL);
    json_string(json, "document", here->document >= 0 ? pack_document(pack, here->document).id : NULL);
    json_string(json, "source", here->source >= 0 ? pack_source(pack, here->source).label : NULL);
    snprintf(paragraph, sizeof(paragraph), "p%d",
             here->paragraph >= 0 ? pack_paragraph(pack, here->paragraph).number : 0);
    json_string(json, "paragraph", here->paragraph >= 0 ? paragraph : NULL);
    json_open_object(json, "scroll_anchor", true);
    json_string(json, "paragraph", here->paragraph >= 0 ? paragraph : NULL);
    json_integer(json, "offset", here->offset_px);
    json_close_object(json);
    json_bool(json, "translated", here->is_translated);
    json_integer(json, "history", session->history_count);
}

static void put_settings(struct json *json, const struct session *session)
{
    static const char *const steps[] = {"A", "A+", "A++"};

    json_open_object(json, "settings", true);
    json_string(json, "text", steps[session->text_step]);
    json_string(json, "theme", session->theme == THEME_CONTRAST ? "contrast" : "standard");
    json_bool(json, "reduced_motion", session->reduced_motion);
    json_bool(json, "reach", session->reach);
    json_bool(json, "slow_keys", session->slow_keys);
    json_close_object(json);
}

static void put_pack(struct json *json, struct pack *pack)
{
    char identity[12];

    snprintf(identity, sizeof(identity), "%08x", pack_identity(pack));
    json_open_object(json, "pack", true);
    json_string(json, "id", pack_exhibit(pack).id);
    json_string(json, "version", pack_exhibit(pack).version);
    json_string(json, "hash", identity);
    json_close_object(json);
}

bool dump_state(const struct stage *stage, const char *path, int64_t now_ms)
{
    struct json json = {.out = fopen(path, "w")};
    const struct session *session = stage_session(stage);
    struct pack *pack = stage_pack(stage);

    if (!json.out)
        return false;
    json_open_object(&json, NULL, false);
    json_string(&json, "screen", stage_screen_name(stage));
    put_place(&json, pack, session);
    json_string(&json, "language", pack_language(pack, session->language).tag);
    json_open_array(&json, "span_ms", true);
    json_number(&json, NULL, session->view_first_day * day_ms, 0);
    json_number(&json, NULL, (session->view_first_day + session->view_days) * day_ms, 0);
    json_close_array(&json);
    json_open_object(&json, "filters", true);
    json_bool(&json, "only_differing", session->only_differing);
    json_integer(&json, "folded_lanes", session->folded_lanes);
    json_close_object(&json);
    json_string(&json, "focus", stage_focus(stage));
    put_settings(&json, session);
    json_integer(&json, "session_age_ms", stage_is_at_rest(stage) ? 0 : now_ms - session->started_ms);
    json_string(&json, "idle", stage_idle_name(stage));
    put_pack(&json, pack);
    json_close_object(&json);
    return finish(json.out);
}
