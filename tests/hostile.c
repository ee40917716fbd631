#include "hostile.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "hostile_inside.h"

static const char *const date_names[] = {"spread", "one day", "spans", "nested", "open", "overlong", "clumps"};
static const char *const word_names[] = {"ordinary", "short", "unbroken", "digits", "same"};

static const struct axis axes[] = {{1917, 1924}, {1999, 1999},  {1700, 1999}, {-119, 80},
                                   {-499, -498}, {-2999, 2000}, {1900, 1999}, {1, 3}};

static const int entry_counts[] = {1, 2, 3, 8, 25, 60, 90, 90, 250, 2000};

/* ---- chance ---- */

static uint64_t mixed(uint64_t value)
{
    value += 0x9E3779B97F4A7C15u; /* splitmix64 */
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9u;
    value = (value ^ value >> 27) * 0x94D049BB133111EBu;
    return value ^ value >> 31;
}

int hostile_any(struct hostile *hostile, int below)
{
    hostile->state = mixed(hostile->state);
    return (int)(hostile->state >> 33) % below;
}

static struct hostile hostile_of(uint64_t seed)
{
    struct hostile hostile = {.state = seed};
    int first = hostile_any(&hostile, LANGUAGES_MOST);

    hostile.language_count = 1 + hostile_any(&hostile, LANGUAGES_MOST);
    for (int i = 0; i < hostile.language_count; i++)
        hostile.languages[i] = &hostile_tongues[(first + i) % LANGUAGES_MOST];
    hostile.documents = 1 + hostile_any(&hostile, DOCUMENTS_MOST);
    hostile.lanes = 1 + hostile_any(&hostile, LANES_MOST);
    hostile.entries = entry_counts[hostile_any(&hostile, sizeof entry_counts / sizeof entry_counts[0])];
    if (hostile.entries > 1000 && hostile.language_count > 2) /* so much text takes minutes to compress */
        hostile.language_count = 2;
    hostile.axis = axes[hostile_any(&hostile, sizeof axes / sizeof axes[0])];
    hostile.dates = (enum dates)hostile_any(&hostile, DATES_COUNT);
    hostile.words = (enum words)hostile_any(&hostile, WORDS_COUNT);
    hostile.is_a_week = hostile_any(&hostile, 12) == 0;
    hostile.has_people = hostile_any(&hostile, 2);
    for (int d = 0; d < DOCUMENTS_MOST; d++)
        hostile.document_language[d] = hostile_any(&hostile, LANGUAGES_MOST);
    return hostile;
}

const char *hostile_name(uint64_t seed)
{
    static char name[200];
    struct hostile hostile = hostile_of(seed);

    snprintf(name, sizeof name,
             "seed %d: %d languages from %s, %d documents, %d lanes, %d entries, years %d to %d%s, %s, %s words", (int)seed,
             hostile.language_count, hostile.languages[0]->tag, hostile.documents, hostile.lanes, hostile.entries,
             hostile.axis.first, hostile.axis.last, hostile.is_a_week ? " (a week)" : "", date_names[hostile.dates],
             word_names[hostile.words]);
    return name;
}

/* ---- files ---- */

FILE *hostile_open(struct hostile *hostile, const char *format, ...)
{
    char path[400], name[200];
    va_list arguments;
    FILE *file;

    va_start(arguments, format);
    vsnprintf(name, sizeof name, format, arguments);
    va_end(arguments);
    snprintf(path, sizeof path, "%s/%s", hostile->folder, name);
    file = fopen(path, "w");
    if (!file)
        fail_msg("%s cannot be written", path);
    return file;
}

void hostile_make_folder(struct hostile *hostile, const char *name)
{
    char path[400];

    snprintf(path, sizeof path, "%s/%s", hostile->folder, name);
    assert_int_equal(mkdir(path, 0777), 0);
}

/* ---- the exhibit ---- */

/* Of a year with its sign. */
static int wide(int year)
{
    return year < 0 ? 5 : 4;
}

