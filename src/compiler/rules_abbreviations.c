/* Abbreviations of the four languages (rules Y10, Y14, Y15, Y16): how an author writes them, so that glue finds them. */
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "compiler/glue.h"
#include "compiler/rules_part.h"

/* What stands before and behind the words for them to be wrong. */
enum side {
    ANYTHING,
    NO_LETTER, /* the word ends here */
    YEAR,      /* four digits and a space */
    NUMBER,    /* a digit and a space */
    CENTURY,   /* a Roman numeral and a space */
    NAME,      /* a space and a capital letter */
    DIGIT,
    NO_STOP, /* neither a letter nor a full stop */
};

static const struct wrong {
    enum glue_language language; /* GLUE_OTHER = every one */
    const char *words;
    enum side before, behind;
    const char *sentence;
} WRONG[] = {
    {GLUE_PORTUGUESE, "nº", NO_LETTER, NO_LETTER, "the abbreviation is n.º"},
    {GLUE_PORTUGUESE, "n°", NO_LETTER, NO_LETTER, "the abbreviation is n.º"},
    {GLUE_PORTUGUESE, "séc", NO_LETTER, NO_STOP, "the abbreviation is séc."},
    {GLUE_PORTUGUESE, "sec.", NO_LETTER, ANYTHING, "the abbreviation is séc."},
    {GLUE_PORTUGUESE, "º", DIGIT, NO_LETTER, "an ordinal has a full stop: 2.º"},
    {GLUE_PORTUGUESE, "1.º de ", NO_LETTER, ANYTHING, "the first day of a month is 1"},
    {GLUE_LITHUANIAN, "m", YEAR, NO_STOP, "the year is followed by m. with a full stop"},
    {GLUE_LITHUANIAN, "d", NUMBER, NO_STOP, "the day is followed by d. with a full stop"},
    {GLUE_LITHUANIAN, "a", CENTURY, NO_STOP, "the century is followed by a. with a full stop"},
    {GLUE_LITHUANIAN, "sausi", YEAR, ANYTHING, "m. is missing between year and month: 1922 m. sausį"},
    {GLUE_LITHUANIAN, "vasari", YEAR, ANYTHING, "m. is missing between year and month: 1922 m. vasarį"},
    {GLUE_LITHUANIAN, "kov", YEAR, ANYTHING, "m. is missing between year and month: 1922 m. kovą"},
    {GLUE_LITHUANIAN, "balan", YEAR, ANYTHING, "m. is missing between year and month: 1922 m. balandį"},
    {GLUE_LITHUANIAN, "geguž", YEAR, ANYTHING, "m. is missing between year and month: 1922 m. gegužę"},
    {GLUE_LITHUANIAN, "birž", YEAR, ANYTHING, "m. is missing between year and month: 1922 m. birželį"},
    {GLUE_LITHUANIAN, "liep", YEAR, ANYTHING, "m. is missing between year and month: 1922 m. liepą"},
    {GLUE_LITHUANIAN, "rugp", YEAR, ANYTHING, "m. is missing between year and month: 1922 m. rugpjūtį"},
    {GLUE_LITHUANIAN, "rugs", YEAR, ANYTHING, "m. is missing between year and month: 1922 m. rugsėjį"},
    {GLUE_LITHUANIAN, "spal", YEAR, ANYTHING, "m. is missing between year and month: 1922 m. spalį"},
    {GLUE_LITHUANIAN, "lapkri", YEAR, ANYTHING, "m. is missing between year and month: 1922 m. lapkritį"},
    {GLUE_LITHUANIAN, "gruod", YEAR, ANYTHING, "m. is missing between year and month: 1922 m. gruodį"},
    {GLUE_POLISH, "r", YEAR, NO_STOP, "the year is followed by r. with a full stop"},
    {GLUE_ENGLISH, "Mr.", NO_LETTER, NAME, "British English writes Mr without a full stop"},
    {GLUE_ENGLISH, "Mrs.", NO_LETTER, NAME, "British English writes Mrs without a full stop"},
    {GLUE_ENGLISH, "Dr.", NO_LETTER, NAME, "British English writes Dr without a full stop"},
    {GLUE_ENGLISH, "St.", NO_LETTER, NAME, "British English writes St without a full stop"},
    {GLUE_OTHER, "km2", NO_LETTER, NO_LETTER, "write km²"},
    {GLUE_OTHER, "m2", NO_LETTER, NO_LETTER, "write m²"},
};

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* The byte behind the text before the space in front of byte `at`; 0 where no space stands there. */
static size_t end_before_space(const char *bytes, size_t at)
{
    UChar32 before = rules_before(bytes, at);

    return rules_is_space(before) ? at - (size_t)U8_LENGTH(before) : 0;
}

static int run_before(const char *bytes, size_t end, const char *of)
{
    int run = 0;

    while (end > 0 && strchr(of, bytes[end - 1])) {
        end--;
        run++;
    }
    return run;
}

static bool is_before(const char *bytes, size_t at, enum side side)
{
    size_t end = end_before_space(bytes, at);

    switch (side) {
    case NO_LETTER:
        return !u_isalnum(rules_before(bytes, at));
    case DIGIT:
        return at > 0 && is_digit(bytes[at - 1]);
    case YEAR:
        return run_before(bytes, end, "0123456789") == 4;
    case NUMBER:
        return run_before(bytes, end, "0123456789") > 0;
    case CENTURY:
        return run_before(bytes, end, "IVX") > 0;
    default:
        return true;
    }
}

static bool is_behind(const char *bytes, size_t at, enum side side)
{
    UChar32 after = rules_first(bytes + at);

    switch (side) {
    case NO_LETTER:
        return !u_isalnum(after);
    case NO_STOP:
        return !u_isalnum(after) && after != '.' && after != '-';
    case NAME:
        return after == ' ' && u_isupper(rules_first(bytes + at + 1));
    default:
        return true;
    }
}

/* Where the words stand with what makes them wrong; NULL = nowhere. */
static const char *find(const struct wrong *wrong, const char *bytes)
{
    for (const char *found = bytes; (found = strstr(found, wrong->words)); found++)
        if (is_before(bytes, (size_t)(found - bytes), wrong->before)
            && is_behind(bytes, (size_t)(found - bytes) + strlen(wrong->words), wrong->behind))
            return found;
    return NULL;
}

static void check_abbreviation(const struct rules_text *text)
{
    enum glue_language language = glue_language_of(text->visit.tag);

    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        bool is_asked = WRONG[i].language == language || WRONG[i].language == GLUE_OTHER;
        const char *found = is_asked ? find(&WRONG[i], text->bytes) : NULL;

        if (!found)
            continue;
        rules_complain_at(text, (size_t)(found - text->bytes), WRONG[i].sentence);
        return;
    }
}

void rule_abbreviation(const struct judge *judge)
{
    rules_each_text(judge, check_abbreviation);
}
