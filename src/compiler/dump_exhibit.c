#include "compiler/dump.h"

static const char *const plural_names[] = {"zero", "one", "two", "few", "many", "other"};
static const char *const shape_names[] = {"square", "triangle", "circle", "diamond", "pentagon", "cross"};
static const char *const pattern_names[] = {"solid", "diagonal", "dots", "horizontal", "vertical", "checks"};

static void put_plurals(struct dump *dump, int language)
{
    json_open_array(&dump->json, "plurals", true);
    for (unsigned n = 0; n < 200; n++)
        json_string(&dump->json, NULL, plural_names[pack_plural(dump->pack, language, n)]);
    json_close_array(&dump->json);
}

void dump_languages(struct dump *dump)
{
    struct json *json = &dump->json;

    json_open_array(json, "languages", false);
    for (int l = 0; l < dump->exhibit.languages; l++) {
        struct pack_language language = pack_language(dump->pack, l);

        json_open_object(json, NULL, false);
        json_string(json, "tag", language.tag);
        json_bool(json, "right_to_left", language.is_right_to_left);
        json_string(json, "quote_open", language.quote_open);
        json_string(json, "quote_close", language.quote_close);
        json_string(json, "inner_open", language.inner_open);
        json_string(json, "inner_close", language.inner_close);
        put_plurals(dump, l);
        json_close_object(json);
    }
    json_close_array(json);
    json_open_array(json, "fallback", true);
    for (int k = 0; k < pack_fallback_count(dump->pack); k++)
        json_string(json, NULL, pack_language(dump->pack, pack_fallback(dump->pack, k)).tag);
    json_close_array(json);
}

void dump_lanes(struct dump *dump)
{
    struct json *json = &dump->json;
    char colour[8];

    json_open_array(json, "lanes", false);
    for (int l = 0; l < dump->exhibit.lanes; l++) {
        struct pack_lane lane = pack_lane(dump->pack, l);

        snprintf(colour, sizeof colour, "#%06x", (unsigned)lane.colour & 0xffffff);
        json_open_object(json, NULL, false);
        json_string(json, "id", lane.id);
        json_string(json, "colour", colour);
        json_string(json, "shape", shape_names[lane.shape]);
        json_string(json, "pattern", pattern_names[lane.pattern]);
        dump_picture_id(dump, "motif", lane.motif);
        dump_words(dump, "name", PACK_LANE_NAME, l);
        json_close_object(json);
    }
    json_close_array(json);
}

static void put_field_array(struct dump *dump, const char *key, enum pack_field field, int count)
{
    json_open_array(&dump->json, key, false);
    for (int i = 0; i < count; i++)
        dump_words(dump, NULL, field, i);
    json_close_array(&dump->json);
}

static void put_string_forms(struct dump *dump, int language, enum pack_string_id id)
{
    unsigned seen = 0;

    for (unsigned n = 0; n < 200; n++) {
        enum pack_plural form = pack_plural(dump->pack, language, n);

        if (seen >> form & 1)
            continue;
        seen |= 1u << form;
        dump_text(dump, plural_names[form], pack_string(dump->pack, language, id, n));
    }
}

void dump_strings(struct dump *dump)
{
    struct json *json = &dump->json;

    json_open_object(json, "strings", false);
    for (int id = 0; id < PACK_STRING_COUNT; id++) {
        json_open_object(json, pack_string_key(id), false);
        for (int l = 0; l < dump->exhibit.languages; l++) {
            if (pack_string_is_plural(dump->pack, id)) {
                json_open_object(json, pack_language(dump->pack, l).tag, false);
                put_string_forms(dump, l, id);
                json_close_object(json);
            } else {
                dump_text(dump, pack_language(dump->pack, l).tag, pack_string(dump->pack, l, id, 0));
            }
        }
        json_close_object(json);
    }
    json_close_object(json);
    put_field_array(dump, "months", PACK_MONTH_NAME, 24);
    put_field_array(dump, "weekdays", PACK_WEEKDAY_NAME, 7);
    json_open_object(json, "tags", false);
    for (int t = 0; t < pack_tag_count(dump->pack); t++)
        dump_words(dump, pack_tag(dump->pack, t), PACK_TAG_NAME, t);
    json_close_object(json);
}
