#include "pack/payloads.h"

#include <brotli/decode.h>
#include <stdlib.h>

#include "pack/crc32c.h"

struct payload {
    struct pack_bytes bytes;
    uint8_t *owned;
    bool is_known; /* tried before, good or bad */
};

struct payloads {
    struct payload *rows;
    uint32_t count;
    bool is_damaged;
};

struct payloads *payloads_create(const struct pack *pack)
{
    struct payloads *payloads = calloc(1, sizeof *payloads);

    if (payloads == NULL)
        return NULL;
    payloads->count = table_rows(pack, SECTION_PAYLOADS);
    payloads->rows = calloc(payloads->count + 1, sizeof *payloads->rows);
    if (payloads->rows == NULL) {
        free(payloads);
        return NULL;
    }
    return payloads;
}

void payloads_destroy(struct payloads *payloads)
{
    if (payloads == NULL)
        return;
    for (uint32_t i = 0; i < payloads->count; i++)
        free(payloads->rows[i].owned);
    free(payloads->rows);
    free(payloads);
}

void payloads_mark_damaged(struct payloads *payloads)
{
    payloads->is_damaged = true;
}

bool payloads_are_damaged(const struct payloads *payloads)
{
    return payloads->is_damaged;
}

static bool unpack(struct pack_bytes stored, uint32_t raw, struct payload *payload)
{
    size_t size = raw;

    payload->owned = malloc(raw);
    if (payload->owned == NULL
        || BrotliDecoderDecompress(stored.size, stored.bytes, &size, payload->owned) != BROTLI_DECODER_RESULT_SUCCESS
        || size != raw)
        return false;
    payload->bytes = (struct pack_bytes){payload->owned, size};
    return true;
}

static bool payload_open(const struct pack *pack, uint32_t row, struct payload *payload)
{
    uint32_t offset = table_word(pack, SECTION_PAYLOADS, row, PAYLOAD_OFFSET);
    uint32_t end = table_share_end(pack, SECTION_PAYLOADS, row, PAYLOAD_OFFSET, SECTION_PAYLOAD);
    uint32_t raw = table_word(pack, SECTION_PAYLOADS, row, PAYLOAD_RAW);
    struct pack_bytes stored = {pack->tables[SECTION_PAYLOAD].bytes + offset, end - offset};

    if (raw == 0)
        payload->bytes = stored;
    else if (!unpack(stored, raw, payload))
        return false;
    return crc32c(0, payload->bytes.bytes, payload->bytes.size) == table_word(pack, SECTION_PAYLOADS, row, PAYLOAD_CRC);
}

struct pack_bytes payloads_bytes(const struct pack *pack, uint32_t row)
{
    struct payload *payload = &pack->payloads->rows[row];

    if (!payload->is_known) {
        payload->is_known = true;
        if (!payload_open(pack, row, payload)) {
            pack->payloads->is_damaged = true;
            payload->bytes = (struct pack_bytes){NULL, 0};
        }
    }
    return payload->bytes;
}

int pack_face_count(const struct pack *pack, enum pack_role role)
{
    int count = 0;

    for (uint32_t f = 0; f < table_rows(pack, SECTION_FACES); f++)
        count += table_word(pack, SECTION_FACES, f, FACE_ROLE) == role;
    return count;
}

struct pack_bytes pack_face(const struct pack *pack, enum pack_role role, int face)
{
    uint32_t row = 0;

    assert(face >= 0 && face < pack_face_count(pack, role));
    while (table_word(pack, SECTION_FACES, row, FACE_ROLE) != role)
        row++;
    return payloads_bytes(pack, table_word(pack, SECTION_FACES, row + (uint32_t)face, FACE_PAYLOAD));
}

struct pack_bytes pack_picture(const struct pack *pack, int picture)
{
    assert(picture >= 0 && (uint32_t)picture < table_rows(pack, SECTION_PICTURES));
    return payloads_bytes(pack, table_word(pack, SECTION_PICTURES, (uint32_t)picture, PICTURE_PAYLOAD));
}
