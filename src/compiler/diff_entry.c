#include "compiler/diff.h"

#include <string.h>

static void say_of(struct diff *diff, const char *what, const char *sentence)
{
    diff_say(diff, "%s: %s.", what, sentence);
}

static void diff_labels(struct diff *diff, const char *what, struct both index)
{
    static const struct {
        enum pack_field field;
        const char *name;
    } fields[] = {
        {PACK_ENTRY_TITLE, "the title"},
        {PACK_ENTRY_SHORT, "the label"},
        {PACK_ENTRY_DATE, "the date"},
        {PACK_ENTRY_OLD_STYLE, "the Old Style date"},
    };
    char part[600];

    for (size_t f = 0; f < sizeof fields / sizeof *fields; f++) {
        snprintf(part, sizeof part, "%s: %s", what, fields[f].name);
        diff_words(diff, part, fields[f].field, index);
    }
}

static bool is_same_date(const struct pack_date *a, const struct pack_date *b)
{
    return a->first_day == b->first_day && a->last_day == b->last_day && a->precision == b->precision && a->by == b->by
        && a->flags == b->flags;
}

static void diff_place_on_axis(struct diff *diff, const char *what, const struct pack_entry *old, const struct pack_entry *new)
{
    const char *old_lane = pack_lane(diff->before, old->lane).id, *new_lane = pack_lane(diff->after, new->lane).id;

    if (!diff_is_same(old_lane, new_lane))
        diff_say(diff, "%s: it moved from the lane %s to %s.", what, old_lane, new_lane);
    if (old->importance != new->importance)
        diff_say(diff, "%s: its importance was %d and is now %d.", what, old->importance, new->importance);
    if (!is_same_date(&old->start, &new->start) || !is_same_date(&old->end, &new->end) || old->open_start != new->open_start
        || old->open_end != new->open_end)
        say_of(diff, what, "its place on the time axis changed");
}

static bool has_same_statement_sources(struct diff *diff, int old, int new)
{
    struct pack_statement before = pack_statement(diff->before, old), after = pack_statement(diff->after, new);

    if (before.source_refs != after.source_refs)
        return false;
    for (int k = 0; k < before.source_refs; k++) {
        int old_source = pack_statement_source(diff->before, before.first_source_ref + k);
        int new_source = pack_statement_source(diff->after, after.first_source_ref + k);

        if (!diff_is_same(pack_source(diff->before, old_source).label, pack_source(diff->after, new_source).label))
            return false;
    }
    return true;
}

static void diff_statements(struct diff *diff, const char *what, const struct pack_entry *old, const struct pack_entry *new)
{
    struct tags tags = {""};
    bool has_same_sources = true;
    char part[600];

    if (old->statement_count != new->statement_count) {
        diff_say(diff, "%s: it had %d statements and now has %d.", what, old->statement_count, new->statement_count);
        return;
    }
    for (int s = 0; s < old->statement_count; s++) {
        struct both index = {old->first_statement + s, new->first_statement + s};

        diff_text(diff, &tags, PACK_STATEMENT, index);
        has_same_sources &= has_same_statement_sources(diff, index.before, index.after);
    }
    snprintf(part, sizeof part, "%s: the statements", what);
    diff_say_tags(diff, part, &tags);
    if (!has_same_sources)
        say_of(diff, what, "a statement rests on other quotations");
}

static bool is_same_piece(struct diff *diff, struct pack_piece old, struct pack_piece new)
{
    struct pack_text before = pack_text(diff->before, 0, PACK_PARAGRAPH, old.paragraph);
    struct pack_text after = pack_text(diff->after, 0, PACK_PARAGRAPH, new.paragraph);

    if (before.length == 0 || after.length == 0)
        return before.length == after.length;
    return old.length == new.length &&old.mark_count
        == new.mark_count &&memcmp(before.bytes + old.start, after.bytes + new.start, old.length) == 0;
}

static bool is_same_quotation(struct diff *diff, const struct pack_source *old, const struct pack_source *new)
{
    if (old->piece_count != new->piece_count
        || !diff_is_same(pack_document(diff->before, old->document).id, pack_document(diff->after, new->document).id))
        return false;
    for (int p = 0; p < old->piece_count; p++) {
        if (!is_same_piece(diff, pack_piece(diff->before, old->first_piece + p), pack_piece(diff->after, new->first_piece + p)))
            return false;
    }
    return true;
}

/* The source of an entry with this label, -1 = none. */
static int find_source(const struct pack *pack, const struct pack_entry *entry, const char *label)
{
    for (int s = entry->first_source; s < entry->first_source + entry->source_count; s++) {
        if (diff_is_same(pack_source(pack, s).label, label))
            return s;
    }
    return -1;
}

static void diff_source(struct diff *diff, const char *what, struct both index)
{
    struct pack_source old = pack_source(diff->before, index.before), new = pack_source(diff->after, index.after);
    struct tags tags = {""};
    char part[700];

    if (!is_same_quotation(diff, &old, &new))
        diff_say(diff, "%s: the quotation %s changed.", what, new.label);
    diff_text(diff, &tags, PACK_QUOTATION, index);
    snprintf(part, sizeof part, "%s: the translation of the quotation %s", what, new.label);
    diff_say_tags(diff, part, &tags);
}

