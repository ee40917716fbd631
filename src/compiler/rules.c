#include "compiler/rules.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "compiler/rules_part.h"
#include "compiler/window.h"

#define READING(name, sentence)     \
    {                               \
        name, NULL, sentence, false \
    }
#define RULE(name, check, sentence)  \
    {                                \
        name, check, sentence, false \
    }
#define WHOLE(name, check, sentence) \
    {                                \
        name, check, sentence, true  \
    }

static const struct rule RULES[] = {
    READING("folder", "The content folder can be opened."),
    READING("missing-file", "Every file that belongs to the exhibit is there."),
    READING("unexpected-file", "No file stands in a folder that nobody reads."),
    READING("unreadable", "What has the name of a file is one, and can be read."),
    READING("unread", "Every file can be read; else not everything is judged."),
    READING("size", "No file is larger than 4 MiB."),
    READING("utf8", "Files are UTF-8."),
    READING("bom", "Files begin without a byte order mark."),
    READING("crlf", "Lines end with LF."),
    READING("control", "Files hold no control characters."),
    READING("nfc", "Letters and their accents are one character (NFC)."),
    READING("yaml", "YAML files can be read."),
    READING("yaml-tab", "YAML is indented with spaces."),
    READING("yaml-duplicate", "A field stands once."),
    READING("yaml-alias", "YAML is used without anchors, aliases and tags."),
    READING("yaml-depth", "Lists and maps are not nested without end."),
    READING("type", "A text, a number, a list, fields: each where it belongs."),
    READING("missing-field", "A field that is needed is there."),
    READING("unknown-field", "A field has a name that is known."),
    READING("choice", "A word out of a few is one of them."),
    READING("markdown", "Markdown is headings, paragraphs, items of a list, and ** in quotations."),
    READING("section", "A text stands under the heading it belongs to."),
    READING("language", "A language is written as its tag: pt, lt, pl, en."),
    READING("languages", "An exhibit has 1 to 8 languages."),
    READING("documents", "An exhibit has 1 to 8 documents."),
    READING("lanes", "An exhibit has 1 to 6 lanes."),
    READING("lines", "What is said of a line of a document fits it."),
    READING("language-span", "Words in another language are found once in their line."),
    READING("sentence-break", "A corrected sentence break is one."),
    READING("uncited", "A sentence that no entry cites exists."),
    READING("date", "A date exists and is as precise as it says."),
    READING("old-style", "The old calendar goes with single days in its time."),
    READING("font", "Every font file is there and is a font."),
    READING("glyph", "Every character is drawn by a font of its role."),
    READING("accepted", "translations.lock is as accept has written it."),
    READING("spelling", "check: every word is in the dictionary of its language, or in a list of spelling/."),
    READING("hyphenation", "Long words of every language can be divided."),
    RULE("version", rule_version, "The version of an exhibit is numbers with points between: 1.0.0."),
    RULE("id", rule_id, "An id is made of lower-case letters a-z, digits and single hyphens; a document may have _ too."),
    RULE("duplicate", rule_duplicate, "Nothing is listed twice."),
    RULE("siglum", rule_siglum, "Every document has a siglum of one to three letters of its own."),
    RULE("credit", rule_credit,
         "A document under a licence that asks for credit names its holder, its address and the credit."),
    RULE("lane-shape", rule_lane_shape, "Every lane has a shape of its own."),
    RULE("lane-colours", rule_lane_colours, "A lane's own colour differs from the others for every eye, colour-blind ones too."),
    RULE("contrast", rule_contrast, "A lane's own colour stands out from the paper, 3:1 at least, and words stand out from it, 7:1."),
    RULE("picture", rule_picture, "Every picture is described in words in every language, or is decorative."),
    RULE("unknown-language", rule_unknown_language, "A language that is named is a language of the exhibit."),
    RULE("unknown-lane", rule_unknown_lane, "A lane that is named exists."),
    WHOLE("unknown-motif", rule_unknown_motif, "A motif that is named exists among the pictures and motifs."),
    WHOLE("unknown-document", rule_unknown_document, "A document that is named exists."),
    WHOLE("unknown-entry", rule_unknown_entry, "An entry that is named exists."),
    WHOLE("unknown-person", rule_unknown_person, "A person who is named exists in people.yaml."),
    WHOLE("unknown-place", rule_unknown_place, "A place that is named exists in places.yaml."),
    WHOLE("unknown-label", rule_unknown_label, "A label names a source of the same entry."),
    WHOLE("related", rule_related, "Related entries name each other, and no entry names itself."),
    WHOLE("story-stop", rule_story_stop, "A story stops at entries that exist, at two at least."),
    WHOLE("unlinked", rule_unlinked, "An entry links the people and places its quotations name."),
    WHOLE("orphan", rule_orphan, "Every person and place is named by an entry, or wrote a document; every term stands in a text of every language."),
    RULE("date-order", rule_date_order, "Nothing ends before it starts."),
    WHOLE("outside", rule_outside, "Every entry lies inside the span of the exhibit."),
    RULE("shown-from", rule_shown_from, "A date that the editors did not give names the sources that carry it."),
    WHOLE("quotation", rule_quotation, "A quotation stands in its document, byte for byte."),
    WHOLE("quotation-across", rule_quotation_across, "A piece of a quotation lies inside one paragraph."),
    RULE("quotation-twice", rule_quotation_twice, "A piece of a quotation is found once in its document."),
    WHOLE("quotation-order", rule_quotation_order, "The pieces of a quotation stand in the order of the document."),
    WHOLE("mark", rule_mark, "Marked words stand inside a piece of the quotation, once."),
    RULE("mark-translation", rule_mark_translation, "A translation marks as many words as the quotation."),
    WHOLE("coverage", rule_coverage,
          "Every sentence of a document is quoted, or a reason is given; asked for by coverage: required, or --coverage."),
    WHOLE("source-unused", rule_source_unused, "Every source carries a statement, a date or an answer."),
    RULE("statement-sources", rule_statement_source, "Every statement names its sources, or [editors]."),
    RULE("statement-count", rule_statement_count, "An entry has the same statements in every language."),
    RULE("statement-labels", rule_statement_labels, "A statement has the same labels in every language."),
    RULE("statement-length", rule_statement_length,
         "An entry has at most 9 statements and 75 words, better 60; a statement at most 30 words."),
    RULE("same-numbers", rule_same_numbers, "A text has the same numbers in every language, a translation those of its original."),
    WHOLE("answer-documents", rule_answer_documents, "A disagreement lists every document, in the order of the exhibit."),
    WHOLE("answer", rule_answer, "An answer names its source, and has a date or words in every language."),
    RULE("answer-silent", rule_answer_silent, "A silent document gives no answer."),
    RULE("disagreement-length", rule_disagreement_length,
         "A question has at most 45 characters, its second line 40, an answer 24, a note 30 words."),
    WHOLE("translation", rule_translation, "Every text stands in every language."),
    WHOLE("stale-translation", rule_stale_translation, "A text has been translated anew after its source has changed."),
    RULE("short-label", rule_short_label, "The short label of an entry has at most 24 characters, of a document 28."),
    RULE("short-twice", rule_short_twice, "The short label of an entry is its own."),
    RULE("caption-length", rule_caption_length,
         "The words for a picture and for a term have at most 30 words, what somebody was at most 80 characters."),
    RULE("glossary", rule_glossary, "A term of the glossary is explained."),
    RULE("straight-quote", rule_straight_quote, "Quotation marks and apostrophes are never straight."),
    RULE("quote-marks", rule_quote_marks, "Quotation marks are those of the language, in pairs."),
    RULE("dash", rule_dash, "A range has an en dash, and so has a remark in passing, with spaces."),
    RULE("range", rule_range, "A range gives both years in full, and no word such as \"from\" before them."),
    RULE("space", rule_space, "One space stands between words and behind punctuation, none before it."),
    RULE("ellipsis", rule_ellipsis, "Three full stops are one sign."),
    RULE("number", rule_number, "Numbers are grouped from five digits on and have decimals as the language writes them."),
    RULE("abbreviation", rule_abbreviation, "Abbreviations have the full stops of their language."),
    WHOLE("string-missing", rule_string_missing, "Every word of the interface stands in every language."),
    WHOLE("string-unknown", rule_string_unknown, "Every word of the interface is one the program shows."),
    RULE("string-kind", rule_string_kind, "A word that is counted has plural forms, another has none."),
    RULE("plural-forms", rule_plural_forms, "A word that is counted has every plural form its language needs."),
    RULE("placeholders", rule_placeholders, "A word of the interface has the same {places} in every language."),
};

