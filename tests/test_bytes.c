#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pack/bytes.h"
#include "pack/crc32c.h"
#include "pack/plain.h"

static void numbers_are_little_endian(void **state)
{
    const uint8_t bytes[] = {0x78, 0x56, 0x34, 0xf2};
    uint8_t out[4] = {0};

    (void)state;
    assert_int_equal(bytes_load16(bytes), 0x5678);
    assert_true(bytes_load32(bytes) == 0xf2345678u);
    bytes_store32(out, 0xf2345678u);
    assert_memory_equal(out, bytes, 4);
    bytes_store16(out, 0xf234);
    assert_memory_equal(out, bytes + 2, 2);
}

static void a_range_that_would_overflow_is_outside(void **state)
{
    static const struct {
        uint64_t start, length, size;
        bool is_inside;
    } cases[] = {
        {0, 0, 0, true},
        {0, 10, 10, true},
        {10, 0, 10, true},
        {4, 6, 10, true},
        {4, 7, 10, false},
        {11, 0, 10, false},
        {UINT64_MAX, 2, 10, false},
        {2, UINT64_MAX, 10, false},
        {1, UINT64_MAX, UINT64_MAX, false},
        {0, UINT64_MAX, UINT64_MAX, true},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(bytes_in_range(cases[i].start, cases[i].length, cases[i].size), cases[i].is_inside);
}

/* RFC 3720, appendix B.4. */
static void crc32c_agrees_with_the_published_vectors(void **state)
{
    uint8_t zeros[32] = {0}, ones[32], rising[32], falling[32];

    (void)state;
    for (uint8_t i = 0; i < 32; i++) {
        ones[i] = 0xff;
        rising[i] = i;
        falling[i] = (uint8_t)(31 - i);
    }
    assert_true(crc32c(0, zeros, 32) == 0x8a9136aau);
    assert_true(crc32c(0, ones, 32) == 0x62a8ab43u);
    assert_true(crc32c(0, rising, 32) == 0x46dd794eu);
    assert_true(crc32c(0, falling, 32) == 0x113fdb5cu);
    assert_true(crc32c(0, "123456789", 9) == 0xe3069283u);
    assert_true(crc32c(0, "", 0) == 0);
}

static void crc32c_may_be_taken_in_parts(void **state)
{
    uint8_t bytes[100];

    (void)state;
    for (uint8_t i = 0; i < 100; i++)
        bytes[i] = (uint8_t)(i * 7);
    for (size_t cut = 0; cut <= 100; cut++)
        assert_true(crc32c(crc32c(0, bytes, cut), bytes + cut, 100 - cut) == crc32c(0, bytes, 100));
}

static void plain_text_is_well_formed_utf8_without_controls(void **state)
{
    static const struct {
        const char *bytes;
        size_t size;
        bool is_text;
    } cases[] = {
        {"", 0, true},
        {"two\0texts\0", 10, true},
        {"\xc5\xbb\xc3\xb3\xc5\x82w", 7, true},
        {"\xd1\xa3 \xe2\x89\xa0 \xf0\x9f\x9a\x82", 11, true},
        {"line\nend", 8, false},
        {"tab\t", 4, false},
        {"\x7f", 1, false},
        {"\x80", 1, false},
        {"\xc3", 1, false},
        {"\xc0\xaf", 2, false},
        {"\xe0\x80\xaf", 3, false},
        {"\xed\xa0\x80", 3, false},
        {"\xf4\x90\x80\x80", 4, false},
        {"\xf5\x80\x80\x80", 4, false},
        {"\xe2\x89", 2, false},
        {"\xe2\x89z", 3, false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(plain_is_text((const uint8_t *)cases[i].bytes, cases[i].size), cases[i].is_text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_little_endian),
        cmocka_unit_test(a_range_that_would_overflow_is_outside),
        cmocka_unit_test(crc32c_agrees_with_the_published_vectors),
        cmocka_unit_test(crc32c_may_be_taken_in_parts),
        cmocka_unit_test(plain_text_is_well_formed_utf8_without_controls),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
