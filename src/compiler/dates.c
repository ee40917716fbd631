#include "compiler/dates.h"

#include <string.h>

#include "compiler/date_words.h"
#include "compiler/languages.h"
#include "compiler/window.h"

/* ---- windows -------------------------------------------------------------------------------- */

static bool has_window(const struct draft_date *date)
{
    return date->first_day <= date->last_day;
}

/* A date without a window has its last day before its first. */
static void fill_window(struct draft_date *date, struct diag *diag)
{
    if (window_fill(date, diag))
        return;
    date->first_day = 0;
    date->last_day = -1;
}

static void fill_entry_windows(struct draft_entry *entry, struct diag *diag)
{
    fill_window(&entry->start, diag);
    if (entry->has_end)
        fill_window(&entry->end, diag);
    for (int i = 0; i < entry->disagreement_count; i++)
        for (int k = 0; k < entry->disagreements[i].answer_count; k++)
            if (entry->disagreements[i].answers[k].has_date)
                fill_window(&entry->disagreements[i].answers[k].date, diag);
}

static void fill_windows(struct draft *draft, struct diag *diag)
{
    fill_window(&draft->span_start, diag);
    fill_window(&draft->span_end, diag);
    for (int i = 0; i < draft->entry_count; i++)
        fill_entry_windows(&draft->entries[i], diag);
}

/* ---- words ---------------------------------------------------------------------------------- */

struct dates {
    struct draft *draft;
    struct diag *diag;
    struct date_language *languages[DRAFT_LANGUAGES_MAX];
};

static void set_text(const struct dates *dates, struct draft_text *text,
                     const struct phrase *phrase, struct draft_at at)
{
    text->bytes = draft_copy(dates->draft, phrase->bytes, strlen(phrase->bytes));
    text->at = at;
}

static bool is_daily(const struct draft_date *date)
{
    return date->precision == PACK_DAY || date->precision == PACK_NIGHT;
}

/* Rule Y11: single days and day-to-day spans that end before the change of calendar. */
static bool may_have_old_style(const struct dates *dates, const struct draft_entry *entry)
{
    int32_t last = entry->has_end ? entry->end.last_day : entry->start.last_day;

    if (!is_daily(&entry->start) || (entry->has_end && !is_daily(&entry->end))) {
        diag_error(dates->diag, entry->start.at, "old-style",
                   "an Old Style date belongs to days only; write old_style: false or give the "
                   "date to the day");
        return false;
    }
    if (dates->draft->has_old_style && last > dates->draft->old_style_until) {
        diag_error(dates->diag, entry->start.at, "old-style",
                   "the date lies after the Julian calendar had ended; write old_style: false");
        return false;
    }
    return true;
}

static void word_entry(const struct dates *dates, struct draft_entry *entry)
{
    struct date_span span = {&entry->start, entry->has_end ? &entry->end : NULL, entry->open_start,
                             entry->open_end};
    bool has_old_style = entry->old_style && may_have_old_style(dates, entry);

    for (int language = 0; language < dates->draft->language_count; language++) {
        struct phrase words = date_words(dates->languages[language], span);

        set_text(dates, &entry->date.in[language], &words, entry->start.at);
        if (!has_old_style)
            continue;
        words = date_words_old_style(dates->languages[language], span);
        set_text(dates, &entry->old_style_date.in[language], &words, entry->start.at);
    }
}

static void word_answer(const struct dates *dates, struct draft_answer *answer)
{
    for (int language = 0; language < dates->draft->language_count; language++) {
        struct phrase rest, word;

        if (answer->words.in[language].bytes)
            continue;
        word = date_words_answer(dates->languages[language], &answer->date, &rest);
        set_text(dates, &answer->words.in[language], &word, answer->date.at);
        if (rest.bytes[0])
            set_text(dates, &answer->rest.in[language], &rest, answer->date.at);
    }
}

static void word_answers(const struct dates *dates, struct draft_disagreement *disagreement)
{
    for (int i = 0; i < disagreement->answer_count; i++)
        if (disagreement->answers[i].has_date && has_window(&disagreement->answers[i].date))
            word_answer(dates, &disagreement->answers[i]);
}

static void fill_words(const struct dates *dates)
{
    struct draft *draft = dates->draft;

    for (int i = 0; i < draft->entry_count; i++) {
        struct draft_entry *entry = &draft->entries[i];

        if (has_window(&entry->start) && (!entry->has_end || has_window(&entry->end)))
            word_entry(dates, entry);
        for (int k = 0; k < entry->disagreement_count; k++)
            word_answers(dates, &entry->disagreements[k]);
    }
}

void dates_fill(struct draft *draft, struct diag *diag)
{
    struct dates dates = {.draft = draft, .diag = diag};

    fill_windows(draft, diag);
    draft_sort(draft);
    for (int i = 0; i < draft->language_count; i++)
        dates.languages[i] = date_language_create(draft->languages[i].tag);
    fill_words(&dates);
    for (int i = 0; i < draft->language_count; i++)
        date_language_destroy(dates.languages[i]);
    languages_fill(draft);
}
