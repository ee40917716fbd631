/*
 * glossary.h - words explained: the key on a page whose texts use terms of the glossary, and the panel it opens over the page.
 *
 * Which terms is for the screen to say (screen.h). The plinth stays in reach, so that the panel can be read in another language
 * or text size; it is the session's to know that it is open.
 */
#ifndef VITRINE_SCREEN_GLOSSARY_H
#define VITRINE_SCREEN_GLOSSARY_H

#include "screen/pane.h"
#include "screen/parts.h"

enum { GLOSSARY_TERMS_MOST = 64 };

struct term_list {
    int terms[GLOSSARY_TERMS_MOST];
    int count;
};

/* Adds a term that is used in one of these languages (a bit each) and not yet listed; of too many the rest is left out. */
void term_list_add(struct term_list *list, struct pack_term_use use, unsigned languages);

/* The key to the panel; is_icon: without its words, where there is no room for them. */
struct key glossary_key(struct kit *kit, bool is_icon);

/* What the panel remembers between frames; zero when it opens. */
struct glossary {
    struct pane pane;
    int language, width_px; /* for which it was laid out, */
    enum text_step step;
    int row, offset_px;     /* the term at the top of the view, and how far it begins above it (L4) */
};

/* Dims the page, takes its elements out of reach and draws the panel. */
void glossary_draw(struct glossary *glossary, struct kit *kit, const struct term_list *list);

#endif
