#include "compiler/locale.h"

#include <stdio.h>
#include <string.h>
#include <unicode/uloc.h>

struct locale locale_language(const char *tag)
{
    struct locale language = {"und"};
    UErrorCode status = U_ZERO_ERROR;
    char id[LOCALE_BYTES];

    uloc_forLanguageTag(tag, id, sizeof id, NULL, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING)
        return language;
    if (uloc_getLanguage(id, language.id, sizeof language.id, &status) <= 0 || U_FAILURE(status))
        snprintf(language.id, sizeof language.id, "und");
    return language;
}

static void add_country(struct locale *locale)
{
    static const char *const COUNTRIES[][2] = {{"pt", "pt_PT"}, {"en", "en_GB"}};

    for (size_t i = 0; i < sizeof COUNTRIES / sizeof COUNTRIES[0]; i++)
        if (!strcmp(locale->id, COUNTRIES[i][0]))
            snprintf(locale->id, sizeof locale->id, "%s", COUNTRIES[i][1]);
}

struct locale locale_of(const char *tag)
{
    struct locale locale = {"und"};
    UErrorCode status = U_ZERO_ERROR;
    size_t length;

    uloc_forLanguageTag(tag, locale.id, sizeof locale.id, NULL, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING)
        return (struct locale){"und"};
    add_country(&locale);
    length = strlen(locale.id);
    if (!strchr(locale.id, '@') && length + sizeof "@calendar=gregorian" <= sizeof locale.id)
        memcpy(locale.id + length, "@calendar=gregorian", sizeof "@calendar=gregorian");
    return locale;
}

void locale_script(const char *tag, char script[4])
{
    struct locale locale = locale_of(tag);
    UErrorCode status = U_ZERO_ERROR;
    char full[LOCALE_BYTES], name[8] = "";

    uloc_addLikelySubtags(locale.id, full, sizeof full, &status);
    uloc_getScript(U_FAILURE(status) ? locale.id : full, name, sizeof name, &status);
    memcpy(script, U_SUCCESS(status) && strlen(name) == 4 ? name : "Latn", 4);
}
