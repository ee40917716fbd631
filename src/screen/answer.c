#include "screen/answer.h"

#include <string.h>

#include "screen/told.h"
#include "text/utf8.h"

static const char place[] = "{word}";
enum { PLACE_BYTES = sizeof place - 1 };

struct answer_rest answer_rest_of(struct kit *kit, int answer)
{
    struct answer_rest rest = {.text = told(kit, PACK_ANSWER_REST, answer)};

    for (uint32_t at = 0; at + PLACE_BYTES <= rest.text.length; at++) {
        if (memcmp(rest.text.bytes + at, place, PLACE_BYTES) != 0)
            continue;
        rest.before = at;
        rest.after = at + PLACE_BYTES;
        rest.has_place = true;
        break;
    }
    return rest;
}

/* ---- one side ---- */

static struct pack_text side(struct text_builder *builder, struct pack_text text, uint32_t start, uint32_t end)
{
    utf8_trim(text.bytes, &start, &end);
    text_builder_clear(builder);
    text_builder_add(builder, text, start, end - start);
    return text_builder_text(builder);
}

struct pack_text answer_before(struct text_builder *builder, struct answer_rest rest)
{
    return side(builder, rest.text, 0, rest.before);
}

struct pack_text answer_after(struct text_builder *builder, struct answer_rest rest)
{
    return side(builder, rest.text, rest.after, rest.text.length);
}

bool answer_is_tied(struct answer_rest rest)
{
    uint32_t start = rest.after, end = rest.text.length;

    utf8_trim(rest.text.bytes, &start, &end);
    return rest.has_place && start < end && start == rest.after;
}

/* ---- the whole ---- */

void answer_add_before(struct text_builder *builder, struct answer_rest rest)
{
    text_builder_add(builder, rest.text, 0, rest.before);
}

/* A space in the direction of the words behind it: behind a number it would run from left to right. */
static void add_space(struct text_builder *builder, struct pack_text before)
{
    struct pack_span span = before.spans[0];

    text_builder_add(builder, (struct pack_text){" ", 1, NULL, &span, 1}, 0, 1);
}

void answer_add_after(struct text_builder *builder, struct answer_rest rest)
{
    if (!rest.has_place && rest.text.length > 0)
        add_space(builder, rest.text);
    text_builder_add(builder, rest.text, rest.after, rest.text.length - rest.after);
}

void answer_add(struct kit *kit, struct text_builder *builder, int answer)
{
    struct answer_rest rest = answer_rest_of(kit, answer);
    struct pack_text word = told(kit, PACK_ANSWER, answer);

    answer_add_before(builder, rest);
    text_builder_add(builder, word, 0, word.length);
    answer_add_after(builder, rest);
}
