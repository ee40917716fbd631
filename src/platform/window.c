/*
 * Which renderer (WINDOW_AUTO): on X11, Wayland and without a display the software renderer. Our frames are plain fills and
 * copies, which it does at memory speed, it starts 100 ms sooner than OpenGL, needs no Mesa, which the package then need not
 * bring along (product.md, Budgets), and shows only what changed. Under KMSDRM SDL 2.26 has no window surface to draw in
 * except through OpenGL ES, so the accelerated renderer is the shorter way there.
 */
#include "platform/window.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "log.h"
#include "platform/parts.h"
#include "platform/png.h"

#include <SDL_image.h>

enum { PARTS_MAX = 32 };

static void set_hints(void)
{
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0"); /* rule T23 */
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0"); /* else SDL opens OpenGL to see whose it is */
    SDL_SetHint(SDL_HINT_RENDER_SCALE_QUALITY, "nearest");
}

static bool driver_is(const char *name)
{
    const char *driver = SDL_GetCurrentVideoDriver();
    return driver && SDL_strcasecmp(driver, name) == 0;
}

static bool wants_software(enum window_renderer wanted)
{
    return wanted == WINDOW_SOFTWARE || (wanted == WINDOW_AUTO && !driver_is("KMSDRM"));
}

static void desktop_size(int *w, int *h)
{
    SDL_DisplayMode mode;
    if (SDL_GetDesktopDisplayMode(0, &mode) != 0)
        return;
    *w = *w > 0 ? *w : mode.w;
    *h = *h > 0 ? *h : mode.h;
}

/* ---- renderers ---- */

static bool create_canvas(struct window *window)
{
    int w, h;
    rotation_screen_size(window->rotation, &w, &h);
    window->canvas = SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, SDL_PIXELFORMAT_RGB888);
    window->renderer = window->canvas ? SDL_CreateSoftwareRenderer(window->canvas) : NULL;
    window->is_software = true;
    return window->renderer != NULL;
}

static bool create_software(struct window *window)
{
    if (!window->sdl || window->rotation.quarters != 0)
        return create_canvas(window);
    window->renderer = SDL_CreateRenderer(window->sdl, -1, SDL_RENDERER_SOFTWARE);
    window->is_software = true;
    return window->renderer != NULL;
}

static bool create_target(struct window *window)
{
    int w, h;
    if (window->rotation.quarters == 0)
        return true;
    rotation_screen_size(window->rotation, &w, &h);
    window->target = SDL_CreateTexture(window->renderer, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_TARGET, w, h);
    return window->target && SDL_SetRenderTarget(window->renderer, window->target) == 0;
}

static void destroy_renderer(struct window *window)
{
    if (window->target)
        SDL_DestroyTexture(window->target);
    if (window->renderer)
        SDL_DestroyRenderer(window->renderer);
    SDL_FreeSurface(window->canvas);
    window->target = NULL;
    window->renderer = NULL;
    window->canvas = NULL;
}

static bool create_accelerated(struct window *window)
{
    if (!window->sdl)
        return false;
    window->renderer = SDL_CreateRenderer(window->sdl, -1,
                                          SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC | SDL_RENDERER_TARGETTEXTURE);
    window->is_software = false;
    if (window->renderer && create_target(window))
        return true;
    destroy_renderer(window);
    return false;
}

static bool create_renderer(struct window *window)
{
    if (!wants_software(window->wanted) && create_accelerated(window))
        return true;
    if (window->wanted == WINDOW_ACCELERATED)
        log_line(LOG_WARNING, "window", "no graphics processor can be used (%s), drawing without one", SDL_GetError());
    if (create_software(window))
        return true;
    destroy_renderer(window);
    return create_accelerated(window);
}

/* ---- the window ---- */

/*
 * SDL 2.26 waits 100 ms for a window manager to answer a wish for the full screen, for nothing where there is none. So under X11
 * the first picture is shown in a window as large as the screen, and the wish follows it.
 */
static uint32_t flags_for(struct window *window, bool is_fullscreen)
{
    window->asks_fullscreen = is_fullscreen && driver_is("x11");
    if (window->asks_fullscreen)
        return SDL_WINDOW_BORDERLESS;
    return is_fullscreen ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0;
}

static int is_news(void *context, SDL_Event *event)
{
    const struct window *window = context;
    return event->type != SDL_WINDOWEVENT || event->window.event != SDL_WINDOWEVENT_SIZE_CHANGED
        || event->window.data1 != window->rotation.panel_w || event->window.data2 != window->rotation.panel_h;
}

