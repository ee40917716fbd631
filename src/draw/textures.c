/*
 * Pages are wide and low, for lines of text: 2048 x 256, filled shelf by shelf; twice that for a screen of four times the pixels,
 * whose letters are twice as large, so that a frame needs no more pages. A picture taller than half a page, or one that is opaque,
 * gets a page of its own size. When the budget is reached, the page unused for the longest time goes; a page of
 * which little was drawn in the last frame goes too, since one icon on it would otherwise keep two megabytes alive.
 */
#include "draw/textures.h"

#include <stdlib.h>
#include <string.h>

#include <SDL.h>

enum {
    PAGE_W = 2048,
    PAGE_H = 256,
    PAGES_MAX = 256,
    SHELVES_MAX = 64,
    BUCKETS = 1024,  /* a power of two */
    EMPTY_MAX = 512, /* places with nothing visible that are remembered */
};

struct shelf {
    int y, h, used_w;
};

struct page {
    struct SDL_Texture *texture; /* NULL = free */
    int w, h;
    bool is_shared, is_kept;
    uint64_t frame; /* last drawn from */
    struct shelf shelves[SHELVES_MAX];
    int shelf_count, used_h;
};

struct entry {
    struct texture_key key;
    struct texture_place place;
    uint64_t frame;
    int next; /* in its bucket, -1 = last */
};

struct textures {
    struct SDL_Renderer *renderer;
    size_t budget, bytes; /* bytes: without kept pages */
    int page_w, page_h;   /* of shared ones made from now on */
    uint64_t keeps;       /* how often something was kept */
    uint64_t frame;
    int side_max;
    struct page pages[PAGES_MAX];
    struct entry *entries;
    int entry_count, entry_room, empty_count;
    int buckets[BUCKETS];
};

static size_t page_bytes(const struct page *page)
{
    return (size_t)page->w * (size_t)page->h * 4;
}

static void forget_buckets(struct textures *textures)
{
    for (int i = 0; i < BUCKETS; i++)
        textures->buckets[i] = -1;
}

void textures_set_budget(struct textures *textures, size_t budget_bytes)
{
    int times = budget_bytes >= (size_t)3 * TEXTURE_BUDGET_BYTES ? 2 : 1;

    textures->budget = budget_bytes;
    textures->page_w = PAGE_W * times < textures->side_max ? PAGE_W * times : textures->side_max;
    textures->page_h = PAGE_H * times;
}

struct textures *textures_create(struct SDL_Renderer *renderer, size_t budget_bytes)
{
    SDL_RendererInfo info = {0};
    struct textures *textures = calloc(1, sizeof *textures);
    if (!textures)
        return NULL;
    SDL_GetRendererInfo(renderer, &info);
    textures->renderer = renderer;
    textures->frame = 1;
    textures->side_max = info.max_texture_width > 0 ? info.max_texture_width : 16384;
    textures_set_budget(textures, budget_bytes);
    forget_buckets(textures);
    return textures;
}

static void free_page(struct textures *textures, struct page *page)
{
    if (!page->texture)
        return;
    SDL_DestroyTexture(page->texture);
    textures->bytes -= page->is_kept ? 0 : page_bytes(page);
    *page = (struct page){0};
}

void textures_forget(struct textures *textures)
{
    for (int i = 0; i < PAGES_MAX; i++)
        free_page(textures, &textures->pages[i]);
    textures->entry_count = textures->empty_count = 0;
    forget_buckets(textures);
}

void textures_destroy(struct textures *textures)
{
    if (!textures)
        return;
    textures_forget(textures);
    free(textures->entries);
    free(textures);
}

/* ---- entries ---- */

static int bucket_of(struct texture_key key)
{
    return (int)(key.a & (BUCKETS - 1));
}

static void link_entry(struct textures *textures, int index)
{
    int *bucket = &textures->buckets[bucket_of(textures->entries[index].key)];
    textures->entries[index].next = *bucket;
    *bucket = index;
}

/* Forgets the entries of a page; page -1 forgets those with nothing visible. */
static void forget_entries(struct textures *textures, int page)
{
    int kept = 0;
    for (int i = 0; i < textures->entry_count; i++)
        if (textures->entries[i].place.page != page)
            textures->entries[kept++] = textures->entries[i];
    textures->entry_count = kept;
    if (page < 0)
        textures->empty_count = 0;
    forget_buckets(textures);
    for (int i = 0; i < kept; i++)
        link_entry(textures, i);
}

