#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "compiler/rules_part.h"

/* What a rule says of one text; fault NULL = nothing. */
struct sign_case {
    const char *tag, *text, *fault;
};

static const struct draft_language PT = {
    .tag = "pt", .quote_open = "«", .quote_close = "»", .inner_open = "“", .inner_close = "”"};
static const struct draft_language PL = {
    .tag = "pl", .quote_open = "„", .quote_close = "”", .inner_open = "«", .inner_close = "»"};

static void say(const char *name, const char *tag, const char *text, char said[4096])
{
    struct draft_term term = {.text.in[0] = {.bytes = text, .at = {"glossary.yaml", 3}}};
    struct draft draft = {.language_count = 1, .languages = {{.tag = tag}}, .terms = &term, .term_count = 1};
    FILE *out = fmemopen(said, 4096, "w");
    struct diag diag = {.out = out};
    int count;
    const struct rule *rules = rules_all(&count);

    if (!strcmp(tag, "pl"))
        draft.languages[0] = PL;
    if (!strcmp(tag, "pt"))
        draft.languages[0] = PT;
    for (int i = 0; i < count; i++)
        if (!strcmp(rules[i].name, name))
            rules[i].check(&(struct judge){&rules[i], &draft, &diag});
    fclose(out);
}

static void expect(const char *rule, const struct sign_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char said[4096] = "";

        say(rule, cases[i].tag, cases[i].text, said);
        if (cases[i].fault && !strstr(said, cases[i].fault))
            fail_msg("%s, %s: expected \"%s\", said \"%s\"", cases[i].tag, cases[i].text, cases[i].fault, said);
        if (!cases[i].fault && *said)
            fail_msg("%s, %s: expected nothing, said \"%s\"", cases[i].tag, cases[i].text, said);
    }
}

#define EXPECT(rule, cases) expect(rule, cases, sizeof(cases) / sizeof *(cases))

static void quotation_marks_are_judged_by_language(void **state)
{
    static const struct sign_case CASES[] = {
        {"pl", "Tak „powiedział «ktoś» wczoraj” on.", NULL},
        {"pl", "Tak „powiedział” i „znów”.", NULL},
        {"pl", "d’Artagnan", NULL},
        {"pl", "Tak “powiedział”.", "is no quotation mark of pl"},
        {"pl", "Tak „powiedział.", "not closed"},
        {"pl", "Tak powiedział”.", "never opened"},
        {"pl", "Tak «powiedział».", "outside outer ones"},
        {"pl", "Tak „ powiedział”.", "space behind"},
        {"pl", "Tak „powiedział ”.", "space before"},
        {"pt", "Disse «o “sim” dele».", NULL},
        {"pt", "Disse „sim”.", "is no quotation mark of pt"},
    };

    (void)state;
    EXPECT("quote-marks", CASES);
}

static void dashes_are_judged_by_what_stands_beside_them(void **state)
{
    static const struct sign_case CASES[] = {
        {"pl", "1917–1921 – oba lata – i 10 maja – 3 czerwca", NULL},
        {"pl", "polsko-radziecka", NULL},
        {"pl", "https://example.org/1917-1921", NULL},
        {"en", "March 1918 – 1922", NULL},
        {"en", "Petrograd–Moscow, 7–8 November", NULL},
        {"en", "pre- and post-war", NULL},
        {"pl", "1917-1921", "a range has an en dash"},
        {"pl", "lata - oba", "between spaced en dashes"},
        {"pl", "lata -oba", "a hyphen stands behind a space"},
        {"pl", "lata -- oba", "two hyphens"},
        {"pl", "lata—oba", "too long"},
        {"pl", "lata – oba ― i", "too long"},
        {"pl", "lata– oba", "one side only"},
        {"pl", "lata –oba", "one side only"},
        {"en", "14 April–19 May", "a space on both sides"},
        {"en", "1917 – 1921", "has no spaces"},
        {"en", "it ended–", NULL},
    };

    (void)state;
    EXPECT("dash", CASES);
}

static void a_range_of_years_is_written_in_full(void **state)
{
    static const struct sign_case CASES[] = {
        {"en", "from 1917 to 1921, or 1917–1921", NULL},
        {"en", "the years 1917–1921", NULL},
        {"pt", "os anos de 1921–1922", NULL},
        {"en", "1917–21", "in full"},
        {"en", "From 1917–1921", "another one, not a dash"},
        {"lt", "nuo 1917–1921 m.", "another one, not a dash"},
        {"pl", "od 1917–1921", "another one, not a dash"},
        {"pt", "desde 1917–1921", "another one, not a dash"},
        {"en", "3000–12", "in full"},
        {"de", "von 1917–1921", NULL},
        {"en", "7–8 and 1917–", NULL},
    };

    (void)state;
    EXPECT("range", CASES);
}

