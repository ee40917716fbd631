#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "compiler/media.h"
#include "compiler/svg.h"

/* A content folder and a folder of assets in a temporary place. */
struct exhibit {
    struct draft draft;
    struct draft_place places[2];
    char root[64], content[96], assets[96];
    char said[2000];
    struct diag diag;
};

static void write_file(const struct exhibit *exhibit, const char *name, const void *bytes,
                       size_t size)
{
    char path[256];
    FILE *file;

    snprintf(path, sizeof path, "%s/%s", exhibit->root, name);
    file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    fclose(file);
}

static void write_text(const struct exhibit *exhibit, const char *name, const char *text)
{
    write_file(exhibit, name, text, strlen(text));
}

static void exhibit_init(struct exhibit *exhibit)
{
    static const char *const FOLDERS[] = {"content", "content/pictures", "content/map", "assets",
                                          "assets/motifs"};

    memset(exhibit, 0, sizeof *exhibit);
    draft_init(&exhibit->draft);
    snprintf(exhibit->root, sizeof exhibit->root, "/tmp/test_media.XXXXXX");
    assert_non_null(mkdtemp(exhibit->root));
    for (size_t i = 0; i < sizeof FOLDERS / sizeof FOLDERS[0]; i++) {
        char path[128];

        snprintf(path, sizeof path, "%s/%s", exhibit->root, FOLDERS[i]);
        mkdir(path, 0700);
    }
    snprintf(exhibit->content, sizeof exhibit->content, "%s/content", exhibit->root);
    snprintf(exhibit->assets, sizeof exhibit->assets, "%s/assets", exhibit->root);
}

static void fill(struct exhibit *exhibit)
{
    FILE *out = fmemopen(exhibit->said, sizeof exhibit->said - 1, "w");

    exhibit->diag = (struct diag){.out = out, .folder = "content"};
    media_fill(&exhibit->draft, &exhibit->diag, exhibit->content, exhibit->assets);
    fclose(out);
}

static int remove_entry(const char *path, const struct stat *facts, int kind, struct FTW *walk)
{
    (void)facts;
    (void)kind;
    (void)walk;
    return remove(path);
}

