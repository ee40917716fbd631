#include "screen/look.h"

#include <math.h>

enum { BODY_LEAST_PX = 22 };

static const float body_least_mm = 8.5f;

/* visual.md, Type and Grid: sizes in pixels of each form at step A. */
static const struct {
    int width_px, height_px, margin, gutter, plinth;
    float rows; /* of the plinth, by the height of its lowest row */
    struct type_size type[TYPE_COUNT];
} forms[] = {
    [FORM_LANDSCAPE] = {1920, 1080, 64, 24, 96, 1,
        {{470, 470}, {140, 140}, {60, 70}, {68, 71}, {58, 64}, {26, 36}, {24, 35}, {28, 44}, {24, 30}, {24, 30}, {20, 26}}},
    [FORM_PORTRAIT] = {1080, 1920, 44, 18, 300, 300 / 94.0f,
        {{330, 330}, {216, 216}, {62, 72}, {88, 92}, {48, 54}, {30, 41}, {29, 42}, {33, 53}, {27, 33}, {28, 34}, {22, 28}}},
    [FORM_SMALL_PORTRAIT] = {720, 1280, 28, 17, 236, 2,
        {{220, 220}, {164, 164}, {44, 52}, {62, 65}, {38, 44}, {33, 46}, {33, 48}, {36, 56}, {31, 38}, {30, 36}, {28, 34}}},
    [FORM_SMALL] = {800, 480, 10, 10, 80, 1,
        {{190, 190}, {68, 68}, {34, 40}, {42, 46}, {29, 34}, {23, 33}, {23, 34}, {24, 37}, {20, 25}, {22, 27}, {20, 24}}},
};

/* D4 for everything that is read; display type is large already and grows only a little, or titles would fill the screen. */
static const float text_steps[TEXT_STEP_COUNT] = {1.0f, 1.4f, 2.0f};
static const float display_steps[TEXT_STEP_COUNT] = {1.0f, 1.1f, 1.2f};
static const float sign_steps[TEXT_STEP_COUNT] = {1.0f, 1.4f, 1.8f};

static const uint32_t standard[TONE_COUNT] = {
    [TONE_PAPER] = 0xF1E8D7, [TONE_CARD] = 0xFAF5EA, [TONE_SUNK] = 0xE9DECA, [TONE_INK] = 0x15130F,
    [TONE_INK2] = 0x463F34, [TONE_IRON] = 0x4D4942, [TONE_OCHRE] = 0xD39E33, [TONE_BLUE] = 0x2E4D61,
    [TONE_BLUE_TINT] = 0xCFDADF, [TONE_RED] = 0xC02C15, [TONE_RED_DEEP] = 0x8A1C0B, [TONE_RED_TINT] = 0xF4CFC0,
    [TONE_READ] = 0xF7E7D3, [TONE_RULE] = 0xC9B99A, [TONE_FOCUS] = 0x2E4D61,
};

/* A3 and C5: black ground, white everything, yellow focus. */
static const uint32_t contrast[TONE_COUNT] = {
    [TONE_PAPER] = 0x000000, [TONE_CARD] = 0x000000, [TONE_SUNK] = 0x000000, [TONE_INK] = 0xFFFFFF,
    [TONE_INK2] = 0xFFFFFF, [TONE_IRON] = 0xFFFFFF, [TONE_OCHRE] = 0xFFFFFF, [TONE_BLUE] = 0xFFFFFF,
    [TONE_BLUE_TINT] = 0x000000, [TONE_RED] = 0x000000, [TONE_RED_DEEP] = 0xFFFFFF, [TONE_RED_TINT] = 0x000000,
    [TONE_READ] = 0x000000, [TONE_RULE] = 0xFFFFFF, [TONE_FOCUS] = 0xFFE600,
};

/* D3 and D4: the angle of a capital at the viewing distance, by step. */
static const double body_degrees[TEXT_STEP_COUNT] = {0.40, 0.55, 0.70}, small_degrees[TEXT_STEP_COUNT] = {0.34, 0.45, 0.70};

/* The em that gives a cap height of `degrees` at the viewing distance (D3, D4); the table of the rules assumes 0.70 em. */
static int least_em_px(struct panel panel, double degrees)
{
    double cap_mm = tan(degrees * 3.14159265358979 / 180.0) * panel.viewing_mm;

    return (int)ceil(cap_mm * panel.px_per_mm_y / 0.70);
}

/* D3: body text is also so large by itself. */
static int least_body_px(struct panel panel)
{
    int least = panel.is_large ? (int)ceilf(body_least_mm * panel.px_per_mm_y) : 0;

    return least > BODY_LEAST_PX ? least : BODY_LEAST_PX;
}

static float scale_of(struct panel panel, enum form form)
{
    float scale_x = panel.width_px / (float)forms[form].width_px;
    float scale_y = panel.height_px / (float)forms[form].height_px;

    return scale_x < scale_y ? scale_x : scale_y;
}

/* A form is too rich for a panel whose text has to be so much larger than the form's. */
static bool has_room(struct panel panel, enum form form)
{
    static const float most = 1.35f;
    int least = larger(least_em_px(panel, body_degrees[TEXT_A]), least_body_px(panel));

    return !panel.is_low && least <= most * forms[form].type[TYPE_BODY].size_px * scale_of(panel, form);
}

