#include "compiler/numbers.h"

#include <string.h>

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Bytes of a separator that has a digit behind it; 0 = none. A space separates only groups of three. */
static size_t separator_at(const char *text, bool may_be_space, char *separator)
{
    if ((*text == ',' || *text == '.') && is_digit(text[1])) {
        *separator = *text;
        return 1;
    }
    *separator = ' ';
    if (!may_be_space)
        return 0;
    if (*text == ' ' && strspn(text + 1, "0123456789") == 3)
        return 1;
    if (!strncmp(text, "\xC2\xA0", 2) && strspn(text + 2, "0123456789") == 3)
        return 2;
    return 0;
}

static void add_group(struct number *number, int digits, char separator)
{
    number->groups++;
    number->digits += digits;
    number->last = digits;
    if (number->groups == 1) {
        number->first = digits;
        return;
    }
    number->separator = number->groups == 2 || number->separator == separator ? separator : '?';
    number->is_by_thousands &= digits == 3;
}

static struct number number_at(const char *text, size_t start)
{
    struct number number = {.start = start, .end = start, .is_by_thousands = true};
    char separator = 0;
    size_t step = 0;

    do {
        int digits = (int)strspn(text + number.end + step, "0123456789");

        add_group(&number, digits, separator);
        number.end += step + (size_t)digits;
        step = separator_at(text + number.end, number.first <= 3, &separator);
    } while (step);
    return number;
}

bool number_next(const char *text, size_t from, struct number *number)
{
    from += strcspn(text + from, "0123456789");
    if (!text[from])
        return false;
    *number = number_at(text, from);
    return true;
}

bool number_is_grouped(const struct number *number)
{
    return number->is_by_thousands && number->groups > 1 && number->first <= 3;
}
