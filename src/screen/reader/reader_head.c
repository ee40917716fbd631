/* The head of the column: which document this is and in whose words it is shown. */
#include "screen/reader/reader.h"
#include "screen/told.h"

struct head {
    const struct block *name, *notice, *no_text;
    int tab_h, tab_w, gap;
    bool is_notice_below;
    int height;
};

static struct block_style name_style(const struct kit *kit, const struct reader *reader)
{
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_LABEL);

    if (reader->place.mode == READER_TALL)
        return parts_style(kit, FONT_DISPLAY, TYPE_SCREEN);
    style.size_px = style.size_px * 4 / 3;
    style.line_px = style.line_px * 4 / 3;
    return style;
}

static struct pack_text tag_name(const struct reader *reader, struct kit *kit)
{
    return pack_text(kit->pack, kit->session->language, PACK_TAG_NAME, reader->facts.tag);
}

/* In whose words: the document's language, the museum's translation, or one in another language than the visitor's (L8). */
static struct pack_text notice(struct reader *reader, struct kit *kit)
{
    if (!reader_is_translated(reader, kit))
        return tag_name(reader, kit);
    if (reader->translation == kit->session->language)
        return parts_string(kit, PACK_STRING_READER_TRANSLATED);
    return told_notice(kit, reader->builder, reader->translation);
}

static struct head measure(struct reader *reader, struct kit *kit, int width_px)
{
    struct block_style style = name_style(kit, reader), small = parts_style(kit, FONT_MUSEUM, TYPE_SMALL);
    struct head head = {.tab_h = style.size_px * 5 / 4, .gap = style.size_px / 2};
    struct pack_text short_name = pack_text(kit->pack, kit->session->language, PACK_DOCUMENT_SHORT, reader->document);
    struct pack_text words;

    head.tab_w = parts_tab_width(kit, reader->document, head.tab_h) + head.gap;
    head.name = parts_block(kit, short_name, style, width_px - head.tab_w);
    words = notice(reader, kit);
    head.notice = parts_block(kit, words, small, width_px - head.tab_w);
    head.is_notice_below = head.name->line_count > 1
        || head.tab_w + head.name->widest_px + head.gap + head.notice->widest_px > width_px;
    head.height = head.name->height_px > head.tab_h ? head.name->height_px : head.tab_h;
    head.height += head.is_notice_below ? head.notice->height_px : 0;
    if (!reader->facts.has_full_text) {
        head.no_text = parts_block(kit, parts_string(kit, PACK_STRING_READER_NO_TEXT), small, width_px - head.tab_w);
        head.height += head.no_text->height_px + head.gap / 2;
    }
    return head;
}

int reader_head_height(struct reader *reader, struct kit *kit, int width_px)
{
    return measure(reader, kit, width_px).height;
}

static int baseline(struct kit *kit, const struct block *block)
{
    struct font_metrics metrics = font_metrics(kit->fonts, block->style.role, block->style.size_px);

    return (block->style.line_px - metrics.ascent_px - metrics.descent_px) / 2 + metrics.ascent_px;
}

void reader_head_draw(struct reader *reader, struct kit *kit, int y)
{
    struct rect box = reader->place.header;
    struct head head = measure(reader, kit, box.w);
    struct block_style small = parts_style(kit, FONT_MUSEUM, TYPE_SMALL);
    uint32_t ink = look_tone(&kit->look, TONE_INK), ink2 = look_tone(&kit->look, TONE_INK2);
    uint32_t card = look_tone(&kit->look, TONE_CARD);
    int name_y = y
        + (head.name->line_count > 1 || head.name->height_px > head.tab_h ? 0 : (head.tab_h - head.name->height_px) / 2);
    int tab_y = y + (head.name->height_px > head.tab_h ? (head.name->style.line_px - head.tab_h) / 2 : 0),
        x = box.x + head.tab_w;
    struct rect beside = {x, name_y, head.is_notice_below ? box.w - head.tab_w : head.name->widest_px, head.name->height_px};
    struct pack_text words;

    reader_tab(kit, reader->document, false, (struct rect){box.x, tab_y, head.tab_w - head.gap, head.tab_h}, head.tab_h);
    y = name_y + reader_say(kit, "document:title", "heading",
                            pack_text(kit->pack, kit->session->language, PACK_DOCUMENT_SHORT, reader->document),
                            name_style(kit, reader), beside, ink, card);
    words = notice(reader, kit);
    if (head.is_notice_below) {
        y += reader_say(kit, "document:notice", "text", words, small, (struct rect){x, y, box.w - head.tab_w, 0}, ink2, card);
    } else {
        int along = x + head.name->widest_px + head.gap;

        reader_say(
            kit, "document:notice", "text", words, small,
            (struct rect){along, name_y + baseline(kit, head.name) - baseline(kit, head.notice), head.notice->widest_px, 0},
            ink2, card);
    }
    if (head.no_text)
        reader_say(kit, "document:no-text", "text", parts_string(kit, PACK_STRING_READER_NO_TEXT), small,
                   (struct rect){x, y + head.gap / 2, box.w - head.tab_w, 0}, ink, card);
}

bool reader_switch_key(const struct reader *reader, struct kit *kit, struct key *key)
{
    enum pack_string_id words = kit->session->here.is_translated ? PACK_STRING_READER_ORIGINAL : PACK_STRING_READER_SHOW;

    *key = (struct key){.id = "reader:translate", .look = KEY_DARK, .verb = UI_OWN, .value = READER_TRANSLATE,
                        .words = parts_string(kit, words)};
    return reader->translation >= 0;
}
