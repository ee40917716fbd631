/* The entries of a hostile exhibit: where their dates lie, who is quoted, on what documents differ. */
#include "hostile_inside.h"

#include <stdlib.h>

#include "timeline/calendar.h"

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
    at = first + hostile_any(hostile, length);
    switch (hostile->dates) {
    case DATES_SPREAD:
        return (struct days){.first = at, .last = at, .is_span = false};
    case DATES_ONE_DAY:
        return (struct days){.first = first + length / 2, .last = first + length / 2};
    case DATES_CLUMPS:
        at = first + length / 5 * hostile_any(hostile, 5) + hostile_any(hostile, 1 + length / 400);
        return (struct days){.first = at, .last = at + (entry % 7 == 0 && at < last), .is_span = entry % 7 == 0 && at < last};
    case DATES_NESTED:
        return (struct days){.first = first + (int64_t)length * entry / (2 * hostile->entries + 2),
                             .last = last - (int64_t)length * entry / (2 * hostile->entries + 2),
                             .is_span = true};
    case DATES_OVERLONG:
        days = (struct days){.first = first - hostile_any(hostile, 2 * length),
                             .last = last + hostile_any(hostile, 2 * length),
                             .is_span = true};
        break;
    case DATES_OPEN:
        days = (struct days){.first = at,
                             .last = at + hostile_any(hostile, last - at + 1),
                             .is_span = true,
                             .is_open_start = hostile_any(hostile, 2),
                             .is_open_end = hostile_any(hostile, 2)};
        break;
    default:
        days = (struct days){.first = at, .last = at + hostile_any(hostile, last - at + 1), .is_span = true};
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
    int d = hostile_any(hostile, 8);
    struct happening happening = {.number = entry,
                                  .statements = hostile_any(hostile, 4) ? hostile_any(hostile, 4) : 9,
                                  .disagreements = d < 5 ? 0
                                      : d < 7            ? 1
                                                         : 2,
                                  .has_sources = hostile_any(hostile, 3) > 0,
                                  .is_answered_in_words = hostile_any(hostile, 2),
                                  .first_sentence = hostile_any(hostile, 5)};

    happening.has_sources = happening.has_sources || happening.disagreements > 0;
    happening.quoted = happening.has_sources ? 1 + hostile_any(hostile, hostile->documents) : 0;
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
            put_date(file, first + hostile_any(hostile, last - first + 1), hostile_any(hostile, 3), "");
        }
        fputs("}\n", file);
    }
}

static void write_sources(struct hostile *hostile, FILE *file, const struct happening *happening)
{
    fputs("sources:\n", file);
    for (int d = 0; d < happening->quoted; d++) {
        fprintf(file, "  s%d:\n    document: document-%d\n    quote: [\"", d, d);
        hostile_put_sentence(file, &hostile_tongues[hostile->document_language[d]], d, happening->first_sentence);
        fprintf(file, "\"]\n    mark: [\"X%dN%d\"]\n", d, happening->first_sentence);
    }
}

static void write_facts(struct hostile *hostile, const struct happening *happening)
{
    FILE *file = hostile_open(hostile, "entries/entry-%d/entry.yaml", happening->number);
    struct days days = days_of(hostile, happening->number);
    const char *by = happening->has_sources ? ", by: document" : ", by: editors";
    int precision = hostile->dates == DATES_SPREAD && !hostile->is_a_week ? hostile_any(hostile, 3) : 0;

    fprintf(file, "lane: lane-%d\nimportance: %d\ndate:\n  start: ", hostile_any(hostile, hostile->lanes),
            1 + hostile_any(hostile, 4));
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
        hostile_put_words(hostile, file, tongue, happening->statements > 8 ? 5 : 3 + (happening->number + s) % 15);
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
        hostile_put_letters(hostile, file, tongue, k ? 44 : 3);
        fputs("?\n### subline\n", file);
        hostile_put_letters(hostile, file, tongue, 2 + hostile_any(hostile, 38));
        fputs("\n", file);
        for (int d = 0; d < hostile->documents && happening->is_answered_in_words; d++) {
            if (is_silent(happening, d))
                continue;
            fprintf(file, "### answer s%d\n", d);
            hostile_put_letters(hostile, file, tongue, 1 + hostile_any(hostile, 24));
            fputs("\n", file);
        }
    }
}

static void write_words(struct hostile *hostile, const struct happening *happening, const struct tongue *tongue)
{
    FILE *file = hostile_open(hostile, "entries/entry-%d/%s.md", happening->number, tongue->tag);

    fputs("---\nshort: ", file);
    hostile_put_short(hostile, file, tongue, happening->number);
    fputs("\n---\n# ", file);
    hostile_put_title(hostile, file, tongue, happening->number);
    fputs("\n", file);
    put_statements(hostile, file, tongue, happening);
    for (int d = 0; d < happening->quoted; d++) {
        if (&hostile_tongues[hostile->document_language[d]] == tongue)
            continue;
        fprintf(file, "\n## quotation s%d\n**X%dN%d** ", d, d, happening->first_sentence);
        hostile_put_words(hostile, file, tongue, 5);
        fputs("\n", file);
    }
    put_questions(hostile, file, tongue, happening);
    fclose(file);
}

void hostile_write_entries(struct hostile *hostile)
{
    hostile_make_folder(hostile, "entries");
    for (int entry = 0; entry < hostile->entries; entry++) {
        struct happening happening = happening_of(hostile, entry);
        char name[60];

        snprintf(name, sizeof name, "entries/entry-%d", entry);
        hostile_make_folder(hostile, name);
        write_facts(hostile, &happening);
        for (int l = 0; l < hostile->language_count; l++)
            write_words(hostile, &happening, hostile->languages[l]);
    }
}
