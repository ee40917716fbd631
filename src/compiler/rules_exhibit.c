/* Documents, lanes, pictures and the exhibit itself. */
#include <math.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "compiler/colours.h"
#include "compiler/rules_part.h"

void rule_version(const struct judge *judge)
{
    const char *version = judge->draft->version;
    bool is_after_point = true;

    if (!version)
        return;
    for (const char *at = version; *at; at++) {
        bool is_digit = *at >= '0' && *at <= '9';

        if (!is_digit && (*at != '.' || is_after_point)) {
            is_after_point = true;
            break;
        }
        is_after_point = !is_digit;
    }
    if (is_after_point)
        diag_error(judge->diag, judge->draft->at, judge->rule->name,
                   "\"%.40s\" is no version; write numbers with points between: 1.0.0", version);
}

/* ---- documents --------------------------------------------------------------------------------------------------- */

static bool is_siglum(const char *text)
{
    int at = 0, letters = 0;

    while (text[at]) {
        UChar32 character;

        U8_NEXT(text, at, -1, character);
        if (!u_isalpha(character))
            return false;
        letters++;
    }
    return letters >= 1 && letters <= 3;
}

void rule_siglum(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    for (int i = 0; i < draft->document_count; i++) {
        const struct draft_document *document = &draft->documents[i];

        if (!document->siglum)
            continue;
        if (!is_siglum(document->siglum))
            diag_error(judge->diag, document->at, judge->rule->name, "\"%.20s\" is no siglum; write one to three letters",
                       document->siglum);
        for (int k = 0; k < i; k++)
            if (draft->documents[k].siglum && !strcmp(draft->documents[k].siglum, document->siglum))
                diag_error(judge->diag, document->at, judge->rule->name,
                           "the siglum \"%.20s\" is that of %s too; write another one", document->siglum,
                           draft->documents[k].id);
    }
}

static bool has_words(const struct draft_words *words)
{
    for (int i = 0; i < DRAFT_LANGUAGES_MAX; i++)
        if (words->in[i].bytes)
            return true;
    return false;
}

void rule_credit(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    for (int i = 0; i < draft->document_count; i++) {
        const struct draft_document *document = &draft->documents[i];

        if (!document->licence || strncmp(document->licence, "CC-BY", 5) != 0)
            continue;
        if (!document->url || !document->holder)
            diag_error(judge->diag, document->at, judge->rule->name,
                       "the licence %.40s asks for credit; write url: \"https://…\" and holder: \"…\"", document->licence);
        if (!has_words(&document->credit))
            diag_error(judge->diag, document->at, judge->rule->name,
                       "the licence %.40s asks for credit; write credit: \"…\" in the .md file of every language",
                       document->licence);
    }
}

/* ---- lanes ------------------------------------------------------------------------------------------------------- */

void rule_lane_shape(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    for (int i = 1; i < draft->lane_count; i++)
        for (int k = 0; k < i; k++)
            if (draft->lanes[i].shape == draft->lanes[k].shape) {
                diag_error(judge->diag, draft->lanes[i].at, judge->rule->name,
                           "the lane \"%.60s\" has this shape too; choose another one, visitors tell lanes apart by it",
                           draft->lanes[k].id);
                break;
            }
}

/* C2 for its shapes; C1 for the words in its bars, which are card or ink, whichever is better to read. */
void rule_contrast(const struct judge *judge)
{
    static const uint32_t PAPER = 0xF1E8D7, CARD = 0xFAF5EA, INK = 0x15130F;
    const struct draft *draft = judge->draft;

    for (int i = 0; i < draft->lane_count; i++) {
        double ratio = colours_contrast(draft->lanes[i].colour, PAPER);
        double words = fmax(colours_contrast(draft->lanes[i].colour, CARD), colours_contrast(draft->lanes[i].colour, INK));

        if (draft->lanes[i].is_own_colour && ratio >= 3 && words < 7)
            diag_error(judge->diag, draft->lanes[i].at, judge->rule->name,
                       "words on the colour #%06x stand out by %.2f:1 only; choose a darker one, 7:1 at least",
                       (unsigned)draft->lanes[i].colour, words);
        if (draft->lanes[i].is_own_colour && ratio < 3)
            diag_error(judge->diag, draft->lanes[i].at, judge->rule->name,
                       "the colour #%06x stands out from the paper by %.2f:1 only; choose a darker one, 3:1 at least",
                       (unsigned)draft->lanes[i].colour, ratio);
    }
}

/* C4: who takes them for each other. */
static enum sight confusing_sight(uint32_t a, uint32_t b)
{
    for (int sight = 0; sight < SIGHT_COUNT; sight++) {
        struct lab x = colours_seen(a, (enum sight)sight), y = colours_seen(b, (enum sight)sight);

        if (colours_distance(x, y) < 10 && fabs(x.l - y.l) < 15)
            return (enum sight)sight;
    }
    return SIGHT_COUNT;
}

void rule_lane_colours(const struct judge *judge)
{
    static const char *const eyes[SIGHT_COUNT] = {"every eye", "eyes that do not see red", "eyes that do not see green",
                                                  "eyes that do not see blue"};
    const struct draft *draft = judge->draft;

    for (int i = 1; i < draft->lane_count; i++)
        for (int k = 0; k < i; k++) {
            const struct draft_lane *lane = &draft->lanes[i], *other = &draft->lanes[k];
            enum sight sight = confusing_sight(lane->colour, other->colour);

            if ((lane->is_own_colour || other->is_own_colour) && sight != SIGHT_COUNT) {
                diag_error(judge->diag, lane->at, judge->rule->name,
                           "for %s the colour of the lane \"%.60s\" is too near to this one; choose a darker or a lighter one",
                           eyes[sight], other->id);
                break;
            }
        }
}

/* ---- pictures ---------------------------------------------------------------------------------------------------- */

void rule_picture(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    for (int i = 0; i < draft->picture_count; i++) {
        const struct draft_picture *picture = &draft->pictures[i];

        if (!picture->at.path || picture->is_decorative)
            continue;
        for (int k = 0; k < draft->language_count; k++)
            if (!picture->alt.in[k].bytes || !*picture->alt.in[k].bytes)
                diag_error(judge->diag, picture->at, judge->rule->name,
                           "the picture \"%.60s\" is not described in %s; write alt: {%s: \"…\"}, or decorative: true",
                           picture->id, draft->languages[k].tag, draft->languages[k].tag);
        if (!picture->credit || !picture->licence)
            diag_error(judge->diag, picture->at, judge->rule->name,
                       "the picture \"%.60s\" names no credit or no licence; write both", picture->id);
    }
}
