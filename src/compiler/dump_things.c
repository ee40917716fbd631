#include "compiler/dump.h"

static const char *const role_names[] = {"display",     "museum",   "museum-bold",   "narrow",
                                         "narrow-bold", "document", "document-bold", "document-italic"};

static void put_people(struct dump *dump)
{
    struct json *json = &dump->json;

    json_open_array(json, "people", false);
    for (int p = 0; p < dump->exhibit.people; p++) {
        json_open_object(json, NULL, false);
        json_string(json, "id", pack_person(dump->pack, p).id);
        dump_words(dump, "name", PACK_PERSON_NAME, p);
        dump_words(dump, "role", PACK_PERSON_ROLE, p);
        json_close_object(json);
    }
    json_close_array(json);
}

static void put_place(struct dump *dump, int index)
{
    struct json *json = &dump->json;
    struct pack_place place = pack_place(dump->pack, index);

    json_open_object(json, NULL, false);
    json_string(json, "id", place.id);
    json_number(json, "latitude", place.latitude, 6);
    json_number(json, "longitude", place.longitude, 6);
    json_integer(json, "region_km", place.region_km);
    json_integer(json, "inset", place.inset);
    dump_words(dump, "name", PACK_PLACE_NAME, index);
    dump_words(dump, "now", PACK_PLACE_NOW, index);
    json_close_object(json);
}

/* Ids in the order of each language. */
static void put_order(struct dump *dump, const char *key, int count, int (*sorted)(const struct pack *, int, int),
                      const char *(*id_of)(const struct pack *, int))
{
    struct json *json = &dump->json;

    json_open_object(json, key, false);
    for (int l = 0; l < dump->exhibit.languages; l++) {
        json_open_array(json, pack_language(dump->pack, l).tag, true);
        for (int rank = 0; rank < count; rank++)
            json_string(json, NULL, id_of(dump->pack, sorted(dump->pack, l, rank)));
        json_close_array(json);
    }
    json_close_object(json);
}

static const char *person_id(const struct pack *pack, int person)
{
    return pack_person(pack, person).id;
}

static const char *place_id(const struct pack *pack, int place)
{
    return pack_place(pack, place).id;
}

static void put_terms(struct dump *dump)
{
    struct json *json = &dump->json;

    json_open_array(json, "terms", false);
    for (int t = 0; t < dump->exhibit.terms; t++) {
        json_open_object(json, NULL, false);
        json_string(json, "id", pack_term_id(dump->pack, t));
        dump_words(dump, "term", PACK_TERM, t);
        dump_words(dump, "text", PACK_TERM_TEXT, t);
        json_close_object(json);
    }
    json_close_array(json);
}

void dump_people_and_places(struct dump *dump)
{
    put_people(dump);
    put_order(dump, "people_sorted", dump->exhibit.people, pack_person_sorted, person_id);
    json_open_array(&dump->json, "places", false);
    for (int p = 0; p < dump->exhibit.places; p++)
        put_place(dump, p);
    json_close_array(&dump->json);
    put_order(dump, "places_sorted", dump->exhibit.places, pack_place_sorted, place_id);
    put_terms(dump);
}

void dump_stories(struct dump *dump)
{
    struct json *json = &dump->json;

    json_open_array(json, "stories", false);
    for (int s = 0; s < dump->exhibit.stories; s++) {
        struct pack_story story = pack_story(dump->pack, s);

        json_open_object(json, NULL, false);
        json_string(json, "id", story.id);
        dump_words(dump, "title", PACK_STORY_TITLE, s);
        json_open_array(json, "stops", false);
        for (int stop = story.first_stop; stop < story.first_stop + story.stop_count; stop++) {
            json_open_object(json, NULL, false);
            json_string(json, "entry", pack_entry(dump->pack, pack_stop_entry(dump->pack, stop)).id);
            dump_words(dump, "text", PACK_STOP_TEXT, stop);
            json_close_object(json);
        }
        json_close_array(json);
        json_close_object(json);
    }
    json_close_array(json);
}

static void put_faces(struct dump *dump)
{
    struct json *json = &dump->json;

    json_open_object(json, "faces", false);
    for (int role = 0; role < PACK_ROLE_COUNT; role++) {
        json_open_array(json, role_names[role], true);
        for (int f = 0; f < pack_face_count(dump->pack, role); f++)
            json_integer(json, NULL, (int64_t)pack_face(dump->pack, role, f).size);
        json_close_array(json);
    }
    json_close_object(json);
}

void dump_pictures(struct dump *dump)
{
    struct json *json = &dump->json;

    put_faces(dump);
    json_open_array(json, "pictures", false);
    for (int p = 0; p < dump->exhibit.pictures; p++) {
        struct pack_picture_about about = pack_picture_about(dump->pack, p);

        json_open_object(json, NULL, false);
        json_string(json, "id", pack_picture_id(dump->pack, p));
        json_integer(json, "bytes", (int64_t)pack_picture(dump->pack, p).size);
        json_bool(json, "decorative", about.is_decorative);
        json_string(json, "credit", about.credit);
        json_string(json, "licence", about.licence);
        dump_words(dump, "description", PACK_PICTURE_TEXT, p);
        json_close_object(json);
    }
    json_close_array(json);
}

static void put_coast(struct dump *dump, int inset)
{
    struct json *json = &dump->json;

    json_open_array(json, NULL, false);
    for (int r = 0; r < pack_ring_count(dump->pack, inset); r++) {
        struct pack_ring ring = pack_ring(dump->pack, inset, r);

        json_open_array(json, NULL, true);
        for (int p = 0; p < 2 * ring.point_count; p++)
            json_integer(json, NULL, ring.points[p]);
        json_close_array(json);
    }
    json_close_array(json);
}

/* The whole coastline first, then the insets, whose numbers are those of the places. */
void dump_coasts(struct dump *dump)
{
    int insets = 0;

    for (int p = 0; p < dump->exhibit.places; p++) {
        if (pack_place(dump->pack, p).inset >= insets)
            insets = pack_place(dump->pack, p).inset + 1;
    }
    json_open_array(&dump->json, "coasts", false);
    for (int inset = -1; inset < insets; inset++)
        put_coast(dump, inset);
    json_close_array(&dump->json);
}
