/* Dates that exist are `window`'s concern; here they are compared with one another. */
#include "compiler/rules_part.h"

void rule_date_order(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    if (rules_is_date_good(&draft->span_start) && rules_is_date_good(&draft->span_end)
        && draft->span_end.last_day < draft->span_start.first_day)
        diag_error(judge->diag, draft->span_end.at, judge->rule->name,
                   "the span of the exhibit ends before it starts; exchange the two or correct one");
    for (int i = 0; i < draft->entry_count; i++) {
        const struct draft_entry *entry = &draft->entries[i];

        if (entry->has_end && rules_is_date_good(&entry->start) && rules_is_date_good(&entry->end)
            && entry->end.last_day < entry->start.first_day)
            diag_error(judge->diag, entry->end.at, judge->rule->name,
                       "the entry ends (%s) before it starts (%s); exchange the two or correct one", entry->end.value,
                       entry->start.value);
    }
}

void rule_outside(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    if (!rules_is_date_good(&draft->span_start) || !rules_is_date_good(&draft->span_end))
        return;
    for (int i = 0; i < draft->entry_count; i++) {
        const struct draft_entry *entry = &draft->entries[i];
        const struct draft_date *end = entry->has_end ? &entry->end : &entry->start;

        if (!rules_is_date_good(&entry->start) || !rules_is_date_good(end))
            continue;
        if (entry->start.first_day > draft->span_end.last_day)
            diag_error(judge->diag, entry->start.at, judge->rule->name,
                       "%s is after the span of the exhibit, which ends %s; correct the date or widen the span",
                       entry->start.value, draft->span_end.value);
        else if (end->last_day < draft->span_start.first_day && !entry->open_end)
            diag_error(judge->diag, end->at, judge->rule->name,
                       "%s is before the span of the exhibit, which starts %s; correct the date or widen the span", end->value,
                       draft->span_start.value);
    }
}

void rule_shown_from(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    for (int i = 0; i < draft->entry_count; i++) {
        const struct draft_entry *entry = &draft->entries[i];

        if (!entry->shown_from_count && entry->start.value && entry->start.by != PACK_BY_EDITORS)
            diag_error(judge->diag, entry->start.at, judge->rule->name,
                       "no source carries the date; write shown_from: [label, …], or by: editors");
    }
}
