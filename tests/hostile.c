#include "hostile.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "text/utf8.h"
#include "timeline/calendar.h"

enum {
    LANGUAGES_MOST = 8,
    DOCUMENTS_MOST = 8,
    LANES_MOST = 6,
    SENTENCES = 300,
    PARAGRAPH_SENTENCES = 6,
    LETTERS = 20
};

/* How the dates lie, and what the words are like. */
enum dates { DATES_SPREAD, DATES_ONE_DAY, DATES_SPANS, DATES_NESTED, DATES_OPEN, DATES_OVERLONG, DATES_CLUMPS, DATES_COUNT };
enum words { WORDS_ORDINARY, WORDS_SHORT, WORDS_UNBROKEN, WORDS_DIGITS, WORDS_SAME, WORDS_COUNT };

static const char *const date_names[] = {"spread", "one day", "spans", "nested", "open", "overlong", "clumps"};
static const char *const word_names[] = {"ordinary", "short", "unbroken", "digits", "same"};

#define OF_MUSEUM "/content/strings"
#define OF_LIGHTHOUSE "/tests/exhibits/lighthouse/strings"

static const struct tongue {
    const char *tag, *strings, *name, *letters; /* LETTERS of them, the widest first */
} tongues[LANGUAGES_MOST] = {
    {"en", OF_MUSEUM, "English", "wetaoinshrdlcumfgypb"},
    {"he", OF_LIGHTHOUSE, "עברית", "שאבגדהוזחטיכלמנסעפצק"},
    {"uk", OF_LIGHTHOUSE, "Українська", "щоаинвіерстклудмпязж"},
    {"el", OF_LIGHTHOUSE, "Ελληνικά", "ωαοιετσνηυρπκλμδγθχφ"},
    {"pl", OF_MUSEUM, "Polski", "wąęłóżćśaeoznrkymdpb"},
    {"lt", OF_MUSEUM, "Lietuvių", "mėųūšžįąaisteuronklp"},
    {"pt", OF_MUSEUM, "Português", "mãõçéâaeosrindtuclpv"},
    {"ru", OF_LIGHTHOUSE, "Русский", "жоеаинтсрвлкмдпуяыьг"},
};

static const struct axis {
    int first, last; /* years; astronomical: 0 = 1 BC */
} axes[] = {{1917, 1924}, {1999, 1999}, {1700, 1999}, {-119, 80}, {-499, -498}, {-2999, 2000}, {1900, 1999}, {1, 3}};

static const int entry_counts[] = {1, 2, 3, 8, 25, 60, 90, 90, 250, 2000};

struct hostile {
    const char *folder;
    uint64_t state;
    const struct tongue *languages[LANGUAGES_MOST];
    int language_count, documents, lanes, entries;
    int document_language[DOCUMENTS_MOST];
    struct axis axis;
    enum dates dates;
    enum words words;
    bool is_a_week; /* the axis is eight days of one summer */
    bool has_people;
};

/* ---- chance ---- */

static uint64_t mixed(uint64_t value)
{
    value += 0x9E3779B97F4A7C15u; /* splitmix64 */
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9u;
    value = (value ^ value >> 27) * 0x94D049BB133111EBu;
    return value ^ value >> 31;
}

static int any(struct hostile *hostile, int below)
{
    hostile->state = mixed(hostile->state);
    return (int)(hostile->state >> 33) % below;
}

static struct hostile hostile_of(uint64_t seed)
{
    struct hostile hostile = {.state = seed};
    int first = any(&hostile, LANGUAGES_MOST);

