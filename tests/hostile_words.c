/* The words of a hostile exhibit: letters of its languages by chance, or all alike, or as wide as they get. */
#include "hostile_inside.h"

#include <string.h>

#include "text/utf8.h"

#define OF_MUSEUM "/content/strings"
#define OF_LIGHTHOUSE "/tests/exhibits/lighthouse/strings"

const struct tongue hostile_tongues[LANGUAGES_MOST] = {
    {"en", OF_MUSEUM, "English", "wetaoinshrdlcumfgypb"},
    {"he", OF_LIGHTHOUSE, "עברית", "שאבגדהוזחטיכלמנסעפצק"},
    {"uk", OF_LIGHTHOUSE, "Українська", "щоаинвіерстклудмпязж"},
    {"el", OF_LIGHTHOUSE, "Ελληνικά", "ωαοιετσνηυρπκλμδγθχφ"},
    {"pl", OF_MUSEUM, "Polski", "wąęłóżćśaeoznrkymdpb"},
    {"lt", OF_MUSEUM, "Lietuvių", "mėųūšžįąaisteuronklp"},
    {"pt", OF_MUSEUM, "Português", "mãõçéâaeosrindtuclpv"},
    {"ru", OF_LIGHTHOUSE, "Русский", "жоеаинтсрвлкмдпуяыьг"},
};

static void put_letter(FILE *file, const struct tongue *tongue, int index)
{
    size_t length = strlen(tongue->letters), at = 0, next;

    for (int i = 0; i < index; i++)
        at = utf8_next(tongue->letters, length, at);
    next = utf8_next(tongue->letters, length, at);
    fprintf(file, "%.*s", (int)(next - at), tongue->letters + at);
}

/* Few letters are all the same: others may be an abbreviation that the compiler knows better. */
void hostile_put_letters(struct hostile *hostile, FILE *file, const struct tongue *tongue, int letters)
{
    int letter = hostile_any(hostile, LETTERS);

    for (int i = 0; i < letters; i++)
        put_letter(file, tongue, letters < 5 ? letter : hostile_any(hostile, LETTERS));
}

void hostile_put_words(struct hostile *hostile, FILE *file, const struct tongue *tongue, int count)
{
    for (int i = 0; i < count; i++) {
        fputs(i ? " " : "", file);
        hostile_put_letters(hostile, file, tongue, hostile_any(hostile, 12) == 0 ? 26 : 2 + hostile_any(hostile, 9));
    }
}

/* The number in letters, so that every label is its own: three of them are enough for 8000. */
static void put_code(FILE *file, const struct tongue *tongue, int number)
{
    put_letter(file, tongue, number / LETTERS / LETTERS % LETTERS);
    put_letter(file, tongue, number / LETTERS % LETTERS);
    put_letter(file, tongue, number % LETTERS);
}

static void put_wide(FILE *file, const struct tongue *tongue, int letters)
{
    for (int i = 0; i < letters; i++)
        put_letter(file, tongue, 0);
}

void hostile_put_short(struct hostile *hostile, FILE *file, const struct tongue *tongue, int entry)
{
    if (hostile->words == WORDS_DIGITS) {
        fprintf(file, "\"%d\"", 1000 + entry);
        return;
    }
    if (hostile->words == WORDS_UNBROKEN)
        put_wide(file, tongue, 21);
    else if (hostile->words == WORDS_SAME)
        for (int i = 1; i <= 5; i++)
            put_letter(file, tongue, i);
    else if (hostile->words == WORDS_ORDINARY) {
        hostile_put_letters(hostile, file, tongue, 3 + hostile_any(hostile, 9));
        fputs(" ", file);
        hostile_put_letters(hostile, file, tongue, 1 + hostile_any(hostile, 7));
        fputs(" ", file);
    }
    put_code(file, tongue, entry);
}

void hostile_put_title(struct hostile *hostile, FILE *file, const struct tongue *tongue, int entry)
{
    if (hostile->words == WORDS_DIGITS)
        fprintf(file, "%d %d", 1000 + entry, 1848);
    else if (hostile->words == WORDS_UNBROKEN)
        put_wide(file, tongue, 60);
    else if (hostile->words == WORDS_SHORT)
        put_code(file, tongue, entry);
    else if (hostile->words == WORDS_SAME)
        put_wide(file, tongue, 7);
    else
        hostile_put_words(hostile, file, tongue, 1 + hostile_any(hostile, 9));
}

void hostile_put_sentence(FILE *file, const struct tongue *tongue, int document, int number)
{
    struct hostile words = {.state = (uint64_t)(document * SENTENCES + number)};

    fprintf(file, "X%dN%d ", document, number);
    hostile_put_words(&words, file, tongue, 2 + number % 7);
}