/* SDL gives the window a new surface and says so by a change to the size it has. What was drawn is carried over instead. */
static void ask_fullscreen(struct window *window)
{
    bool has_surface = window->is_software && !window->canvas;
    SDL_Surface *drawn = has_surface ? SDL_DuplicateSurface(SDL_GetWindowSurface(window->sdl)) : NULL;
    window->asks_fullscreen = false;
    window->must_show_all = true;
    if (SDL_SetWindowFullscreen(window->sdl, SDL_WINDOW_FULLSCREEN_DESKTOP) != 0)
        log_line(LOG_WARNING, "window", "the window manager gives no full screen: %s", SDL_GetError());
    SDL_PumpEvents();
    if (!has_surface || (drawn && SDL_BlitSurface(drawn, NULL, SDL_GetWindowSurface(window->sdl), NULL) == 0))
        SDL_FilterEvents(is_news, window);
    SDL_FreeSurface(drawn);
}

static void shrink_to_desktop(int *w, int *h)
{
    SDL_Rect usable;

    if (SDL_GetDisplayUsableBounds(0, &usable) != 0 || (*w <= usable.w && *h <= usable.h))
        return;
    if ((int64_t)usable.w * *h < (int64_t)usable.h * *w) {
        *h = (int)((int64_t)*h * usable.w / *w);
        *w = usable.w;
    } else {
        *w = (int)((int64_t)*w * usable.h / *h);
        *h = usable.h;
    }
}

static bool create_window(struct window *window, struct window_options options)
{
    uint32_t flags = flags_for(window, options.is_fullscreen);
    int w = window->asks_fullscreen ? 0 : options.width, h = window->asks_fullscreen ? 0 : options.height;
    desktop_size(&w, &h);
    if (options.may_shrink && w > 0 && h > 0)
        shrink_to_desktop(&w, &h);
    window->sdl = SDL_CreateWindow(options.title ? options.title : "", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                   w > 0 ? w : 1280, h > 0 ? h : 720, flags);
    if (!window->sdl)
        return false;
    SDL_GetWindowSize(window->sdl, &window->rotation.panel_w, &window->rotation.panel_h);
    window->sleeps_in_sdl = driver_is("x11") || driver_is("wayland");
    SDL_DisableScreenSaver();
    SDL_StopTextInput();
    if (options.is_fullscreen)
        SDL_ShowCursor(SDL_DISABLE);
    return true;
}

static bool open_parts(struct window *window, struct window_options options)
{
    window->rotation = (struct rotation){options.rotation & 3, options.width, options.height};
    window->wanted = options.renderer;
    window->must_show_all = true;
    if (options.is_hidden && (options.width <= 0 || options.height <= 0))
        window->rotation = (struct rotation){options.rotation & 3, 1920, 1080};
    if (!options.is_hidden && !create_window(window, options))
        return false;
    bool has_devices = window->sdl && !driver_is("dummy") && !driver_is("offscreen");
    window->watch = watch_create(has_devices ? "/dev/input" : NULL, window->sleeps_in_sdl);
    if (!window->watch)
        return false;
    return create_renderer(window);
}

struct window *window_open(struct window_options options)
{
    struct window *window = calloc(1, sizeof *window);
    if (!window)
        return NULL;
    set_hints();
    /* nobody asks a hidden window for events, so that a signal would go unheard: let it end the program */
    if (options.is_hidden)
        SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    window->subsystem = options.is_hidden ? SDL_INIT_EVENTS : SDL_INIT_VIDEO;
    if (SDL_InitSubSystem(window->subsystem) != 0) {
        log_line(LOG_ERROR, "window", "no display can be opened: %s", SDL_GetError());
        free(window);
        return NULL;
    }
    /* left to itself SDL falls back to drawing where nobody sees it */
    if (!options.is_hidden && !SDL_getenv("SDL_VIDEODRIVER") && (driver_is("offscreen") || driver_is("dummy"))) {
        log_line(LOG_ERROR, "window", "no display can be opened: there is no desktop and no console to draw on");
        SDL_QuitSubSystem(window->subsystem);
        free(window);
        return NULL;
    }
    if (!open_parts(window, options)) {
        log_line(LOG_ERROR, "window", "no window can be opened: %s", SDL_GetError());
        window_close(window);
        return NULL;
    }
    return window;
}

void window_close(struct window *window)
{
    if (!window)
        return;
    watch_destroy(window->watch);
    destroy_renderer(window);
    if (window->sdl)
        SDL_DestroyWindow(window->sdl);
    SDL_QuitSubSystem(window->subsystem);
    free(window);
}

void window_set_size_mm(struct window *window, float width_mm, float height_mm)
{
    bool is_turned = window->rotation.quarters & 1;
    watch_set_panel(window->watch, is_turned ? (struct glass_mm){height_mm, width_mm} : (struct glass_mm){width_mm, height_mm});
}

bool window_adopt_size(struct window *window)
{
    if (!window->sdl)
        return true;
    destroy_renderer(window);
    window->must_show_all = true;
    SDL_GetWindowSize(window->sdl, &window->rotation.panel_w, &window->rotation.panel_h);
    if (create_renderer(window))
        return true;
    log_line(LOG_ERROR, "window", "the screen changed its size and cannot be drawn on: %s", SDL_GetError());
    return false;
}