    hostile.language_count = 1 + any(&hostile, LANGUAGES_MOST);
    for (int i = 0; i < hostile.language_count; i++)
        hostile.languages[i] = &tongues[(first + i) % LANGUAGES_MOST];
    hostile.documents = 1 + any(&hostile, DOCUMENTS_MOST);
    hostile.lanes = 1 + any(&hostile, LANES_MOST);
    hostile.entries = entry_counts[any(&hostile, sizeof entry_counts / sizeof entry_counts[0])];
    if (hostile.entries > 1000 && hostile.language_count > 2) /* so much text takes minutes to compress */
        hostile.language_count = 2;
    hostile.axis = axes[any(&hostile, sizeof axes / sizeof axes[0])];
    hostile.dates = (enum dates)any(&hostile, DATES_COUNT);
    hostile.words = (enum words)any(&hostile, WORDS_COUNT);
    hostile.is_a_week = any(&hostile, 12) == 0;
    hostile.has_people = any(&hostile, 2);
    for (int d = 0; d < DOCUMENTS_MOST; d++)
        hostile.document_language[d] = any(&hostile, LANGUAGES_MOST);
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

__attribute__((format(printf, 2, 3))) static FILE *open_file(struct hostile *hostile, const char *format, ...)
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

static void make_folder(struct hostile *hostile, const char *name)
{
    char path[400];

    snprintf(path, sizeof path, "%s/%s", hostile->folder, name);
    assert_int_equal(mkdir(path, 0777), 0);
}

/* ---- words ---- */

static void put_letter(FILE *file, const struct tongue *tongue, int index)
{
    size_t length = strlen(tongue->letters), at = 0, next;

    for (int i = 0; i < index; i++)
        at = utf8_next(tongue->letters, length, at);
    next = utf8_next(tongue->letters, length, at);
    fprintf(file, "%.*s", (int)(next - at), tongue->letters + at);
}

/* Few letters are all the same: others may be an abbreviation that the compiler knows better. */
static void put_letters(struct hostile *hostile, FILE *file, const struct tongue *tongue, int letters)
{
    int letter = any(hostile, LETTERS);

    for (int i = 0; i < letters; i++)
        put_letter(file, tongue, letters < 5 ? letter : any(hostile, LETTERS));
}

static void put_words(struct hostile *hostile, FILE *file, const struct tongue *tongue, int count)
{
    for (int i = 0; i < count; i++) {
        fputs(i ? " " : "", file);
        put_letters(hostile, file, tongue, any(hostile, 12) == 0 ? 26 : 2 + any(hostile, 9));
    }
}

/* The number in letters, so that every label is its own: three of them are enough for 8000. */
static void put_code(FILE *file, const struct tongue *tongue, int number)
{
    put_letter(file, tongue, number / LETTERS / LETTERS % LETTERS);
    put_letter(file, tongue, number / LETTERS % LETTERS);
    put_letter(file, tongue, number % LETTERS);
}

static void put_wide(FILE *file, const struct tongue *tongue, int letters)
{
    for (int i = 0; i < letters; i++)
        put_letter(file, tongue, 0);
}

static void put_short(struct hostile *hostile, FILE *file, const struct tongue *tongue, int entry)
{
    if (hostile->words == WORDS_DIGITS) {
        fprintf(file, "\"%d\"", 1000 + entry);
        return;
    }
    if (hostile->words == WORDS_UNBROKEN)
        put_wide(file, tongue, 21);
    else if (hostile->words == WORDS_SAME)
        for (int i = 1; i <= 5; i++)
            put_letter(file, tongue, i);
    else if (hostile->words == WORDS_ORDINARY) {
        put_letters(hostile, file, tongue, 3 + any(hostile, 9));
        fputs(" ", file);
        put_letters(hostile, file, tongue, 1 + any(hostile, 7));
        fputs(" ", file);
    }
    put_code(file, tongue, entry);
}

static void put_title(struct hostile *hostile, FILE *file, const struct tongue *tongue, int entry)
{
    if (hostile->words == WORDS_DIGITS)
        fprintf(file, "%d %d", 1000 + entry, 1848);
    else if (hostile->words == WORDS_UNBROKEN)
        put_wide(file, tongue, 60);
    else if (hostile->words == WORDS_SHORT)
        put_code(file, tongue, entry);
    else if (hostile->words == WORDS_SAME)
        put_wide(file, tongue, 7);
    else
        put_words(hostile, file, tongue, 1 + any(hostile, 9));
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
    FILE *file = open_file(hostile, "exhibit.yaml");

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
        put_letters(hostile, file, tongue, 3);
    else if (kind == 1)
        put_words(hostile, file, tongue, 4);
    else
        put_letters(hostile, file, tongue, 22);
    fputs("\"\n", file);
}

static void write_strings(struct hostile *hostile)
{
    make_folder(hostile, "base");
    make_folder(hostile, "strings");
    for (int l = 0; l < hostile->language_count; l++) {
        const struct tongue *tongue = hostile->languages[l];
        FILE *file = open_file(hostile, "strings/%s.yaml", tongue->tag);

        lend_strings(hostile, tongue);
        fprintf(file, "language.name: \"%s\"\n", tongue->name);
        for (int k = 0; k < LANGUAGES_MOST; k++) {
            fprintf(file, "language.name.%s: \"", tongues[k].tag);
            put_letters(hostile, file, tongue, 8);
            fputs("\"\n", file);
        }
        for (int lane = 0; lane < hostile->lanes; lane++)
            put_lane_name(hostile, file, tongue, lane);
        fclose(file);
    }
}

/* ---- documents ---- */

static int sentences_of(int document)
{
    return document % 3 == 1 ? PARAGRAPH_SENTENCES : SENTENCES;
}

/* The same words whenever it is asked for, and found once in its document. */
static void put_sentence(FILE *file, const struct tongue *tongue, int document, int number)
{
    struct hostile words = {.state = (uint64_t)(document * SENTENCES + number)};

    fprintf(file, "X%dN%d ", document, number);
    put_words(&words, file, tongue, 2 + number % 7);
}

static void put_paragraphs(FILE *file, const struct tongue *tongue, int document, bool has_headings)
{
    for (int n = 0; n < sentences_of(document); n++) {
        if (has_headings && n % PARAGRAPH_SENTENCES == 0)
            fprintf(file, "\n## p%d\n\n", n / PARAGRAPH_SENTENCES + 1);
        put_sentence(file, tongue, document, n);
        fputs(n % PARAGRAPH_SENTENCES == PARAGRAPH_SENTENCES - 1 ? "!\n" : "! ", file);
    }
}

static void write_about(struct hostile *hostile, int document, const struct tongue *tongue)
{
    FILE *file = open_file(hostile, "documents/document-%d.%s.md", document, tongue->tag);

    fputs("---\ntitle: ", file);
    put_title(hostile, file, tongue, document);
    fputs("\nshort: ", file);
    put_short(hostile, file, tongue, document);
    fputs("\nkind: ", file);
    put_words(hostile, file, tongue, 1 + document % 3);
    fputs("\nnote: ", file);
    put_words(hostile, file, tongue, 1 + document * 5);
    fputs("\ncredit: ", file);
    put_words(hostile, file, tongue, 1 + document * 2);
    fputs("\n---\n", file);
    if (tongue != &tongues[hostile->document_language[document]])
        put_paragraphs(file, tongue, document, true);
    fclose(file);
}

static void write_document(struct hostile *hostile, int document)
{
    const struct tongue *own = &tongues[hostile->document_language[document]];
    FILE *file = open_file(hostile, "documents/document-%d.txt", document);

    put_paragraphs(file, own, document, false);
    fclose(file);
    file = open_file(hostile, "documents/document-%d.yaml", document);
    fprintf(file, "siglum: %c%s\nlanguage: %s\nauthor: null\nlicence: CC0-1.0\nlines: []\nsentence_breaks: []\nuncited: []\n",
            'A' + document, document % 3 ? "WM" : "", own->tag);
    fclose(file);
    for (int l = 0; l < hostile->language_count; l++)
        write_about(hostile, document, hostile->languages[l]);
}

static void write_documents(struct hostile *hostile)
{
    make_folder(hostile, "documents");
    for (int document = 0; document < hostile->documents; document++)
        write_document(hostile, document);
}

/* ---- dates ---- */

struct days {
    int32_t first, last;
    bool is_span, is_open_start, is_open_end;
};

static void axis_of(const struct hostile *hostile, int32_t *first, int32_t *last)
{
    *first = hostile->is_a_week ? calendar_day(hostile->axis.first, 7, 16) : calendar_day(hostile->axis.first, 1, 1);
    *last = hostile->is_a_week ? *first + 8 : calendar_day(hostile->axis.last, 12, 31);
}

static struct days days_of(struct hostile *hostile, int entry)
{
    int32_t first, last, length, at;
    struct days days = {0};

