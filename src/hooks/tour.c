#include "hooks/tour.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SETTLE_MS = 800, SHOTS_MAX = 256, STOPS_MAX = 24 };

struct tour {
    struct stage *stage;
    const struct tour_host *host;
    struct tour_wish wish;
    int64_t now_ms;
    char *files[SHOTS_MAX];
    int count;
    bool has_failed;
};

/* One picture: where to go and what to fire there. */
struct tour_stop {
    char name[40];
    struct stop stop;
    double first_day, days; /* timeline window, days 0 = as it is */
    enum ui_verb verb;
};

static int languages_of(const struct tour *tour)
{
    return pack_exhibit(stage_pack(tour->stage)).languages;
}

static const char *tag_of(const struct tour *tour, int language)
{
    return pack_language(stage_pack(tour->stage), language).tag;
}

static void settle(struct tour *tour)
{
    for (int64_t end = tour->now_ms + SETTLE_MS; tour->now_ms < end;) {
        tour->now_ms += 16;
        tour->host->step(tour->host->context, tour->now_ms);
    }
}

static void shoot(struct tour *tour, const char *name, const char *language)
{
    char path[4096];

    if (tour->count == SHOTS_MAX || tour->has_failed)
        return;
    snprintf(path, sizeof(path), "%s/%s-%s.png", tour->wish.folder, name, language);
    if (!tour->host->shot(tour->host->context, path)) {
        tour->has_failed = true;
        return;
    }
    tour->files[tour->count] = strdup(path);
    tour->count += tour->files[tour->count] != NULL;
}

static struct stop place(enum screen_id screen)
{
    return (struct stop){.screen = screen, .entry = -1, .disagreement = -1, .document = -1, .source = -1, .paragraph = -1};
}

static struct tour_stop *add(struct tour_stop *stops, int *count, const char *name, enum screen_id screen)
{
    struct tour_stop *stop = &stops[*count < STOPS_MAX ? (*count)++ : STOPS_MAX - 1];

    *stop = (struct tour_stop){.stop = place(screen)};
    snprintf(stop->name, sizeof(stop->name), "%s", name);
    return stop;
}

/* The entry with the most voices in a dated disagreement: what the exhibit is about. -1 = none differ. */
static int telling_disagreement(struct pack *pack)
{
    int best = -1, most = 0;

    for (int d = 0; d < pack_disagreement_count(pack); d++) {
        struct pack_disagreement disagreement = pack_disagreement(pack, d);
        int weight = 0;

        for (int a = 0; a < disagreement.answer_count; a++) {
            struct pack_answer answer = pack_answer(pack, disagreement.first_answer + a);

            weight += answer.differs + (answer.has_date && answer.date.precision == PACK_DAY) * 4;
        }
        if (weight > most) {
            most = weight;
            best = d;
        }
    }
    return best;
}

static int plain_entry(struct pack *pack)
{
    for (int e = 0; e < pack_exhibit(pack).entries; e++) {
        struct pack_entry entry = pack_entry(pack, e);

        if (!entry.differs && entry.importance == 1 && entry.statement_count > 2)
            return e;
    }
    return pack_exhibit(pack).entries > 0 ? 0 : -1;
}

/* The entry that uses most terms of the glossary, in whatever language; -1 = none uses any. */
static int wordy_entry(struct pack *pack)
{
    int best = -1, most = 0;

    for (int e = 0; e < pack_exhibit(pack).entries; e++) {
        int count = pack_entry(pack, e).term_count;

        best = count > most ? e : best;
        most = count > most ? count : most;
    }
    return best;
}

static void plan_timeline(struct tour_stop *stops, int *count, struct pack *pack, int entry)
{
    struct pack_exhibit exhibit = pack_exhibit(pack);
    double whole = exhibit.end_day + 1.0 - exhibit.start_day;
    double centre = entry >= 0 ? pack_entry(pack, entry).start.first_day : exhibit.start_day + whole / 2;
    const double spans[] = {whole, 700, 180, 32};

    for (int level = 0; level < 4; level++) {
        char name[16];
        struct tour_stop *stop;

        snprintf(name, sizeof(name), "02-timeline-l%d", level);
        stop = add(stops, count, name, SCREEN_TIMELINE);
        stop->days = spans[level] < whole ? spans[level] : whole;
        stop->first_day = level == 0 ? exhibit.start_day : centre - stop->days / 2;
    }
}

