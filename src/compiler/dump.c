#include "compiler/dump.h"

#include <stdlib.h>
#include <string.h>

static const char *const break_names[] = {
    [PACK_BREAK_ALWAYS] = "always", [PACK_BREAK_REPEAT] = "repeat",
    [PACK_BREAK_HYPHEN] = "hyphen", [PACK_BREAK_HYPHEN_LARGE] = "hyphen-large",
    [PACK_BREAK_GLUE] = "glue",     [PACK_BREAK_GLUE_WIDE] = "glue-wide",
};
static const char *const precision_names[] = {"day", "night", "month", "part-of-month", "season", "part-of-year", "year"};
static const char *const by_names[] = {"document", "context", "editors"};

static void put_breaks(struct json *json, const struct pack_text *text)
{
    bool has_breaks = false;

    for (uint32_t i = 0; i <= text->length; i++)
        has_breaks |= text->breaks[i] != PACK_BREAK_NONE;
    if (!has_breaks)
        return;
    json_open_object(json, "breaks", true);
    for (uint8_t kind = PACK_BREAK_ALWAYS; kind <= PACK_BREAK_GLUE_WIDE; kind++) {
        bool is_open = false;

        for (uint32_t i = 0; i <= text->length; i++) {
            if (text->breaks[i] != kind)
                continue;
            if (!is_open)
                json_open_array(json, break_names[kind], true);
            is_open = true;
            json_integer(json, NULL, i);
        }
        if (is_open)
            json_close_array(json);
    }
    json_close_object(json);
}

static void put_span(struct dump *dump, const struct pack_span *span)
{
    char script[5] = {span->script[0], span->script[1], span->script[2], span->script[3], '\0'};
    struct json *json = &dump->json;

    json_open_object(json, NULL, true);
    json_integer(json, "start", span->start);
    json_string(json, "script", script);
    if (span->face != 0)
        json_integer(json, "face", span->face);
    if (span->level != 0)
        json_integer(json, "level", span->level);
    if (span->language != 0)
        json_string(json, "language", pack_tag(dump->pack, span->language - 1));
    if (span->flags & PACK_SPAN_MARK)
        json_bool(json, "mark", true);
    if (span->flags & PACK_SPAN_TERM)
        json_bool(json, "term", true);
    json_close_object(json);
}

static bool is_plain_span(const struct pack_span *span)
{
    return span->flags == 0 && span->face == 0 && span->level == 0 && span->language == 0
        && memcmp(span->script, "Latn", 4) == 0;
}

void dump_text(struct dump *dump, const char *key, struct pack_text text)
{
    struct json *json = &dump->json;

    json_open_object(json, key, true);
    json_string(json, "text", text.bytes);
    put_breaks(json, &text);
    if (text.span_count > 1 || (text.span_count == 1 && !is_plain_span(&text.spans[0]))) {
        json_open_array(json, "spans", true);
        for (uint32_t i = 0; i < text.span_count; i++)
            put_span(dump, &text.spans[i]);
        json_close_array(json);
    }
    json_close_object(json);
}

void dump_words(struct dump *dump, const char *key, enum pack_field field, int index)
{
    json_open_object(&dump->json, key, false);
    for (int l = 0; l < dump->exhibit.languages; l++) {
        struct pack_text text = pack_text(dump->pack, l, field, index);

        if (text.length > 0)
            dump_text(dump, pack_language(dump->pack, l).tag, text);
    }
    json_close_object(&dump->json);
}

void dump_date(struct dump *dump, const char *key, const struct pack_date *date)
{
    static const char *const flag_names[] = {"about", "before", "after", "uncertain"};
    struct json *json = &dump->json;

    json_open_object(json, key, true);
    json_integer(json, "first_day", date->first_day);
    json_integer(json, "last_day", date->last_day);
    json_string(json, "precision", precision_names[date->precision]);
    json_string(json, "by", by_names[date->by]);
    for (int flag = 0; flag < 4; flag++) {
        if (date->flags >> flag & 1)
            json_bool(json, flag_names[flag], true);
    }
    json_close_object(json);
}

void dump_piece(struct dump *dump, struct pack_piece piece)
{
    struct json *json = &dump->json;
    struct pack_text text = pack_text(dump->pack, 0, PACK_PARAGRAPH, piece.paragraph);
    char *words = strndup(text.length > 0 ? text.bytes + piece.start : "", piece.length);

    json_open_object(json, NULL, true);
    json_integer(json, "paragraph", pack_paragraph(dump->pack, piece.paragraph).number);
    json_integer(json, "start", piece.start);
    json_string(json, "text", words);
    json_open_array(json, "marks", true);
    for (int m = 0; m < piece.mark_count; m++) {
        struct pack_mark mark = pack_mark(dump->pack, piece.first_mark + m);

        json_open_array(json, NULL, true);
        json_integer(json, NULL, mark.start);
        json_integer(json, NULL, mark.length);
        json_close_array(json);
    }
    json_close_array(json);
    json_close_object(json);
    free(words);
}

void dump_term_uses(struct dump *dump, int first, int count, struct pack_term_use (*at)(const struct pack *pack, int k))
{
    struct json *json = &dump->json;

    json_open_array(json, "terms", false);
    for (int k = first; k < first + count; k++) {
        struct pack_term_use use = at(dump->pack, k);

        json_open_object(json, NULL, true);
        json_string(json, "id", pack_term_id(dump->pack, use.term));
        json_open_array(json, "in", true);
        for (int l = 0; l < dump->exhibit.languages; l++) {
            if (use.languages >> l & 1)
                json_string(json, NULL, pack_language(dump->pack, l).tag);
        }
        json_close_array(json);
        json_close_object(json);
    }
    json_close_array(json);
}

void dump_picture_id(struct dump *dump, const char *key, int picture)
{
    json_string(&dump->json, key, picture >= 0 ? pack_picture_id(dump->pack, picture) : NULL);
}