static void exhibit_done(struct exhibit *exhibit)
{
    draft_done(&exhibit->draft);
    nftw(exhibit->root, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

static struct draft_picture *add_picture(struct exhibit *exhibit, const char *id)
{
    struct draft_picture *picture = draft_append(&exhibit->draft, &exhibit->draft.pictures,
                                                 &exhibit->draft.picture_count, sizeof *picture);

    *picture = (struct draft_picture){.id = id, .at = {"pictures/pictures.yaml", 3}};
    return picture;
}

static void expect_said(const struct exhibit *exhibit, const char *part)
{
    if (!strstr(exhibit->said, part))
        fail_msg("\"%s\" is missing in: %s", part, exhibit->said);
}

/* ---- SVG ------------------------------------------------------------------------------------ */

static void drawings_lose_what_is_not_drawn(void **state)
{
    static const char DRAWING[] =
        "<?xml version=\"1.0\"?>\n<!DOCTYPE svg>\n<!-- a square -->\n"
        "<svg xmlns=\"http://www.w3.org/2000/svg\"\n     viewBox=\"0 0 9 9\" >\n  "
        "<title>Square</title>\n"
        "  <g >\n    <path d=\"M 0 0 L 9 9\"   fill='#15130F' />\n  </g>\n</svg>\n";
    char out[2 * sizeof DRAWING];
    struct svg_problem problem;
    size_t size;

    (void)state;
    assert_true(svg_minify(DRAWING, sizeof DRAWING - 1, out, &size, &problem));
    out[size] = '\0';
    assert_string_equal(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><g><path d=\"M 0 0 L 9 9\""
        " fill='#15130F'/></g></svg>");
}

static void drawings_that_cannot_be_drawn_are_named_with_their_line(void **state)
{
    static const struct {
        const char *drawing, *sentence;
        int line;
    } CASES[] = {
        {"<svg viewBox=\"0 0 9 9\">\n<text x=\"1\">A</text></svg>", "it uses <text>", 2},
        {"<svg viewBox=\"0 0 9 9\"><script>x</script></svg>", "it uses <script>", 1},
        {"<svg viewBox=\"0 0 9 9\"><g></svg>", "<g> is not closed before the element around it", 1},
        {"<svg viewBox=\"0 0 9 9\"><g/>", "<svg> is not closed", 1},
        {"<svg><g/></svg>", "has no viewBox", 1},
        {"<html></html>", "it begins with <html>", 1},
        {"<svg viewBox=\"0 0 9 9\"/><svg/>", "stands behind the end", 1},
        {"<svg viewBox=\"0 0 9 9\"/></g>", "</g> closes nothing", 1},
        {"<svg viewBox=0/>", "the attribute \"viewBox\" is not written", 1},
        {"<svg viewBox=\"0", "has no end", 1},
        {"<svg viewBox=\"0 0 9 9\"><!-- ", "it ends inside a comment", 1},
        {"no drawing", "it is no SVG", 1},
        {"<svg viewBox=\"0 0 9 9\"", "has no end", 1},
        {"<", "it begins with <>", 1},
    };

    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct svg_problem problem = {0};
        char out[256];
        size_t size;

        assert_false(svg_minify(CASES[i].drawing, strlen(CASES[i].drawing), out, &size, &problem));
        if (!strstr(problem.sentence, CASES[i].sentence))
            fail_msg("%s is refused with: %s", CASES[i].drawing, problem.sentence);
        assert_int_equal(problem.line, CASES[i].line);
    }
}

/* ---- pictures ------------------------------------------------------------------------------- */

/* A white pixel. */
static const uint8_t PNG[] = {
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48,
    0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00,
    0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00, 0x00, 0x00, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78,
    0x9c, 0x63, 0xf8, 0x0f, 0x00, 0x01, 0x01, 0x01, 0x00, 0xb1, 0x38, 0xf6, 0x14, 0x00,
    0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
};

#define SQUARE "<svg viewBox=\"0 0 9 9\"><path d=\"M0 0L9 0L9 9Z\"/></svg>"

static void pictures_and_motifs_are_read(void **state)
{
    struct exhibit exhibit;

    (void)state;
    exhibit_init(&exhibit);
    add_picture(&exhibit, "pixel");
    add_picture(&exhibit, "own");
    write_file(&exhibit, "content/pictures/pixel.png", PNG, sizeof PNG);
    write_text(&exhibit, "content/pictures/own.svg", SQUARE);
    write_text(&exhibit, "assets/motifs/own.svg",
               "<svg viewBox=\"0 0 9 9\"><path d=\"M1 1L9 0L9 9Z\"/></svg>");
    write_text(&exhibit, "assets/motifs/lane-war.svg", "<!-- war -->" SQUARE);
    fill(&exhibit);
    assert_string_equal(exhibit.said, "");
    assert_int_equal(exhibit.draft.picture_count, 3);
    assert_string_equal(exhibit.draft.pictures[0].id, "lane-war");
    assert_true(exhibit.draft.pictures[0].is_decorative);
    assert_int_equal(exhibit.draft.pictures[0].size, strlen(SQUARE));
    assert_memory_equal(exhibit.draft.pictures[0].bytes, SQUARE, strlen(SQUARE));
    assert_string_equal(exhibit.draft.pictures[1].id, "own");
    assert_memory_equal(exhibit.draft.pictures[1].bytes, SQUARE, strlen(SQUARE));
    assert_string_equal(exhibit.draft.pictures[2].id, "pixel");
    assert_memory_equal(exhibit.draft.pictures[2].bytes, PNG, sizeof PNG);
    exhibit_done(&exhibit);
}

static void unusable_pictures_are_named(void **state)
{
    struct exhibit exhibit;
    uint8_t wide[sizeof PNG];

    (void)state;
    memcpy(wide, PNG, sizeof PNG);
    wide[18] = 0x7f;
    exhibit_init(&exhibit);
    add_picture(&exhibit, "gone");
    add_picture(&exhibit, "broken");
    add_picture(&exhibit, "empty");
    add_picture(&exhibit, "wide");
    write_text(&exhibit, "content/pictures/broken.jpg", "This is no picture.");
    write_text(&exhibit, "content/pictures/empty.png", "");
    write_file(&exhibit, "content/pictures/wide.png", wide, sizeof wide);
    write_text(&exhibit, "assets/motifs/bad.svg", "<svg viewBox=\"0 0 9 9\">\n\n<image/></svg>");
    fill(&exhibit);
    assert_int_equal(exhibit.diag.errors, 5);
    expect_said(
        &exhibit,
        "content/pictures/pictures.yaml:3: error (picture): there is no file pictures/gone.jpg");
    expect_said(&exhibit,
                "content/pictures/broken.jpg: error (picture): the picture cannot be read");
    expect_said(&exhibit, "content/pictures/empty.png: error (picture): the file cannot be read");
    expect_said(
        &exhibit,
        "content/pictures/wide.png: error (picture): the picture is wider or higher than 3840");
    expect_said(
        &exhibit,
        "/assets/motifs/bad.svg:3: error (motif): the drawing cannot be used: it uses <image>");
    assert_null(strstr(exhibit.said, "content//tmp"));
    exhibit_done(&exhibit);
}

/* ---- coasts --------------------------------------------------------------------------------- */

#define MAP(features) "{\"type\":\"FeatureCollection\",\"features\":[" features "]}"
#define ISLAND(place, coordinates)                                                                 \
    "{\"type\":\"Feature\",\"properties\":{\"place\":\"" place "\"},\"geometry\":"                 \
    "{\"type\":\"MultiPolygon\",\"coordinates\":[[" coordinates "]]}}"

static void add_place(struct exhibit *exhibit, double longitude, double latitude, const char *inset)
{
    exhibit->draft.places = exhibit->places;
    exhibit->places[exhibit->draft.place_count++] = (struct draft_place){.id = "place",
                                                                         .longitude = longitude,
                                                                         .latitude = latitude,
                                                                         .inset = inset,
                                                                         .at = {"places.yaml", 7}};
}

static void coasts_are_those_around_the_places(void **state)
{
    struct exhibit exhibit;
    const struct draft_coast *coasts;

    (void)state;
    exhibit_init(&exhibit);
    add_place(&exhibit, 30, 60, "petrograd");
    add_place(&exhibit, 31, 60, "petrograd");
    write_text(&exhibit, "content/map/coastline.geojson",
               MAP(ISLAND("", "[[29,59],[31,59],[31,61],[29,61],[29,59]]") "," ISLAND(
                   "", "[[-100,0],[-99,0],[-99,1],[-100,0]]")));
    write_text(&exhibit, "content/map/insets.geojson",
               MAP(ISLAND("rome", "[[1,1],[2,1],[2,2],[1,1]]") "," ISLAND(
                   "petrograd", "[[30,59.5],[31,59.5],[31,60.25],[30,59.5]]")));
    fill(&exhibit);
    coasts = exhibit.draft.coasts;
    assert_string_equal(exhibit.said, "");
    assert_int_equal(exhibit.draft.coast_count, 2);
    assert_null(coasts[0].place);
    assert_int_equal(coasts[0].ring_count, 1);
    assert_int_equal(coasts[0].rings[0].point_count, 4);
    assert_int_equal(coasts[0].rings[0].points[0], 290000);
    assert_int_equal(coasts[0].rings[0].points[1], 590000);
    assert_string_equal(coasts[1].place, "petrograd");
    assert_int_equal(coasts[1].rings[0].points[5], 602500);
    exhibit_done(&exhibit);
}

static void an_exhibit_without_maps_has_no_coast(void **state)
{
    struct exhibit exhibit;

    (void)state;
    exhibit_init(&exhibit);
    add_place(&exhibit, 30, 60, NULL);
    fill(&exhibit);
    assert_string_equal(exhibit.said, "");
    assert_int_equal(exhibit.draft.coast_count, 0);
    exhibit_done(&exhibit);
}

static void wrong_maps_are_named(void **state)
{
    static const struct {
        const char *map, *sentence;
    } CASES[] = {
        {"{\"type\":",
         "map/coastline.geojson:2: error (map): the map is no GeoJSON; export it anew"},
        {"[1, 2]", "no GeoJSON with a list of \"features\""},
        {MAP(ISLAND("", "[[29,59],[31,\"north\"],[31,61]]")),
         "a point of the map is not [longitude, latitude]"},
        {MAP(ISLAND("", "[[29,59],[31,159],[31,61]]")),
         "a point of the map is not [longitude, latitude]"},
        {MAP(ISLAND("", "5")), "a point of the map is not [longitude, latitude]"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct exhibit exhibit;

        exhibit_init(&exhibit);
        add_place(&exhibit, 30, 60, NULL);
        write_text(&exhibit, "content/map/coastline.geojson", CASES[i].map);
        fill(&exhibit);
        assert_int_equal(exhibit.diag.errors, 1);
        expect_said(&exhibit, CASES[i].sentence);
        exhibit_done(&exhibit);
    }
}

static void a_missing_inset_is_named_at_its_place(void **state)
{
    struct exhibit exhibit;

    (void)state;
    exhibit_init(&exhibit);
    add_place(&exhibit, 30, 60, "petrograd");
    fill(&exhibit);
    assert_int_equal(exhibit.diag.errors, 1);
    expect_said(&exhibit,
                "places.yaml:7: error (map): map/insets.geojson has no map of \"petrograd\"");
    exhibit_done(&exhibit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(drawings_lose_what_is_not_drawn),
        cmocka_unit_test(drawings_that_cannot_be_drawn_are_named_with_their_line),
        cmocka_unit_test(pictures_and_motifs_are_read),
        cmocka_unit_test(unusable_pictures_are_named),
        cmocka_unit_test(coasts_are_those_around_the_places),
        cmocka_unit_test(an_exhibit_without_maps_has_no_coast),
        cmocka_unit_test(wrong_maps_are_named),
        cmocka_unit_test(a_missing_inset_is_named_at_its_place),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
