/*
 * The screen is a grid of cells, each with a hash of everything painted into it. A cell whose hash is that of the frame
 * before is left alone. Whole cells are repainted, so a thing need not be followed when it moves or goes.
 */
#include "draw/damage.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "text/hash.h"

enum { CELLS = 64, CELL_PX_MIN = 32 };

struct damage {
    struct rect screen;
    int cell_px, columns, rows;
    uint64_t now[CELLS * CELLS], before[CELLS * CELLS];
    bool is_all;
};

struct damage *damage_create(void)
{
    struct damage *damage = calloc(1, sizeof *damage);
    if (damage)
        damage->is_all = true;
    return damage;
}

void damage_destroy(struct damage *damage)
{
    free(damage);
}

void damage_forget(struct damage *damage)
{
    damage->is_all = true;
}

void damage_begin(struct damage *damage, struct rect screen)
{
    int longer = screen.w > screen.h ? screen.w : screen.h, cell = (longer + CELLS - 1) / CELLS;
    if (screen.w != damage->screen.w || screen.h != damage->screen.h)
        damage->is_all = true;
    damage->screen = screen;
    damage->cell_px = cell < CELL_PX_MIN ? CELL_PX_MIN : cell;
    damage->columns = (screen.w + damage->cell_px - 1) / damage->cell_px;
    damage->rows = (screen.h + damage->cell_px - 1) / damage->cell_px;
    memset(damage->now, 0, sizeof damage->now);
}

void damage_note(struct damage *damage, struct rect rect, uint64_t hash)
{
    int first_row = rect.y / damage->cell_px, last_row = (rect.y + rect.h - 1) / damage->cell_px;
    int first = rect.x / damage->cell_px, last = (rect.x + rect.w - 1) / damage->cell_px;
    hash = hash_value(hash_value(hash, (uint64_t)(uint32_t)rect.x << 32 | (uint32_t)rect.y),
                      (uint64_t)(uint32_t)rect.w << 32 | (uint32_t)rect.h);
    for (int row = first_row; row <= last_row; row++)
        for (int column = first; column <= last; column++)
            damage->now[row * CELLS + column] = (damage->now[row * CELLS + column] ^ hash) * 0x9E3779B97F4A7C15u + 1;
}

static bool differs(const struct damage *damage, int row, int column)
{
    return damage->now[row * CELLS + column] != damage->before[row * CELLS + column];
}

static struct rect bounds(struct rect a, struct rect b)
{
    int right = a.x + a.w > b.x + b.w ? a.x + a.w : b.x + b.w, bottom = a.y + a.h > b.y + b.h ? a.y + a.h : b.y + b.h;
    int x = a.x < b.x ? a.x : b.x, y = a.y < b.y ? a.y : b.y;
    return (struct rect){x, y, right - x, bottom - y};
}

/* A run of cells joins the part that ends above it with the same sides; when there are too many parts, all become one. */
static int add_run(struct rect parts[DAMAGE_MAX], int count, struct rect run)
{
    for (int i = 0; i < count; i++) {
        if (parts[i].x == run.x && parts[i].w == run.w && parts[i].y + parts[i].h == run.y) {
            parts[i].h += run.h;
            return count;
        }
    }
    if (count < DAMAGE_MAX) {
        parts[count] = run;
        return count + 1;
    }
    for (int i = 1; i < count; i++)
        parts[0] = bounds(parts[0], parts[i]);
    parts[0] = bounds(parts[0], run);
    return 1;
}

/* Parts that have come to overlap, after all had become one. */
static int without_overlaps(struct rect parts[DAMAGE_MAX], int count)
{
    for (int i = 0; i < count; i++) {
        for (int j = i + 1; j < count; j++) {
            if (!rect_meets(parts[i], parts[j]))
                continue;
            parts[i] = bounds(parts[i], parts[j]);
            parts[j] = parts[--count];
            i = -1;
            break;
        }
    }
    return count;
}

static int find_parts(const struct damage *damage, struct rect parts[DAMAGE_MAX])
{
    int count = 0, cell = damage->cell_px;
    for (int row = 0; row < damage->rows; row++) {
        for (int column = 0; column < damage->columns; column++) {
            int first = column;
            while (column < damage->columns && differs(damage, row, column))
                column++;
            if (column > first)
                count = add_run(parts, count, (struct rect){first * cell, row * cell, (column - first) * cell, cell});
        }
    }
    return without_overlaps(parts, count);
}

static struct rect inside(struct rect part, struct rect screen)
{
    part.w = part.x + part.w > screen.w ? screen.w - part.x : part.w;
    part.h = part.y + part.h > screen.h ? screen.h - part.y : part.h;
    return part;
}

int damage_end(struct damage *damage, struct rect parts[DAMAGE_MAX])
{
    int count = 1;
    parts[0] = damage->screen;
    if (!damage->is_all)
        count = find_parts(damage, parts);
    for (int i = 0; i < count; i++)
        parts[i] = inside(parts[i], damage->screen);
    memcpy(damage->before, damage->now, sizeof damage->before);
    damage->is_all = false;
    return count;
}
