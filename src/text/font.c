/*
 * One TTF_Font for each face, size and script: SDL_ttf 2.20 keeps its glyphs in 256 slots by `glyph & 255`, so two scripts
 * in one font would push each other out at every word. Widths are kept by hash of the run, so a text that was measured once
 * is wrapped again without shaping it.
 */
#include "text/font.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "text/hash.h"
#include "text/utf8.h"

#include <SDL.h>
#include <SDL_ttf.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H

enum {
    FACES_MAX = 8,      /* of one role */
    OPEN_MAX = 40,      /* TTF_Fonts kept open */
    WIDTHS_SETS = 2048, /* a power of two */
    WIDTHS_WAYS = 4,
    RUN_BYTES_MAX = 8192, /* a longer run is measured and drawn up to here: far wider than any screen */
};

struct face {
    const uint8_t *bytes;
    size_t size;
    float ascent, descent, cap, x; /* of the em */
};

struct open_font {
    TTF_Font *ttf;
    struct font_style style; /* direction as last set */
    uint64_t used;
};

struct width {
    uint64_t key; /* 0 = empty */
    int32_t width;
    uint32_t used;
};

struct fonts {
    FT_Library freetype;
    struct face faces[FONT_ROLE_COUNT][FACES_MAX];
    int face_counts[FONT_ROLE_COUNT];
    struct open_font open[OPEN_MAX];
    int open_count;
    uint64_t clock;
    struct width widths[WIDTHS_SETS][WIDTHS_WAYS];
};

struct fonts *fonts_create(void)
{
    struct fonts *fonts = calloc(1, sizeof *fonts);
    if (!fonts)
        return NULL;
    if (TTF_Init() != 0) {
        free(fonts);
        return NULL;
    }
    if (FT_Init_FreeType(&fonts->freetype) != 0) {
        TTF_Quit();
        free(fonts);
        return NULL;
    }
    return fonts;
}

void fonts_clear(struct fonts *fonts)
{
    for (int i = 0; i < fonts->open_count; i++)
        TTF_CloseFont(fonts->open[i].ttf);
    fonts->open_count = 0;
    memset(fonts->face_counts, 0, sizeof fonts->face_counts);
    memset(fonts->widths, 0, sizeof fonts->widths);
}

void fonts_destroy(struct fonts *fonts)
{
    if (!fonts)
        return;
    fonts_clear(fonts);
    FT_Done_FreeType(fonts->freetype);
    TTF_Quit();
    free(fonts);
}

/* Height of a flat-topped letter in font units; 0 when the face has no such letter. */
static float letter_height(FT_Face face, FT_ULong letter)
{
    FT_UInt glyph = FT_Get_Char_Index(face, letter);
    if (glyph == 0 || FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE) != 0)
        return 0;
    return (float)face->glyph->metrics.horiBearingY;
}

static void read_metrics(FT_Face face, struct face *out)
{
    float em = face->units_per_EM ? face->units_per_EM : 1000;
    float cap = letter_height(face, 'H'), x = letter_height(face, 'x');
    const TT_OS2 *os2 = FT_Get_Sfnt_Table(face, FT_SFNT_OS2);
    if (os2 && os2->version >= 2 && os2->version != 0xFFFF) {
        cap = cap > 0 ? cap : os2->sCapHeight;
        x = x > 0 ? x : os2->sxHeight;
    }
    out->ascent = face->ascender / em;
    out->descent = -face->descender / em;
    out->cap = cap > 0 ? cap / em : 0.7f;
    out->x = x > 0 ? x / em : 0.5f;
}