static void diff_sources(struct diff *diff, const char *what, const struct pack_entry *old, const struct pack_entry *new)
{
    for (int s = old->first_source; s < old->first_source + old->source_count; s++) {
        const char *label = pack_source(diff->before, s).label;

        if (find_source(diff->after, new, label) < 0)
            diff_say(diff, "%s: the quotation %s is gone.", what, label);
    }
    for (int s = new->first_source; s < new->first_source + new->source_count; s++) {
        const char *label = pack_source(diff->after, s).label;
        int before = find_source(diff->before, old, label);

        if (before < 0)
            diff_say(diff, "%s: the quotation %s is new.", what, label);
        else
            diff_source(diff, what, (struct both){before, s});
    }
}

static void diff_answers(struct diff *diff, const char *what, const struct pack_disagreement *old,
                         const struct pack_disagreement *new)
{
    struct tags tags = {""};
    bool is_changed = old->answer_count != new->answer_count;

    for (int a = 0; a < old->answer_count && !is_changed; a++) {
        struct both index = {old->first_answer + a, new->first_answer + a};
        struct pack_answer before = pack_answer(diff->before, index.before);
        struct pack_answer after = pack_answer(diff->after, index.after);

        is_changed = before.is_silent != after.is_silent || before.differs != after.differs;
        diff_text(diff, &tags, PACK_ANSWER, index);
        diff_text(diff, &tags, PACK_ANSWER_REST, index);
        diff_text(diff, &tags, PACK_NOTE, index);
    }
    if (is_changed)
        say_of(diff, what, "other documents answer, or answer otherwise");
    else
        diff_say_tags(diff, what, &tags);
}

static void diff_disagreements(struct diff *diff, const char *what, const struct pack_entry *old, const struct pack_entry *new)
{
    char part[700];

    if (old->disagreement_count != new->disagreement_count) {
        diff_say(diff, "%s: the voices differed in %d things and now differ in %d.", what, old->disagreement_count,
                 new->disagreement_count);
        return;
    }
    for (int d = 0; d < old->disagreement_count; d++) {
        struct both index = {old->first_disagreement + d, new->first_disagreement + d};
        struct pack_disagreement before = pack_disagreement(diff->before, index.before);
        struct pack_disagreement after = pack_disagreement(diff->after, index.after);
        struct tags tags = {""};

        diff_text(diff, &tags, PACK_QUESTION, index);
        diff_text(diff, &tags, PACK_SUBLINE, index);
        diff_text(diff, &tags, PACK_EDITORS, index);
        snprintf(part, sizeof part, "%s: the question about the %s", what, after.id);
        diff_say_tags(diff, part, &tags);
        snprintf(part, sizeof part, "%s: the comparison of the %s", what, after.id);
        diff_answers(diff, part, &before, &after);
    }
}

/* Things of an entry that are named by id, in order. */
struct named {
    int first, count;
    int (*at)(const struct pack *pack, int k);
    const char *(*id)(const struct pack *pack, int index);
};

static bool are_same_names(struct diff *diff, struct named old, struct named new)
{
    if (old.count != new.count)
        return false;
    for (int k = 0; k < old.count; k++) {
        if (!diff_is_same(old.id(diff->before, old.at(diff->before, old.first + k)),
                          new.id(diff->after, new.at(diff->after, new.first + k))))
            return false;
    }
    return true;
}

static const char *place_id(const struct pack *pack, int place)
{
    return pack_place(pack, place).id;
}

static const char *person_id(const struct pack *pack, int person)
{
    return pack_person(pack, person).id;
}

static const char *entry_id(const struct pack *pack, int entry)
{
    return pack_entry(pack, entry).id;
}

static int term_of(const struct pack *pack, int k)
{
    return pack_entry_term(pack, k).term;
}

static void diff_links(struct diff *diff, const char *what, const struct pack_entry *old, const struct pack_entry *new)
{
    const char *old_motif = old->motif >= 0 ? pack_picture_id(diff->before, old->motif) : "";
    const char *new_motif = new->motif >= 0 ? pack_picture_id(diff->after, new->motif) : "";

    if (!are_same_names(diff, (struct named){old->first_place, old->place_count, pack_entry_place, place_id},
                        (struct named){new->first_place, new->place_count, pack_entry_place, place_id}))
        say_of(diff, what, "its places changed");
    if (!are_same_names(diff, (struct named){old->first_person, old->person_count, pack_entry_person, person_id},
                        (struct named){new->first_person, new->person_count, pack_entry_person, person_id}))
        say_of(diff, what, "its people changed");
    if (!are_same_names(diff, (struct named){old->first_related, old->related_count, pack_entry_related, entry_id},
                        (struct named){new->first_related, new->related_count, pack_entry_related, entry_id}))
        say_of(diff, what, "its related entries changed");
    if (!are_same_names(diff, (struct named){old->first_term, old->term_count, term_of, pack_term_id},
                        (struct named){new->first_term, new->term_count, term_of, pack_term_id}))
        say_of(diff, what, "other words of the glossary stand in its statements");
    if (!diff_is_same(old_motif, new_motif))
        say_of(diff, what, "its picture is another one");
}

void diff_entry(struct diff *diff, const char *what, struct both index)
{
    struct pack_entry old = pack_entry(diff->before, index.before), new = pack_entry(diff->after, index.after);

    diff_labels(diff, what, index);
    diff_place_on_axis(diff, what, &old, &new);
    diff_statements(diff, what, &old, &new);
    diff_sources(diff, what, &old, &new);
    diff_disagreements(diff, what, &old, &new);
    diff_links(diff, what, &old, &new);
}
