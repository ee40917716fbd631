/*
 * vitrine-pack: a content folder becomes a pack, and a pack tells what is in it.
 *
 * Findings go to stderr, results to stdout. Exit status: 0 good, 1 something is wrong with the content or the pack, 2 the
 * command was not understood.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "compiler/accept.h"
#include "compiler/compile.h"
#include "compiler/coverage.h"
#include "compiler/rules.h"
#include "compiler/show.h"
#include "compiler/spelling.h"
#include "compiler/write.h"
#include "pack/pack.h"

#ifndef VITRINE_VERSION
#define VITRINE_VERSION "1.0.0"
#endif

enum { GOOD = 0, BAD = 1, USAGE = 2, PATH_BYTES = 4096, FONT_FOLDERS_MAX = 16, NAMES_MAX = 256 };

static const char HELP[] = "vitrine-pack " VITRINE_VERSION ": makes content packs for Vitrine\n"
                           "\n"
                           "  vitrine-pack check [--coverage] [--no-spelling] FOLDER\n"
                           "                                           say what is wrong with a content folder\n"
                           "  vitrine-pack accept FOLDER [FILE …]      record that the translations render their sources\n"
                           "  vitrine-pack build [-o FILE] FOLDER      check it and make a pack of it\n"
                           "  vitrine-pack show [--json] PACK          say what is in a pack\n"
                           "  vitrine-pack verify PACK                 say whether a pack is whole\n"
                           "  vitrine-pack diff OLD NEW                say what has changed between two packs\n"
                           "  vitrine-pack rules                       list the rules that content is held to\n"
                           "  vitrine-pack --help, --version\n"
                           "\n"
                           "check and build take as well\n"
                           "  --assets DIR   the folder that holds motifs/ (else assets/ beside the content folder)\n"
                           "  --fonts DIR    a folder of font files, searched before all others; may be given more than once\n"
                           "--coverage lists every sentence of the documents with the entries that quote it, or the reason why none does;\n"
                           "--no-spelling passes over the spelling. build does not look at it.\n"
                           "accept passes over translations whose source has changed since, unless their FILE is named.\n"
                           "\n"
                           "Exit status: 0 good; 1 errors in the content or the pack; 2 the command was not understood.\n";

struct arguments {
    const char *output, *assets;
    const char *fonts[FONT_FOLDERS_MAX + 4];
    int font_count;
    bool is_coverage, is_json, is_spelling_off;
    const char *names[NAMES_MAX];
    int name_count;
};

static int usage(const char *problem, const char *name)
{
    fprintf(stderr, "vitrine-pack: %s%s; vitrine-pack --help lists the commands\n", problem, name);
    return USAGE;
}

/* ---- arguments --------------------------------------------------------------------------------------------------- */

/* Which options a command takes, as one letter each: c overage, s pelling, j son, o utput, a ssets, f onts. */
struct command {
    const char *name;
    const char *options;
    int names, names_most; /* how many folders, packs or files it wants */
    int (*run)(const struct arguments *arguments);
};

static bool takes(const struct command *command, char option)
{
    return strchr(command->options, option) != NULL;
}

/* The value of option argv[*i], the next argument; NULL and a sentence when there is none. */
static const char *value_of(int argc, char **argv, int *i)
{
    if (*i + 1 < argc)
        return argv[++*i];
    usage("a name is missing behind ", argv[*i]);
    return NULL;
}

static bool take_option(const struct command *command, int argc, char **argv, int *i, struct arguments *out)
{
    const char *option = argv[*i];

    if (takes(command, 'c') && !strcmp(option, "--coverage"))
        return out->is_coverage = true;
    if (takes(command, 's') && !strcmp(option, "--no-spelling"))
        return out->is_spelling_off = true;
    if (takes(command, 'j') && !strcmp(option, "--json"))
        return out->is_json = true;
    if (takes(command, 'o') && !strcmp(option, "-o"))
        return (out->output = value_of(argc, argv, i)) != NULL;
    if (takes(command, 'a') && !strcmp(option, "--assets"))
        return (out->assets = value_of(argc, argv, i)) != NULL;
    if (takes(command, 'f') && !strcmp(option, "--fonts") && out->font_count < FONT_FOLDERS_MAX)
        return (out->fonts[out->font_count++] = value_of(argc, argv, i)) != NULL;
    usage("there is no such option here: ", option);
    return false;
}

