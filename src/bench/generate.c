#include "bench/generate.h"

#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "timeline/calendar.h"

enum { SENTENCES = 1000, LANGUAGES = 4, FIRST_YEAR = 1917, YEARS = 8, DAYS = 2922, PATH_SIZE = 4096 };

static const char *const languages[LANGUAGES] = {"pt", "lt", "pl", "en"};
static const char *const lanes[] = {"power", "war", "economy-society", "diplomacy"};

/* Words of each language, so that hyphenation and compression have real work. */
static const char *const words[LANGUAGES][16] = {
    {"governo", "independência", "assembleia", "tratado", "conferência", "dívidas", "delegação", "camponeses",
     "revolução", "fronteira", "exército", "comércio", "reconhecimento", "economia", "cidade", "negociações"},
    {"vyriausybė", "nepriklausomybė", "susirinkimas", "sutartis", "konferencija", "skolos", "delegacija", "valstiečiai",
     "revoliucija", "siena", "kariuomenė", "prekyba", "pripažinimas", "ekonomika", "miestas", "derybos"},
    {"rząd", "niepodległość", "zgromadzenie", "traktat", "konferencja", "długi", "delegacja", "chłopi",
     "rewolucja", "granica", "wojsko", "handel", "uznanie", "gospodarka", "miasto", "rokowania"},
    {"government", "independence", "assembly", "treaty", "conference", "debts", "delegation", "peasants",
     "revolution", "frontier", "army", "trade", "recognition", "economy", "city", "negotiations"},
};

struct generator {
    const char *folder;
    bool has_failed;
    uint32_t state;
};

/* Numerical Recipes' linear congruential generator: repeatable everywhere. */
static uint32_t next(struct generator *generator)
{
    generator->state = generator->state * 1664525u + 1013904223u;
    return generator->state >> 8;
}

static FILE *open_file(struct generator *generator, const char *name)
{
    char path[PATH_SIZE];
    FILE *file;

    snprintf(path, sizeof(path), "%s/%s", generator->folder, name);
    file = generator->has_failed ? NULL : fopen(path, "w");
    if (!file && !generator->has_failed) {
        fprintf(stderr, "vitrine-bench: %s: %s\n", path, strerror(errno));
        generator->has_failed = true;
    }
    return file;
}

static void close_file(struct generator *generator, FILE *file)
{
    if (file && fclose(file) != 0) {
        fprintf(stderr, "vitrine-bench: %s: %s\n", generator->folder, strerror(errno));
        generator->has_failed = true;
    }
}

static void make_folder(struct generator *generator, const char *name)
{
    char path[PATH_SIZE];

    snprintf(path, sizeof(path), "%s/%s", generator->folder, name);
    if (!generator->has_failed && mkdir(path, 0777) != 0) {
        fprintf(stderr, "vitrine-bench: %s: %s\n", path, strerror(errno));
        generator->has_failed = true;
    }
}

static void write_exhibit(struct generator *generator)
{
    FILE *file = open_file(generator, "exhibit.yaml");

    if (!file)
        return;
    fprintf(file,
            "format: 1\nid: generated\nversion: 1.0.0\nspan: {start: %d-01-01, end: %d-12-31}\n"
            "languages: [pt, lt, pl, en]\ndefault_language: en\nfallback: []\ndocuments: [chronicle]\nwithout_full_text: []\n"
            "lanes:\n"
            "  - {id: power, colour: ink, shape: square, pattern: solid}\n"
            "  - {id: war, colour: iron, shape: triangle, pattern: diagonal}\n"
            "  - {id: economy-society, colour: ochre, shape: circle, pattern: dots}\n"
            "  - {id: diplomacy, colour: blue, shape: diamond, pattern: horizontal}\n"
            "fonts:\n  display: [RobotoCondensed-Bold.ttf]\n  museum: [PTS55F.ttf]\n  museum-bold: [PTS75F.ttf]\n"
            "  narrow: [PTN57F.ttf]\n  narrow-bold: [PTN77F.ttf]\n  document: [PTF55F.ttf]\n  document-bold: [PTF75F.ttf]\n"
            "  document-italic: [PTF56F.ttf]\n",
            FIRST_YEAR, FIRST_YEAR + YEARS - 1);
    close_file(generator, file);
}

