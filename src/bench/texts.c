#include "bench/texts.h"

#include <string.h>

#include "bench/process.h"
#include "text/block.h"

enum { CHARACTERS = 600, WIDTH_PX = 900, SIZE_PX = 26, LINE_PX = 36 };

static const char cyrillic[] = " Совместные требования западных держав к России ";

/* 600 characters from the longest paragraph of the documents; mixed: every fourth stretch in Cyrillic. */
static void make_text(struct pack *pack, struct text_builder *builder, bool is_mixed)
{
    struct pack_text longest = {0};

    for (int p = 0; p < pack_exhibit(pack).paragraphs; p++) {
        struct pack_text text = pack_text(pack, 0, PACK_PARAGRAPH, p);

        if (text.length > longest.length)
            longest = text;
    }
    text_builder_clear(builder);
    if (!is_mixed) {
        uint32_t end = longest.length < CHARACTERS ? longest.length : CHARACTERS;

        while (end < longest.length && ((unsigned char)longest.bytes[end] & 0xC0) == 0x80)
            end++;
        text_builder_add(builder, longest, 0, end);
        return;
    }
    for (uint32_t at = 0; at + 120 < longest.length && at < CHARACTERS * 3 / 4; at += 120) {
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

        make_text(pack, builder, mixed);
        text = text_builder_text(builder);
        draw_forget(draw);
        add_faces(fonts, pack);
        table_most(table, names[mixed][0], draw_once(fonts, draw, text), 10, "ms");
        draw_forget(draw);
        table_most(table, names[mixed][1], draw_once(fonts, draw, text), 2, "ms");
    }
    text_builder_destroy(builder);
}

void texts_measure_documents(struct table *table, const char *pack_path)
{
    struct pack *pack;
    size_t stored = 0;

    if (pack_open(pack_path, &pack) != PACK_OK)
        return;
    for (int d = 0; d < pack_exhibit(pack).documents; d++)
        stored += pack_document_stored_bytes(pack, d);
    table_most(table, "text of the documents in the pack, each readable alone", (double)stored, 13600, "bytes");
    pack_close(pack);
}
