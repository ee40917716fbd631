/* Words of the glossary are found as a reader would find them, and the pack says where. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "compiler/terms.h"
#include "sample.h"
#include "sample_part.h"

enum { ENGLISH, POLISH, LANGUAGES };

static struct draft_term *add_term(struct draft *draft, const char *id)
{
    struct draft_term *term = ADD(draft, draft->terms, draft->term_count);

    term->id = id;
    return term;
}

static void add_form(struct draft *draft, struct draft_term *term, int language, const char *form)
{
    *ADD(draft, term->forms[language], term->form_count[language]) = form;
}

/* Terms council = "rada", "rady", commissars = "Rada Komisarzy Ludowych", nep = "NEP", "NEP-u"; in English soviet and nep. */
static void open_draft(struct draft *draft)
{
    struct draft_term *term;

    draft_init(draft);
    sample_add_language(draft, "en", "\"");
    sample_add_language(draft, "pl", "\"");
    term = add_term(draft, "commissars");
    add_form(draft, term, POLISH, "Rada Komisarzy Ludowych");
    term = add_term(draft, "council");
    add_form(draft, term, POLISH, "rada");
    add_form(draft, term, POLISH, "rady");
    add_form(draft, term, ENGLISH, "soviet");
    term = add_term(draft, "nep");
    add_form(draft, term, POLISH, "NEP");
    add_form(draft, term, POLISH, "NEP-u");
    add_form(draft, term, ENGLISH, "NEP");
}

static void add_statement(struct draft *draft, struct draft_entry *entry, const char *english, const char *polish)
{
    struct draft_statement *statement = ADD(draft, entry->statements, entry->statement_count);

    statement->text.in[ENGLISH].bytes = english;
    statement->text.in[POLISH].bytes = polish;
}

/* The text with what is flagged in square brackets. */
static const char *shown(const struct draft_text *text)
{
    static char out[512];
    size_t length = strlen(text->bytes), size = 0;
    bool is_open = false;

    for (size_t at = 0; at <= length; at++) {
        bool is_term = false;

        for (uint32_t s = 0; s < text->span_count && text->spans[s].start <= at; s++)
            is_term = text->spans[s].flags & PACK_SPAN_TERM;
        is_term = is_term && at < length;
        if (is_term != is_open)
            out[size++] = is_term ? '[' : ']';
        is_open = is_term;
        out[size++] = text->bytes[at];
    }
    return out;
}

static void assert_found(const char *polish, const char *expected)
{
    struct draft draft;
    struct draft_entry *entry;

    open_draft(&draft);
    entry = ADD(&draft, draft.entries, draft.entry_count);
    add_statement(&draft, entry, NULL, polish);
    terms_fill(&draft);
    assert_string_equal(shown(&entry->statements[0].text.in[POLISH]), expected);
    draft_done(&draft);
}

static void forms_are_whole_words(void **state)
{
    (void)state;
    assert_found("Tak rada nie.", "Tak [rada] nie.");
    assert_found("rada", "[rada]");
    assert_found("Narada i radaman.", "Narada i radaman.");
    assert_found("(NEP), NEP-owi", "([NEP]), NEP-owi");
    assert_found("", "");
}

static void the_longest_form_is_taken(void **state)
{
    (void)state;
    assert_found("To Rada Komisarzy Ludowych.", "To [Rada Komisarzy Ludowych].");
    assert_found("Czasy NEP-u.", "Czasy [NEP-u].");
    /* a line may not end between these words */
    assert_found("Rada\u00a0Komisarzy Ludowych", "[Rada\u00a0Komisarzy Ludowych]");
}

static void a_capital_at_the_start_is_no_other_word(void **state)
{
    (void)state;
    assert_found("Rada i rady", "[Rada] i rady");
    assert_found("Nep, RADA", "Nep, RADA");
}

static void the_first_time_is_flagged_in_each_language(void **state)
{
    struct draft draft;
    struct draft_entry *entry;

    (void)state;
    open_draft(&draft);
    entry = ADD(&draft, draft.entries, draft.entry_count);
    add_statement(&draft, entry, "The soviet of 1917.", "Wybory.");
    add_statement(&draft, entry, "A soviet, and NEP.", "Rady i NEP, potem rada.");
    terms_fill(&draft);
    assert_string_equal(shown(&entry->statements[0].text.in[ENGLISH]), "The [soviet] of 1917.");
    assert_string_equal(shown(&entry->statements[1].text.in[ENGLISH]), "A soviet, and [NEP].");
    assert_string_equal(shown(&entry->statements[1].text.in[POLISH]), "[Rady] i [NEP], potem rada.");
    assert_int_equal(entry->term_use_count, 2);
    assert_string_equal(draft.terms[entry->term_uses[0].term].id, "council");
    assert_int_equal(entry->term_uses[0].languages, 1 << ENGLISH | 1 << POLISH);
    assert_string_equal(draft.terms[entry->term_uses[1].term].id, "nep");
    draft_done(&draft);
}