static void write_exhibit(struct hostile *hostile)
{
    static const char *const looks[LANES_MOST] = {"colour: ink, shape: square, pattern: solid",
                                                  "colour: blue, shape: cross, pattern: checks",
                                                  "colour: ochre, shape: circle, pattern: dots",
                                                  "colour: iron, shape: triangle, pattern: diagonal",
                                                  "colour: \"#704400\", shape: pentagon, pattern: vertical",
                                                  "colour: \"#2A0A5E\", shape: diamond, pattern: horizontal"};
    FILE *file = hostile_open(hostile, "exhibit.yaml");

    fprintf(file, "format: 1\nid: hostile\nversion: 1.0.0\n");
    if (hostile->is_a_week)
        fprintf(file, "span: {start: %0*d-07-16, end: %0*d-07-24}\n", wide(hostile->axis.first), hostile->axis.first,
                wide(hostile->axis.first), hostile->axis.first);
    else
        fprintf(file, "span: {start: %0*d-01-01, end: %0*d-12-31}\n", wide(hostile->axis.first), hostile->axis.first,
                wide(hostile->axis.last), hostile->axis.last);
    fprintf(file, "default_language: %s\nfallback: []\nstrings: [base, strings]\nlanguages: [", hostile->languages[0]->tag);
    for (int i = 0; i < hostile->language_count; i++)
        fprintf(file, "%s%s", i ? ", " : "", hostile->languages[i]->tag);
    fputs("]\ndocuments: [", file);
    for (int d = 0; d < hostile->documents; d++)
        fprintf(file, "%sdocument-%d", d ? ", " : "", d);
    fprintf(file, "]\nwithout_full_text: [%s]\nlanes:\n", hostile->documents > 3 ? "document-2" : "");
    for (int lane = 0; lane < hostile->lanes; lane++)
        fprintf(file, "  - {id: lane-%d, %s}\n", lane, looks[lane]);
    fputs("fonts:\n  display: [NotoSans-Bold.ttf, NotoSansHebrew-Bold.ttf]\n"
          "  museum: [NotoSans-Regular.ttf, NotoSansHebrew-Regular.ttf]\n"
          "  museum-bold: [NotoSans-Bold.ttf, NotoSansHebrew-Bold.ttf]\n"
          "  document: [NotoSerif-Regular.ttf, NotoSerifHebrew-Regular.ttf]\n"
          "  document-bold: [NotoSerif-Bold.ttf, NotoSerifHebrew-Bold.ttf]\n",
          file);
    fclose(file);
}

static void lend_strings(struct hostile *hostile, const struct tongue *tongue)
{
    char from[400], to[400];

    snprintf(from, sizeof from, SOURCE_DIR "%s/%s.yaml", tongue->strings, strcmp(tongue->tag, "ru") ? tongue->tag : "uk");
    snprintf(to, sizeof to, "%s/base/%s.yaml", hostile->folder, tongue->tag);
    assert_int_equal(symlink(from, to), 0);
}

/* Names of lanes are short, long, or long without a place to break. */
static void put_lane_name(struct hostile *hostile, FILE *file, const struct tongue *tongue, int lane)
{
    int kind = (lane + hostile->documents) % 3;

    fprintf(file, "lane.lane-%d: \"", lane);
    if (kind == 0)
        hostile_put_letters(hostile, file, tongue, 3);
    else if (kind == 1)
        hostile_put_words(hostile, file, tongue, 4);
    else
        hostile_put_letters(hostile, file, tongue, 22);
    fputs("\"\n", file);
}

static void write_strings(struct hostile *hostile)
{
    hostile_make_folder(hostile, "base");
    hostile_make_folder(hostile, "strings");
    for (int l = 0; l < hostile->language_count; l++) {
        const struct tongue *tongue = hostile->languages[l];
        FILE *file = hostile_open(hostile, "strings/%s.yaml", tongue->tag);

        lend_strings(hostile, tongue);
        fprintf(file, "language.name: \"%s\"\n", tongue->name);
        for (int k = 0; k < LANGUAGES_MOST; k++) {
            fprintf(file, "language.name.%s: \"", hostile_tongues[k].tag);
            hostile_put_letters(hostile, file, tongue, 8);
            fputs("\"\n", file);
        }
        for (int lane = 0; lane < hostile->lanes; lane++)
            put_lane_name(hostile, file, tongue, lane);
        fclose(file);
    }
}

static void put_in_each_language(struct hostile *hostile, FILE *file, const char *name, int words)
{
    fprintf(file, "  %s: {", name);
    for (int l = 0; l < hostile->language_count; l++) {
        fprintf(file, "%s%s: \"", l ? ", " : "", hostile->languages[l]->tag);
        hostile_put_words(hostile, file, hostile->languages[l], words);
        fputs("\"", file);
    }
    fputs("}\n", file);
}

static void write_people(struct hostile *hostile)
{
    FILE *file = hostile_open(hostile, "people.yaml");

    fputs("somebody:\n", file);
    put_in_each_language(hostile, file, "names", 3);
    put_in_each_language(hostile, file, "role", 4);
    fputs("  forms: []\n", file);
    fclose(file);
}

void hostile_exhibit(const char *folder, uint64_t seed)
{
    struct hostile hostile = hostile_of(seed);

    hostile.folder = folder;
    write_exhibit(&hostile);
    write_strings(&hostile);
    hostile_write_documents(&hostile);
    hostile_write_entries(&hostile);
    if (hostile.has_people)
        write_people(&hostile);
}