static int plan(struct tour_stop *stops, struct pack *pack)
{
    int count = 0, differs = telling_disagreement(pack), entry = plain_entry(pack), source = -1;
    int told = differs >= 0 ? pack_disagreement(pack, differs).entry : entry;

    add(stops, &count, "01-attract", SCREEN_ATTRACT);
    plan_timeline(stops, &count, pack, told);
    if (entry >= 0)
        add(stops, &count, "03-event-plain", SCREEN_EVENT)->stop.entry = entry;
    if (differs >= 0) {
        struct pack_disagreement disagreement = pack_disagreement(pack, differs);

        add(stops, &count, "04-event", SCREEN_EVENT)->stop.entry = told;
        add(stops, &count, "05-voices-differ", SCREEN_COMPARE)->stop.disagreement = differs;
        stops[count - 1].stop.entry = told;
        for (int a = 0; a < disagreement.answer_count && source < 0; a++)
            source = pack_answer(pack, disagreement.first_answer + a).source;
    }
    if (source < 0 && entry >= 0 && pack_entry(pack, entry).source_count > 0)
        source = pack_entry(pack, entry).first_source;
    add(stops, &count, "06-document", SCREEN_READER);
    stops[count - 1].stop.source = source;
    stops[count - 1].stop.document = source >= 0 ? pack_source(pack, source).document : 0;
    if (source >= 0)
        stops[count - 1].stop.paragraph = pack_piece(pack, pack_source(pack, source).first_piece).paragraph;
    add(stops, &count, "06-document-translated", SCREEN_READER);
    stops[count - 1].stop = stops[count - 2].stop;
    stops[count - 1].stop.is_translated = true;
    add(stops, &count, "07-language", SCREEN_LANGUAGES);
    add(stops, &count, "11-access", SCREEN_TIMELINE)->verb = UI_ACCESS;
    stops[count - 1].days = pack_exhibit(pack).end_day + 1.0 - pack_exhibit(pack).start_day;
    stops[count - 1].first_day = pack_exhibit(pack).start_day;
    if (wordy_entry(pack) >= 0) {
        add(stops, &count, "12-words", SCREEN_EVENT)->verb = UI_WORDS;
        stops[count - 1].stop.entry = wordy_entry(pack);
    }
    return count;
}

static void visit(struct tour *tour, const struct tour_stop *stop, int language)
{
    if (stop->days > 0)
        stage_show_days(tour->stage, stop->first_day, stop->days);
    stage_visit(tour->stage, language, stop->stop, tour->now_ms);
    if (stop->verb != UI_NOTHING)
        stage_fire(tour->stage, stop->verb, 0, tour->now_ms);
    settle(tour);
    shoot(tour, stop->name, tag_of(tour, language));
    if (stop->verb != UI_NOTHING)
        stage_fire(tour->stage, stop->verb, 0, tour->now_ms);
}

/* Nobody touches: the warning comes by itself. */
static void shoot_warning(struct tour *tour, const struct tour_stop *stop, int language)
{
    stage_visit(tour->stage, language, stop->stop, tour->now_ms);
    settle(tour);
    for (int s = 0; s < 600 && strcmp(stage_idle_name(tour->stage), "warn") != 0; s++) {
        tour->now_ms += 1000;
        tour->host->step(tour->host->context, tour->now_ms);
    }
    tour->now_ms += 15000;
    tour->host->step(tour->host->context, tour->now_ms);
    shoot(tour, "11-still-there", tag_of(tour, language));
    stage_fire(tour->stage, UI_START_OVER, 0, tour->now_ms);
}

static bool draws(const struct tour *tour, int language)
{
    return !tour->wish.language || strcmp(tour->wish.language, tag_of(tour, language)) == 0;
}

static int columns_of(const struct tour *tour)
{
    int columns = 0;

    for (int language = 0; language < languages_of(tour); language++)
        columns += draws(tour, language);
    return columns;
}

static void draw_stops(struct tour *tour)
{
    struct tour_stop stops[STOPS_MAX];
    int count = plan(stops, stage_pack(tour->stage));

    for (int s = 0; s < count; s++) {
        for (int language = 0; language < languages_of(tour); language++)
            if (draws(tour, language))
                visit(tour, &stops[s], language);
    }
    for (int language = 0; language < languages_of(tour); language++)
        if (draws(tour, language))
            shoot_warning(tour, &stops[1], language);
}

static void write_sheet(struct tour *tour)
{
    char path[4096];

    snprintf(path, sizeof(path), "%s/contact-sheet.png", tour->wish.folder);
    if (tour->host->sheet(tour->host->context, path, tour->files, tour->count, columns_of(tour)))
        return;
    fprintf(stderr, "%s was not written: %s\n", path, strerror(errno));
    tour->has_failed = true;
}

int tour_run(struct stage *stage, const struct tour_host *host, struct tour_wish wish, int64_t now_ms)
{
    struct tour tour = {.stage = stage, .host = host, .wish = wish, .now_ms = now_ms};

    if (columns_of(&tour) == 0) {
        fprintf(stderr, "the exhibit is not told in \"%s\"\n", wish.language);
        return -1;
    }
    draw_stops(&tour);
    if (!tour.has_failed)
        write_sheet(&tour);
    for (int i = 0; i < tour.count; i++)
        free(tour.files[i]);
    return tour.has_failed ? -1 : tour.count;
}
