/* Contacts that are not fingers meaning something: palms, ghosts, cloths (rules T18, T19, T21). */
#include "input/contact.h"

#include <math.h>
#include <stdlib.h>

enum {
    PALM_MS = 60, PALM_MM = 60,
    CELL_MM = 10, GHOST_DOWNS_PER_S = 8, GHOST_MS = 3000, GHOST_SHUT_MS = 30000,
    WIPE_CONTACTS = 5, WIPE_PATH_MM = 600, WIPE_REVERSALS = 4, WIPE_PATH_MS = 1500,
};

/* When the cell mattered last: a shut one matters until it opens. */
static int64_t last_ms(const struct cell *cell)
{
    return cell->shut_until_ms > cell->since_ms ? cell->shut_until_ms : cell->since_ms;
}

static struct cell *cell_at(struct rejection *rejection, int column, int row, int64_t now_ms)
{
    struct cell *oldest = &rejection->cells[0];

    for (int i = 0; i < CELLS_MAX; i++) {
        struct cell *cell = &rejection->cells[i];

        if (cell->downs > 0 && cell->column == column && cell->row == row)
            return cell;
        if (cell->downs == 0 || (oldest->downs > 0 && last_ms(cell) < last_ms(oldest)))
            oldest = cell;
    }
    *oldest = (struct cell){.column = column, .row = row, .since_ms = now_ms};
    return oldest;
}

bool reject_ghost(struct rejection *rejection, const struct gesture_panel *panel, const struct contact *contact,
                  bool *is_new_ghost)
{
    int column = (int)floorf(contact->x / panel->px_per_mm_x / CELL_MM);
    int row = (int)floorf(contact->y / panel->px_per_mm_y / CELL_MM);
    struct cell *cell = cell_at(rejection, column, row, contact->start_ms);
    int64_t age_ms = contact->start_ms - cell->since_ms;

    *is_new_ghost = false;
    if (contact->start_ms < cell->shut_until_ms)
        return false;
    if (age_ms > 0 && cell->downs * 1000 <= age_ms * GHOST_DOWNS_PER_S) {
        cell->downs = 0;
        cell->since_ms = contact->start_ms;
        age_ms = 0;
    }
    cell->downs++;
    if (age_ms < GHOST_MS)
        return true;
    cell->shut_until_ms = contact->start_ms + GHOST_SHUT_MS;
    *is_new_ghost = true;
    return false;
}

static bool landed_together(const struct contact *a, const struct contact *b)
{
    return a->is_down && b->is_down && llabs(a->start_ms - b->start_ms) <= PALM_MS;
}

static double apart_mm(const struct contact *a, const struct contact *b, const struct gesture_panel *panel)
{
    return (double)contact_mm(panel, a->start_x - b->start_x, a->start_y - b->start_y);
}

/*
 * Diameter of the smallest circle that holds a triangle with these sides: the longest side, or, where all angles are acute, twice
 * the circumradius abc / 4A, with the area A by Heron's formula.
 */
static double circle_around(double a, double b, double c)
{
    double longest = fmax(a, fmax(b, c)), squares = a * a + b * b + c * c, half = (a + b + c) / 2;

    if (2 * longest * longest >= squares)
        return longest;
    return a * b * c / (2 * sqrt(half * (half - a) * (half - b) * (half - c)));
}

static bool are_palm(const struct contact *a, const struct contact *b, const struct contact *c,
                     const struct gesture_panel *panel)
{
    return landed_together(a, b) && landed_together(b, c) && landed_together(a, c)
        && circle_around(apart_mm(a, b, panel), apart_mm(b, c, panel), apart_mm(a, c, panel)) <= PALM_MM;
}

bool reject_palm(struct contact contacts[CONTACTS_MAX], const struct gesture_panel *panel)
{
    bool is_palm = false;

    for (int i = 0; i < CONTACTS_MAX; i++) {
        for (int k = i + 1; k < CONTACTS_MAX; k++) {
            for (int m = k + 1; m < CONTACTS_MAX; m++) {
                if (!are_palm(&contacts[i], &contacts[k], &contacts[m], panel))
                    continue;
                contacts[i].is_rejected = contacts[k].is_rejected = contacts[m].is_rejected = true;
                is_palm = true;
            }
        }
    }
    return is_palm;
}

void reject_follow(struct contact *contact, const struct gesture_panel *panel, float dx, float dy, int64_t now_ms)
{
    if (now_ms - contact->wipe_since_ms > WIPE_PATH_MS) {
        contact->wipe_since_ms = now_ms;
        contact->path_mm = 0;
        contact->reversals = 0;
    }
    contact->path_mm += contact_mm(panel, dx, dy);
    if (contact_mm(panel, dx, dy) < 1)
        return;
    if (dx * contact->turn_dx + dy * contact->turn_dy < 0)
        contact->reversals++;
    contact->turn_dx = dx;
    contact->turn_dy = dy;
}

bool reject_wiping(struct rejection *rejection, const struct contact contacts[CONTACTS_MAX], int64_t now_ms)
{
    int down = 0;

    for (int i = 0; i < CONTACTS_MAX; i++) {
        if (!contacts[i].is_down || contacts[i].is_quarantined)
            continue;
        down++;
        if (contacts[i].path_mm > WIPE_PATH_MM && contacts[i].reversals >= WIPE_REVERSALS)
            return true;
    }
    if (down < WIPE_CONTACTS) {
        rejection->five_since_ms = INT64_MAX;
        return false;
    }
    if (rejection->five_since_ms == INT64_MAX)
        rejection->five_since_ms = now_ms;
    return now_ms - rejection->five_since_ms >= REJECT_WIPE_MS;
}