bool textures_find(struct textures *textures, struct texture_key key, struct texture_place *place)
{
    for (int i = textures->buckets[bucket_of(key)]; i >= 0; i = textures->entries[i].next) {
        struct entry *entry = &textures->entries[i];
        if (entry->key.a != key.a || entry->key.b != key.b)
            continue;
        entry->frame = textures->frame;
        if (entry->place.page >= 0)
            textures->pages[entry->place.page].frame = textures->frame;
        *place = entry->place;
        return true;
    }
    return false;
}

static void remember(struct textures *textures, struct texture_key key, struct texture_place place)
{
    if (place.page < 0 && ++textures->empty_count > EMPTY_MAX)
        forget_entries(textures, -1);
    if (textures->entry_count == textures->entry_room) {
        int room = textures->entry_room * 2 + 256;
        struct entry *entries = realloc(textures->entries, (size_t)room * sizeof *entries);
        if (!entries)
            return;
        textures->entries = entries;
        textures->entry_room = room;
    }
    textures->entries[textures->entry_count] = (struct entry){key, place, textures->frame, -1};
    link_entry(textures, textures->entry_count++);
}

/* ---- pages ---- */

static void drop_page(struct textures *textures, int page)
{
    free_page(textures, &textures->pages[page]);
    forget_entries(textures, page);
}

/* The page unused for the longest time, not drawn from since `frame`; -1 = none. */
static int oldest_page(const struct textures *textures, uint64_t frame)
{
    int oldest = -1;
    for (int i = 0; i < PAGES_MAX; i++) {
        const struct page *page = &textures->pages[i];
        if (page->texture && !page->is_kept && page->frame < frame
            && (oldest < 0 || page->frame < textures->pages[oldest].frame))
            oldest = i;
    }
    return oldest;
}

static void make_room(struct textures *textures, size_t bytes)
{
    int page;
    while (textures->bytes + bytes > textures->budget && (page = oldest_page(textures, textures->frame)) >= 0)
        drop_page(textures, page);
}

static int free_slot(const struct textures *textures)
{
    int slot = 0;
    while (slot < PAGES_MAX && textures->pages[slot].texture)
        slot++;
    return slot < PAGES_MAX ? slot : -1;
}