static void write_document(struct generator *generator)
{
    FILE *file = open_file(generator, "documents/chronicle.txt");

    for (int i = 0; file && i < SENTENCES; i++)
        fprintf(file, "On page %d the chronicle tells of the %s and the %s.%c", i, words[3][i % 16], words[3][i / 16 % 16],
                i % 10 == 9 ? '\n' : ' ');
    close_file(generator, file);
    file = open_file(generator, "documents/chronicle.yaml");
    if (file)
        fputs("siglum: C\nlanguage: en\nauthor: null\nlicence: CC0-1.0\nlines: []\nsentence_breaks: []\nuncited: []\n", file);
    close_file(generator, file);
    for (int language = 0; language < LANGUAGES; language++) {
        char name[64];

        snprintf(name, sizeof(name), "documents/chronicle.%s.md", languages[language]);
        file = open_file(generator, name);
        if (file)
            fputs("---\ntitle: Chronicle\nshort: Chronicle\nkind: chronicle\nnote: Made for measuring.\n"
                  "credit: Made for measuring.\n---\n", file);
        for (int i = 0; file && language != 3 && i < SENTENCES; i++) {
            if (i % 10 == 0)
                fprintf(file, "\n## p%d\n\n", i / 10 + 1);
            fprintf(file, "%s %d%s", words[language][i % 16], i, i % 10 == 9 ? ".\n" : ", ");
        }
        close_file(generator, file);
    }
}

static void write_facts(struct generator *generator, int entry, int entries, const char *id)
{
    int32_t day = calendar_day(FIRST_YEAR, 1, 1) + (int32_t)((int64_t)entry * DAYS / entries);
    struct calendar_date date = calendar_date(day);
    char name[96];
    FILE *file;

    snprintf(name, sizeof(name), "entries/%s/entry.yaml", id);
    file = open_file(generator, name);
    if (file)
        fprintf(file,
                "lane: %s\nimportance: %d\ndate:\n  start: {value: %04d-%02d-%02d, precision: day, by: document}\n"
                "  shown_from: [c-page]\nplaces: []\npeople: []\nrelated: []\nsources:\n  c-page:\n    document: chronicle\n"
                "    quote: [\"On page %d the chronicle\"]\n",
                lanes[next(generator) % 4], entry * 19 % entries < 19 ? 1 : 2 + (int)(next(generator) % 3), date.year, date.month, date.day,
                entry % SENTENCES);
    close_file(generator, file);
}

static void write_sentence(struct generator *generator, FILE *file, int language, int count)
{
    for (int i = 0; i < count; i++)
        fprintf(file, i ? " %s" : "%s", words[language][next(generator) % 16]);
}

static void write_words(struct generator *generator, int entry, const char *id)
{
    for (int language = 0; language < LANGUAGES; language++) {
        char name[96];
        FILE *file;

        snprintf(name, sizeof(name), "entries/%s/%s.md", id, languages[language]);
        file = open_file(generator, name);
        if (!file)
            return;
        fprintf(file, "---\nshort: %s %c%c%03d\n---\n# ", words[language][entry % 16], 'A' + entry / 26000 % 26,
                'A' + entry / 1000 % 26, entry % 1000); /* no number of five digits, which would have to be grouped (Y8) */
        write_sentence(generator, file, language, 3);
        fprintf(file, " %c%03d\n\n## statements\n", 'A' + entry / 1000 % 26, entry % 1000);
        for (int i = 0; i < 3; i++) {
            fputs("- ", file);
            write_sentence(generator, file, language, 9);
            fputs(". [c-page]\n", file);
        }
        if (language != 3) {
            fputs("\n## quotation c-page\n", file);
            write_sentence(generator, file, language, 5);
            fprintf(file, " %d\n", entry % SENTENCES);
        }
        close_file(generator, file);
    }
}

static void lend_strings(struct generator *generator, const char *strings)
{
    char path[PATH_SIZE];

    snprintf(path, sizeof(path), "%s/strings", generator->folder);
    if (!generator->has_failed && symlink(strings, path) != 0) {
        fprintf(stderr, "vitrine-bench: %s: %s\n", path, strerror(errno));
        generator->has_failed = true;
    }
}

bool generate_exhibit(const char *folder, const char *strings, int entries)
{
    struct generator generator = {.folder = folder, .state = 1917};

    make_folder(&generator, "");
    make_folder(&generator, "documents");
    make_folder(&generator, "entries");
    lend_strings(&generator, strings);
    write_exhibit(&generator);
    write_document(&generator);
    for (int entry = 0; entry < entries && !generator.has_failed; entry++) {
        char id[32], path[64];

        snprintf(id, sizeof(id), "entry-%06d", entry);
        snprintf(path, sizeof(path), "entries/%s", id);
        make_folder(&generator, path);
        write_facts(&generator, entry, entries, id);
        write_words(&generator, entry, id);
    }
    return !generator.has_failed;
}
