#include "compiler/languages.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucol.h>
#include <unicode/udat.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

#include "compiler/locale.h"

enum { NAME_UNITS = 128 };

/* An empty string where ICU had nothing to say. */
static const char *copy_units(struct draft *draft, const UChar *units, int32_t length)
{
    char bytes[NAME_UNITS * 3 + 1] = "";
    UErrorCode status = U_ZERO_ERROR;
    int32_t used = 0;

    u_strToUTF8(bytes, sizeof bytes - 1, &used, units, length, &status);
    return draft_copy(draft, bytes, U_SUCCESS(status) ? (size_t)used : 0);
}

/* ---- quotation marks ------------------------------------------------------------------------ */

struct quotes {
    const char *language, *open, *close, *inner_open, *inner_close;
};

static const struct quotes QUOTES[] = {
    {"pt", "«", "»", "“", "”"}, {"lt", "„", "“", "‚", "‘"}, {"pl", "„", "”", "«", "»"},
    {"en", "“", "”", "‘", "’"}, {"ru", "«", "»", "„", "“"},
};

static const char *delimiter(struct draft *draft, ULocaleData *data, ULocaleDataDelimiterType type)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar units[NAME_UNITS];
    int32_t length = ulocdata_getDelimiter(data, type, units, NAME_UNITS, &status);

    return copy_units(draft, units, U_SUCCESS(status) ? length : 0);
}

static void fill_quotes(struct draft *draft, struct draft_language *language)
{
    struct locale base = locale_language(language->tag);
    UErrorCode status = U_ZERO_ERROR;
    ULocaleData *data;

    for (size_t i = 0; i < sizeof QUOTES / sizeof QUOTES[0]; i++) {
        if (strcmp(base.id, QUOTES[i].language) != 0)
            continue;
        language->quote_open = QUOTES[i].open;
        language->quote_close = QUOTES[i].close;
        language->inner_open = QUOTES[i].inner_open;
        language->inner_close = QUOTES[i].inner_close;
        return;
    }
    data = ulocdata_open(locale_of(language->tag).id, &status);
    language->quote_open = delimiter(draft, data, ULOCDATA_QUOTATION_START);
    language->quote_close = delimiter(draft, data, ULOCDATA_QUOTATION_END);
    language->inner_open = delimiter(draft, data, ULOCDATA_ALT_QUOTATION_START);
    language->inner_close = delimiter(draft, data, ULOCDATA_ALT_QUOTATION_END);
    ulocdata_close(data);
}

/* ---- plural forms --------------------------------------------------------------------------- */

static enum pack_plural category(const UChar *keyword)
{
    static const char *const NAMES[] = {"zero", "one", "two", "few", "many", "other"};
    char name[16];

    u_austrncpy(name, keyword, sizeof name);
    for (int i = PACK_ZERO; i < PACK_OTHER; i++)
        if (!strcmp(name, NAMES[i]))
            return (enum pack_plural)i;
    return PACK_OTHER;
}

static void fill_plurals(struct draft_language *language)
{
    UErrorCode status = U_ZERO_ERROR;
    UPluralRules *rules = uplrules_open(locale_of(language->tag).id, &status);

    for (int number = 0; number < 200; number++) {
        UChar keyword[16] = {0};

        if (U_SUCCESS(status))
            uplrules_select(rules, number, keyword, 15, &status);
        language->plural[number] = (uint8_t)(U_SUCCESS(status) ? category(keyword) : PACK_OTHER);
    }
    uplrules_close(rules);
}

/* ---- months and weekdays -------------------------------------------------------------------- */

static struct draft_text symbol(struct draft *draft, const UDateFormat *format,
                                UDateFormatSymbolType type, int index)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar units[NAME_UNITS];
    int32_t length = format ? udat_getSymbols(format, type, index, units, NAME_UNITS, &status) : 0;

    return (struct draft_text){.bytes = copy_units(draft, units, U_SUCCESS(status) ? length : 0),
                               .at = draft->at};
}

static void fill_calendar(struct draft *draft, int language)
{
    UErrorCode status = U_ZERO_ERROR;
    UDateFormat *format =
        udat_open(UDAT_NONE, UDAT_LONG, locale_of(draft->languages[language].tag).id, NULL, 0, NULL,
                  0, &status);

    for (int month = 0; month < 12; month++) {
        draft->months[month].in[language] = symbol(draft, format, UDAT_STANDALONE_MONTHS, month);
        draft->months[12 + month].in[language] =
            symbol(draft, format, UDAT_STANDALONE_SHORT_MONTHS, month);
    }
    for (int day = 0; day < 7; day++) /* ICU counts from 1 = Sunday */
        draft->weekdays[day].in[language] =
            symbol(draft, format, UDAT_STANDALONE_NARROW_WEEKDAYS, (day + 1) % 7 + 1);
    udat_close(format);
}