/* A new texture; -1 when the renderer refuses. Beyond the budget only when this very frame needs all there is. */
static int create_page(struct textures *textures, int w, int h, bool is_opaque)
{
    make_room(textures, (size_t)w * (size_t)h * 4);
    int slot = free_slot(textures);
    struct SDL_Texture *texture = slot < 0
        ? NULL
        : SDL_CreateTexture(textures->renderer, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STATIC, w, h);
    if (!texture)
        return -1;
    SDL_SetTextureBlendMode(texture, is_opaque ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    SDL_SetTextureScaleMode(texture, SDL_ScaleModeNearest);
    struct page *page = &textures->pages[slot];
    *page = (struct page){.texture = texture, .w = w, .h = h, .frame = textures->frame};
    textures->bytes += page_bytes(page);
    return slot;
}

/* A shelf not much higher than the picture, or a new one. */
static bool shelve(struct page *page, int w, int h, struct rect *place)
{
    for (int i = 0; i < page->shelf_count; i++) {
        struct shelf *shelf = &page->shelves[i];
        if (h > shelf->h || shelf->h > h + h / 3 + 3 || shelf->used_w + w > page->w)
            continue;
        *place = (struct rect){shelf->used_w, shelf->y, w, h};
        shelf->used_w += w;
        return true;
    }
    if (page->shelf_count == SHELVES_MAX || page->used_h + h > page->h)
        return false;
    page->shelves[page->shelf_count++] = (struct shelf){page->used_h, h, w};
    *place = (struct rect){0, page->used_h, w, h};
    page->used_h += h;
    return true;
}

static int find_shared_place(struct textures *textures, int w, int h, struct rect *place)
{
    for (int i = 0; i < PAGES_MAX; i++)
        if (textures->pages[i].texture && textures->pages[i].is_shared && shelve(&textures->pages[i], w, h, place))
            return i;
    int page = create_page(textures, textures->page_w, textures->page_h, false);
    if (page < 0)
        return -1;
    textures->pages[page].is_shared = true;
    shelve(&textures->pages[page], w, h, place);
    return page;
}

static int find_place(struct textures *textures, struct pixels pixels, struct rect *ink, struct rect *place)
{
    bool is_opaque = pixels_is_opaque(pixels);
    ink->w = ink->w < textures->side_max ? ink->w : textures->side_max;
    ink->h = ink->h < textures->side_max ? ink->h : textures->side_max;
    bool is_small = ink->w * ink->h <= textures->page_h / 4 * (textures->page_h / 4);
    if (ink->h <= textures->page_h / 2 && ink->w <= textures->page_w && (!is_opaque || is_small))
        return find_shared_place(textures, ink->w, ink->h, place);
    *place = (struct rect){0, 0, ink->w, ink->h};
    return create_page(textures, ink->w, ink->h, is_opaque);
}

struct texture_place textures_add(struct textures *textures, struct texture_key key, struct pixels pixels, int dx, int dy)
{
    struct rect ink = pixels.argb ? pixels_ink(pixels) : (struct rect){0};
    struct texture_place place = {.page = -1, .hash = key.a};
    if (ink.w > 0)
        place.page = find_place(textures, pixels, &ink, &place.source);
    if (place.page >= 0) {
        SDL_Rect area = {place.source.x, place.source.y, place.source.w, place.source.h};
        const uint32_t *corner = pixels.argb + (size_t)ink.y * (size_t)pixels.w + (size_t)ink.x;
        place.dx = dx + ink.x;
        place.dy = dy + ink.y;
        SDL_UpdateTexture(textures->pages[place.page].texture, &area, corner, pixels.w * 4);
        textures->pages[place.page].frame = textures->frame;
    }
    remember(textures, key, place);
    return place;
}

/* ---- the budget ---- */

/* The page drawn from in the last frame that wastes most, when that is more than half of it; -1 = none. */
static int most_wasted_page(const struct textures *textures)
{
    size_t drawn[PAGES_MAX] = {0}, most = 0;
    int worst = -1;
    for (int i = 0; i < textures->entry_count; i++) {
        const struct entry *entry = &textures->entries[i];
        if (entry->place.page >= 0 && entry->frame == textures->frame)
            drawn[entry->place.page] += (size_t)entry->place.source.w * (size_t)entry->place.source.h * 4;
    }
    for (int i = 0; i < PAGES_MAX; i++) {
        const struct page *page = &textures->pages[i];
        if (!page->texture || page->is_kept || drawn[i] * 2 > page_bytes(page) || page_bytes(page) - drawn[i] <= most)
            continue;
        most = page_bytes(page) - drawn[i];
        worst = i;
    }
    return worst;
}

void textures_next_frame(struct textures *textures)
{
    int page;
    make_room(textures, 0);
    if (textures->bytes > textures->budget && (page = most_wasted_page(textures)) >= 0)
        drop_page(textures, page);
    textures->frame++;
}

/* ---- what is kept of a frame ---- */

void textures_drop_kept(struct textures *textures, struct texture_place *place)
{
    if (place->page >= 0)
        free_page(textures, &textures->pages[place->page]);
    place->page = -1;
}

bool textures_keep(struct textures *textures, int w, int h, struct texture_place *place)
{
    int slot = free_slot(textures);
    /* Without alpha: SDL 2.26 fades such a texture twenty times faster than one with. */
    struct SDL_Texture *texture = slot < 0
        ? NULL
        : SDL_CreateTexture(textures->renderer, SDL_PIXELFORMAT_RGB888, SDL_TEXTUREACCESS_TARGET, w, h);
    if (!texture)
        return false;
    textures->pages[slot] = (struct page){.texture = texture, .w = w, .h = h, .is_kept = true};
    *place = (struct texture_place){.page = slot, .source = {0, 0, w, h}, .hash = ++textures->keeps};
    return true;
}

struct SDL_Texture *textures_page(const struct textures *textures, int page)
{
    return textures->pages[page].texture;
}

size_t textures_bytes(const struct textures *textures)
{
    size_t bytes = textures->bytes;
    for (int i = 0; i < PAGES_MAX; i++)
        bytes += textures->pages[i].is_kept ? page_bytes(&textures->pages[i]) : 0;
    return bytes;
}