static enum form form_of(struct panel panel)
{
    if (panel.width_px >= panel.height_px)
        return has_room(panel, FORM_LANDSCAPE) ? FORM_LANDSCAPE : FORM_SMALL;
    return has_room(panel, FORM_PORTRAIT) ? FORM_PORTRAIT : FORM_SMALL_PORTRAIT;
}

static struct type_size at_size(struct type_size size, float em)
{
    return (struct type_size){(int)lroundf(em), (int)lroundf(size.line_px * em / size.size_px)};
}

int look_least_em(const struct look *look)
{
    return least_em_px(look->panel, small_degrees[look->step]);
}

/* The steps are counted from what the text measures at A (D4), and each step has a least size of its own. */
static struct type_size type_at(const struct look *look, enum type type)
{
    bool is_body = type == TYPE_BODY || type == TYPE_PASSAGE || type == TYPE_READER;
    const double *degrees = is_body ? body_degrees : small_degrees;
    int least_at_a = larger(least_em_px(look->panel, degrees[TEXT_A]), is_body ? least_body_px(look->panel) : 0);
    struct type_size size = forms[look->form].type[type];
    float step = type <= TYPE_YEAR ? display_steps[look->step] : text_steps[look->step];
    float em = fmaxf(size.size_px * look->scale, least_at_a) * step;

    return at_size(size, fmaxf(em, least_em_px(look->panel, degrees[look->step])));
}

/* Room beside the text for a page key and the gaps around it. */
static int least_margin(const struct look *look)
{
    return look->form == FORM_LANDSCAPE ? look_target_w(look) + 2 * look_mm_x(look, look->panel.is_large ? 3 : 2) : 0;
}

/* T1 and T2: what the lowest row needs of the plinth's height. */
static int least_plinth(const struct look *look)
{
    int row = look_mm_y(look, look->panel.is_large ? 20 : 12) + look_mm_y(look, look->panel.is_large ? 3 : 2);

    return (int)ceilf(row * forms[look->form].rows);
}

struct look look_make(struct panel panel, enum text_step step, enum theme theme, bool reduced_motion)
{
    enum form form = form_of(panel);
    struct look look = {
        .panel = panel, .form = form, .step = step, .theme = theme, .reduced_motion = reduced_motion,
        .scale = scale_of(panel, form),
    };

    look.margin = larger(look_px(&look, forms[form].margin), least_margin(&look));
    look.gutter = look_px(&look, forms[form].gutter);
    look.plinth = larger(look_px(&look, forms[form].plinth), least_plinth(&look));
    for (int t = 0; t < TYPE_COUNT; t++)
        look.type[t] = type_at(&look, t);
    return look;
}

/* Some 65 characters of the faces for running text. */
enum { MEASURE_EMS = 32 };

int look_px(const struct look *look, float form_px)
{
    return (int)lroundf(form_px * look->scale);
}

int look_sign(const struct look *look, float form_px)
{
    return look_px(look, form_px * sign_steps[look->step]);
}

int look_measure(const struct look *look, enum type type, int width_px)
{
    int most = MEASURE_EMS * look->type[type].size_px;

    return width_px < most ? width_px : most;
}

int look_mm_x(const struct look *look, float mm)
{
    return (int)ceilf(mm * look->panel.px_per_mm_x);
}

int look_mm_y(const struct look *look, float mm)
{
    return (int)ceilf(mm * look->panel.px_per_mm_y);
}

static int target(const struct look *look, int mm_px)
{
    return look->panel.is_large && mm_px < 44 ? 44 : mm_px;
}

int look_target_w(const struct look *look)
{
    return target(look, look_mm_x(look, look->panel.is_large ? 15 : 10));
}

int look_target_h(const struct look *look)
{
    return target(look, look_mm_y(look, look->panel.is_large ? 15 : 10));
}

uint32_t look_tone(const struct look *look, enum tone tone)
{
    return look->theme == THEME_CONTRAST ? contrast[tone] : standard[tone];
}

uint32_t look_lane(const struct look *look, uint32_t pack_colour)
{
    return look->theme == THEME_CONTRAST ? 0xFFFFFF : pack_colour;
}

static double linear(uint32_t channel)
{
    double c = channel / 255.0;

    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t colour)
{
    return 0.2126 * linear(colour >> 16 & 255) + 0.7152 * linear(colour >> 8 & 255) + 0.0722 * linear(colour & 255);
}

/* WCAG 2.1, "contrast ratio" */
double look_contrast(uint32_t a, uint32_t b)
{
    double la = luminance(a), lb = luminance(b);

    return la > lb ? (la + 0.05) / (lb + 0.05) : (lb + 0.05) / (la + 0.05);
}

uint32_t look_on(const struct look *look, uint32_t ground)
{
    uint32_t dark = look->theme == THEME_CONTRAST ? 0x000000 : standard[TONE_INK];
    uint32_t light = look->theme == THEME_CONTRAST ? 0xFFFFFF : standard[TONE_CARD];

    return look_contrast(dark, ground) >= look_contrast(light, ground) ? dark : light;
}