/* ---- names of languages --------------------------------------------------------------------- */

static int compare_key(const void *key, const void *string)
{
    return strcmp(key, ((const struct draft_string *)string)->key);
}

static const struct draft_words *authored_name(const struct draft *draft, const char *tag)
{
    char key[96];
    const struct draft_string *string;

    snprintf(key, sizeof key, "language.name.%s", tag);
    if (draft->string_count == 0)
        return NULL;
    string = bsearch(key, draft->strings, (size_t)draft->string_count, sizeof *draft->strings,
                     compare_key);
    return string ? &string->forms[PACK_OTHER] : NULL;
}

static struct draft_text display_name(struct draft *draft, const char *tag, const char *in)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar units[NAME_UNITS];
    int32_t length = uloc_getDisplayLanguage(locale_language(tag).id, locale_of(in).id, units,
                                             NAME_UNITS, &status);

    return (struct draft_text){.bytes = copy_units(draft, units, U_SUCCESS(status) ? length : 0),
                               .at = draft->at};
}

static void fill_tag_names(struct draft *draft)
{
    draft->tag_names = draft_alloc(draft, (size_t)draft->tag_count * sizeof *draft->tag_names);
    for (int tag = 0; tag < draft->tag_count; tag++) {
        const struct draft_words *authored = authored_name(draft, draft->tags[tag]);

        for (int in = 0; in < draft->language_count; in++)
            draft->tag_names[tag].in[in] =
                authored && authored->in[in].bytes
                    ? (struct draft_text){.bytes = authored->in[in].bytes,
                                          .at = authored->in[in].at}
                    : display_name(draft, draft->tags[tag], draft->languages[in].tag);
    }
}

/* ---- order ---------------------------------------------------------------------------------- */

/* What is sorted: name i is names[i], "" where it is missing. */
struct order {
    const char **names;
    UCollator *collator;
};

static int compare_names(const void *left, const void *right, void *context)
{
    const struct order *order = context;
    uint16_t a = *(const uint16_t *)left, b = *(const uint16_t *)right;
    UErrorCode status = U_ZERO_ERROR;
    int result =
        ucol_strcollUTF8(order->collator, order->names[a], -1, order->names[b], -1, &status);

    return result ? result : a - b;
}

static uint16_t *sorted(struct draft *draft, struct order *order, int count)
{
    uint16_t *ranks = draft_alloc(draft, (size_t)count * sizeof *ranks);

    for (int i = 0; i < count; i++)
        ranks[i] = (uint16_t)i;
    if (order->collator)
        qsort_r(ranks, (size_t)count, sizeof *ranks, compare_names, order);
    return ranks;
}

static const char *name_or_nothing(const struct draft_words *name, int language)
{
    return name->in[language].bytes ? name->in[language].bytes : "";
}

static void fill_order(struct draft *draft, int language)
{
    int most = draft->person_count > draft->place_count ? draft->person_count : draft->place_count;
    struct order order = {.names = draft_alloc(draft, (size_t)most * sizeof *order.names)};
    UErrorCode status = U_ZERO_ERROR;

    order.collator = ucol_open(locale_of(draft->languages[language].tag).id, &status);
    for (int i = 0; i < draft->person_count; i++)
        order.names[i] = name_or_nothing(&draft->people[i].name, language);
    draft->person_order[language] = sorted(draft, &order, draft->person_count);
    for (int i = 0; i < draft->place_count; i++)
        order.names[i] = name_or_nothing(&draft->places[i].name, language);
    draft->place_order[language] = sorted(draft, &order, draft->place_count);
    ucol_close(order.collator);
}

void languages_fill(struct draft *draft)
{
    for (int i = 0; i < draft->language_count; i++) {
        struct draft_language *language = &draft->languages[i];

        language->is_right_to_left = uloc_isRightToLeft(locale_of(language->tag).id);
        fill_quotes(draft, language);
        fill_plurals(language);
        fill_calendar(draft, i);
        fill_order(draft, i);
    }
    fill_tag_names(draft);
}
