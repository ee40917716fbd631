/*
 * Greedy, one line at a time: a line takes the last break that fits. Only the last two lines are looked at together (Y5,
 * Y17): when what follows a line would fit on one more, the line may end earlier, so that the paragraph does not end in a
 * lone word and no word is divided across its last two lines.
 */
#include "text/wrap.h"

#include "text/utf8.h"

enum stop { STOP_NONE, STOP_PLAIN, STOP_REPEAT, STOP_SOFT, STOP_FORCED };

struct job {
    const struct wrap *wrap;
    struct pack_text text;
    uint32_t length; /* without spaces at the end */
    int width_px;    /* the measure, or less while a title is being balanced */
};

/* One line and where the next begins. */
struct step {
    struct wrap_line line;
    uint32_t next;
    bool repeats;     /* the next line begins with a hyphen */
    bool splits_word; /* broken between characters */
};

/* What a line remembers of those before it. */
struct before {
    bool repeats;
    int hyphens; /* lines in a row that ended with a hyphen */
};

static bool has_option(const struct job *job, enum wrap_option option)
{
    return (job->wrap->options & option) != 0;
}

static enum pack_break break_at(const struct job *job, uint32_t at)
{
    return job->text.breaks ? (enum pack_break)job->text.breaks[at] : PACK_BREAK_NONE;
}

static bool is_glued(const struct job *job, uint32_t at)
{
    enum pack_break kind = break_at(job, at);
    return kind == PACK_BREAK_GLUE || (kind == PACK_BREAK_GLUE_WIDE && has_option(job, WRAP_WIDE));
}

/* What the gap before byte `at` allows without dividing a word. */
static enum stop stop_at(const struct job *job, uint32_t at)
{
    if (job->text.bytes[at] == '\n')
        return STOP_FORCED;
    if (job->text.bytes[at] == ' ')
        return is_glued(job, at) ? STOP_NONE : STOP_PLAIN;
    switch (break_at(job, at)) {
    case PACK_BREAK_ALWAYS:
        return STOP_PLAIN;
    case PACK_BREAK_REPEAT:
        return STOP_REPEAT;
    default:
        return STOP_NONE;
    }
}

static bool is_hyphen_point(const struct job *job, uint32_t at, bool is_emergency)
{
    switch (break_at(job, at)) {
    case PACK_BREAK_HYPHEN:
        return is_emergency || has_option(job, WRAP_HYPHENATE);
    case PACK_BREAK_HYPHEN_LARGE:
        return is_emergency || (has_option(job, WRAP_HYPHENATE) && has_option(job, WRAP_LARGE));
    default:
        return false;
    }
}

/* Bytes of the space at `at`, no-break spaces too; 0 = none. */
static uint32_t space_at(const struct job *job, uint32_t at)
{
    if (job->text.bytes[at] == ' ')
        return 1;
    return at + 1 < job->length && job->text.bytes[at] == '\xC2' && job->text.bytes[at + 1] == '\xA0' ? 2 : 0;
}

static uint32_t skip_spaces(const struct job *job, uint32_t at)
{
    while (at < job->length && space_at(job, at) > 0)
        at += space_at(job, at);
    return at;
}

static uint32_t without_spaces(const struct job *job, uint32_t start, uint32_t end)
{
    while (end > start && job->text.bytes[end - 1] == ' ')
        end--;
    return end;
}

/* The first place after `at` where a line may end without dividing a word; the end of the text at last. */
static uint32_t next_stop(const struct job *job, uint32_t at)
{
    for (at = skip_spaces(job, at) + 1; at < job->length; at++)
        if (stop_at(job, at) != STOP_NONE)
            return at;
    return job->length;
}

static struct step step_to(const struct job *job, uint32_t start, uint32_t end, bool is_soft, struct before before)
{
    struct step step = {.line = {.start = start,
                                 .end = without_spaces(job, start, end),
                                 .ends_with_hyphen = is_soft,
                                 .starts_with_hyphen = before.repeats}};
    step.line.width_px = job->wrap->measure(job->wrap->context, start, step.line.end)
        + job->wrap->hyphen_px * (is_soft + before.repeats);
    enum stop stop = end < job->length ? stop_at(job, end) : STOP_NONE;
    step.repeats = !is_soft && stop == STOP_REPEAT;
    step.next = stop == STOP_FORCED ? end + 1 : skip_spaces(job, end);
    return step;
}

/* The last hyphenation point in (after, end) that fits. */
static bool step_to_hyphen(const struct job *job, uint32_t start, uint32_t after, uint32_t end, bool is_emergency,
                           struct before before, struct step *step)
{
    if (before.hyphens >= 2)
        return false;
    for (uint32_t at = end; at-- > after + 1;) {
        if (!is_hyphen_point(job, at, is_emergency))
            continue;
        *step = step_to(job, start, at, true, before);
        if (step->line.width_px <= job->width_px)
            return true;
    }
    return false;
}

/* Words glued together that are wider than the measure come apart at a space. */
static bool step_to_glue(const struct job *job, uint32_t start, uint32_t end, struct before before, struct step *step)
{
    for (uint32_t at = end; at-- > start + 1;) {
        if (space_at(job, at) == 0)
            continue;
        *step = step_to(job, start, at, false, before);
        step->splits_word = true;
        if (step->line.width_px <= job->width_px && step->line.end > start)
            return true;
    }
    return false;
}

