#include "ui_rules.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct check {
    const struct ui *ui;
    const struct look *look;
    ui_found *found;
    void *context;
    int count;
    int first;       /* targets before this one lie behind a backdrop */
    int first_words; /* words before this one are covered by a dialog */
};

__attribute__((format(printf, 3, 4))) static void report(struct check *check, const char *rule, const char *format, ...)
{
    struct ui_finding finding = {.rule = rule};
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(finding.text, sizeof finding.text, format, arguments);
    va_end(arguments);
    check->count++;
    check->found(check->context, &finding);
}

static bool begins(const char *id, const char *with)
{
    return strncmp(id, with, strlen(with)) == 0;
}

static bool is_role(const struct ui_element *element, const char *role)
{
    return strcmp(element->role, role) == 0;
}

/* Surfaces that lie behind other elements and take what those leave. */
static bool is_surface(const struct ui_element *element)
{
    return is_role(element, "view") || is_role(element, "backdrop") || is_role(element, "dialog");
}

static bool is_empty(struct rect rect)
{
    return rect.w <= 0 || rect.h <= 0;
}

static bool is_touched(const struct ui_element *element)
{
    return element->verb != UI_NOTHING && !is_empty(element->hit) && !is_surface(element);
}

static bool is_text(const struct ui_element *element)
{
    return element->font_px > 0 && !is_empty(element->rect);
}

/* What was added before a backdrop cannot be touched; what was added before a dialog may be covered. */
static int after_last(const struct ui *ui, const char *role)
{
    int first = 0;

    for (int i = 0; i < ui_count(ui); i++)
        if (is_role(ui_at(ui, i), role))
            first = i + 1;
    return first;
}

bool ui_rules_is_target(const struct ui *ui, int index)
{
    return index >= after_last(ui, "backdrop") && is_touched(ui_at(ui, index));
}

int ui_rules_first_seen(const struct ui *ui)
{
    return after_last(ui, "dialog");
}

/* ---- names (hooks.md, S4) ---- */

static void check_names(struct check *check, int index)
{
    const struct ui_element *element = ui_at(check->ui, index);

    if (!element->id[0])
        report(check, "V3", "an element of role %s has no id", element->role);
    if (ui_find(check->ui, element->id) != index)
        report(check, "V3", "the id %s is there twice", element->id);
    if (is_surface(element))
        return;
    if (!element->label || !element->label[0])
        report(check, "S4", "%s has no label", element->id);
    if (!element->lang || !element->lang[0])
        report(check, "L7", "%s is in no language", element->id);
}

/* ---- targets ---- */

/* T1: home, back, language, text size, access, previous and next, the keys of dialogs. */
static bool is_primary(const struct ui_element *element)
{
    static const char *const ids[] = {
        "nav:back",      "nav:home", "nav:timeline", "nav:documents", "nav:textsize", "nav:access",
        "nav:startover", "lang:",    "warn:",        "access:",       "help:",        "list:close"};

    for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++)
        if (begins(element->id, ids[i]))
            return true;
    return false;
}

static void check_size(struct check *check, const struct ui_element *element)
{
    const struct panel *panel = &check->look->panel;
    float least = is_primary(element) ? (panel->is_large ? 20 : 12) : (panel->is_large ? 15 : 10);
    float w = (element->hit.w + 1) / panel->px_per_mm_x, h = (element->hit.h + 1) / panel->px_per_mm_y;

    if (w < least || h < least)
        report(check, "T1", "%s is %.1f x %.1f mm, less than %.0f", element->id, (double)w, (double)h, (double)least);
    if (panel->is_large && (element->hit.w < 44 || element->hit.h < 44))
        report(check, "T1", "%s is %d x %d px, less than 44", element->id, element->hit.w, element->hit.h);
}

/* T20: at least a part of it is more than 4 mm from the edges of the panel. */
static void check_strip(struct check *check, const struct ui_element *element)
{
    const struct panel *panel = &check->look->panel;
    float x = 4 * panel->px_per_mm_x, y = 4 * panel->px_per_mm_y;
    struct rect hit = element->hit;

    if (hit.x >= panel->width_px - x || hit.x + hit.w <= x || hit.y >= panel->height_px - y || hit.y + hit.h <= y)
        report(check, "T20", "%s lies in the edge strip: %d, %d, %d x %d", element->id, hit.x, hit.y, hit.w, hit.h);
}

static int between(int a, int a_length, int b, int b_length)
{
    int gap = a > b ? a - b - b_length : b - a - a_length;

    return gap > 0 ? gap : 0;
}