static void what_the_author_marked_stays_marked(void **state)
{
    struct draft draft;
    struct draft_entry *entry;
    struct draft_text *text;

    (void)state;
    open_draft(&draft);
    entry = ADD(&draft, draft.entries, draft.entry_count);
    add_statement(&draft, entry, NULL, "To Rada Komisarzy Ludowych.");
    text = &entry->statements[0].text.in[POLISH];
    text->spans = draft_alloc(&draft, 3 * sizeof *text->spans);
    text->spans[1] = (struct pack_span){.start = 8, .flags = PACK_SPAN_MARK};
    text->spans[2] = (struct pack_span){.start = 17};
    text->span_count = 3;
    terms_fill(&draft);
    assert_string_equal(shown(text), "To [Rada Komisarzy Ludowych].");
    assert_int_equal(text->span_count, 5);
    assert_int_equal(text->spans[2].start, 8);
    assert_int_equal(text->spans[2].flags, PACK_SPAN_MARK | PACK_SPAN_TERM);
    assert_int_equal(text->spans[3].start, 17);
    assert_int_equal(text->spans[3].flags, PACK_SPAN_TERM);
    draft_done(&draft);
}

static void originals_are_looked_through_and_stay_as_they_are(void **state)
{
    struct draft draft;
    struct draft_document *document;
    struct draft_paragraph *paragraph;

    (void)state;
    open_draft(&draft);
    document = ADD(&draft, draft.documents, draft.document_count);
    document->language = "pl";
    document->has_full_text = true;
    paragraph = ADD(&draft, document->paragraphs, document->paragraph_count);
    paragraph->original.bytes = "Rady i NEP.";
    paragraph->translation.in[ENGLISH].bytes = "NEP.";
    terms_fill(&draft);
    assert_string_equal(shown(&paragraph->original), "Rady i NEP.");
    assert_string_equal(shown(&paragraph->translation.in[ENGLISH]), "[NEP].");
    assert_int_equal(paragraph->term_use_count, 2);
    assert_int_equal(paragraph->term_uses[0].languages, 1 << ENGLISH | 1 << POLISH);
    assert_int_equal(paragraph->term_uses[1].languages, 1 << POLISH);
    draft_done(&draft);
}

/* The sample's term as the pack tells it. */
static void the_pack_says_which_terms_a_text_uses(void **state)
{
    struct sample sample = {.pack = NULL};
    struct pack_text text;
    struct pack_entry entry;
    struct pack_paragraph paragraph;

    (void)state;
    sample_open(&sample);
    entry = pack_entry(sample.pack, pack_entry_find(sample.pack, "treaty"));
    assert_int_equal(entry.term_count, 1);
    assert_string_equal(pack_term_id(sample.pack, pack_entry_term(sample.pack, entry.first_term).term), "nep");
    assert_int_equal(pack_entry_term(sample.pack, entry.first_term).languages, 1);
    assert_int_equal(pack_entry(sample.pack, pack_entry_find(sample.pack, "union")).term_count, 0);
    paragraph = pack_paragraph(sample.pack, pack_document(sample.pack, 1).first_paragraph);
    assert_int_equal(paragraph.term_count, 1);
    assert_int_equal(pack_paragraph_term(sample.pack, paragraph.first_term).languages, 2);
    text = pack_text(sample.pack, ENGLISH, PACK_STATEMENT, entry.first_statement);
    assert_int_equal(text.span_count, 3);
    assert_int_equal(text.spans[1].flags, PACK_SPAN_TERM);
    sample_close(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_are_whole_words),
        cmocka_unit_test(the_longest_form_is_taken),
        cmocka_unit_test(a_capital_at_the_start_is_no_other_word),
        cmocka_unit_test(the_first_time_is_flagged_in_each_language),
        cmocka_unit_test(what_the_author_marked_stays_marked),
        cmocka_unit_test(originals_are_looked_through_and_stay_as_they_are),
        cmocka_unit_test(the_pack_says_which_terms_a_text_uses),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
