/* A mark in the list of elements: its id, what is touched of it, what it is called and what it leads to. */
#include "screen/browse/browse.h"

#include <math.h>
#include <stdio.h>

#include "timeline/calendar.h"

static int32_t first_day_of(const struct browse *browse, const struct kit *kit, const struct shown *shown)
{
    if (shown->entry < 0)
        return (int32_t)floor(lanes_day(browse, shown->mark->members_first));
    int member = shown->marks->layout.members[shown->mark->first_member];
    return pack_entry(kit->pack, shown->marks->entries[member]).start.first_day;
}

/* An entry of the cluster, by which it is found again after the next layout. */
static int key_entry(const struct browse *browse, const struct kit *kit, const struct shown *shown)
{
    return shown->entry >= 0 ? shown->entry : lanes_crowd_entry(browse, kit, shown->lane, shown->mark);
}

/* cluster:<lane>:<yyyy-mm>, with the day behind it where the month alone is not enough to tell two apart. */
static void cluster_id(const struct browse *browse, const struct kit *kit, const struct shown *shown, char *id, size_t size)
{
    struct calendar_date date = calendar_date(first_day_of(browse, kit, shown));
    const char *lane = pack_lane(kit->pack, shown->lane).id;

    snprintf(id, size, "cluster:%.40s:%04d-%02d", lane, date.year, date.month);
    if (ui_find(kit->ui, id) >= 0)
        snprintf(id, size, "cluster:%.40s:%04d-%02d-%02d", lane, date.year, date.month, date.day);
    for (int n = 2; ui_find(kit->ui, id) >= 0 && n < 100; n++)
        snprintf(id, size, "cluster:%.40s:%04d-%02d-%02d.%d", lane, date.year, date.month, date.day, n);
}

void mark_id(const struct browse *browse, const struct kit *kit, const struct shown *shown, char *id, size_t size)
{
    if (shown->mark->count > 1 || shown->entry < 0) {
        cluster_id(browse, kit, shown, id, size);
        return;
    }
    const char *entry = pack_entry(kit->pack, shown->entry).id;
    snprintf(id, size, "entry:%s", entry);
    if (shown->document >= 0 && ui_find(kit->ui, id) >= 0)
        snprintf(id, size, "entry:%.56s:%s", entry, pack_document(kit->pack, shown->document).siglum);
}

/* What an edge of the axis cuts while it moves cannot be touched before it rests. */
static struct rect hit_of(const struct kit *kit, const struct shown *shown)
{
    return shown->part.w < look_target_w(&kit->look) ? (struct rect){0} : shown->part;
}

void mark_list(struct browse *browse, struct kit *kit, const struct shown *shown, const char *id, struct mark_tones tones)
{
    bool is_cluster = shown->mark->count > 1 || shown->entry < 0;
    struct ui_element element = parts_element(kit, id, is_cluster ? "cluster" : "entry", shown->part);
    enum type type = shown->mark->side == LAYOUT_NO_LABEL ? TYPE_SMALL : TYPE_LABEL;
    char spoken[512];

    element.hit = hit_of(kit, shown);
    element.verb = is_cluster ? UI_OWN : UI_ENTRY;
    element.value = is_cluster ? ACT_CLUSTER + ACT_OF_VOICE * (shown->document + 1) + key_entry(browse, kit, shown)
                               : shown->entry;
    element.is_focusable = element.hit.w > 0;
    element.view = VIEW_AXIS;
    element.font_px = is_cluster || shown->mark->side != LAYOUT_NO_LABEL ? kit->look.type[type].size_px : 0;
    element.cap_px = font_metrics(kit->fonts, FONT_DISPLAY, element.font_px).cap_px;
    element.ink = tones.ink;
    element.ground = tones.ground;
    if (is_cluster) {
        struct pack_text pattern = pack_string(kit->pack, kit->session->language, PACK_STRING_CLUSTER_TITLE,
                                               (unsigned)shown->mark->count);
        element.label = words_filled(browse, pattern, "n", shown->mark->count).bytes;
    } else {
        words_spoken(browse, kit, shown->entry, shown->document, spoken, sizeof spoken);
        element.label = pack_text(kit->pack, kit->session->language, PACK_ENTRY_SHORT, shown->entry).bytes;
        element.spoken = spoken;
    }
    ui_add(kit->ui, element);
}