static void check_apart(struct check *check, const struct ui_element *a, const struct ui_element *b)
{
    const struct panel *panel = &check->look->panel;
    int x = between(a->hit.x, a->hit.w, b->hit.x, b->hit.w), y = between(a->hit.y, a->hit.h, b->hit.y, b->hit.h);
    float least = panel->is_large ? 3 : 2;
    float mm_x = x > 0 ? (x + 1) / panel->px_per_mm_x : 0, mm_y = y > 0 ? (y + 1) / panel->px_per_mm_y : 0;

    if (x == 0 && y == 0 && rect_meets(a->hit, b->hit))
        report(check, "T2", "%s and %s overlap: %d, %d, %d x %d and %d, %d, %d x %d", a->id, b->id, a->hit.x, a->hit.y,
               a->hit.w, a->hit.h, b->hit.x, b->hit.y, b->hit.w, b->hit.h);
    else if (hypotf(mm_x, mm_y) < least)
        report(check, "T2", "%s and %s are %d, %d px apart, less than %.0f mm", a->id, b->id, x, y, (double)least);
}

static void check_target(struct check *check, int index)
{
    const struct ui_element *element = ui_at(check->ui, index);

    if (index < check->first || !is_touched(element))
        return;
    check_size(check, element);
    check_strip(check, element);
    for (int i = index + 1; i < ui_count(check->ui); i++)
        if (is_touched(ui_at(check->ui, i)))
            check_apart(check, element, ui_at(check->ui, i));
}

/* ---- words ---- */

static bool holds(struct rect a, struct rect b)
{
    return b.x >= a.x && b.y >= a.y && b.x + b.w <= a.x + a.w && b.y + b.h <= a.y + a.h;
}

/* Line boxes are higher than letters, and keys that touch share an edge. */
static struct rect inked(const struct ui_element *element)
{
    int slack = element->font_px * 15 / 100;

    return rect_inset(element->rect, slack < element->rect.w / 2 ? slack : 0, slack < element->rect.h / 2 ? slack : 0);
}

/* Text that lies inside a control or a row belongs to it, and a tooltip lies over what is around its control. */
static void check_overlap(struct check *check, const struct ui_element *a, const struct ui_element *b)
{
    struct rect both = rect_cut(inked(a), inked(b));

    if (!strcmp(a->role, "tooltip") || !strcmp(b->role, "tooltip"))
        return;
    if (both.w > 1 && both.h > 1 && !holds(a->rect, b->rect) && !holds(b->rect, a->rect))
        report(check, "A1", "the words of %s and %s overlap by %d x %d", a->id, b->id, both.w, both.h);
}

static void check_inside(struct check *check, const struct ui_element *element)
{
    struct rect panel = {0, 0, check->look->panel.width_px, check->look->panel.height_px}, rect = element->rect;

    if (!holds(panel, rect))
        report(check, "A1", "the words of %s are not inside the panel: %d, %d, %d x %d", element->id, rect.x, rect.y, rect.w,
               rect.h);
}

/* D3 for what is read, D4 for everything. */
static void check_legible(struct check *check, const struct ui_element *element)
{
    static const double body[] = {0.40, 0.55, 0.70}, any[] = {0.34, 0.45, 0.70};
    const struct look *look = check->look;
    bool is_body = is_role(element, "paragraph") || is_role(element, "statement") || is_role(element, "quotation");
    double mm = (double)element->cap_px / (double)look->panel.px_per_mm_y;
    double degrees = atan(mm / (double)look->panel.viewing_mm) * 180 / M_PI;
    double least = (is_body ? body : any)[look->step];

    if (degrees < least - 0.005)
        report(check, is_body ? "D3" : "D4", "%s has capitals of %.3f degrees, less than %.2f", element->id, degrees, least);
}

/* C1: headings, and the bold numerals of dates and answers. */
static bool is_display(const struct ui_element *element)
{
    bool is_numeral = begins(element->id, "event:date") || begins(element->id, "answer:") || begins(element->id, "axis:");

    return (is_role(element, "heading") && element->font_px >= 24) || (is_numeral && element->font_px >= 20);
}

/* C1, and A3 in high contrast. */
static void check_contrast(struct check *check, const struct ui_element *element)
{
    double least = check->look->theme == THEME_CONTRAST ? 15 : is_display(element) ? 4.5 : 7;
    double contrast = look_contrast(element->ink, element->ground);

    if (contrast < least)
        report(check, check->look->theme == THEME_CONTRAST ? "A3" : "C1", "%s has a contrast of %.2f (#%06X on #%06X)",
               element->id, contrast, element->ink, element->ground);
}

static void check_words(struct check *check, int index)
{
    const struct ui_element *element = ui_at(check->ui, index);

    if (!is_text(element))
        return;
    check_inside(check, element);
    check_legible(check, element);
    check_contrast(check, element);
    for (int i = index + 1; i < ui_count(check->ui) && index >= check->first_words; i++)
        if (is_text(ui_at(check->ui, i)))
            check_overlap(check, element, ui_at(check->ui, i));
}

int ui_rules_check(const struct ui *ui, const struct look *look, ui_found *found, void *context)
{
    struct check check = {.ui = ui,
                          .look = look,
                          .found = found,
                          .context = context,
                          .first = after_last(ui, "backdrop"),
                          .first_words = after_last(ui, "dialog")};

    for (int i = 0; i < ui_count(ui); i++) {
        check_names(&check, i);
        check_target(&check, i);
        check_words(&check, i);
    }
    return check.count;
}
