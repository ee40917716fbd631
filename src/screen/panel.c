#include "screen/panel.h"

#include <math.h>
#include <string.h>

/* interaction.md D: active area in mm, viewing distance in mm. */
static const struct {
    const char *name;
    int width_px, height_px;
    float width_mm, height_mm, viewing_mm;
} profiles[] = {
    {"P1", 800, 480, 154.1f, 85.9f, 400},
    {"P2", 720, 1280, 88, 155, 400},
    {"P3", 1920, 1080, 708, 399, 700},
    {"P4", 3840, 2160, 708, 399, 700},
    {"P5", 3840, 2160, 941, 529, 800},
    {"P6", 1920, 1080, 1210, 680, 1000},
    {"P7", 3840, 2160, 1210, 680, 1000},
};

enum { PROFILE_COUNT = sizeof(profiles) / sizeof(profiles[0]), PROFILE_P3 = 2 };

static const float large_diagonal_mm = 20 * 25.4f;
/* Makers round, and tell the glass instead of what lights up. */
static const float edid_tolerance = 0.05f;

static float diagonal_mm(int profile)
{
    return hypotf(profiles[profile].width_mm, profiles[profile].height_mm);
}

static struct panel panel_of(int profile, bool is_turned)
{
    float x = profiles[profile].width_px / profiles[profile].width_mm;
    float y = profiles[profile].height_px / profiles[profile].height_mm;

    return (struct panel){
        .profile = profiles[profile].name,
        .width_px = is_turned ? profiles[profile].height_px : profiles[profile].width_px,
        .height_px = is_turned ? profiles[profile].width_px : profiles[profile].height_px,
        .px_per_mm_x = is_turned ? y : x,
        .px_per_mm_y = is_turned ? x : y,
        .viewing_mm = profiles[profile].viewing_mm,
        .is_large = diagonal_mm(profile) >= large_diagonal_mm,
    };
}

bool panel_from_profile(const char *name, int quarter_turns, struct panel *out)
{
    for (int i = 0; i < PROFILE_COUNT; i++) {
        if (strcmp(profiles[i].name, name) == 0) {
            *out = panel_of(i, quarter_turns & 1);
            return true;
        }
    }
    return false;
}

/* ---- by resolution ---- */

static bool has_resolution(int profile, int width_px, int height_px)
{
    return profiles[profile].width_px == width_px && profiles[profile].height_px == height_px;
}

static bool is_about(float mm, float told_mm)
{
    return fabsf(mm - told_mm) <= mm * edid_tolerance;
}

/* Of the profiles with these pixels the one with the size the panel tells, else the first; -1: none has them. */
static int profile_of(int width_px, int height_px, struct panel_mm edid)
{
    int first = -1;

    for (int i = 0; i < PROFILE_COUNT; i++) {
        if (!has_resolution(i, width_px, height_px))
            continue;
        if (is_about(profiles[i].width_mm, edid.width) && is_about(profiles[i].height_mm, edid.height))
            return i;
        if (first < 0)
            first = i;
    }
    return first;
}

/* A window of one of these sizes is taken as a turned panel where nobody said that it is turned. */
static struct panel by_resolution(int width_px, int height_px, const struct panel_facts *facts)
{
    bool is_turned = facts->quarter_turns & 1;
    int profile = is_turned ? profile_of(height_px, width_px, facts->edid) : profile_of(width_px, height_px, facts->edid);

    if (profile < 0) {
        is_turned = !is_turned;
        profile = is_turned ? profile_of(height_px, width_px, facts->edid) : profile_of(width_px, height_px, facts->edid);
    }
    if (profile >= 0)
        return panel_of(profile, is_turned);
    return (struct panel){.profile = "custom", .px_per_mm_x = panel_of(PROFILE_P3, false).px_per_mm_x,
                          .px_per_mm_y = panel_of(PROFILE_P3, false).px_per_mm_y,
                          .viewing_mm = profiles[PROFILE_P3].viewing_mm, .is_large = true};
}

/* ---- as measured ---- */

static float viewing_mm_for(float diagonal)
{
    int nearest = 0;

    for (int i = 1; i < PROFILE_COUNT; i++) {
        if (fabsf(diagonal_mm(i) - diagonal) < fabsf(diagonal_mm(nearest) - diagonal))
            nearest = i;
    }
    return profiles[nearest].viewing_mm;
}

/* The longer side of the glass is that of the picture, whichever of them was measured first. */
static void measure(struct panel *panel, struct panel_mm active)
{
    float diagonal = hypotf(active.width, active.height);
    bool is_crossed = (panel->width_px > panel->height_px) != (active.width > active.height);

    panel->profile = "custom";
    panel->px_per_mm_x = panel->width_px / (float)(is_crossed ? active.height : active.width);
    panel->px_per_mm_y = panel->height_px / (float)(is_crossed ? active.width : active.height);
    panel->viewing_mm = viewing_mm_for(diagonal);
    panel->is_large = diagonal >= large_diagonal_mm;
}

struct panel panel_find(int width_px, int height_px, const struct panel_facts *facts)
{
    struct panel panel;

    if (!panel_from_profile(facts->profile, facts->quarter_turns, &panel))
        panel = by_resolution(width_px, height_px, facts);
    panel.width_px = width_px;
    panel.height_px = height_px;
    if (facts->active.width > 0 && facts->active.height > 0)
        measure(&panel, facts->active);
    if (facts->viewing_mm > 0)
        panel.viewing_mm = facts->viewing_mm;
    return panel;
}

struct gesture_panel panel_for_gestures(const struct panel *panel, bool reduced_motion)
{
    return (struct gesture_panel){.px_per_mm_x = panel->px_per_mm_x,
                                  .px_per_mm_y = panel->px_per_mm_y,
                                  .is_large = panel->is_large,
                                  .width_px = panel->width_px,
                                  .height_px = panel->height_px,
                                  .reduced_motion = reduced_motion};
}
