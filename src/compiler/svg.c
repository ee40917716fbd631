#include "compiler/svg.h"

#include <stdio.h>
#include <string.h>

enum { DEPTH_MAX = 32 };

struct name {
    const char *start;
    size_t length;
};

struct svg {
    const char *at, *end, *start;
    char *out;
    size_t used;
    struct name open[DEPTH_MAX];
    int depth, elements;
    struct svg_problem *problem;
};

/* ---- reading -------------------------------------------------------------------------------- */

static bool fail(struct svg *svg, const char *sentence, struct name about)
{
    svg->problem->line = 1;
    for (const char *at = svg->start; at < svg->at; at++)
        svg->problem->line += *at == '\n';
    snprintf(svg->problem->sentence, sizeof svg->problem->sentence, sentence,
             (int)(about.length < 40 ? about.length : 40), about.start ? about.start : "");
    return false;
}

static const struct name NOTHING = {NULL, 0};

static bool starts_with(const struct svg *svg, const char *text)
{
    size_t length = strlen(text);

    return (size_t)(svg->end - svg->at) >= length && !memcmp(svg->at, text, length);
}

/* Moves behind the next `text`. */
static bool skip_past(struct svg *svg, const char *text)
{
    const char *found = memmem(svg->at, (size_t)(svg->end - svg->at), text, strlen(text));

    if (!found)
        return fail(svg, "it ends inside a comment or declaration%.*s", NOTHING);
    svg->at = found + strlen(text);
    return true;
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

static bool is_in_name(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')
           || (byte >= '0' && byte <= '9') || byte == ':' || byte == '-' || byte == '_'
           || byte == '.';
}

static struct name read_name(struct svg *svg)
{
    struct name name = {svg->at, 0};

    while (svg->at < svg->end && is_in_name(*svg->at))
        svg->at++;
    name.length = (size_t)(svg->at - name.start);
    return name;
}

static bool is_named(struct name name, const char *const names[])
{
    for (int i = 0; names[i]; i++)
        if (name.length == strlen(names[i]) && !memcmp(name.start, names[i], name.length))
            return true;
    return false;
}

/* ---- writing -------------------------------------------------------------------------------- */

static void put(struct svg *svg, const char *bytes, size_t length)
{
    memcpy(svg->out + svg->used, bytes, length);
    svg->used += length;
}

/* Copies attributes up to ">" or "/>", each behind one space, values as they are. */
static bool copy_attributes(struct svg *svg)
{
    while (svg->at < svg->end && *svg->at != '>' && *svg->at != '/') {
        struct name name;
        const char *value, *stop;

        if (is_space(*svg->at)) {
            svg->at++;
            continue;
        }
        name = read_name(svg);
        if (name.length == 0 || svg->at + 1 >= svg->end || *svg->at != '='
            || (svg->at[1] != '"' && svg->at[1] != '\''))
            return fail(svg, "the attribute \"%.*s\" is not written name=\"value\"", name);
        value = svg->at + 1;
        stop = memchr(value + 1, *value, (size_t)(svg->end - value - 1));
        if (!stop)
            return fail(svg, "the attribute \"%.*s\" has no end", name);
        put(svg, " ", 1);
        put(svg, name.start, (size_t)(stop + 1 - name.start));
        svg->at = stop + 1;
    }
    return true;
}

/* ---- elements ------------------------------------------------------------------------------- */

static bool has_size(const char *bytes, size_t length)
{
    return memmem(bytes, length, " viewBox=", 9)
           || (memmem(bytes, length, " width=", 7) && memmem(bytes, length, " height=", 8));
}

static bool is_drawable(struct svg *svg, struct name name)
{
    static const char *const DRAWN[] = {
        "svg",      "g",       "path", "rect",           "circle",         "ellipse", "line",
        "polyline", "polygon", "defs", "linearGradient", "radialGradient", "stop",    NULL};
    static const char *const ROOT[] = {"svg", NULL};

    if (svg->elements++ == 0 && !is_named(name, ROOT))
        return fail(svg, "it begins with <%.*s>, not with <svg>", name);
    if (svg->elements > 1 && svg->depth == 0)
        return fail(svg, "<%.*s> stands behind the end of the drawing", name);
    return is_named(name, DRAWN)
           || fail(svg, "it uses <%.*s>, which the kiosk cannot draw; turn it into paths", name);
}

static bool open_element(struct svg *svg)
{
    size_t start = svg->used;
    struct name name;

    svg->at++;
    name = read_name(svg);
    if (!is_drawable(svg, name))
        return false;
    put(svg, "<", 1);
    put(svg, name.start, name.length);
    if (!copy_attributes(svg))
        return false;
    if (svg->elements == 1 && !has_size(svg->out + start, svg->used - start))
        return fail(svg, "<svg> has no viewBox and no width and height%.*s", NOTHING);
    if (starts_with(svg, "/>")) {
        put(svg, "/>", 2);
        svg->at += 2;
        return true;
    }
    if (!starts_with(svg, ">") || svg->depth == DEPTH_MAX)
        return fail(svg, "the element <%.*s> has no end or lies too deep", name);
    svg->open[svg->depth++] = name;
    put(svg, ">", 1);
    svg->at++;
    return true;
}

static bool close_element(struct svg *svg)
{
    struct name name, open;

    svg->at += 2;
    name = read_name(svg);
    while (svg->at < svg->end && is_space(*svg->at))
        svg->at++;
    if (svg->depth == 0 || !starts_with(svg, ">"))
        return fail(svg, "</%.*s> closes nothing", name);
    open = svg->open[--svg->depth];
    if (open.length != name.length || memcmp(open.start, name.start, name.length) != 0)
        return fail(svg, "<%.*s> is not closed before the element around it", open);
    put(svg, "</", 2);
    put(svg, name.start, name.length);
    put(svg, ">", 1);
    svg->at++;
    return true;
}

static bool read_element(struct svg *svg)
{
    if (starts_with(svg, "<!--"))
        return skip_past(svg, "-->");
    if (starts_with(svg, "<?"))
        return skip_past(svg, "?>");
    if (starts_with(svg, "<!"))
        return skip_past(svg, ">");
    if (starts_with(svg, "<title"))
        return skip_past(svg, "</title>");
    if (starts_with(svg, "<desc"))
        return skip_past(svg, "</desc>");
    if (starts_with(svg, "<metadata"))
        return skip_past(svg, "</metadata>");
    return starts_with(svg, "</") ? close_element(svg) : open_element(svg);
}

bool svg_minify(const char *bytes, size_t size, char *out, size_t *out_size,
                struct svg_problem *problem)
{
    struct svg svg = {
        .at = bytes, .start = bytes, .end = bytes + size, .out = out, .problem = problem};

    if (starts_with(&svg, "\xef\xbb\xbf"))
        svg.at += 3;
    while (svg.at < svg.end) {
        if (*svg.at != '<')
            svg.at++; /* text is not drawn */
        else if (!read_element(&svg))
            return false;
    }
    if (svg.elements == 0)
        return fail(&svg, "it is no SVG%.*s", NOTHING);
    if (svg.depth > 0)
        return fail(&svg, "<%.*s> is not closed", svg.open[svg.depth - 1]);
    *out_size = svg.used;
    return true;
}
