/*
 * Eight bytes a step ("slicing by 8", Kounavis and Berry 2005): TABLE[k][n] is the remainder of byte n followed by k zero
 * bytes. The remainder is linear, so the whole table follows from the eight single bits, which stand below, and the
 * preprocessor writes it out.
 */
#include "pack/crc32c.h"

#include "pack/bytes.h"

#define BITS_0(X) X(0xf26b8303u, 0xe13b70f7u, 0xc79a971fu, 0x8ad958cfu, 0x105ec76fu, 0x20bd8edeu, 0x417b1dbcu, 0x82f63b78u)
#define BITS_1(X) X(0x13a29877u, 0x274530eeu, 0x4e8a61dcu, 0x9d14c3b8u, 0x3fc5f181u, 0x7f8be302u, 0xff17c604u, 0xfbc3faf9u)
#define BITS_2(X) X(0xa541927eu, 0x4f6f520du, 0x9edea41au, 0x38513ec5u, 0x70a27d8au, 0xe144fb14u, 0xc76580d9u, 0x8b277743u)
#define BITS_3(X) X(0xdd45aab8u, 0xbf672381u, 0x7b2231f3u, 0xf64463e6u, 0xe964b13du, 0xd725148bu, 0xaba65fe7u, 0x52a0c93fu)
#define BITS_4(X) X(0x38116facu, 0x7022df58u, 0xe045beb0u, 0xc5670b91u, 0x8f2261d3u, 0x1ba8b557u, 0x37516aaeu, 0x6ea2d55cu)
#define BITS_5(X) X(0xef306b19u, 0xdb8ca0c3u, 0xb2f53777u, 0x6006181fu, 0xc00c303eu, 0x85f4168du, 0x0e045bebu, 0x1c08b7d6u)
#define BITS_6(X) X(0x68032cc8u, 0xd0065990u, 0xa5e0c5d1u, 0x4e2dfd53u, 0x9c5bfaa6u, 0x3d5b83bdu, 0x7ab7077au, 0xf56e0ef4u)
#define BITS_7(X) X(0x493c7d27u, 0x9278fa4eu, 0x211d826du, 0x423b04dau, 0x847609b4u, 0x0d006599u, 0x1a00cb32u, 0x34019664u)

#define BIT(n, b, value) (((n) >> (b)&1) ? (value) : 0)
#define BYTE(n, a, b, c, d, e, f, g, h) \
    (BIT(n, 0, a) ^ BIT(n, 1, b) ^ BIT(n, 2, c) ^ BIT(n, 3, d) ^ BIT(n, 4, e) ^ BIT(n, 5, f) ^ BIT(n, 6, g) ^ BIT(n, 7, h))
#define FOUR(n, ...) BYTE(n, __VA_ARGS__), BYTE(n + 1, __VA_ARGS__), BYTE(n + 2, __VA_ARGS__), BYTE(n + 3, __VA_ARGS__)
#define SIXTEEN(n, ...) FOUR(n, __VA_ARGS__), FOUR(n + 4, __VA_ARGS__), FOUR(n + 8, __VA_ARGS__), FOUR(n + 12, __VA_ARGS__)
#define SIXTY_FOUR(n, ...) \
    SIXTEEN(n, __VA_ARGS__), SIXTEEN(n + 16, __VA_ARGS__), SIXTEEN(n + 32, __VA_ARGS__), SIXTEEN(n + 48, __VA_ARGS__)
#define ALL(...)                                                                                                            \
    {                                                                                                                       \
        SIXTY_FOUR(0, __VA_ARGS__), SIXTY_FOUR(64, __VA_ARGS__), SIXTY_FOUR(128, __VA_ARGS__), SIXTY_FOUR(192, __VA_ARGS__) \
    }

static const uint32_t TABLE[8][256] = {
    BITS_0(ALL), BITS_1(ALL), BITS_2(ALL), BITS_3(ALL), BITS_4(ALL), BITS_5(ALL), BITS_6(ALL), BITS_7(ALL),
};

static uint32_t eight(uint32_t crc, const uint8_t *at)
{
    uint32_t low = bytes_load32(at) ^ crc;
    uint32_t high = bytes_load32(at + 4);

    return TABLE[7][low & 0xff] ^ TABLE[6][low >> 8 & 0xff] ^ TABLE[5][low >> 16 & 0xff] ^ TABLE[4][low >> 24]
        ^ TABLE[3][high & 0xff] ^ TABLE[2][high >> 8 & 0xff] ^ TABLE[1][high >> 16 & 0xff] ^ TABLE[0][high >> 24];
}

uint32_t crc32c(uint32_t crc, const void *bytes, size_t size)
{
    const uint8_t *at = bytes;

    crc = ~crc;
    for (; size >= 8; size -= 8, at += 8)
        crc = eight(crc, at);
    for (; size > 0; size--, at++)
        crc = crc >> 8 ^ TABLE[0][(crc ^ *at) & 0xff];
    return ~crc;
}
