#include "screen/quotation.h"

#include <stdio.h>

#include "screen/parts.h"
#include "screen/told.h"

/* One piece of a paragraph, its marks flagged. Marks lie inside the piece, in order. */
static void add_piece(struct kit *kit, struct text_builder *builder, int index)
{
    struct pack_piece piece = pack_piece(kit->pack, index);
    struct pack_text paragraph = pack_text(kit->pack, kit->session->language, PACK_PARAGRAPH, piece.paragraph);
    uint32_t at = piece.start, end = piece.start + piece.length;

    for (int m = 0; m < piece.mark_count; m++) {
        struct pack_mark mark = pack_mark(kit->pack, piece.first_mark + m);

        if (mark.start < at || mark.start + mark.length > end)
            continue;
        text_builder_add(builder, paragraph, at, mark.start - at);
        text_builder_set_flags(builder, PACK_SPAN_MARK);
        text_builder_add(builder, paragraph, mark.start, mark.length);
        text_builder_set_flags(builder, 0);
        at = mark.start + mark.length;
    }
    text_builder_add(builder, paragraph, at, end - at);
}

/* A word that is broken over two lines of its document is two pieces that touch. */
static bool is_gap_before(struct kit *kit, int index)
{
    struct pack_piece before = pack_piece(kit->pack, index - 1), piece = pack_piece(kit->pack, index);

    return before.paragraph != piece.paragraph || before.start + before.length != piece.start;
}

struct pack_text quotation_words(struct kit *kit, struct text_builder *builder, int source)
{
    struct pack_source facts = pack_source(kit->pack, source);
    struct pack_language language = pack_language(kit->pack, kit->session->language);

    text_builder_clear(builder);
    text_builder_add_plain(builder, language.quote_open);
    for (int i = 0; i < facts.piece_count; i++) {
        if (i > 0 && is_gap_before(kit, facts.first_piece + i))
            text_builder_add_plain(builder, " … ");
        add_piece(kit, builder, facts.first_piece + i);
    }
    text_builder_add_plain(builder, language.quote_close);
    return text_builder_text(builder);
}

static void add_numbered(struct kit *kit, struct text_builder *builder, enum pack_string_id pattern, int number)
{
    struct pack_span span;
    char digits[16];

    snprintf(digits, sizeof(digits), "%d", number);
    text_builder_add_plain(builder, ", ");
    text_builder_add_template(builder, parts_string(kit, pattern), "n", text_plain(digits, &span));
}

struct pack_text quotation_place(struct kit *kit, struct text_builder *builder, int source)
{
    struct pack_source facts = pack_source(kit->pack, source);
    struct pack_text name = pack_text(kit->pack, kit->session->language, PACK_DOCUMENT_SHORT, facts.document);
    int paragraph = pack_piece(kit->pack, facts.first_piece).paragraph;

    text_builder_clear(builder);
    text_builder_add(builder, name, 0, name.length);
    add_numbered(kit, builder, PACK_STRING_EVENT_PARAGRAPH, pack_paragraph(kit->pack, paragraph).number);
    if (facts.sentence > 0)
        add_numbered(kit, builder, PACK_STRING_EVENT_SENTENCE, facts.sentence);
    return text_builder_text(builder);
}

/* The visitor's language when the document needs no translation, or there is none. */
static int translated_into(struct kit *kit, int source)
{
    int own = kit->session->language, original = pack_document(kit->pack, pack_source(kit->pack, source).document).language;
    int language = original == own ? own : told_language(kit, PACK_QUOTATION, source);

    return language == original ? own : language;
}

struct pack_text quotation_translation(struct kit *kit, int source)
{
    return pack_text(kit->pack, translated_into(kit, source), PACK_QUOTATION, source);
}

const char *quotation_translation_tag(struct kit *kit, int source)
{
    return pack_language(kit->pack, translated_into(kit, source)).tag;
}

struct block_style quotation_translation_style(struct kit *kit, int source)
{
    struct block_style style = parts_style(kit, FONT_MUSEUM, TYPE_PASSAGE);

    style.line_px = style.size_px * 133 / 100;
    style.is_right_to_left = pack_language(kit->pack, translated_into(kit, source)).is_right_to_left;
    return style;
}

struct pack_text quotation_heading(struct kit *kit, struct text_builder *builder, int source)
{
    int language = translated_into(kit, source);

    return language == kit->session->language ? parts_string(kit, PACK_STRING_LANGUAGE_IN)
                                              : told_notice(kit, builder, language);
}

const char *quotation_tag(const struct kit *kit, int source)
{
    return pack_document(kit->pack, pack_source(kit->pack, source).document).language_tag;
}

struct block_style quotation_style(const struct kit *kit, int document, enum type type)
{
    struct block_style style = parts_style(kit, FONT_DOCUMENT, type);
    int language = pack_document(kit->pack, document).language;

    style.is_right_to_left = language >= 0 && pack_language(kit->pack, language).is_right_to_left;
    return style;
}

struct draw_ink quotation_ink(const struct kit *kit, bool differs, uint32_t ink)
{
    if (!differs)
        return (struct draw_ink){.colour = ink, .mark_colour = ink, .mark_ground = DRAW_NO_GROUND};
    return (struct draw_ink){.colour = ink,
                             .mark_colour = ink,
                             .mark_ground = look_tone(&kit->look, TONE_RED_TINT),
                             .mark_edge = look_tone(&kit->look, TONE_RED_DEEP)};
}

bool quotation_differs(const struct kit *kit, int source)
{
    struct pack_entry entry = pack_entry(kit->pack, pack_source(kit->pack, source).entry);

    for (int d = 0; d < entry.disagreement_count; d++) {
        struct pack_disagreement disagreement = pack_disagreement(kit->pack, entry.first_disagreement + d);

        for (int a = 0; a < disagreement.answer_count; a++) {
            struct pack_answer answer = pack_answer(kit->pack, disagreement.first_answer + a);

            if (answer.source == source && answer.differs)
                return true;
        }
    }
    return false;
}
