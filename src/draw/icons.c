/*
 * Drawn for a grid of 24 units: butt ends, mitred joints, ends and corners on the grid where they are straight. A figure
 * has lines (stroked) and solids (filled); both take the colour asked for.
 */
#include "draw/icons.h"

#include <stdio.h>

struct figure {
    int side;          /* units of the grid */
    const char *width; /* of the lines */
    const char *lines, *solids;
};

/* Two letters of two sizes, and three squares below them of which one is filled: the steps of the text size. */
#define TEXT_LINES "M2 15.4L7.5 3.4L13 15.4M4.6 11.4H10.4"
#define TEXT_SOLIDS \
    "M12.6 15.4L17.2 6.4H18.3L22.9 15.4H20.4L19.4 13.2H16L15 15.4ZM16.8 11.4H18.6L17.75 9.3Z"
#define WHOLE(x) "M" x " 18.4h6.4v4.4h-6.4Z"
#define HOLLOW(x) WHOLE(x) "m1.2 1.2h4v2h-4Z"

static const struct figure figures[ICON_COUNT] = {
    [ICON_TIME] = {24, "2.4", "M2 5.8H22M2 12H22M2 18.2H22",
                   "M4.8 3H7.6V8.6H4.8ZM17.6 3H20.4V8.6H17.6ZM12.6 9.2H15.4V14.8H12.6ZM8.6 15.4H11.4V21H8.6Z"},
    [ICON_MAP] = {24, "2.2", "M12 22L5.5 12.6C2.4 8.2 4.6 2.1 12 2.1C19.4 2.1 21.6 8.2 18.5 12.6Z",
                  "M12 6.2A2.4 2.4 0 0 1 12 11A2.4 2.4 0 0 1 12 6.2Z"},
    [ICON_PEOPLE] = {24, "2.2",
                     "M10 3.1A4.4 4.4 0 0 1 10 11.9A4.4 4.4 0 0 1 10 3.1Z"
                     "M3 20.9C3 10.6 17 10.6 17 20.9ZM18 4.2H23M18 9H23M18.6 13.8H23",
                     ""},
    [ICON_DOCUMENTS] = {24, "2.4", "M4.2 2.2H14.6L19.8 12.6V21.8H4.2ZM7.6 10.4H12.4M7.6 14.2H16M7.6 18H16", ""},
    [ICON_BACK] = {24, "3", "M21 12H4.5M12 4L4 12L12 20", ""},
    [ICON_NEXT] = {24, "3", "M3 12H19.5M12 4L20 12L12 20", ""},
    [ICON_UP] = {24, "3", "M4 15.5L12 7.5L20 15.5", ""},
    [ICON_DOWN] = {24, "3", "M4 8.5L12 16.5L20 8.5", ""},
    [ICON_PLUS] = {24, "3.2", "M12 3V21M3 12H21", ""},
    [ICON_MINUS] = {24, "3.2", "M3 12H21", ""},
    [ICON_CLOSE] = {24, "3", "M4 4L20 20M20 4L4 20", ""},
    [ICON_EAR] = {24, "2.3",
                  "M3.3 9.3C4 1.6 15.7 1.8 15.7 9.2C15.7 14.4 11.9 14.2 10.9 18.2C10.2 21.2 8.6 22 6 21.4"
                  "M6.6 9.2C7 5.4 12.3 5.6 12.1 9.2C11.9 11.6 9.6 11.5 9 14M18.6 4.2A10.4 10.4 0 0 1 18.2 14.6",
                  ""},
    [ICON_TEXT_A] = {24, "2.3", TEXT_LINES, TEXT_SOLIDS WHOLE("0.8") HOLLOW("8.8") HOLLOW("16.8")},
    [ICON_TEXT_A_PLUS] = {24, "2.3", TEXT_LINES, TEXT_SOLIDS HOLLOW("0.8") WHOLE("8.8") HOLLOW("16.8")},
    [ICON_TEXT_A_PLUS_PLUS] = {24, "2.3", TEXT_LINES, TEXT_SOLIDS HOLLOW("0.8") HOLLOW("8.8") WHOLE("16.8")},
    [ICON_ACCESS] = {24, "2", "M12 2A10 10 0 0 1 12 22A10 10 0 0 1 12 2ZM6.4 9.6H17.6M12 9.6V14M9 18.8L12 13.4L15 18.8",
                     "M12 4.6A1.9 1.9 0 0 1 12 8.4A1.9 1.9 0 0 1 12 4.6Z"},
    [ICON_START_OVER] = {24, "3", "M4.5 3V21", "M21 4V20L9 12Z"},
    [ICON_START_OVER_MIRRORED] = {24, "3", "M19.5 3V21", "M3 4V20L15 12Z"},
    [ICON_SECTIONS] = {24, "2.4",
                       "M3.2 4.2H10.2V10.2H3.2ZM13.8 4.2H20.8V10.2H13.8ZM3.2 13.8H10.2V19.8H3.2ZM13.8 13.8H20.8V19.8H13.8Z",
                       ""},
    [ICON_SEARCH] = {24, "3", "M10 3A7 7 0 0 1 10 17A7 7 0 0 1 10 3ZM15 15L21.5 21.5", ""},
    [ICON_OFF] = {24, "2.4", "M2.2 2.2H21.8V21.8H2.2Z", ""},
    [ICON_ON] = {24, "2.4", "M2.2 2.2H21.8V21.8H2.2ZM6.4 12.4L10.4 16.4L17.8 7", ""},
    [ICON_TICK] = {24, "3.4", "M3 12.5L9.5 19L21 5.5", ""},
    [ICON_WARNING] = {24, "2.3", "M12 3.8L21.5 20.8H2.5Z",
                      "M10.7 9H13.3V14.8H10.7ZM12 16A1.3 1.3 0 0 1 12 18.6A1.3 1.3 0 0 1 12 16Z"},
    [ICON_RELOAD] = {24, "2.6", "M4 12A8 8 0 0 1 18.6 7.5M20 12A8 8 0 0 1 5.4 16.5M20.5 3V8.5H14M3.5 21V15.5H10", ""},
    [ICON_POWER] = {24, "2.8", "M12 2V11.5M6.6 5.6A8.8 8.8 0 0 0 12 21.4A8.8 8.8 0 0 0 17.4 5.6", ""},
    [ICON_LOCK] = {24, "2.6", "M4.2 10.8H19.8V20.8H4.2ZM7.9 10.8V7.4C7.9 1.8 16.1 1.8 16.1 7.4V10.8", ""},
    [ICON_DIFFERS] = {400, "0", "",
                      "M50 121L216 121L190 173L50 173ZM290 95L350 95L350 147L264 147ZM50 233L160 233L134 285L50 285Z"
                      "M234 207L350 207L350 259L208 259ZM278 30L318 30L148 370L108 370Z"},
    [ICON_WORDS] = {24, "2.4", "M12 6L3.2 3.6V17.8L12 20.4L20.8 17.8V3.6L12 6V20.4", ""},
    [ICON_MARK] = {400, "0", "",
                   "M40 74L247 74L225 118L40 118ZM286 60L360 60L360 104L264 104ZM40 146L211 146L189 190L40 190Z"
                   "M250 132L360 132L360 176L228 176ZM40 218L175 218L153 262L40 262ZM214 204L360 204L360 248L192 248Z"
                   "M40 290L139 290L117 334L40 334ZM178 276L360 276L360 320L156 320Z"},
};

