#include "compiler/glue.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

enum trait {
    IS_NUMBER = 1, /* "29", "1,5", "16–18" */
    IS_YEAR = 2,   /* "1922", "1917–1924": a number too */
    STARTS_WITH_DIGIT = 4,
    IS_ROMAN = 8,    /* "II" */
    IS_CAPITAL = 16, /* starts with a capital letter */
    IS_LETTER = 32,  /* starts with a letter */
    IS_LONE = 64,    /* one letter */
    IS_OPENED = 128, /* a quotation mark or bracket stands before it */
    IS_CLOSED = 256, /* punctuation stands behind it */
    IS_DASH = 512,
};

/* ---- words ---------------------------------------------------------------------------------- */

enum glue_language glue_language_of(const char *tag)
{
    static const char TAGS[][3] = {"", "pt", "lt", "pl", "en"};

    for (int i = GLUE_PORTUGUESE; i <= GLUE_ENGLISH; i++)
        if (!strncmp(tag, TAGS[i], 2) && (tag[2] == '\0' || tag[2] == '-'))
            return (enum glue_language)i;
    return GLUE_OTHER;
}

static uint32_t mark_length(const char *bytes, uint32_t length, const char *const marks[])
{
    for (int i = 0; marks[i]; i++)
        if (length >= strlen(marks[i]) && !memcmp(bytes, marks[i], strlen(marks[i])))
            return (uint32_t)strlen(marks[i]);
    return 0;
}

static void strip_opening(struct glue_word *word)
{
    static const char *const OPENING[] = {"(", "[", "«", "„", "“", "‘", "‚", NULL};
    uint32_t size;

    while (word->length
           && !((uint8_t)*word->bytes >= '0' && (uint8_t)*word->bytes <= 'z' && *word->bytes != '[')
           && (size = mark_length(word->bytes, word->length, OPENING))) {
        word->bytes += size;
        word->length -= size;
        word->traits |= IS_OPENED;
    }
}

static uint32_t closing_length(const struct glue_word *word)
{
    static const char *const CLOSING[] = {"»", "“", "”", "’", "‘", "…", NULL};
    uint8_t last = (uint8_t)word->bytes[word->length - 1];

    if (last < 0x80)
        return strchr(",;:!?)]", last) != NULL;
    if (last == 0xbb && word->length >= 2)
        return mark_length(word->bytes + word->length - 2, 2, CLOSING);
    return word->length >= 3 ? mark_length(word->bytes + word->length - 3, 3, CLOSING) : 0;
}