static void spaces_stand_where_a_reader_expects_them(void **state)
{
    static const struct sign_case CASES[] = {
        {"en", "One, two (three) and four: 5.5; the 1920s, the 20th!", NULL},
        {"pl", "m.in. w 1922 r. (zob. s. 5) „tak”.", NULL},
        {"pt", "o n.º 5 e a 1.ª vez", NULL},
        {"pt", "a 1ª vez", NULL},
        {"fr", "Quoi ? Oui !", NULL},
        {"en", "see example.org/Page,x now", NULL},
        {"en", "J.K.Rowling", NULL},
        {"en", "Two  spaces", "two spaces"},
        {"en", "Two \xC2\xA0spaces", "two spaces"},
        {"en", " One", "begins or ends"},
        {"en", "One ", "begins or ends"},
        {"en", "One , two", "before the punctuation"},
        {"en", "One .", "before the punctuation"},
        {"en", "What ?", "before the punctuation"},
        {"en", "One ( two)", "behind the bracket"},
        {"en", "(one )", "before the punctuation"},
        {"en", "One,two", "missing behind the punctuation"},
        {"en", "The end.Next one", "missing behind the punctuation"},
        {"lt", "1922m. sausį", "between the number"},
        {"pl", "50km", "between the number"},
        {"pl", "w 20th", "between the number"},
    };

    (void)state;
    EXPECT("space", CASES);
}

static void three_full_stops_are_one_sign(void **state)
{
    static const struct sign_case CASES[] = {
        {"en", "And so on … and on. Yes.", NULL},
        {"en", "https://example.org/../x", NULL},
        {"en", "And so on...", "one sign"},
        {"en", "The end..", "two full stops"},
    };

    (void)state;
    EXPECT("ellipsis", CASES);
}

static void numbers_are_written_as_their_language_does(void **state)
{
    static const struct sign_case CASES[] = {
        {"en", "50,000 men, 4500 horses, 1.5 million in 1917, 29 states, 1,234,567", NULL},
        {"pl", "50 000 ludzi, 4500 koni, 1,5 mln w 1917 r., 29 państw, 1 234 567", NULL},
        {"lt",
         "50\xC2\xA0"
         "000 žmonių",
         NULL},
        {"pt", "CC BY-SA 4.0 (creativecommons.org/licenses/by-sa/4.0)", NULL},
        {"pl", "#123456 i A12345", NULL},
        {"de", "50.000 Mann", NULL},
        {"pl", "w latach 1917, 1918 i 1921", NULL},
        {"en", "50000 men", "50,000"},
        {"pl", "50000 ludzi", "50 000"},
        {"en", "50 000 men", "by a comma"},
        {"pl", "50.000 ludzi", "by a space"},
        {"pl", "50,000 ludzi", "by a space"},
        {"en", "50.000 men", "by a comma"},
        {"en", "4,500 men", "four digits are not grouped"},
        {"lt", "4 500 žmonių", "four digits are not grouped"},
        {"pl", "1.5 mln", "behind a comma"},
        {"en", "1,5 million", "behind a point"},
        {"pl", "16.04.1922", "in words"},
        {"en", "16.4.1922", "in words"},
    };

    (void)state;
    EXPECT("number", CASES);
}

static void abbreviations_have_their_full_stops(void **state)
{
    static const struct sign_case CASES[] = {
        {"pt", "n.º 5, séc. XX, 2.º andar, 1 de maio", NULL},
        {"pt", "nº 5", "n.º"},
        {"pt", "n° 5", "n.º"},
        {"pt", "séc XX", "séc."},
        {"pt", "sec. XX", "séc."},
        {"pt", "o 2º andar", "2.º"},
        {"pt", "1.º de maio", "is 1"},
        {"lt", "1922 m. balandžio 14 d. vakarą, XX a. 3 g.", NULL},
        {"lt", "1922 m balandžio 14 d.", "m. with a full stop"},
        {"lt", "balandžio 14 d vakarą", "d. with a full stop"},
        {"lt", "XX a pradžia", "a. with a full stop"},
        {"lt", "1922 balandį", "m. is missing"},
        {"lt", "kovo 3 d.", NULL},
        {"pl", "1922 r., w 1922 roku", NULL},
        {"pl", "w 1922 r zawarto", "r. with a full stop"},
        {"en", "Mr Chicherin, Dr Nansen and St Petersburg", NULL},
        {"en", "Mr. Chicherin", "without a full stop"},
        {"en", "in the High St. that day", NULL},
        {"uk", "21 mln km2", "km²"},
        {"en", "m2", "m²"},
    };

    (void)state;
    EXPECT("abbreviation", CASES);
}

static void the_words_around_the_fault_are_shown(void **state)
{
    char said[4096] = "";

    (void)state;
    say("ellipsis", "pl", "Żółć i gęślą jaźń, a potem długo nic… i jeszcze... aż do samego końca tej linii", said);
    if (!strstr(said, "\"…nic… i jeszcze... aż do samego końca…\""))
        fail_msg("said \"%s\"", said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quotation_marks_are_judged_by_language),
        cmocka_unit_test(dashes_are_judged_by_what_stands_beside_them),
        cmocka_unit_test(a_range_of_years_is_written_in_full),
        cmocka_unit_test(spaces_stand_where_a_reader_expects_them),
        cmocka_unit_test(three_full_stops_are_one_sign),
        cmocka_unit_test(numbers_are_written_as_their_language_does),
        cmocka_unit_test(abbreviations_have_their_full_stops),
        cmocka_unit_test(the_words_around_the_fault_are_shown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
