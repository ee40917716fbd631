#include "compiler/diff.h"
#include "compiler/show.h"

#include <string.h>

/* ---- kinds of things ------------------------------------------------------------------------ */

static int count_entries(const struct pack_exhibit *exhibit)
{
    return exhibit->entries;
}

static const char *entry_id(const struct pack *pack, int index)
{
    return pack_entry(pack, index).id;
}

static int count_documents(const struct pack_exhibit *exhibit)
{
    return exhibit->documents;
}

static const char *document_id(const struct pack *pack, int index)
{
    return pack_document(pack, index).id;
}

static int count_people(const struct pack_exhibit *exhibit)
{
    return exhibit->people;
}

static const char *person_id(const struct pack *pack, int index)
{
    return pack_person(pack, index).id;
}

static void compare_person(struct diff *diff, const char *what, struct both index)
{
    char part[600];

    snprintf(part, sizeof part, "%s: the name", what);
    diff_words(diff, part, PACK_PERSON_NAME, index);
    snprintf(part, sizeof part, "%s: the role", what);
    diff_words(diff, part, PACK_PERSON_ROLE, index);
}

static int count_places(const struct pack_exhibit *exhibit)
{
    return exhibit->places;
}

static const char *place_id(const struct pack *pack, int index)
{
    return pack_place(pack, index).id;
}

static void compare_place(struct diff *diff, const char *what, struct both index)
{
    struct pack_place old = pack_place(diff->before, index.before), new = pack_place(diff->after, index.after);
    char part[600];

    snprintf(part, sizeof part, "%s: the name", what);
    diff_words(diff, part, PACK_PLACE_NAME, index);
    snprintf(part, sizeof part, "%s: the present name", what);
    diff_words(diff, part, PACK_PLACE_NOW, index);
    if (old.latitude != new.latitude || old.longitude != new.longitude || old.region_km != new.region_km)
        diff_say(diff, "%s: it moved on the map.", what);
}

static int count_terms(const struct pack_exhibit *exhibit)
{
    return exhibit->terms;
}

static void compare_term(struct diff *diff, const char *what, struct both index)
{
    struct tags tags = {""};
    char part[600];

    snprintf(part, sizeof part, "%s: the word", what);
    diff_words(diff, part, PACK_TERM, index);
    diff_text(diff, &tags, PACK_TERM_TEXT, index);
    snprintf(part, sizeof part, "%s: the explanation", what);
    diff_say_tags(diff, part, &tags);
}

static int count_stories(const struct pack_exhibit *exhibit)
{
    return exhibit->stories;
}

static const char *story_id(const struct pack *pack, int index)
{
    return pack_story(pack, index).id;
}

static bool has_same_stops(struct diff *diff, const struct pack_story *old, const struct pack_story *new)
{
    if (old->stop_count != new->stop_count)
        return false;
    for (int s = 0; s < old->stop_count; s++) {
        if (!diff_is_same(entry_id(diff->before, pack_stop_entry(diff->before, old->first_stop + s)),
                          entry_id(diff->after, pack_stop_entry(diff->after, new->first_stop + s))))
            return false;
    }
    return true;
}

static void compare_story(struct diff *diff, const char *what, struct both index)
{
    struct pack_story old = pack_story(diff->before, index.before), new = pack_story(diff->after, index.after);
    struct tags tags = {""};
    char part[600];

    snprintf(part, sizeof part, "%s: the title", what);
    diff_words(diff, part, PACK_STORY_TITLE, index);
    if (!has_same_stops(diff, &old, &new)) {
        diff_say(diff, "%s: it stops at other entries.", what);
        return;
    }
    for (int s = 0; s < old.stop_count; s++)
        diff_text(diff, &tags, PACK_STOP_TEXT, (struct both){old.first_stop + s, new.first_stop + s});
    snprintf(part, sizeof part, "%s: the text", what);
    diff_say_tags(diff, part, &tags);
}

static int count_pictures(const struct pack_exhibit *exhibit)
{
    return exhibit->pictures;
}

static bool are_same_bytes(struct pack_bytes old, struct pack_bytes new)
{
    return old.size == new.size && (old.size == 0 || memcmp(old.bytes, new.bytes, old.size) == 0);
}

static void compare_picture(struct diff *diff, const char *what, struct both index)
{
    struct tags tags = {""};
    char part[600];

    if (!are_same_bytes(pack_picture(diff->before, index.before), pack_picture(diff->after, index.after)))
        diff_say(diff, "%s: the picture itself changed (%s).", what, pack_picture_id(diff->after, index.after));
    diff_text(diff, &tags, PACK_PICTURE_TEXT, index);
    snprintf(part, sizeof part, "%s: the description", what);
    diff_say_tags(diff, part, &tags);
}

static int count_lanes(const struct pack_exhibit *exhibit)
{
    return exhibit->lanes;
}

static const char *lane_id(const struct pack *pack, int index)
{
    return pack_lane(pack, index).id;
}

static void compare_lane(struct diff *diff, const char *what, struct both index)
{
    struct pack_lane old = pack_lane(diff->before, index.before), new = pack_lane(diff->after, index.after);
    char part[600];

    snprintf(part, sizeof part, "%s: the name", what);
    diff_words(diff, part, PACK_LANE_NAME, index);
    if (old.colour != new.colour || old.shape != new.shape || old.pattern != new.pattern)
        diff_say(diff, "%s: its colour, shape or pattern changed.", what);
}

