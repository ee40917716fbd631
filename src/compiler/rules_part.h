/*
 * rules_part.h - the checks of every rule, by the noun they look at, and what they share.
 */
#ifndef VITRINE_COMPILER_RULES_PART_H
#define VITRINE_COMPILER_RULES_PART_H

#include <unicode/umachine.h>

#include "compiler/rules.h"

enum {
    RULES_ENTRY_WORDS = 75,
    RULES_ENTRY_WORDS_WISE = 60,
    RULES_STATEMENT_WORDS = 30,
    RULES_NOTE_WORDS = 30,
    RULES_CAPTION_WORDS = 30,
    RULES_ROLE_CHARACTERS = 80,
    RULES_SHORT_CHARACTERS = 24,
    RULES_DOCUMENT_CHARACTERS = 28,
    RULES_QUESTION_CHARACTERS = 45,
    RULES_SUBLINE_CHARACTERS = 40,
};

/* Words as an editor counts them: a dash or an ellipsis standing alone is none. */
int rules_words_in(const char *text);

/* Code points. */
int rules_characters_in(const char *text);

/* ---- texts in the visitor's languages (rules_text.c) ------------------------------------------------------------ */
struct rules_text {
    const struct judge *judge;
    struct draft_visit visit;
    const char *bytes;
};

typedef void rules_check_text(const struct rules_text *text);

/* Every text that has words and a place; documents in their own language are none of them. */
void rules_each_text(const struct judge *judge, rules_check_text *check);

__attribute__((format(printf, 2, 3))) void rules_complain(const struct rules_text *text, const char *format, ...);

/* The same with the words around byte `at` before the sentence. */
void rules_complain_at(const struct rules_text *text, size_t at, const char *sentence);

/* The first character, and the one before byte `at`; 0 where there is none. */
UChar32 rules_first(const char *text);
UChar32 rules_before(const char *text, size_t at);

bool rules_is_space(UChar32 character);

/* Byte `at` stands in an address on the net, where signs have other meanings. */
bool rules_is_address(const char *text, size_t at);

bool rules_is_date_good(const struct draft_date *date);

/* ---- references and ids (rules_ids.c) --------------------------------------------------------------------------- */
void rule_id(const struct judge *judge);
void rule_duplicate(const struct judge *judge);
void rule_unknown_entry(const struct judge *judge);
void rule_unknown_person(const struct judge *judge);
void rule_unknown_place(const struct judge *judge);
void rule_unknown_document(const struct judge *judge);
void rule_unknown_lane(const struct judge *judge);
void rule_unknown_motif(const struct judge *judge);
void rule_unknown_language(const struct judge *judge);

/* ---- links between things (rules_links.c) ----------------------------------------------------------------------- */
void rule_related(const struct judge *judge);
void rule_story_stop(const struct judge *judge);
void rule_orphan(const struct judge *judge);
void rule_unlinked(const struct judge *judge);

/* ---- quotations (rules_quotations.c) ---------------------------------------------------------------------------- */
void rule_quotation(const struct judge *judge);
void rule_quotation_twice(const struct judge *judge);
void rule_quotation_across(const struct judge *judge);
void rule_quotation_order(const struct judge *judge);
void rule_mark(const struct judge *judge);
void rule_mark_translation(const struct judge *judge);
void rule_source_unused(const struct judge *judge);
void rule_coverage(const struct judge *judge);

/* ---- statements (rules_statements.c) ---------------------------------------------------------------------------- */
void rule_statement_source(const struct judge *judge);
void rule_unknown_label(const struct judge *judge);
void rule_statement_count(const struct judge *judge);
void rule_statement_labels(const struct judge *judge);
void rule_statement_length(const struct judge *judge);

/* ---- numbers that languages share (rules_figures.c) -------------------------------------------------------------- */
void rule_same_numbers(const struct judge *judge);

/* ---- dates (rules_dates.c) -------------------------------------------------------------------------------------- */
void rule_date_order(const struct judge *judge);
void rule_outside(const struct judge *judge);
void rule_shown_from(const struct judge *judge);

/* ---- disagreements (rules_disagreements.c) ---------------------------------------------------------------------- */
void rule_answer_documents(const struct judge *judge);
void rule_answer(const struct judge *judge);
void rule_answer_silent(const struct judge *judge);
void rule_disagreement_length(const struct judge *judge);

/* ---- words in every language (rules_translations.c) ------------------------------------------------------------- */
void rule_translation(const struct judge *judge);
void rule_glossary(const struct judge *judge);

/* ---- words that have grown old (rules_stale.c) ------------------------------------------------------------------- */
void rule_stale_translation(const struct judge *judge);

/* ---- labels and captions (rules_labels.c) ----------------------------------------------------------------------- */
void rule_short_label(const struct judge *judge);
void rule_short_twice(const struct judge *judge);
void rule_caption_length(const struct judge *judge);

/* ---- signs (rules_quotes.c, rules_dashes.c, rules_spaces.c, rules_numbers.c, rules_abbreviations.c) -------------- */
void rule_straight_quote(const struct judge *judge);
void rule_quote_marks(const struct judge *judge);
void rule_dash(const struct judge *judge);
void rule_range(const struct judge *judge);
void rule_space(const struct judge *judge);
void rule_ellipsis(const struct judge *judge);
void rule_number(const struct judge *judge);
void rule_abbreviation(const struct judge *judge);

/* ---- words of the interface (rules_strings.c) ------------------------------------------------------------------- */
void rule_string_missing(const struct judge *judge);
void rule_string_unknown(const struct judge *judge);
void rule_string_kind(const struct judge *judge);
void rule_plural_forms(const struct judge *judge);
void rule_placeholders(const struct judge *judge);

/* ---- the exhibit as a whole (rules_exhibit.c) ------------------------------------------------------------------- */
void rule_siglum(const struct judge *judge);
void rule_lane_shape(const struct judge *judge);
void rule_contrast(const struct judge *judge);
void rule_lane_colours(const struct judge *judge);
void rule_credit(const struct judge *judge);
void rule_picture(const struct judge *judge);
void rule_version(const struct judge *judge);

#endif
