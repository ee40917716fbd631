/* Which answers stand on one scale, and who names each value of it. */
#include "screen/compare/compare_scale.h"

#include "timeline/calendar.h"

enum { SPAN_MAX = 400 };

static int value_of(struct pack_date date)
{
    struct calendar_date day = calendar_date(date.first_day);

    switch (date.precision) {
    case PACK_MONTH:
        return day.year * 12 + day.month - 1;
    case PACK_YEAR:
        return day.year;
    default:
        return date.first_day;
    }
}

static bool is_unit(enum pack_precision precision)
{
    return precision == PACK_DAY || precision == PACK_MONTH || precision == PACK_YEAR;
}

static void add_value(struct scale *scale, int value, int column, bool differs)
{
    int i = 0;

    while (i < scale->count && scale->values[i].value != value)
        i++;
    if (i == VALUES_MAX)
        return;
    if (i == scale->count) {
        scale->first = i == 0 || value < scale->first ? value : scale->first;
        scale->last = i == 0 || value > scale->last ? value : scale->last;
        scale->values[scale->count++] = (struct scale_value){.value = value};
    }
    scale->values[i].columns |= (uint32_t)1 << column;
    scale->values[i].differs |= differs;
}

static bool is_on_a_scale(struct pack_answer answer)
{
    return answer.has_date && !answer.date.flags && is_unit(answer.date.precision);
}

static void add_others(const struct compare_page *page, const struct kit *kit, struct scale *scale)
{
    for (int k = 0; k < page->column_count; k++) {
        struct pack_answer answer = pack_answer(kit->pack, page->columns[k].answer);

        if (!answer.is_silent && !answer.differs && is_on_a_scale(answer) && answer.date.precision == scale->unit)
            add_value(scale, value_of(answer.date), k, false);
    }
}

bool compare_scale_find(const struct compare_page *page, const struct kit *kit, struct scale *scale)
{
    *scale = (struct scale){0};
    for (int k = 0; k < page->column_count; k++) {
        struct pack_answer answer = pack_answer(kit->pack, page->columns[k].answer);

        if (!compare_differs(kit, page->columns[k].answer))
            continue;
        if (!is_on_a_scale(answer) || (scale->count > 0 && answer.date.precision != scale->unit))
            return false;
        scale->unit = answer.date.precision;
        add_value(scale, value_of(answer.date), k, true);
    }
    if (scale->count < 2)
        return false;
    add_others(page, kit, scale);
    return scale->last - scale->first < SPAN_MAX;
}

const struct scale_value *compare_scale_value(const struct scale *scale, int value)
{
    for (int i = 0; i < scale->count; i++) {
        if (scale->values[i].value == value)
            return &scale->values[i];
    }
    return NULL;
}

int compare_scale_document(const struct compare_page *page, const struct kit *kit, int column)
{
    return pack_answer(kit->pack, page->columns[column].answer).document;
}

int compare_scale_column(const struct compare_page *page, const struct kit *kit, const struct scale_value *value, int after)
{
    for (int k = after + 1; k < page->column_count; k++) {
        bool is_again = after >= 0 && compare_scale_document(page, kit, k) == compare_scale_document(page, kit, after);

        if ((value->columns >> k & 1) && !is_again)
            return k;
    }
    return -1;
}