/* A word wider than the measure: as many characters as fit, at least one, marks kept with their letters. */
static struct step step_inside_word(const struct job *job, uint32_t start, uint32_t end, struct before before)
{
    struct step best = {0};
    bool is_first = true;
    for (uint32_t at = start; at < end;) {
        uint32_t code = 0;
        do {
            at = (uint32_t)utf8_next(job->text.bytes, end, at);
        } while (at < end && utf8_decode(job->text.bytes + at, end - at, &code) && utf8_is_joined(code));
        struct step step = step_to(job, start, at, false, before);
        if (!is_first && step.line.width_px > job->width_px)
            break;
        best = step;
        is_first = false;
    }
    best.splits_word = true;
    return best;
}

static struct step greedy_step(const struct job *job, uint32_t start, struct before before)
{
    struct step best = {0}, step;
    bool has_best = false;
    uint32_t fits = start, stop;
    if (stop_at(job, start) == STOP_FORCED)
        return step_to(job, start, start, false, before);
    for (stop = next_stop(job, start);; stop = next_stop(job, stop)) {
        step = step_to(job, start, stop, false, before);
        if (step.line.width_px > job->width_px)
            break;
        best = step;
        has_best = true;
        fits = stop;
        if (stop >= job->length || stop_at(job, stop) == STOP_FORCED)
            return best;
    }
    if (step_to_hyphen(job, start, skip_spaces(job, fits), stop, false, before, &step))
        return step;
    if (has_best)
        return best;
    if (step_to_glue(job, start, stop, before, &step) || step_to_hyphen(job, start, start, stop, true, before, &step))
        return step;
    return step_inside_word(job, start, stop, before);
}

static bool has_one_word(const struct job *job, struct wrap_line line)
{
    for (uint32_t at = line.start; at < line.end; at++)
        if (space_at(job, at) > 0)
            return false;
    return true;
}

static bool is_poor_end(const struct job *job, struct wrap_line line, struct wrap_line last)
{
    if (has_option(job, WRAP_BALANCE) && last.width_px * 3 < line.width_px)
        return true;
    return has_one_word(job, last) || utf8_count(job->text.bytes + last.start, last.end - last.start) < 5;
}

static struct before after_step(struct step step, struct before before)
{
    return (struct before){step.repeats, step.line.ends_with_hyphen ? before.hyphens + 1 : 0};
}

/* Whether the step is followed by one last line, which is then in *last. */
static bool is_last_but_one(const struct job *job, struct step step, struct before before, struct step *last)
{
    uint32_t rest = job->length - step.next;
    if (step.next >= job->length || rest > 2 * (step.line.end - step.line.start) + 32)
        return false;
    *last = greedy_step(job, step.next, after_step(step, before));
    return last->next >= job->length;
}

/* Ends the last line but one earlier when that makes a better end of the paragraph. */
static struct step improve_end(const struct job *job, struct step step, struct before before)
{
    struct step last, fallback = step;
    bool has_fallback = !step.line.ends_with_hyphen;
    if (step.splits_word || !is_last_but_one(job, step, before, &last))
        return step;
    if (!step.line.ends_with_hyphen && !is_poor_end(job, step.line, last.line))
        return step;
    for (uint32_t at = step.line.end; at-- > step.line.start + 1;) {
        if (stop_at(job, at) == STOP_NONE)
            continue;
        struct step shorter = step_to(job, step.line.start, at, false, before);
        if (shorter.line.width_px * 5 < job->width_px * 2)
            break;
        bool is_end = is_last_but_one(job, shorter, before, &last);
        if (is_end && !is_poor_end(job, shorter.line, last.line))
            return shorter;
        if (!has_fallback) {
            fallback = shorter;
            has_fallback = true;
        }
    }
    return fallback;
}

/* Lines of the whole text at job->width_px; *splits_word tells whether a word had to be cut. */
static int run(const struct job *job, struct wrap_line *lines, int most, bool *splits_word)
{
    struct before before = {0};
    int count = 0;
    *splits_word = false;
    for (uint32_t at = skip_spaces(job, 0); at < job->length;) {
        struct step step = improve_end(job, greedy_step(job, at, before), before);
        if (count < most)
            lines[count] = step.line;
        count++;
        *splits_word |= step.splits_word || step.line.ends_with_hyphen;
        before = after_step(step, before);
        at = step.next;
    }
    return count;
}

/* The narrowest width that needs no more lines than the full measure: lines of a title become alike. */
static int balanced_width(struct job job)
{
    bool splits_word, splits_at_full;
    int count = run(&job, 0, 0, &splits_at_full);
    int too_narrow = job.width_px / (count + 1), enough = job.width_px;
    if (count < 2 || splits_at_full)
        return enough;
    while (enough - too_narrow > 1) {
        job.width_px = (too_narrow + enough) / 2;
        if (run(&job, 0, 0, &splits_word) <= count && !splits_word)
            enough = job.width_px;
        else
            too_narrow = job.width_px;
    }
    return enough;
}

int wrap_lines(const struct wrap *wrap, struct pack_text text, struct wrap_line *lines, int most)
{
    struct job job = {wrap, text, text.length, wrap->width_px};
    bool splits_word;
    job.length = without_spaces(&job, 0, text.length);
    if (has_option(&job, WRAP_BALANCE))
        job.width_px = balanced_width(job);
    return run(&job, lines, most, &splits_word);
}