    axis_of(hostile, &first, &last);
    length = last - first + 1;
    at = first + any(hostile, length);
    switch (hostile->dates) {
    case DATES_SPREAD:
        return (struct days){.first = at, .last = at, .is_span = false};
    case DATES_ONE_DAY:
        return (struct days){.first = first + length / 2, .last = first + length / 2};
    case DATES_CLUMPS:
        at = first + length / 5 * any(hostile, 5) + any(hostile, 1 + length / 400);
        return (struct days){.first = at, .last = at + (entry % 7 == 0 && at < last), .is_span = entry % 7 == 0 && at < last};
    case DATES_NESTED:
        return (struct days){.first = first + (int64_t)length * entry / (2 * hostile->entries + 2),
                             .last = last - (int64_t)length * entry / (2 * hostile->entries + 2),
                             .is_span = true};
    case DATES_OVERLONG:
        days = (struct days){
            .first = first - any(hostile, 2 * length), .last = last + any(hostile, 2 * length), .is_span = true};
        break;
    case DATES_OPEN:
        days = (struct days){.first = at,
                             .last = at + any(hostile, last - at + 1),
                             .is_span = true,
                             .is_open_start = any(hostile, 2),
                             .is_open_end = any(hostile, 2)};
        break;
    default:
        days = (struct days){.first = at, .last = at + any(hostile, last - at + 1), .is_span = true};
        break;
    }
    return days;
}

/* A day, or the month or the year it lies in. */
static void put_date(FILE *file, int32_t day, int precision, const char *more)
{
    struct calendar_date date = calendar_date(day);
    const char *sign = date.year < 0 ? "-" : "";
    int year = abs(date.year);

    if (precision == 0)
        fprintf(file, "{value: %s%04d-%02d-%02d, precision: day%s}", sign, year, date.month, date.day, more);
    else if (precision == 1)
        fprintf(file, "{value: %s%04d-%02d, precision: month%s}", sign, year, date.month, more);
    else
        fprintf(file, "{value: %s%04d, precision: year%s}", sign, year, more);
}

/* ---- entries ---- */

/* What both the facts and the words of an entry need to know. */
struct happening {
    int number, statements, disagreements, quoted;
    bool has_sources, is_answered_in_words;
    int first_sentence; /* source s of document d is its sentence first_sentence + s */
};

static struct happening happening_of(struct hostile *hostile, int entry)
{
    int d = any(hostile, 8);
    struct happening happening = {.number = entry,
                                  .statements = any(hostile, 4) ? any(hostile, 4) : 9,
                                  .disagreements = d < 5 ? 0
                                      : d < 7            ? 1
                                                         : 2,
                                  .has_sources = any(hostile, 3) > 0,
                                  .is_answered_in_words = any(hostile, 2),
                                  .first_sentence = any(hostile, 5)};

