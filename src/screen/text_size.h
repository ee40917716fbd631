/* text_size.h - how the key of the text size tells which step is on (A1). */
#ifndef VITRINE_SCREEN_TEXT_SIZE_H
#define VITRINE_SCREEN_TEXT_SIZE_H

#include "screen/screen.h"

enum { TEXT_SIZE_SPOKEN_MAX = 128 };

/* Three squares below the letters, the one of the step filled. */
enum draw_icon text_size_icon(const struct kit *kit);
/* "Text size, 2 of 3", written to spoken and returned. */
const char *text_size_spoken(struct kit *kit, char spoken[TEXT_SIZE_SPOKEN_MAX]);

#endif
