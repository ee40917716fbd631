#include "compiler/write_quoted.h"

#include <stdlib.h>
#include <string.h>

#include "compiler/buffer.h"
#include "compiler/memory.h"

static const char JOINT[] = " \u2026 ";

/* Bytes [start, end) of the paragraph, which stand at `place` in what is stored. */
struct stretch {
    uint32_t start, end, place;
};

struct part {
    struct draft_text text;
    struct stretch *stretches;
    int count;
};

struct quoted {
    struct draft *draft;
    const struct draft_document *document;
    struct part *parts; /* one for each paragraph */
};

static void note_piece(struct quoted *quoted, const struct draft_piece *piece)
{
    struct part *part;
    struct stretch *stretch;

    if (piece->paragraph < 0 || piece->paragraph >= quoted->document->paragraph_count)
        return;
    part = &quoted->parts[piece->paragraph];
    stretch = draft_append(quoted->draft, &part->stretches, &part->count, sizeof *stretch);
    *stretch = (struct stretch){piece->start, piece->start + piece->length, 0};
}

static void note_entry(struct quoted *quoted, const struct draft_entry *entry, int document)
{
    for (int s = 0; s < entry->source_count; s++) {
        for (int p = 0; entry->sources[s].document.index == document && p < entry->sources[s].piece_count; p++)
            note_piece(quoted, &entry->sources[s].pieces[p]);
    }
    for (int d = 0; d < entry->disagreement_count; d++) {
        const struct draft_disagreement *disagreement = &entry->disagreements[d];

        for (int a = 0; a < disagreement->answer_count; a++) {
            const struct draft_answer *answer = &disagreement->answers[a];

            for (int p = 0; answer->document.index == document && p < answer->piece_count; p++)
                note_piece(quoted, &answer->pieces[p]);
        }
    }
}

static int compare_stretches(const void *a, const void *b)
{
    const struct stretch *one = a, *two = b;

    if (one->start != two->start)
        return one->start < two->start ? -1 : 1;
    return (one->end > two->end) - (one->end < two->end);
}

static void merge(struct part *part)
{
    int merged = 0;

    if (part->count > 1)
        qsort(part->stretches, (size_t)part->count, sizeof *part->stretches, compare_stretches);
    for (int i = 0; i < part->count; i++) {
        struct stretch *last = merged > 0 ? &part->stretches[merged - 1] : NULL;

        if (last != NULL && part->stretches[i].start <= last->end) {
            if (part->stretches[i].end > last->end)
                last->end = part->stretches[i].end;
        } else {
            part->stretches[merged++] = part->stretches[i];
        }
    }
    part->count = merged;
}

static void add_span(struct draft *draft, struct draft_text *text, struct pack_span span, uint32_t start)
{
    int count = (int)text->span_count;

    span.start = start;
    *(struct pack_span *)draft_append(draft, &text->spans, &count, sizeof span) = span;
    text->span_count = (uint32_t)count;
}

/* The spans that reach into the stretch. */
static void copy_spans(struct draft *draft, const struct draft_text *from, const struct stretch *stretch, struct draft_text *to)
{
    for (uint32_t s = 0; s < from->span_count; s++) {
        uint32_t start = from->spans[s].start;
        uint32_t end = s + 1 < from->span_count ? from->spans[s + 1].start : UINT32_MAX;

        if (start < stretch->end && end > stretch->start)
            add_span(draft, to, from->spans[s], stretch->place + (start > stretch->start ? start - stretch->start : 0));
    }
}

static void put_joint(struct buffer *bytes, struct buffer *breaks)
{
    uint8_t gaps[sizeof JOINT - 1] = {PACK_BREAK_GLUE};

    buffer_put(bytes, JOINT, sizeof JOINT - 1);
    buffer_put(breaks, gaps, sizeof gaps);
}

/* In the first face, as what the kiosk joins: that of the letters before may have no such sign. */
static void add_joint_span(struct draft *draft, struct draft_text *text, uint32_t start)
{
    struct pack_span span;

    if (text->span_count == 0 || text->spans[text->span_count - 1].face == 0)
        return;
    span = text->spans[text->span_count - 1];
    span.face = span.flags = 0;
    add_span(draft, text, span, start);
}

static void join(struct quoted *quoted, int paragraph)
{
    const struct draft_text *from = &quoted->document->paragraphs[paragraph].original;
    struct part *part = &quoted->parts[paragraph];
    struct buffer bytes = {0}, breaks = {0};

    for (int i = 0; i < part->count; i++) {
        struct stretch *stretch = &part->stretches[i];

        if (i > 0) {
            add_joint_span(quoted->draft, &part->text, (uint32_t)bytes.size);
            put_joint(&bytes, &breaks);
        }
        stretch->place = (uint32_t)bytes.size;
        buffer_put(&bytes, from->bytes + stretch->start, stretch->end - stretch->start);
        if (from->breaks != NULL)
            buffer_put(&breaks, from->breaks + stretch->start, stretch->end - stretch->start);
        copy_spans(quoted->draft, from, stretch, &part->text);
    }
    part->text.at = from->at;
    part->text.bytes = draft_copy(quoted->draft, bytes.size > 0 ? (char *)bytes.bytes : "", bytes.size);
    if (from->breaks != NULL) {
        part->text.breaks = draft_alloc(quoted->draft, breaks.size + 1);
        if (breaks.size > 0)
            memcpy(part->text.breaks, breaks.bytes, breaks.size);
    }
    buffer_done(&bytes);
    buffer_done(&breaks);
}

struct quoted *quoted_open(struct draft *draft, int document)
{
    struct quoted *quoted = memory_take_zeroed(1, sizeof *quoted);

    quoted->draft = draft;
    quoted->document = &draft->documents[document];
    if (quoted->document->has_full_text)
        return quoted;
    quoted->parts = memory_take_zeroed((size_t)quoted->document->paragraph_count, sizeof *quoted->parts);
    for (int e = 0; e < draft->entry_count; e++)
        note_entry(quoted, &draft->entries[e], document);
    for (int p = 0; p < quoted->document->paragraph_count; p++) {
        merge(&quoted->parts[p]);
        join(quoted, p);
    }
    return quoted;
}

void quoted_close(struct quoted *quoted)
{
    if (quoted == NULL)
        return;
    free(quoted->parts);
    free(quoted);
}

const struct draft_text *quoted_text(const struct quoted *quoted, int paragraph)
{
    if (quoted->parts == NULL)
        return &quoted->document->paragraphs[paragraph].original;
    return &quoted->parts[paragraph].text;
}

uint32_t quoted_place(const struct quoted *quoted, int paragraph, uint32_t byte)
{
    const struct part *part;

    if (quoted->parts == NULL)
        return byte;
    part = &quoted->parts[paragraph];
    for (int i = part->count - 1; i >= 0; i--) {
        if (byte >= part->stretches[i].start)
            return part->stretches[i].place + (byte - part->stretches[i].start);
    }
    return byte;
}
