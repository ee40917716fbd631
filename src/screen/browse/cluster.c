/* Who is in a cluster, and where its mark stands: of a lane, of a document's row, or a card of several. */
#include "screen/browse/browse.h"

#include <math.h>
#include <stdlib.h>

static int by_number(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

/* Those that are counted in it, and those it has taken in from among the ones that are laid out. */
static int crowd_members(const struct browse *browse, const struct kit *kit, int lane, const struct layout_mark *mark,
                         int *entries, int most)
{
    const struct lane_marks *marks = &browse->lanes[lane];
    struct stretch stretch = lanes_crowd_stretch(browse, mark->crowd_first, mark->crowd_end);
    int count = 0, index = (int)(mark - marks->layout.marks);

    for (int importance = 1; importance <= 4 && count < most; importance++) {
        if (!(marks->crowd_classes >> (importance - 1) & 1))
            continue;
        int found = lanes_counted(browse, kit, lane, importance, stretch, entries + count, most - count);
        count += found < most - count ? found : most - count;
    }
    for (int i = 0; i < marks->count && count < most; i++)
        if (layout_find(&marks->layout, i) == index)
            entries[count++] = marks->entries[i];
    qsort(entries, (size_t)count, sizeof *entries, by_number);
    return count;
}

static bool find_mark(const struct browse *browse, const struct kit *kit, int entry, struct cluster *cluster)
{
    int lane;
    const struct layout_mark *mark = lanes_find(browse, kit, entry, &lane);

    if (!mark || (mark->count < 2 && mark->item >= 0))
        return false;
    const struct lane_marks *marks = &browse->lanes[lane];
    cluster->total = mark->count;
    if (mark->item < 0)
        cluster->count = crowd_members(browse, kit, lane, mark, cluster->entries, BROWSE_MEMBERS_MOST);
    else
        for (int i = 0; i < mark->count && i < BROWSE_MEMBERS_MOST; i++)
            cluster->entries[cluster->count++] = marks->entries[marks->layout.members[mark->first_member + i]];
    int at = (int)lround(lanes_screen(browse, kit, mark->mark)), half = browse->plan.key / 2;
    struct lane_place place = lanes_place(browse, kit, lane);
    if (browse->plan.shape == SHAPE_TRACKS)
        cluster->mark = (struct rect){place.top, at - half, place.height, 2 * half};
    else
        cluster->mark = (struct rect){at - half, place.top + browse->plan.pitch * mark->row, 2 * half, browse->plan.pitch};
    return true;
}

/* The same in the rows of the documents, when the lane of the entry is open. */
static bool find_in_voices(const struct browse *browse, const struct kit *kit, int entry, struct cluster *cluster)
{
    int documents = pack_exhibit(kit->pack).documents;

    if (!voices_are_shown(browse) || pack_entry(kit->pack, entry).lane != browse->open_lane)
        return false;
    for (int d = 0; d < documents; d++) {
        const struct layout_mark *mark = voices_find(browse, d, entry);
        if (!mark || mark->count < 2 || (browse->list_document >= 0 && browse->list_document != d))
            continue;
        const struct lane_marks *marks = &browse->voices[d];
        int at = (int)lround(lanes_screen(browse, kit, mark->mark)), half = browse->plan.key / 2;
        for (int i = 0; i < mark->count && i < BROWSE_MEMBERS_MOST; i++)
            cluster->entries[cluster->count++] = marks->entries[marks->layout.members[mark->first_member + i]];
        cluster->total = mark->count;
        cluster->mark = (struct rect){at - half, voice_rows_middle(browse, kit, d, mark->row) - half, 2 * half, 2 * half};
        return true;
    }
    return false;
}

bool cluster_find(struct browse *browse, struct kit *kit, struct cluster *cluster)
{
    int entry = kit->session->open_cluster_entry;

    cluster->count = cluster->total = 0;
    if (entry < 0 || browse->plan.shape == SHAPE_LIST)
        return false;
    if (browse->plan.shape == SHAPE_TRACKS && browse->list_is_of_card) {
        cluster->count = cluster->total = track_cards_members(browse, kit, entry, cluster->entries, BROWSE_MEMBERS_MOST,
                                                              &cluster->mark);
        if (cluster->count > 1)
            return true;
        cluster->count = 0;
    }
    if (find_in_voices(browse, kit, entry, cluster))
        return true;
    return find_mark(browse, kit, entry, cluster);
}
