/*
 * block.h - a laid-out paragraph: its lines, each a row of runs in visual order, ready to be drawn.
 *
 * A block copies what it needs of the text, so it may outlive it. Plain paragraphs, titles, one-line labels and quotations are
 * all blocks. Runs change at spans: fallback face, direction, mark (bold role, drawn with a ground), language.
 */
#ifndef VITRINE_TEXT_BLOCK_H
#define VITRINE_TEXT_BLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "pack/text.h"
#include "text/font.h"

struct block_style {
    enum font_role role;
    enum font_role mark_role; /* for spans with PACK_SPAN_MARK */
    int size_px, line_px;     /* em size; distance of baselines, 0 = size * 1.5 for text, 1.2 for display */
    bool is_right_to_left;    /* paragraph direction: lines are aligned to the right */
    bool is_large;            /* text size A++ */
    bool is_title;            /* balanced, not hyphenated */
    bool is_single;           /* one line, never wrapped */
};

struct block_run {
    const char *bytes; /* not NUL-terminated, may be "-" */
    uint32_t length;
    uint32_t source; /* byte of the text it comes from */
    struct font_style font;
    int x_px, width_px; /* from the left of the block */
    uint8_t flags;      /* enum pack_span_flag */
    uint8_t language;
};

struct block_line {
    int first_run, run_count;
    uint32_t start, end; /* bytes of the text */
    int width_px;
};

struct block {
    struct block_style style;
    int width_px, height_px; /* the measure given; all lines */
    int widest_px;
    const struct block_line *lines;
    int line_count;
    const struct block_run *runs;
    const char *bytes; /* its own copy of the text */
    uint32_t length;
};

/* Lays out a text in width_px (ignored for a single line). Never NULL except when memory is out. */
struct block *block_create(struct fonts *fonts, struct pack_text text, struct block_style style, int width_px);
void block_destroy(struct block *block);

/* Width of a text set on one line. */
int block_line_width(struct fonts *fonts, struct pack_text text, struct block_style style);

/* ---- putting texts together ---- */

/* A text one owns: quotation marks around pieces, "{n}" filled in, a date behind a name. Breaks and spans go along. */
struct text_builder;

struct text_builder *text_builder_create(void);
void text_builder_destroy(struct text_builder *builder);
void text_builder_clear(struct text_builder *builder);
void text_builder_add(struct text_builder *builder, struct pack_text text, uint32_t start, uint32_t length);
void text_builder_add_plain(struct text_builder *builder, const char *utf8);
/* What is added from here on carries these span flags too. */
void text_builder_set_flags(struct text_builder *builder, unsigned flags);
/* Replaces every {name} of a template by a value. */
void text_builder_add_template(struct text_builder *builder, struct pack_text pattern, const char *name,
                               struct pack_text value);
/* Borrowed until the next call on the builder. */
struct pack_text text_builder_text(struct text_builder *builder);

/* A plain text without breaks from a string that outlives it; *span is the caller's room for its one span. */
struct pack_text text_plain(const char *utf8, struct pack_span *span);

#endif
