/* Dictionaries keep the encoding they were written in (ISO 8859-13 for Lithuanian, 8859-2 for Polish), so words go through
 * ICU on their way in and out. */
#include "compiler/speller.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <hunspell.h>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include "compiler/dictionaries.h"
#include "compiler/memory.h"

enum { PATH_BYTES = 512, APOSTROPHE = 0x2019 };

struct speller {
    Hunhandle *dictionary;
    UConverter *encoding;
};

/* A letter without a code ends the conversion instead of becoming "?". */
static UConverter *open_encoding(const char *name)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter *encoding = ucnv_open(name, &status);

    if (U_SUCCESS(status))
        ucnv_setFromUCallBack(encoding, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
    if (U_SUCCESS(status))
        return encoding;
    ucnv_close(encoding);
    return NULL;
}

struct speller *speller_open(const char *folder, const char *tag)
{
    char words[PATH_BYTES], endings[PATH_BYTES];
    struct speller *speller;

    if (!dictionaries_find(folder, "", tag, words, sizeof words))
        return NULL;
    memcpy(endings, words, sizeof endings);
    memcpy(strrchr(endings, '.'), ".aff", sizeof ".aff");
    if (access(endings, R_OK) != 0)
        return NULL;
    speller = memory_take_zeroed(1, sizeof *speller);
    speller->dictionary = memory_must(Hunspell_create(endings, words));
    speller->encoding = open_encoding(Hunspell_get_dic_encoding(speller->dictionary));
    if (speller->encoding)
        return speller;
    speller_close(speller);
    return NULL;
}

void speller_close(struct speller *speller)
{
    if (!speller)
        return;
    ucnv_close(speller->encoding);
    Hunspell_destroy(speller->dictionary);
    free(speller);
}

/* False when the dictionary cannot write the word. */
static bool encode(const struct speller *speller, const char *word, char out[SPELLER_WORD_BYTES])
{
    UErrorCode status = U_ZERO_ERROR;
    UChar wide[SPELLER_WORD_BYTES];
    int32_t length = 0;

    u_strFromUTF8(wide, SPELLER_WORD_BYTES, &length, word, -1, &status);
    for (int32_t i = 0; U_SUCCESS(status) && i < length; i++)
        if (wide[i] == APOSTROPHE)
            wide[i] = '\'';
    ucnv_fromUChars(speller->encoding, out, SPELLER_WORD_BYTES, wide, length, &status);
    return U_SUCCESS(status) && status != U_STRING_NOT_TERMINATED_WARNING;
}

static bool decode(const struct speller *speller, const char *word, char out[SPELLER_WORD_BYTES])
{
    UErrorCode status = U_ZERO_ERROR;
    UChar wide[SPELLER_WORD_BYTES];
    int32_t length = ucnv_toUChars(speller->encoding, wide, SPELLER_WORD_BYTES, word, -1, &status);

    for (int32_t i = 0; U_SUCCESS(status) && i < length; i++)
        if (wide[i] == '\'')
            wide[i] = APOSTROPHE;
    u_strToUTF8(out, SPELLER_WORD_BYTES, NULL, wide, length, &status);
    return U_SUCCESS(status) && status != U_STRING_NOT_TERMINATED_WARNING;
}

bool speller_knows(struct speller *speller, const char *word)
{
    char encoded[SPELLER_WORD_BYTES];

    return encode(speller, word, encoded) && Hunspell_spell(speller->dictionary, encoded) != 0;
}

int speller_suggest(struct speller *speller, const char *word, char (*out)[SPELLER_WORD_BYTES], int most)
{
    char encoded[SPELLER_WORD_BYTES], **list = NULL;
    int offered, count = 0;

    if (!encode(speller, word, encoded))
        return 0;
    offered = Hunspell_suggest(speller->dictionary, &list, encoded);
    for (int i = 0; i < offered && count < most; i++)
        count += decode(speller, list[i], out[count]);
    Hunspell_free_list(speller->dictionary, &list, offered);
    return count;
}