/* The fault across the four bars is vermilion; the contrast theme, pure white or black, knows no red (rule A3). */
static uint32_t fault_colour(uint32_t colour)
{
    return colour == 0xFFFFFF || colour == 0x000000 ? colour : 0xC02C15;
}

size_t icon_svg(enum draw_icon icon, uint32_t colour, char out[ICON_SVG_MAX])
{
    const struct figure *figure = &figures[icon];
    char fault[96] = "";
    if (icon == ICON_MARK)
        snprintf(fault, sizeof fault, "<path fill=\"#%06X\" d=\"M292 20L308 20L128 380L112 380Z\"/>",
                 (unsigned)fault_colour(colour));
    int size = snprintf(out, ICON_SVG_MAX,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">"
                        "<path fill=\"none\" stroke=\"#%06X\" stroke-width=\"%s\" stroke-miterlimit=\"8\" d=\"%s\"/>"
                        "<path fill=\"#%06X\" fill-rule=\"evenodd\" d=\"%s\"/>%s</svg>",
                        figure->side, figure->side, figure->side, figure->side, (unsigned)colour, figure->width,
                        figure->lines[0] ? figure->lines : "M0 0", (unsigned)colour,
                        figure->solids[0] ? figure->solids : "M0 0", fault);
    return size < ICON_SVG_MAX ? (size_t)size : 0;
}