static const struct diff_kind kinds[] = {
    {"Lane", PACK_LANE_NAME, count_lanes, lane_id, compare_lane},
    {"Document", PACK_DOCUMENT_TITLE, count_documents, document_id, diff_document},
    {"Entry", PACK_ENTRY_TITLE, count_entries, entry_id, diff_entry},
    {"Person", PACK_PERSON_NAME, count_people, person_id, compare_person},
    {"Place", PACK_PLACE_NAME, count_places, place_id, compare_place},
    {"Term", PACK_TERM, count_terms, pack_term_id, compare_term},
    {"Story", PACK_STORY_TITLE, count_stories, story_id, compare_story},
    {"Picture", PACK_PICTURE_TEXT, count_pictures, pack_picture_id, compare_picture},
};

/* ---- the exhibit ---------------------------------------------------------------------------- */

static int find_language(const struct pack *pack, const char *tag)
{
    for (int l = 0; l < pack_exhibit(pack).languages; l++) {
        if (diff_is_same(pack_language(pack, l).tag, tag))
            return l;
    }
    return -1;
}

static void compare_languages(struct diff *diff)
{
    for (int l = 0; l < diff->old.languages; l++) {
        const char *tag = pack_language(diff->before, l).tag;

        diff->language[l] = find_language(diff->after, tag);
        if (diff->language[l] < 0)
            diff_say(diff, "The language %s is gone.", tag);
    }
    for (int l = 0; l < diff->new.languages; l++) {
        const char *tag = pack_language(diff->after, l).tag;

        if (find_language(diff->before, tag) < 0)
            diff_say(diff, "The language %s is new.", tag);
    }
}

static void compare_exhibits(struct diff *diff)
{
    if (!diff_is_same(diff->old.id, diff->new.id))
        diff_say(diff, "This is another exhibit: %s instead of %s.", diff->new.id, diff->old.id);
    if (!diff_is_same(diff->old.version, diff->new.version))
        diff_say(diff, "Version %s became %s.", diff->old.version, diff->new.version);
    if (diff->old.start_day != diff->new.start_day || diff->old.end_day != diff->new.end_day)
        diff_say(diff, "The exhibit spans other years.");
    compare_languages(diff);
    if (!diff_is_same(pack_language(diff->before, diff->old.default_language).tag,
                      pack_language(diff->after, diff->new.default_language).tag))
        diff_say(diff, "The exhibit now starts in %s.", pack_language(diff->after, diff->new.default_language).tag);
}

static void compare_string(struct diff *diff, enum pack_string_id id, int language)
{
    static const unsigned numbers[] = {1, 2, 5, 10, 21, 100, 0};
    const char *tag = pack_language(diff->before, language).tag;

    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        const char *before = pack_string(diff->before, language, id, numbers[i]).bytes;
        const char *after = pack_string(diff->after, diff->language[language], id, numbers[i]).bytes;

        if (!diff_is_same(before, after)) {
            diff_say(diff, "Interface word %s changed in %s: \"%s\" is now \"%s\".", pack_string_key(id), tag, before, after);
            return;
        }
    }
}

static void compare_strings(struct diff *diff)
{
    for (int l = 0; l < diff->old.languages; l++) {
        for (int id = 0; diff->language[l] >= 0 && id < PACK_STRING_COUNT; id++)
            compare_string(diff, id, l);
    }
}

static bool has_same_faces(struct diff *diff, enum pack_role role)
{
    if (pack_face_count(diff->before, role) != pack_face_count(diff->after, role))
        return false;
    for (int f = 0; f < pack_face_count(diff->before, role); f++) {
        if (!are_same_bytes(pack_face(diff->before, role, f), pack_face(diff->after, role, f)))
            return false;
    }
    return true;
}

static bool has_same_coast(struct diff *diff)
{
    if (pack_ring_count(diff->before, -1) != pack_ring_count(diff->after, -1))
        return false;
    for (int r = 0; r < pack_ring_count(diff->before, -1); r++) {
        struct pack_ring old = pack_ring(diff->before, -1, r), new = pack_ring(diff->after, -1, r);

        if (old.point_count != new.point_count
            || (old.point_count > 0 && memcmp(old.points, new.points, (size_t)old.point_count * 2 * sizeof *old.points) != 0))
            return false;
    }
    return true;
}

static void compare_looks(struct diff *diff)
{
    bool has_same_fonts = true;

    for (int role = 0; role < PACK_ROLE_COUNT; role++)
        has_same_fonts &= has_same_faces(diff, role);
    if (!has_same_fonts)
        diff_say(diff, "The fonts changed, or hold other letters.");
    if (!has_same_coast(diff))
        diff_say(diff, "The coastline of the map changed.");
}

int show_diff(struct pack *before, struct pack *after, FILE *out)
{
    struct diff diff = {.before = before, .after = after, .old = pack_exhibit(before), .new = pack_exhibit(after), .out = out};

    compare_exhibits(&diff);
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        diff_things(&diff, &kinds[k]);
    compare_strings(&diff);
    compare_looks(&diff);
    if (diff.count == 0)
        fputs("A visitor would notice no difference.\n", out);
    return diff.count;
}
