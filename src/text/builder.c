/* The texts of block.h that are put together at run time. */
#include <stdlib.h>
#include <string.h>

#include "text/block.h"

struct text_builder {
    char *bytes;
    uint8_t *breaks;
    uint32_t length, room; /* bytes has room + 1, breaks too */
    struct pack_span *spans;
    uint32_t span_count, span_room;
    unsigned flags;
};

struct text_builder *text_builder_create(void)
{
    struct text_builder *builder = calloc(1, sizeof *builder);
    if (!builder)
        return NULL;
    builder->bytes = calloc(1, 1);
    builder->breaks = calloc(1, 1);
    if (!builder->bytes || !builder->breaks) {
        text_builder_destroy(builder);
        return NULL;
    }
    return builder;
}

void text_builder_destroy(struct text_builder *builder)
{
    if (!builder)
        return;
    free(builder->bytes);
    free(builder->breaks);
    free(builder->spans);
    free(builder);
}

void text_builder_clear(struct text_builder *builder)
{
    builder->length = 0;
    builder->span_count = 0;
    builder->flags = 0;
    builder->bytes[0] = '\0';
    builder->breaks[0] = PACK_BREAK_NONE;
}

void text_builder_set_flags(struct text_builder *builder, unsigned flags)
{
    builder->flags = flags;
}

static bool grow_bytes(struct text_builder *builder, uint32_t more)
{
    if (more > UINT32_MAX / 4 - builder->length)
        return false;
    uint32_t room = (builder->length + more) * 2 + 64;
    char *bytes = realloc(builder->bytes, room + 1);
    if (bytes)
        builder->bytes = bytes;
    uint8_t *breaks = bytes ? realloc(builder->breaks, room + 1) : NULL;
    if (!breaks)
        return false;
    builder->breaks = breaks;
    builder->room = room;
    return true;
}

static bool grow_spans(struct text_builder *builder)
{
    uint32_t room = builder->span_room * 2 + 8;
    struct pack_span *spans = realloc(builder->spans, room * sizeof *spans);
    if (!spans)
        return false;
    builder->spans = spans;
    builder->span_room = room;
    return true;
}

/* Plain text at the start has no script yet: it takes that of the text it stands before. */
static bool continues(struct pack_span *a, struct pack_span b)
{
    if (a->flags != b.flags || a->face != b.face || a->level != b.level || a->language != b.language)
        return false;
    if (a->script[0] == '\0')
        memcpy(a->script, b.script, 4);
    return memcmp(a->script, b.script, 4) == 0;
}

static bool begin_span(struct text_builder *builder, struct pack_span span)
{
    span.flags |= (uint8_t)builder->flags;
    span.start = builder->length;
    if (builder->span_count > 0 && continues(&builder->spans[builder->span_count - 1], span))
        return true;
    if (builder->span_count == builder->span_room && !grow_spans(builder))
        return false;
    builder->spans[builder->span_count++] = span;
    return true;
}

/* A text that does not fit into memory any more ends here: a caption cut short is better than none. */
static bool put(struct text_builder *builder, struct pack_span span, const char *bytes, const uint8_t *breaks, uint32_t length)
{
    if (length == 0)
        return true;
    if (builder->length + length > builder->room && !grow_bytes(builder, length))
        return false;
    if (!begin_span(builder, span))
        return false;
    memcpy(builder->bytes + builder->length, bytes, length);
    if (breaks)
        memcpy(builder->breaks + builder->length, breaks, length);
    else
        memset(builder->breaks + builder->length, PACK_BREAK_NONE, length);
    builder->length += length;
    builder->bytes[builder->length] = '\0';
    builder->breaks[builder->length] = PACK_BREAK_NONE;
    return true;
}

void text_builder_add(struct text_builder *builder, struct pack_text text, uint32_t start, uint32_t length)
{
    uint32_t end = start + length < start || start + length > text.length ? text.length : start + length;
    for (uint32_t i = 0; i < text.span_count; i++) {
        uint32_t from = text.spans[i].start, to = i + 1 < text.span_count ? text.spans[i + 1].start : text.length;
        from = from < start ? start : from;
        to = to > end ? end : to;
        if (from < to && !put(builder, text.spans[i], text.bytes + from, text.breaks ? text.breaks + from : NULL, to - from))
            return;
    }
}

/*
 * Marks and numbers take on the look of what stands before them, so that they make no run of their own. Behind a number in a text
 * from right to left a mark goes on from right to left, or it would stand with the number on the side already read.
 */
void text_builder_add_plain(struct text_builder *builder, const char *utf8)
{
    struct pack_span span = {0};
    if (builder->span_count > 0)
        span = builder->spans[builder->span_count - 1];
    span.flags = 0;
    span.face = 0;
    if (utf8[0] >= '0' && utf8[0] <= '9')
        span.level += span.level & 1; /* numbers run from left to right */
    else if (span.level > 0)
        span.level -= !(span.level & 1);
    put(builder, span, utf8, NULL, (uint32_t)strlen(utf8));
}

/* Bytes of "{name}" at `at`, 0 when something else stands there. */
static uint32_t placeholder_length(struct pack_text pattern, uint32_t at, const char *name)
{
    size_t length = strlen(name);
    if (pattern.bytes[at] != '{' || pattern.length - at < length + 2 || pattern.bytes[at + 1 + length] != '}'
        || memcmp(pattern.bytes + at + 1, name, length) != 0)
        return 0;
    return (uint32_t)length + 2;
}

void text_builder_add_template(struct text_builder *builder, struct pack_text pattern, const char *name, struct pack_text value)
{
    uint32_t done = 0;
    for (uint32_t at = 0; at < pattern.length;) {
        uint32_t length = placeholder_length(pattern, at, name);
        if (length == 0) {
            at++;
            continue;
        }
        text_builder_add(builder, pattern, done, at - done);
        text_builder_add(builder, value, 0, value.length);
        at += length;
        done = at;
    }
    text_builder_add(builder, pattern, done, pattern.length - done);
}

struct pack_text text_builder_text(struct text_builder *builder)
{
    return (struct pack_text){builder->bytes, builder->length, builder->breaks, builder->spans, builder->span_count};
}

struct pack_text text_plain(const char *utf8, struct pack_span *span)
{
    *span = (struct pack_span){0};
    uint32_t length = (uint32_t)strlen(utf8);
    return (struct pack_text){utf8, length, NULL, span, length > 0 ? 1 : 0};
}
