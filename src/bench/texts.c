#include "bench/texts.h"

#include <stdio.h>
#include <stdlib.h>

#include "bench/process.h"
#include "compiler/compile.h"
#include "compiler/write.h"
#include "text/block.h"

enum { CHARACTERS = 600, WIDTH_PX = 900, SIZE_PX = 26, LINE_PX = 36 };

static const char cyrillic[] = " Совместные требования западных держав к России ";

/* 600 characters of the longest paragraph of the documents from a byte on; mixed: every fourth stretch in Cyrillic. */
static void make_text(struct pack *pack, struct text_builder *builder, bool is_mixed, uint32_t from)
{
    struct pack_text longest = {0};

    for (int p = 0; p < pack_exhibit(pack).paragraphs; p++) {
        struct pack_text text = pack_text(pack, 0, PACK_PARAGRAPH, p);

        if (text.length > longest.length)
            longest = text;
    }
    text_builder_clear(builder);
    if (!is_mixed) {
        uint32_t end = longest.length < from + CHARACTERS ? longest.length : from + CHARACTERS;

        while (from < end && ((unsigned char)longest.bytes[from] & 0xC0) == 0x80)
            from++;
        while (end < longest.length && ((unsigned char)longest.bytes[end] & 0xC0) == 0x80)
            end++;
        text_builder_add(builder, longest, from, end - from);
        return;
    }
    for (uint32_t at = from; at + 120 < longest.length && at < from + CHARACTERS * 3 / 4; at += 120) {
        uint32_t end = at + 120, start = at;

        while (((unsigned char)longest.bytes[start] & 0xC0) == 0x80)
            start++;
        while (((unsigned char)longest.bytes[end] & 0xC0) == 0x80)
            end++;
        text_builder_add(builder, longest, start, end - start);
        text_builder_add_plain(builder, cyrillic);
    }
}

static double draw_once(struct fonts *fonts, struct draw *draw, struct pack_text text)
{
    struct block_style style = {.role = FONT_DOCUMENT, .mark_role = FONT_DOCUMENT_BOLD, .size_px = SIZE_PX, .line_px = LINE_PX};
    double start = process_now_ms(), end;
    struct block *block = block_create(fonts, text, style, WIDTH_PX);

    if (!block)
        return 0;
    draw_begin(draw, 0xF1E8D7);
    draw_block(draw, block, 40, 40, (struct draw_ink){.colour = 0x15130F, .mark_ground = DRAW_NO_GROUND});
    draw_end(draw);
    end = process_now_ms();
    block_destroy(block);
    return end - start;
}

static void add_faces(struct fonts *fonts, struct pack *pack)
{
    fonts_clear(fonts);
    for (int role = 0; role < PACK_ROLE_COUNT; role++) {
        for (int face = 0; face < pack_face_count(pack, role); face++)
            fonts_add(fonts, (enum font_role)role, pack_face(pack, role, face).bytes, pack_face(pack, role, face).size);
    }
}

void texts_measure(struct table *table, struct pack *pack, struct fonts *fonts, struct draw *draw)
{
    static const char *const names[2][2] = {
        {"600 characters new on the screen, cold", "600 characters new on the screen, warm"},
        {"600 characters, Latin and Cyrillic, cold", "600 characters, Latin and Cyrillic, warm"},
    };
    struct text_builder *builder = text_builder_create();

    for (int mixed = 0; builder && mixed < 2; mixed++) {
        struct pack_text text;

        make_text(pack, builder, mixed, 0);
        text = text_builder_text(builder);
        draw_forget(draw);
        add_faces(fonts, pack);
        table_most(table, names[mixed][0], draw_once(fonts, draw, text), 10, "ms");
        /* other words of the same letters: new on the screen, but the faces have drawn every glyph before */
        make_text(pack, builder, mixed, CHARACTERS);
        table_most(table, names[mixed][1], draw_once(fonts, draw, text_builder_text(builder)), 2, "ms");
    }
    text_builder_destroy(builder);
}

void texts_measure_documents(struct table *table, const char *content, const char *assets)
{
    struct compile_options options = {.content = content, .assets = assets};
    struct draft *draft = calloc(1, sizeof(*draft));
    FILE *nowhere = fopen("/dev/null", "w");
    struct diag diag = {.folder = content, .out = nowhere};
    struct progress progress;
    struct write_result result = {0};

    if (draft && nowhere) {
        draft_init(draft);
        progress_start(&progress);
        if (compile_folder(draft, &diag, &options, &progress) && diag.errors == 0 && write_pack(draft, &result))
            table_most(table, "text of the documents in the pack, each readable alone", (double)result.documents_stored, 13600,
                       "bytes");
        else
            table_skipped("text of the documents in the pack", "the content has errors");
        draft_done(draft);
    }
    if (nowhere)
        fclose(nowhere);
    free(result.bytes);
    free(draft);
}