static bool take_arguments(const struct command *command, int argc, char **argv, struct arguments *out)
{
    bool is_name_only = false;

    for (int i = 2; i < argc; i++) {
        if (!is_name_only && !strcmp(argv[i], "--")) {
            is_name_only = true;
        } else if (!is_name_only && argv[i][0] == '-' && argv[i][1]) {
            if (!take_option(command, argc, argv, &i, out))
                return false;
        } else if (out->name_count < command->names_most) {
            out->names[out->name_count++] = argv[i];
        } else {
            usage("this is one name too many: ", argv[i]);
            return false;
        }
    }
    if (out->name_count >= command->names)
        return true;
    usage("a folder or pack is not named behind ", command->name);
    return false;
}

/* ---- content ----------------------------------------------------------------------------------------------------- */

static bool is_folder(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* The content folder's neighbour of that name, one or two levels up, else where the installed one lies. */
static const char *find_folder(const char *content, const char *name, char path[PATH_BYTES])
{
    snprintf(path, PATH_BYTES, "%s/../%s", content, name);
    if (!is_folder(path))
        snprintf(path, PATH_BYTES, "%s/../../%s", content, name);
    if (!is_folder(path))
        snprintf(path, PATH_BYTES, "/usr/share/vitrine/%s", name);
    return path;
}

struct content {
    struct draft draft;
    struct diag diag;
    struct progress progress;
    char folder[PATH_BYTES], assets[PATH_BYTES], fonts[PATH_BYTES];
};

/* Trailing slashes would stand doubled in every finding. */
static void set_folder(char folder[PATH_BYTES], const char *name)
{
    size_t length;

    snprintf(folder, PATH_BYTES, "%s", name);
    length = strlen(folder);
    while (length > 1 && folder[length - 1] == '/')
        folder[--length] = '\0';
}

static bool compile(struct content *content, const struct arguments *arguments)
{
    struct compile_options options = {.content = content->folder, .assets = arguments->assets};
    const char *fonts[FONT_FOLDERS_MAX + 4];
    int count = arguments->font_count;

    set_folder(content->folder, arguments->names[0]);
    if (!options.assets)
        options.assets = find_folder(content->folder, "assets", content->assets);
    memcpy(fonts, arguments->fonts, sizeof fonts);
    fonts[count++] = find_folder(content->folder, "fonts", content->fonts);
    options.fonts.folders = fonts;
    options.fonts.folder_count = count;
    draft_init(&content->draft);
    content->diag = (struct diag){.folder = content->folder, .out = stderr};
    progress_start(&content->progress);
    return compile_folder(&content->draft, &content->diag, &options, &content->progress);
}

static const char *plural(int count)
{
    return count == 1 ? "" : "s";
}

static void print_verdict(struct content *content)
{
    const struct draft *draft = &content->draft;
    const struct diag *diag = &content->diag;

    progress_clear(&content->progress);
    printf("%s: %d entr%s, %d document%s, %d language%s: ", content->folder, draft->entry_count,
           draft->entry_count == 1 ? "y" : "ies", draft->document_count, plural(draft->document_count), draft->language_count,
           plural(draft->language_count));
    if (diag->errors)
        printf("%d error%s, ", diag->errors, plural(diag->errors));
    else
        fputs("no errors, ", stdout);
    if (diag->warnings)
        printf("%d warning%s\n", diag->warnings, plural(diag->warnings));
    else
        puts("no warnings");
}

/* Where coverage is required, `rules` has judged it. */
static void show_coverage(struct content *content)
{
    coverage_report(&content->draft, stdout);
    if (!content->draft.needs_coverage)
        coverage_judge(&content->draft, &content->diag);
}

static int check(const struct arguments *arguments)
{
    struct content *content = calloc(1, sizeof *content);
    int status = BAD;

    if (!content)
        return BAD;
    if (compile(content, arguments)) {
        progress_say(&content->progress, "checking the spelling", 0, 0);
        if (!arguments->is_spelling_off)
            spelling_check(&content->draft, &content->diag, SPELLING_DICTIONARIES);
        progress_clear(&content->progress);
        if (arguments->is_coverage)
            show_coverage(content);
        print_verdict(content);
        status = content->diag.errors ? BAD : GOOD;
    }
    draft_done(&content->draft);
    free(content);
    return status;
}

static int write_out(struct content *content, const char *output)
{
    struct write_result result = {.bytes = NULL};
    char name[PATH_BYTES], problem[256];
    int status = BAD;

    snprintf(name, sizeof name, "%s.vpack", content->draft.id);
    output = output ? output : name;
    progress_say(&content->progress, "compressing", 0, 0);
    if (!write_pack(&content->draft, &result)) {
        struct draft_at at = result.at.path ? result.at : content->draft.at;

        progress_clear(&content->progress);
        diag_error(&content->diag, at, "pack", "%s", result.problem);
    } else if (!write_file(output, result.bytes, result.size, problem, sizeof problem)) {
        progress_clear(&content->progress);
        fprintf(stderr, "vitrine-pack: %s\n", problem);
    } else {
        print_verdict(content);
        printf("%s: %zu bytes\n", output, result.size);
        status = GOOD;
    }
    free(result.bytes);
    return status;
}

static int build(const struct arguments *arguments)
{
    struct content *content = calloc(1, sizeof *content);
    int status = BAD;

    if (!content)
        return BAD;
    if (compile(content, arguments)) {
        if (content->diag.errors) {
            print_verdict(content);
            fputs("vitrine-pack: no pack is made of content with errors\n", stderr);
        } else {
            status = write_out(content, arguments->output);
        }
    }
    draft_done(&content->draft);
    free(content);
    return status;
}

/* ---- translations ------------------------------------------------------------------------------------------------ */

static int accept(const struct arguments *arguments)
{
    char folder[PATH_BYTES];

    set_folder(folder, arguments->names[0]);
    return accept_translations(folder, arguments->names + 1, arguments->name_count - 1) ? GOOD : BAD;
}

/* ---- packs ------------------------------------------------------------------------------------------------------- */

static int show(const struct arguments *arguments)
{
    struct pack *pack;
    enum pack_error error = pack_open(arguments->names[0], &pack);

    if (error) {
        fprintf(stderr, "vitrine-pack: %s: %s\n", arguments->names[0], pack_error_text(error));
        return BAD;
    }
    if (arguments->is_json)
        show_json(pack, stdout);
    else
        show_summary(pack, stdout);
    pack_close(pack);
    return GOOD;
}

static int verify(const struct arguments *arguments)
{
    return show_verify(arguments->names[0], stdout) ? GOOD : BAD;
}

static int diff(const struct arguments *arguments)
{
    struct pack *packs[2] = {NULL, NULL};
    int status = GOOD;

    for (int i = 0; i < 2 && status == GOOD; i++) {
        enum pack_error error = pack_open(arguments->names[i], &packs[i]);

        if (error) {
            fprintf(stderr, "vitrine-pack: %s: %s\n", arguments->names[i], pack_error_text(error));
            status = BAD;
        }
    }
    if (status == GOOD)
        show_diff(packs[0], packs[1], stdout);
    pack_close(packs[1]);
    pack_close(packs[0]);
    return status;
}

static int list_rules(const struct arguments *arguments)
{
    int count;
    const struct rule *rules = rules_all(&count);

    (void)arguments;
    for (int i = 0; i < count; i++)
        printf("%-20s %s\n", rules[i].name, rules[i].sentence);
    return GOOD;
}

static const struct command COMMANDS[] = {
    {"check", "csaf", 1, 1, check}, {"accept", "", 1, NAMES_MAX, accept}, {"build", "oaf", 1, 1, build},
    {"show", "j", 1, 1, show},      {"verify", "", 1, 1, verify},         {"diff", "", 2, 2, diff},
    {"rules", "", 0, 0, list_rules},
};

static int run(int argc, char **argv)
{
    if (argc < 2) {
        fputs(HELP, stderr);
        return USAGE;
    }
    if (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h"))
        return fputs(HELP, stdout), GOOD;
    if (!strcmp(argv[1], "--version"))
        return puts("vitrine-pack " VITRINE_VERSION), GOOD;
    for (size_t i = 0; i < sizeof COMMANDS / sizeof *COMMANDS; i++)
        if (!strcmp(argv[1], COMMANDS[i].name)) {
            struct arguments arguments = {.output = NULL};

            return take_arguments(&COMMANDS[i], argc, argv, &arguments) ? COMMANDS[i].run(&arguments) : USAGE;
        }
    return usage("there is no command ", argv[1]);
}

int main(int argc, char **argv)
{
    int status = run(argc, argv);

    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    fprintf(stderr, "vitrine-pack: the answer could not be written: %s\n", strerror(errno));
    return BAD;
}
