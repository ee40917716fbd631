#include "compiler/write_part.h"

#include <string.h>

#include "pack/bytes.h"
#include "pack/crc32c.h"

/* A role that the exhibit does not name is drawn with the faces of another. */
static const enum pack_role base_roles[PACK_ROLE_COUNT] = {
    [PACK_DISPLAY] = PACK_MUSEUM,         [PACK_MUSEUM] = PACK_DOCUMENT,          [PACK_MUSEUM_BOLD] = PACK_MUSEUM,
    [PACK_NARROW] = PACK_MUSEUM,          [PACK_NARROW_BOLD] = PACK_NARROW,       [PACK_DOCUMENT] = PACK_MUSEUM,
    [PACK_DOCUMENT_BOLD] = PACK_DOCUMENT, [PACK_DOCUMENT_ITALIC] = PACK_DOCUMENT,
};

/* What is coded takes memory in the kiosk, and there is only so much. */
static bool may_code(struct writer *writer, size_t size)
{
    if (size == 0 || size > FORMAT_PAYLOAD_RAW_MAX || size > FORMAT_PAYLOADS_RAW_MAX - writer->payloads_raw)
        return false;
    writer->payloads_raw += size;
    return true;
}

/* Returns the row of PAYLOADS. */
static uint32_t put_payload(struct writer *writer, const uint8_t *bytes, size_t size, bool is_text)
{
    struct buffer *payload = &writer->sections[SECTION_PAYLOAD];
    uint32_t row = rows(writer, SECTION_PAYLOADS);

    is_text = is_text && may_code(writer, size);
    put(writer, SECTION_PAYLOADS, (uint32_t)payload->size);
    put(writer, SECTION_PAYLOADS, is_text ? (uint32_t)size : 0);
    put(writer, SECTION_PAYLOADS, crc32c(0, bytes, size));
    if (is_text)
        write_compressed(payload, bytes, size, writer->quality);
    else
        buffer_put(payload, bytes, size);
    return row;
}

/* Roles share many faces; each is stored once. Fonts stay uncompressed, so that they are drawn straight from the file. */
static uint32_t put_face(struct writer *writer, const struct draft_face *face)
{
    const struct buffer *table = &writer->sections[SECTION_PAYLOADS];
    const struct buffer *payload = &writer->sections[SECTION_PAYLOAD];
    uint32_t count = rows(writer, SECTION_PAYLOADS);

    for (uint32_t row = 0; row < count; row++) {
        uint32_t offset = bytes_load32(table->bytes + (size_t)12 * row);
        uint32_t end = row + 1 < count ? bytes_load32(table->bytes + (size_t)12 * (row + 1)) : (uint32_t)payload->size;

        if (end - offset == face->size && memcmp(payload->bytes + offset, face->bytes, face->size) == 0)
            return row;
    }
    return put_payload(writer, face->bytes, face->size, false);
}

static const struct draft_role *role_of(const struct draft *draft, enum pack_role role)
{
    for (int steps = 0; draft->roles[role].count == 0 && steps < PACK_ROLE_COUNT; steps++)
        role = base_roles[role];
    return &draft->roles[role];
}

static bool put_faces(struct writer *writer)
{
    for (enum pack_role role = 0; role < PACK_ROLE_COUNT; role++) {
        const struct draft_role *from = role_of(writer->draft, role);

        if (from->count == 0)
            return refuse(writer, writer->draft->at, "the exhibit names no font");
        for (int f = 0; f < from->count; f++) {
            if (from->faces[f].bytes == NULL || from->faces[f].size == 0)
                return refuse(writer, from->faces[f].at, "the font is empty");
            put(writer, SECTION_FACES, role);
            put(writer, SECTION_FACES, put_face(writer, &from->faces[f]));
        }
    }
    return true;
}

/* SVG is text; every other kind of picture is compressed already. */
static bool is_svg(const struct draft_picture *picture)
{
    return picture->size > 0 && (picture->bytes[0] == '<' || picture->bytes[0] == 0xef);
}

static bool put_pictures(struct writer *writer)
{
    for (int p = 0; p < writer->draft->picture_count; p++) {
        const struct draft_picture *picture = &writer->draft->pictures[p];

        if (picture->size > FORMAT_PAYLOAD_MAX)
            return refuse(writer, picture->at, "the picture is larger than %d MB", FORMAT_PAYLOAD_MAX >> 20);
        put_name(writer, SECTION_PICTURES, picture->id);
        put(writer, SECTION_PICTURES, put_payload(writer, picture->bytes, picture->size, is_svg(picture)));
        put(writer, SECTION_PICTURES, picture->is_decorative ? PICTURE_DECORATIVE : 0);
        put_name(writer, SECTION_PICTURES, picture->credit);
        put_name(writer, SECTION_PICTURES, picture->licence);
    }
    return true;
}

static void put_number(struct buffer *out, int32_t value, int32_t before)
{
    uint32_t difference = (uint32_t)value - (uint32_t)before;
    uint32_t number = difference << 1 ^ (0 - (difference >> 31));

    for (; number >= 0x80; number >>= 7)
        buffer_put_byte(out, (uint8_t)(number | 0x80));
    buffer_put_byte(out, (uint8_t)number);
}

/* Every second number of every ring. */
static void put_axis(struct buffer *out, const struct draft_coast *coast, int axis)
{
    int32_t before = 0;

    for (int r = 0; r < coast->ring_count; r++) {
        for (int p = 0; p < coast->rings[r].point_count; p++) {
            put_number(out, coast->rings[r].points[2 * p + axis], before);
            before = coast->rings[r].points[2 * p + axis];
        }
    }
}

static bool put_coasts(struct writer *writer)
{
    int64_t all_points = 0;

    for (int c = 0; c < writer->draft->coast_count; c++) {
        const struct draft_coast *coast = &writer->draft->coasts[c];
        struct buffer points = {0};

        put_axis(&points, coast, 0);
        put_axis(&points, coast, 1);
        put(writer, SECTION_COASTS, put_payload(writer, points.bytes, points.size, true));
        put(writer, SECTION_COASTS, rows(writer, SECTION_RINGS));
        for (int r = 0; r < coast->ring_count; r++) {
            all_points += coast->rings[r].point_count;
            put(writer, SECTION_RINGS, (uint32_t)coast->rings[r].point_count);
        }
        buffer_done(&points);
    }
    if (all_points > FORMAT_POINTS_MAX)
        return refuse(writer, writer->draft->at, "the maps have more than %d points together", FORMAT_POINTS_MAX);
    return true;
}

bool write_payloads(struct writer *writer)
{
    return put_faces(writer) && put_pictures(writer) && put_coasts(writer);
}