bool fonts_add(struct fonts *fonts, enum font_role role, const uint8_t *bytes, size_t size)
{
    int *count = &fonts->face_counts[role];
    FT_Face face;
    if (*count >= FACES_MAX || size == 0 || size > INT32_MAX
        || FT_New_Memory_Face(fonts->freetype, bytes, (FT_Long)size, 0, &face) != 0)
        return false;
    bool is_usable = FT_IS_SCALABLE(face);
    if (is_usable) {
        struct face *added = &fonts->faces[role][(*count)++];
        *added = (struct face){.bytes = bytes, .size = size};
        read_metrics(face, added);
    }
    FT_Done_Face(face);
    return is_usable;
}

/* SDL_ttf rounds each of the three up by itself; the small step keeps an exact product from being rounded up. */
static int rounded_up(float ratio, int size_px)
{
    return (int)ceilf(ratio * (float)size_px - 0.001f);
}

struct font_metrics font_metrics(struct fonts *fonts, enum font_role role, int size_px)
{
    static const struct face no_face = {.ascent = 0.8f, .descent = 0.2f, .cap = 0.7f, .x = 0.5f};
    const struct face *face = fonts->face_counts[role] > 0 ? &fonts->faces[role][0] : &no_face;
    return (struct font_metrics){
        .ascent_px = rounded_up(face->ascent, size_px),
        .descent_px = rounded_up(face->descent, size_px),
        .line_px = rounded_up(face->ascent + face->descent, size_px),
        .cap_px = face->cap * (float)size_px,
        .x_px = face->x * (float)size_px,
    };
}

static bool is_same_font(struct font_style a, struct font_style b)
{
    return a.role == b.role && a.face == b.face && a.size_px == b.size_px && memcmp(a.script, b.script, 4) == 0;
}