static void strip_closing(struct glue_word *word)
{
    uint32_t size;

    while (word->length && (size = closing_length(word))) {
        word->length -= size;
        word->traits |= IS_CLOSED;
    }
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static unsigned number_traits(const struct glue_word *word)
{
    bool has_year = false, has_separator = false;
    uint32_t digits = 0;

    for (uint32_t i = 0; i < word->length; i++) {
        if (is_digit(word->bytes[i])) {
            digits++;
            has_year |= digits == 4 && (i + 1 == word->length || !is_digit(word->bytes[i + 1]));
            continue;
        }
        digits = 0;
        if (word->bytes[i] == '.' || word->bytes[i] == ',')
            has_separator = true;
        else if (i + 2 < word->length && !memcmp(word->bytes + i, "–", 3))
            i += 2;
        else if (word->bytes[i] != '/')
            return STARTS_WITH_DIGIT;
    }
    if (digits == 0)
        return STARTS_WITH_DIGIT;
    return STARTS_WITH_DIGIT | IS_NUMBER | (has_year && !has_separator ? IS_YEAR : 0);
}

static bool is_roman(const struct glue_word *word)
{
    for (uint32_t i = 0; i < word->length; i++)
        if (!strchr("IVXLC", word->bytes[i]) || !word->bytes[i])
            return false;
    return word->length > 0;
}

static unsigned letter_traits(const struct glue_word *word)
{
    unsigned traits = 0;
    int32_t at = 0;
    UChar32 character;

    U8_NEXT_OR_FFFD(word->bytes, at, (int32_t)word->length, character);
    if (!u_isalpha(character))
        return 0;
    traits |= IS_LETTER;
    if (u_isupper(character))
        traits |= IS_CAPITAL;
    if ((uint32_t)at == word->length)
        traits |= IS_LONE;
    return traits | (is_roman(word) ? IS_ROMAN : 0);
}

static bool is_dash(const char *bytes, uint32_t length)
{
    return length == 3 && (!memcmp(bytes, "–", 3) || !memcmp(bytes, "—", 3));
}

struct glue_word glue_word(const char *bytes, uint32_t length)
{
    struct glue_word word = {bytes, length, 0};

    if (is_dash(bytes, length)) {
        word.traits = IS_DASH;
        return word;
    }
    strip_opening(&word);
    strip_closing(&word);
    if (word.length > 0)
        word.traits |= is_digit(*word.bytes) ? number_traits(&word) : letter_traits(&word);
    return word;
}

/* ---- lists ---------------------------------------------------------------------------------- */

/* Words of a list stand between spaces: " gen. dr. ". */
static bool is_in(const char *list, const struct glue_word *word)
{
    for (const char *at = list + 1; *at;) {
        const char *end = strchr(at, ' ');

        if ((uint32_t)(end - at) == word->length && !memcmp(at, word->bytes, word->length))
            return true;
        at = end + 1;
    }
    return false;
}

static bool is_word(const struct glue_word *word, const char *text)
{
    return word->length == strlen(text) && !memcmp(word->bytes, text, word->length);
}

static bool is_lone_of(const struct glue_word *word, const char *letters)
{
    return word->length == 1 && strchr(letters, *word->bytes);
}

static bool is_plain(const struct glue_word *left, const struct glue_word *right)
{
    return !(left->traits & IS_CLOSED) && !(right->traits & IS_OPENED);
}

/* ---- every language (rule Y14) -------------------------------------------------------------- */

static bool is_unit_sign(const struct glue_word *word)
{
    static const char *const SIGNS[] = {"%", "‰", "°", "€", "£", "$", "№", "×", NULL};

    return mark_length(word->bytes, word->length, SIGNS) > 0;
}

/* "29 countries", "40 %", and the groups of "50 000". */
static bool number_counts(const struct glue_word *left, const struct glue_word *right)
{
    /* words that a number does not count */
    static const char JOINING[] = " and or to of in by e ou a em ir ar iki i lub albo oraz do na ";

    if (!(left->traits & IS_NUMBER) || left->traits & IS_YEAR)
        return false;
    if (right->traits & IS_NUMBER)
        return left->length <= 3 && right->length == 3 && !memchr(right->bytes, ',', 3)
               && !memchr(right->bytes, '.', 3);
    return (right->traits & IS_LETTER && !is_in(JOINING, right)) || is_unit_sign(right);
}

/* "J." or "J.K." */
static bool are_initials(const struct glue_word *word)
{
    int32_t at = 0, length = (int32_t)word->length;

    while (at < length) {
        UChar32 letter;

        U8_NEXT_OR_FFFD(word->bytes, at, length, letter);
        if (!u_isupper(letter) || at >= length || word->bytes[at++] != '.')
            return false;
    }
    return length > 0;
}

static bool is_title_before_name(const struct glue_word *left, const struct glue_word *right)
{
    static const char TITLES[] =
        " gen. Gen. dr. dr Dr. Dr D. prof. Prof. płk płk. ppłk mjr mjr. kpt. adm. inż. ks. hr. św. "
        "Św. šv. Šv."
        " kun. kn. S. Sr. Sra. Dra. eng. cap. Mr Mrs Ms St Sir Mr. Mrs. St. tow. drg. ";

    return right->traits & IS_CAPITAL && left->length <= 5 && is_in(TITLES, left);
}

static bool is_numbered(const struct glue_word *left, const struct glue_word *right)
{
    static const char BEFORE_NUMBERS[] = " No. no. Nos. Nr. nr. nr Nr n.º N.º nº № p. pp. P. s. "
                                         "ss. psl. str. t. vol. Vol. cap. art. Art. par."
                                         " rozdz. ch. § c. ca. ok. ca lin. pkt ust. ";

    return right->traits & STARTS_WITH_DIGIT && left->length <= 6 && is_in(BEFORE_NUMBERS, left);
}

/* "Nicholas II", but no English "When I". */
static bool is_ruler(enum glue_language language, const struct glue_word *left,
                     const struct glue_word *right)
{
    return right->traits & IS_ROMAN && left->traits & IS_CAPITAL
           && !(left->traits & (IS_LONE | IS_ROMAN | IS_CLOSED))
           && (language != GLUE_ENGLISH || !is_word(right, "I"));
}

/* "III Congress": a numeral that no name or day claims. */
static bool is_ordinal(const struct glue_word *before, const struct glue_word *left,
                       const struct glue_word *right)
{
    return left->traits & IS_ROMAN && (left->length > 1 || is_lone_of(left, "VX"))
           && right->traits & IS_LETTER && !(before->traits & (IS_NUMBER | IS_CAPITAL));
}

static bool is_glued_anywhere(enum glue_language language, const struct glue_word *before,
                              const struct glue_word *left, const struct glue_word *right)
{
    if (right->traits & IS_DASH)
        return true;
    if (is_ruler(language, left, right))
        return true;
    if (!is_plain(left, right))
        return false;
    return number_counts(left, right) || is_ordinal(before, left, right)
           || is_title_before_name(left, right) || is_numbered(left, right)
           || (right->traits & IS_CAPITAL && are_initials(left));
}

/* ---- one language --------------------------------------------------------------------------- */

static bool is_glued_in_portuguese(const struct glue_word *before, const struct glue_word *left,
                                   const struct glue_word *right)
{
    static const char MONTHS[] =
        " janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro "
        "Janeiro"
        " Fevereiro Março Abril Maio Junho Julho Agosto Setembro Outubro Novembro Dezembro ";
    static const char CENTURIES[] = " século séc. Século séculos sécs. ";

    if (is_word(left, "de"))
        return right->traits & IS_YEAR || (before->traits & IS_NUMBER && is_in(MONTHS, right));
    return right->traits & IS_ROMAN && is_in(CENTURIES, left);
}

static bool is_glued_in_lithuanian(const struct glue_word *left, const struct glue_word *right)
{
    static const char MONTHS[] = " sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio "
                                 "rugsėjo spalio lapkričio gruodžio Sausio"
                                 " Vasario Kovo Balandžio Gegužės Birželio Liepos Rugpjūčio "
                                 "Rugsėjo Spalio Lapkričio Gruodžio ";

    if (left->traits & IS_YEAR)
        return is_word(right, "m.") || is_word(right, "m");
    if (left->traits & IS_ROMAN)
        return is_word(right, "a.") || is_word(right, "amžius");
    if (!(right->traits & STARTS_WITH_DIGIT))
        return false;
    return is_word(left, "g.") || is_word(left, "kn.") || is_in(MONTHS, left);
}

static bool is_glued_in_polish(const struct glue_word *left, const struct glue_word *right)
{
    if (left->traits & IS_YEAR)
        return is_word(right, "r.") || is_word(right, "rr.") || is_word(right, "r");
    return left->traits & IS_ROMAN && (is_word(right, "w.") || is_word(right, "w"));
}

static enum pack_break polish_small_word(const struct glue_word *left, bool is_title)
{
    if (is_lone_of(left, "aiouwzAIOUWZ"))
        return is_title ? PACK_BREAK_GLUE : PACK_BREAK_GLUE_WIDE;
    if (left->length == 2 && is_in(" do na od po za ze we ku Do Na Od Po Za Ze We Ku ", left))
        return PACK_BREAK_GLUE_WIDE;
    return PACK_BREAK_NONE;
}

static bool is_glued_in(enum glue_language language, const struct glue_word *before,
                        const struct glue_word *left, const struct glue_word *right)
{
    switch (language) {
    case GLUE_PORTUGUESE: return is_glued_in_portuguese(before, left, right);
    case GLUE_LITHUANIAN: return is_glued_in_lithuanian(left, right);
    case GLUE_POLISH: return is_glued_in_polish(left, right);
    default: return false;
    }
}

enum pack_break glue_between(enum glue_language language, const struct glue_word *before,
                             const struct glue_word *left, const struct glue_word *right,
                             bool is_title)
{
    if (left->length == 0 || right->length == 0)
        return PACK_BREAK_NONE;
    if (is_glued_anywhere(language, before, left, right)
        || (is_plain(left, right) && is_glued_in(language, before, left, right)))
        return PACK_BREAK_GLUE;
    /* a small word may stand before a quotation: w „Prawdzie” */
    return language == GLUE_POLISH && !(left->traits & IS_CLOSED)
               ? polish_small_word(left, is_title)
               : PACK_BREAK_NONE;
}
