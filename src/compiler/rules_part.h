/*
 * rules_part.h - the checks of every rule, by the noun they look at, and what they share.
 */
#ifndef VITRINE_COMPILER_RULES_PART_H
#define VITRINE_COMPILER_RULES_PART_H

#include "compiler/rules.h"

enum {
    RULES_ENTRY_WORDS = 75,
    RULES_ENTRY_WORDS_WISE = 60,
    RULES_STATEMENT_WORDS = 30,
    RULES_NOTE_WORDS = 30,
    RULES_SHORT_CHARACTERS = 24,
    RULES_DOCUMENT_CHARACTERS = 28,
    RULES_QUESTION_CHARACTERS = 45,
    RULES_SUBLINE_CHARACTERS = 40,
};

/* Words as an editor counts them: a dash or an ellipsis standing alone is none. */
int rules_words_in(const char *text);

/* Code points. */
int rules_characters_in(const char *text);

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

/* ---- quotations (rules_quotations.c) ---------------------------------------------------------------------------- */
void rule_quotation(const struct judge *judge);
void rule_quotation_twice(const struct judge *judge);
void rule_quotation_across(const struct judge *judge);
void rule_quotation_order(const struct judge *judge);
void rule_mark(const struct judge *judge);
void rule_mark_translation(const struct judge *judge);
void rule_source_unused(const struct judge *judge);

/* ---- statements (rules_statements.c) ---------------------------------------------------------------------------- */
void rule_statement_source(const struct judge *judge);
void rule_unknown_label(const struct judge *judge);
void rule_statement_count(const struct judge *judge);
void rule_statement_labels(const struct judge *judge);
void rule_statement_length(const struct judge *judge);

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

/* ---- short labels (rules_labels.c) ------------------------------------------------------------------------------ */
void rule_short_label(const struct judge *judge);
void rule_short_twice(const struct judge *judge);

/* ---- signs (rules_signs.c) -------------------------------------------------------------------------------------- */
void rule_straight_quote(const struct judge *judge);
void rule_quote_marks(const struct judge *judge);
void rule_dash(const struct judge *judge);

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
void rule_credit(const struct judge *judge);
void rule_picture(const struct judge *judge);
void rule_version(const struct judge *judge);

#endif