const struct rule *rules_all(int *count)
{
    *count = sizeof RULES / sizeof *RULES;
    return RULES;
}

void rules_run(struct draft *draft, struct diag *diag)
{
    for (size_t i = 0; i < sizeof RULES / sizeof *RULES; i++)
        if (RULES[i].check && !(RULES[i].is_about_all && draft->unread_files))
            RULES[i].check(&(struct judge){&RULES[i], draft, diag});
    if (draft->unread_files)
        diag_warning(diag, draft->at, "unread", "%d file%s could not be read; what depends on %s is judged once %s can",
                     draft->unread_files, draft->unread_files == 1 ? "" : "s", draft->unread_files == 1 ? "it" : "them",
                     draft->unread_files == 1 ? "it" : "they");
}

int rules_words_in(const char *text)
{
    int words = 0, at = 0;
    bool is_in_word = false;
    UChar32 character;

    for (;;) {
        U8_NEXT(text, at, -1, character);
        if (!character)
            return words;
        if (u_isUWhiteSpace(character)) {
            is_in_word = false;
        } else if (!is_in_word && u_isalnum(character)) {
            is_in_word = true;
            words++;
        }
    }
}

int rules_characters_in(const char *text)
{
    int characters = 0;

    for (; *text; text++)
        characters += ((unsigned char)*text & 0xC0) != 0x80;
    return characters;
}

bool rules_is_date_good(const struct draft_date *date)
{
    struct draft_date copy = *date;
    struct diag quiet = {.out = NULL};

    return window_fill(&copy, &quiet);
}
