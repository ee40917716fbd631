/* parts.h - what window.c and events.c share; nobody outside this room looks in here. */
#ifndef VITRINE_PLATFORM_PARTS_H
#define VITRINE_PLATFORM_PARTS_H

#include "platform/rotation.h"
#include "platform/watch.h"
#include "platform/window.h"

#include <SDL.h>

enum { CONTACTS_MAX = 32, TOUCH_DEVICES_MAX = 16 };

/* Contacts that are down, so that those of a lost device can be given up (rule T24). */
struct contacts {
    SDL_TouchID devices[CONTACTS_MAX];
    SDL_FingerID fingers[CONTACTS_MAX];
    int64_t ids[CONTACTS_MAX];
    int count;
    SDL_TouchID known[TOUCH_DEVICES_MAX];
    int known_count;
    bool has_looked; /* known has been filled once */
};

struct window {
    SDL_Window *sdl; /* NULL = hidden */
    SDL_Renderer *renderer;
    SDL_Surface *canvas; /* hidden, or software and turned: drawn here; NULL = drawn in the window */
    SDL_Texture *target; /* accelerated and turned: drawn here */
    struct rotation rotation;
    uint32_t subsystem; /* of SDL, started for this window */
    bool is_software;
    bool asks_fullscreen; /* once the first picture is shown */
    bool must_show_all;   /* it was covered, or has never been shown */
    bool sleeps_in_sdl;   /* SDL_WaitEventTimeout really sleeps with this driver */
    enum window_renderer wanted;
    struct watch *watch;
    struct contacts contacts;
};

#endif