static void set_direction(struct open_font *font, bool is_right_to_left)
{
    font->style.is_right_to_left = is_right_to_left;
    TTF_SetFontDirection(font->ttf, is_right_to_left ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
}

static bool open_font(const struct face *face, struct font_style style, struct open_font *out)
{
    char script[5] = {0};
    SDL_RWops *stream = SDL_RWFromConstMem(face->bytes, (int)face->size);
    TTF_Font *ttf = stream ? TTF_OpenFontRW(stream, 1, style.size_px) : NULL;
    if (!ttf)
        return false;
    memcpy(script, style.script, 4);
    /* Hinted in height only. Placing letters to a fraction of a pixel as well would look the same at these sizes, and SDL_ttf would
     * draw every glyph anew at every place: four times the time for a new text. */
    TTF_SetFontHinting(ttf, TTF_HINTING_LIGHT);
    TTF_SetFontKerning(ttf, 1);
    if (script[0])
        TTF_SetFontScriptName(ttf, script);
    *out = (struct open_font){.ttf = ttf, .style = style};
    set_direction(out, style.is_right_to_left);
    return true;
}

/* A free place in the table, or that of the font unused for the longest time. */
static struct open_font *place_for_font(struct fonts *fonts)
{
    if (fonts->open_count < OPEN_MAX)
        return &fonts->open[fonts->open_count++];
    struct open_font *oldest = &fonts->open[0];
    for (int i = 1; i < OPEN_MAX; i++)
        if (fonts->open[i].used < oldest->used)
            oldest = &fonts->open[i];
    TTF_CloseFont(oldest->ttf);
    return oldest;
}

/* A face the role does not have is replaced by its first; NULL when there is none. */
static TTF_Font *find_font(struct fonts *fonts, struct font_style style)
{
    if (fonts->face_counts[style.role] == 0)
        return NULL;
    if (style.face < 0 || style.face >= fonts->face_counts[style.role])
        style.face = 0;
    style.size_px = style.size_px < 1 ? 1 : style.size_px;
    for (int i = 0; i < fonts->open_count; i++) {
        struct open_font *font = &fonts->open[i];
        if (!is_same_font(font->style, style))
            continue;
        font->used = ++fonts->clock;
        if (font->style.is_right_to_left != style.is_right_to_left)
            set_direction(font, style.is_right_to_left);
        return font->ttf;
    }
    struct open_font opened;
    if (!open_font(&fonts->faces[style.role][style.face], style, &opened))
        return NULL;
    opened.used = ++fonts->clock;
    *place_for_font(fonts) = opened;
    return opened.ttf;
}

/* The run with its NUL, cut at a character when it is absurdly long. */
static void copy_run(char out[RUN_BYTES_MAX + 1], const char *bytes, size_t length)
{
    if (length > RUN_BYTES_MAX) {
        length = RUN_BYTES_MAX;
        while (length > 0 && ((unsigned char)bytes[length] & 0xC0) == 0x80)
            length--;
    }
    memcpy(out, bytes, length);
    out[length] = '\0';
}

static int measure(struct fonts *fonts, struct font_style style, const char *bytes, size_t length)
{
    char run[RUN_BYTES_MAX + 1];
    TTF_Font *font = find_font(fonts, style);
    int width = 0;
    copy_run(run, bytes, length);
    if (!font || TTF_SizeUTF8(font, run, &width, NULL) != 0)
        return 0;
    return width;
}

static uint64_t width_key(struct font_style style, const char *bytes, size_t length)
{
    uint32_t script;
    memcpy(&script, style.script, 4);
    uint64_t look = (uint64_t)style.role << 56 | (uint64_t)(uint8_t)style.face << 48 | (uint64_t)style.is_right_to_left << 40
        | (uint32_t)style.size_px;
    uint64_t key = hash_bytes(hash_value(look, script), bytes, length);
    return key ? key : 1;
}

int font_width(struct fonts *fonts, struct font_style style, const char *bytes, size_t length)
{
    if (length == 0)
        return 0;
    uint64_t key = width_key(style, bytes, length);
    struct width *set = fonts->widths[key % WIDTHS_SETS], *place = set;
    uint32_t now = (uint32_t)++fonts->clock;
    for (int i = 0; i < WIDTHS_WAYS; i++) {
        if (set[i].key == key) {
            set[i].used = now;
            return set[i].width;
        }
        if (now - set[i].used > now - place->used)
            place = &set[i];
    }
    *place = (struct width){key, measure(fonts, style, bytes, length), now};
    return place->width;
}

/* How far the deepest glyph reaches below the face's descent. */
static int reach_below(TTF_Font *font, const char *bytes, size_t length)
{
    int below = 0;
    uint32_t code;
    for (size_t at = 0; at < length; at = utf8_next(bytes, length, at)) {
        int bottom;
        if (utf8_decode(bytes + at, length - at, &code) && TTF_GlyphMetrics32(font, code, NULL, NULL, &bottom, NULL, NULL) == 0
            && -bottom > below)
            below = -bottom;
    }
    below += TTF_FontDescent(font);
    return below > 0 ? below : 0;
}

struct font_image font_render(struct fonts *fonts, struct font_style style, uint32_t colour, const char *bytes, size_t length)
{
    char run[RUN_BYTES_MAX + 1];
    struct font_image image = {0};
    SDL_Color ink = {(uint8_t)(colour >> 16), (uint8_t)(colour >> 8), (uint8_t)colour, 255};
    TTF_Font *font = length > 0 ? find_font(fonts, style) : NULL;
    uint32_t first;
    int left;
    copy_run(run, bytes, length);
    if (!font || !(image.surface = TTF_RenderUTF8_Blended(font, run, ink)))
        return image;
    /* SDL_ttf moves everything right by what the first glyph hangs out on the left, and down by what rises above the face. */
    if (utf8_decode(bytes, length, &first) && TTF_GlyphMetrics32(font, first, &left, NULL, NULL, NULL, NULL) == 0 && left < 0)
        image.pen_x = -left;
    image.baseline_y = TTF_FontAscent(font);
    int excess = image.surface->h - TTF_FontHeight(font);
    if (excess > 0) {
        int above = excess - reach_below(font, bytes, length);
        image.baseline_y += above > 0 ? above : 0;
    }
    return image;
}