    happening.has_sources = happening.has_sources || happening.disagreements > 0;
    happening.quoted = happening.has_sources ? 1 + any(hostile, hostile->documents) : 0;
    if (happening.disagreements > 0)
        happening.quoted = hostile->documents;
    return happening;
}

static bool is_silent(const struct happening *happening, int document)
{
    return document > 0 && (happening->number + document) % 4 == 0;
}

static void write_answers(struct hostile *hostile, FILE *file, const struct happening *happening, int disagreement)
{
    int32_t first, last;

    axis_of(hostile, &first, &last);
    fprintf(file, "  question-%d:\n    answers:\n", disagreement);
    for (int d = 0; d < hostile->documents; d++) {
        if (is_silent(happening, d)) {
            fprintf(file, "      - {document: document-%d, silent: true}\n", d);
            continue;
        }
        fprintf(file, "      - {document: document-%d, source: s%d", d, d);
        if (!happening->is_answered_in_words) {
            fputs(", date: ", file);
            put_date(file, first + any(hostile, last - first + 1), any(hostile, 3), "");
        }
        fputs("}\n", file);
    }
}

static void write_sources(struct hostile *hostile, FILE *file, const struct happening *happening)
{
    fputs("sources:\n", file);
    for (int d = 0; d < happening->quoted; d++) {
        fprintf(file, "  s%d:\n    document: document-%d\n    quote: [\"", d, d);
        put_sentence(file, &tongues[hostile->document_language[d]], d, happening->first_sentence);
        fprintf(file, "\"]\n    mark: [\"X%dN%d\"]\n", d, happening->first_sentence);
    }
}

static void write_facts(struct hostile *hostile, const struct happening *happening)
{
    FILE *file = open_file(hostile, "entries/entry-%d/entry.yaml", happening->number);
    struct days days = days_of(hostile, happening->number);
    const char *by = happening->has_sources ? ", by: document" : ", by: editors";
    int precision = hostile->dates == DATES_SPREAD && !hostile->is_a_week ? any(hostile, 3) : 0;

    fprintf(file, "lane: lane-%d\nimportance: %d\ndate:\n  start: ", any(hostile, hostile->lanes), 1 + any(hostile, 4));
    put_date(file, days.first, precision, by);
    if (days.is_span) {
        fputs("\n  end: ", file);
        put_date(file, days.last, 0, by);
    }
    fprintf(file, "%s%s\n  shown_from: [%s]\n", days.is_open_start ? "\n  open_start: true" : "",
            days.is_open_end ? "\n  open_end: true" : "", happening->has_sources ? "s0" : "");
    fprintf(file, "places: []\npeople: [%s]\nrelated: []\n",
            hostile->has_people && happening->number % 3 == 0 ? "somebody" : "");
    if (happening->has_sources)
        write_sources(hostile, file, happening);
    if (happening->disagreements > 0)
        fputs("disagreements:\n", file);
    for (int k = 0; k < happening->disagreements; k++)
        write_answers(hostile, file, happening, k);
    fclose(file);
}

static void put_statements(struct hostile *hostile, FILE *file, const struct tongue *tongue, const struct happening *happening)
{
    if (happening->statements > 0)
        fputs("\n## statements\n", file);
    for (int s = 0; s < happening->statements; s++) {
        fputs("- ", file);
        put_words(hostile, file, tongue, happening->statements > 8 ? 5 : 3 + (happening->number + s) % 15);
        fputs("!", file); /* with a full stop some word would be an abbreviation */
        if (happening->quoted == 0)
            fputs(" [editors]", file);
        for (int d = 0; d < happening->quoted; d++)
            if (s == 0 || (s + d) % 2 == 0 || d == s % happening->quoted)
                fprintf(file, " [s%d]", d);
        fputs("\n", file);
    }
}

static void put_questions(struct hostile *hostile, FILE *file, const struct tongue *tongue, const struct happening *happening)
{
    for (int k = 0; k < happening->disagreements; k++) {
        fprintf(file, "\n## disagreement question-%d\n### question\n", k);
        put_letters(hostile, file, tongue, k ? 44 : 3);
        fputs("?\n### subline\n", file);
        put_letters(hostile, file, tongue, 2 + any(hostile, 38));
        fputs("\n", file);
        for (int d = 0; d < hostile->documents && happening->is_answered_in_words; d++) {
            if (is_silent(happening, d))
                continue;
            fprintf(file, "### answer s%d\n", d);
            put_letters(hostile, file, tongue, 1 + any(hostile, 24));
            fputs("\n", file);
        }
    }
}

static void write_words(struct hostile *hostile, const struct happening *happening, const struct tongue *tongue)
{
    FILE *file = open_file(hostile, "entries/entry-%d/%s.md", happening->number, tongue->tag);

    fputs("---\nshort: ", file);
    put_short(hostile, file, tongue, happening->number);
    fputs("\n---\n# ", file);
    put_title(hostile, file, tongue, happening->number);
    fputs("\n", file);
    put_statements(hostile, file, tongue, happening);
    for (int d = 0; d < happening->quoted; d++) {
        if (&tongues[hostile->document_language[d]] == tongue)
            continue;
        fprintf(file, "\n## quotation s%d\n**X%dN%d** ", d, d, happening->first_sentence);
        put_words(hostile, file, tongue, 5);
        fputs("\n", file);
    }
    put_questions(hostile, file, tongue, happening);
    fclose(file);
}

static void write_entries(struct hostile *hostile)
{
    make_folder(hostile, "entries");
    for (int entry = 0; entry < hostile->entries; entry++) {
        struct happening happening = happening_of(hostile, entry);
        char name[60];

        snprintf(name, sizeof name, "entries/entry-%d", entry);
        make_folder(hostile, name);
        write_facts(hostile, &happening);
        for (int l = 0; l < hostile->language_count; l++)
            write_words(hostile, &happening, hostile->languages[l]);
    }
}

static void put_in_each_language(struct hostile *hostile, FILE *file, const char *name, int words)
{
    fprintf(file, "  %s: {", name);
    for (int l = 0; l < hostile->language_count; l++) {
        fprintf(file, "%s%s: \"", l ? ", " : "", hostile->languages[l]->tag);
        put_words(hostile, file, hostile->languages[l], words);
        fputs("\"", file);
    }
    fputs("}\n", file);
}

static void write_people(struct hostile *hostile)
{
    FILE *file = open_file(hostile, "people.yaml");

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
    write_documents(&hostile);
    write_entries(&hostile);
    if (hostile.has_people)
        write_people(&hostile);
}
