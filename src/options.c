#include "options.h"

#include <stdio.h>
#include <string.h>

static const char usage[] =
    "usage: vitrine [--pack FILE | --packs DIR] [--config FILE] [--profile P1..P7] [--size WxH] [--rotate 0|90|180|270]\n"
    "               [--text A|A+|A++] [--theme standard|contrast] [--window] [--clock manual] [--script FILE] [--out DIR]\n"
    "               [--frame-log FILE] [--tour DIR] [--language TAG] [--help] [--version]\n";

static bool complain(const char *sentence, const char *about)
{
    fprintf(stderr, "vitrine: %s%s\n", about, sentence);
    return false;
}

static int index_of(const char *const *names, int count, const char *value)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(names[i], value) == 0)
            return i;
    }
    return -1;
}

static bool set_text(struct options *options, const char *value)
{
    static const char *const names[] = {"A", "A+", "A++"};
    int index = index_of(names, 3, value);

    options->text_step = index < 0 ? TEXT_A : (enum text_step)index;
    return index >= 0 || complain(": write --text A, A+ or A++", value);
}

static bool set_theme(struct options *options, const char *value)
{
    static const char *const names[] = {"standard", "contrast"};
    int index = index_of(names, 2, value);

    options->theme = index < 0 ? THEME_STANDARD : (enum theme)index;
    return index >= 0 || complain(": write --theme standard or contrast", value);
}

static bool set_size(struct options *options, const char *value)
{
    char rest;

    if (sscanf(value, "%dx%d%c", &options->width_px, &options->height_px, &rest) == 2 && options->width_px >= 320
        && options->height_px >= 240 && options->width_px <= 7680 && options->height_px <= 7680)
        return true;
    return complain(": write --size WIDTHxHEIGHT, from 320x240 to 7680x7680", value);
}

static bool read_config(struct options *options, const char *path)
{
    /* a kiosk without its settings still shows its exhibit, and a service that ends at once would only be started again */
    if (!config_read(&options->config, path, stderr))
        complain(": the settings cannot be read, so the usual ones hold", path);
    return true;
}

/* Options that take a value; false after a complaint. */
static bool set(struct options *options, const char *name, const char *value, bool *is_known)
{
    *is_known = true;
    if (strcmp(name, "--pack") == 0 || strcmp(name, "--packs") == 0)
        return config_set(&options->config, "packs", value, stderr);
    if (strcmp(name, "--profile") == 0)
        return config_set(&options->config, "profile", value, stderr);
    if (strcmp(name, "--rotate") == 0)
        return config_set(&options->config, "rotate", value, stderr);
    if (strcmp(name, "--config") == 0)
        return read_config(options, value);
    if (strcmp(name, "--size") == 0)
        return set_size(options, value);
    if (strcmp(name, "--text") == 0)
        return set_text(options, value);
    if (strcmp(name, "--theme") == 0)
        return set_theme(options, value);
    if (strcmp(name, "--clock") == 0) {
        options->manual_clock = strcmp(value, "manual") == 0;
        return options->manual_clock || complain(": the only other clock is \"manual\"", value);
    }
    if (strcmp(name, "--script") == 0)
        options->script = value;
    else if (strcmp(name, "--out") == 0)
        options->out = value;
    else if (strcmp(name, "--frame-log") == 0)
        options->frame_log = value;
    else if (strcmp(name, "--tour") == 0)
        options->tour = value;
    else if (strcmp(name, "--language") == 0)
        options->language = value;
    else
        *is_known = false;
    return true;
}

enum options_result options_read(struct options *options, int count, char **arguments)
{
    *options = (struct options){.config = config_default(), .out = "."};
    for (int i = 1; i < count; i++) {
        const char *name = arguments[i];
        bool is_known;

        if (strcmp(name, "--help") == 0) {
            fputs(usage, stdout);
            return OPTIONS_DONE;
        }
        if (strcmp(name, "--version") == 0) {
            puts("vitrine " VITRINE_VERSION);
            return OPTIONS_DONE;
        }
        if (strcmp(name, "--window") == 0) {
            options->config.fullscreen = false;
            continue;
        }
        if (!set(options, name, i + 1 < count ? arguments[i + 1] : "", &is_known))
            return OPTIONS_WRONG;
        if (!is_known || i + 1 == count) {
            complain(is_known ? " needs a value" : ": there is no such option", name);
            fputs(usage, stderr);
            return OPTIONS_WRONG;
        }
        i++;
    }
    /* a script or a tour runs on the manual clock in a window nobody sees */
    options->manual_clock = options->manual_clock || options->script || options->tour;
    options->config.fullscreen = options->config.fullscreen && !options->manual_clock;
    return OPTIONS_RUN;
}