struct SDL_Renderer *window_renderer(const struct window *window)
{
    return window->renderer;
}

void window_size(const struct window *window, int *w, int *h)
{
    rotation_screen_size(window->rotation, w, h);
}

bool window_keeps_pixels(const struct window *window)
{
    return window->is_software;
}

const char *window_renderer_name(const struct window *window)
{
    SDL_RendererInfo info;
    return SDL_GetRendererInfo(window->renderer, &info) == 0 ? info.name : "none";
}

/* ---- presenting ---- */

static void present_target(struct window *window)
{
    struct rotation rotation = window->rotation;
    int w, h;
    rotation_screen_size(rotation, &w, &h);
    SDL_Rect at = {(rotation.panel_w - w) / 2, (rotation.panel_h - h) / 2, w, h};
    SDL_SetRenderTarget(window->renderer, NULL);
    SDL_RenderCopyEx(window->renderer, window->target, NULL, &at, 90.0 * rotation.quarters, NULL, SDL_FLIP_NONE);
    SDL_RenderPresent(window->renderer);
    SDL_SetRenderTarget(window->renderer, window->target);
}

static struct rect inside_screen(const struct window *window, struct rect rect)
{
    int w, h;
    window_size(window, &w, &h);
    int x = rect.x < 0 ? 0 : rect.x, y = rect.y < 0 ? 0 : rect.y;
    int right = rect.x + rect.w < w ? rect.x + rect.w : w, bottom = rect.y + rect.h < h ? rect.y + rect.h : h;
    return (struct rect){x, y, right > x ? right - x : 0, bottom > y ? bottom - y : 0};
}

/* The parts turned from the canvas into the window, and their places there. */
static bool turn_parts(struct window *window, const struct rect *parts, int count)
{
    SDL_Surface *surface = SDL_GetWindowSurface(window->sdl);
    if (!surface || surface->format->BytesPerPixel != 4 || surface->w != window->rotation.panel_w
        || surface->h != window->rotation.panel_h)
        return false;
    for (int i = 0; i < count; i++)
        rotation_copy(window->rotation, parts[i], window->canvas->pixels, (size_t)window->canvas->pitch / 4, surface->pixels,
                      (size_t)surface->pitch / 4);
    return true;
}

static void present_software(struct window *window, const struct rect *parts, int count)
{
    SDL_Rect shown[PARTS_MAX];
    struct rect inside[PARTS_MAX];
    for (int i = 0; i < count; i++) {
        inside[i] = inside_screen(window, parts[i]);
        struct rect at = rotation_to_panel(window->rotation, inside[i]);
        shown[i] = (SDL_Rect){at.x, at.y, at.w, at.h};
    }
    SDL_RenderFlush(window->renderer);
    if (window->sdl && (!window->canvas || turn_parts(window, inside, count)))
        SDL_UpdateWindowSurfaceRects(window->sdl, shown, count);
}

void window_present_parts(struct window *window, const struct rect *parts, int count)
{
    if (count > PARTS_MAX || !window->is_software || window->must_show_all) {
        window_present(window);
        return;
    }
    if (count > 0)
        present_software(window, parts, count);
    if (window->asks_fullscreen)
        ask_fullscreen(window);
}

void window_present(struct window *window)
{
    struct rect all = {0};
    window_size(window, &all.w, &all.h);
    window->must_show_all = false;
    if (window->is_software)
        present_software(window, &all, 1);
    else if (window->target)
        present_target(window);
    else
        SDL_RenderPresent(window->renderer);
    if (window->asks_fullscreen)
        ask_fullscreen(window);
}

/* ---- pictures of the screen ---- */

bool window_read_pixels(const struct window *window, uint32_t *pixels)
{
    int w, h;
    window_size(window, &w, &h);
    if (SDL_RenderReadPixels(window->renderer, NULL, SDL_PIXELFORMAT_RGB888, pixels, w * 4) != 0)
        return false;
    for (size_t i = 0; i < (size_t)w * (size_t)h; i++)
        pixels[i] &= 0xFFFFFF;
    return true;
}

bool window_save_png(const struct window *window, const char *path)
{
    int w, h;
    window_size(window, &w, &h);
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, w, h, 24, SDL_PIXELFORMAT_RGB24);
    bool is_read = surface
        && SDL_RenderReadPixels(window->renderer, NULL, SDL_PIXELFORMAT_RGB24, surface->pixels, surface->pitch) == 0;
    bool is_saved = is_read && png_save(surface, path);
    if (!is_saved)
        log_line(LOG_ERROR, "window", "the screen cannot be saved as %s: %s", path, is_read ? strerror(errno) : SDL_GetError());
    SDL_FreeSurface(surface);
    return is_saved;
}
