/*
 * ui_rules.h - what interaction.md asks of every screen, checked on the list of its elements: targets that are large enough and
 * apart (T1, T2, T20), words that are inside the panel, apart, legible and in a language (D3, D4, C1, S4).
 *
 * Only what the list says is known here; that the picture agrees with the list is for the tests that look at pixels.
 */
#ifndef VITRINE_TESTS_UI_RULES_H
#define VITRINE_TESTS_UI_RULES_H

#include "screen/look.h"
#include "screen/ui.h"

struct ui_finding {
    const char *rule; /* "T2" */
    char text[400];   /* one sentence with ids and numbers */
};

/* Called for every violation; the finding lives until it returns. */
typedef void ui_found(void *context, const struct ui_finding *finding);

/* Returns how many there were. */
int ui_rules_check(const struct ui *ui, const struct look *look, ui_found *found, void *context);

/* It can be touched and nothing that was added later lies over it, as a list's backdrop does. */
bool ui_rules_is_target(const struct ui *ui, int index);
/* The first element that no dialog may cover. */
int ui_rules_first_seen(const struct ui *ui);

#endif
