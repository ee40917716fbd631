#include "screen/session.h"

#include <string.h>

struct session session_fresh(int default_language, double first_day, double days, int64_t now_ms)
{
    return (struct session){
        .language = default_language,
        .here = {.screen = SCREEN_ATTRACT, .entry = -1, .disagreement = -1, .document = -1, .source = -1, .paragraph = -1},
        .view_first_day = first_day,
        .view_days = days,
        .open_cluster_entry = -1,
        .started_ms = now_ms,
    };
}

static bool is_same(const struct stop *a, const struct stop *b)
{
    return a->screen == b->screen && a->entry == b->entry && a->disagreement == b->disagreement
        && a->document == b->document && a->source == b->source;
}

static struct stop timeline_at(int entry)
{
    return (struct stop){
        .screen = SCREEN_TIMELINE, .entry = entry, .disagreement = -1, .document = -1, .source = -1, .paragraph = -1};
}

/* The oldest fall out, but not the timeline at the beginning. */
static void keep_stops(struct session *session, int most)
{
    struct stop *history = session->history;
    int left = session->history_count - most;

    if (left <= 0)
        return;
    memmove(history + 1, history + 1 + left, (size_t)(most - 1) * sizeof(*history));
    session->history_count = most;
}

static void remember(struct session *session, struct stop stop)
{
    keep_stops(session, SESSION_HISTORY_MAX - 1);
    session->history[session->history_count++] = stop;
}

void session_shorten(struct session *session, int panels)
{
    int most = SESSION_HISTORY_MAX - panels - (session->open_cluster_entry >= 0);

    if (most < 1) {
        session->open_cluster_entry = -1;
        most = 1;
    }
    keep_stops(session, most);
}

void session_go(struct session *session, struct stop to)
{
    bool begins = session->here.screen == SCREEN_ATTRACT || session->here.screen == SCREEN_LANGUAGES;

    if (is_same(&session->here, &to)) {
        session->here.is_translated = to.is_translated;
        return;
    }
    if (!begins && !(session->here.screen == SCREEN_TIMELINE && to.screen == SCREEN_TIMELINE))
        remember(session, session->here);
    else if (begins && to.screen != SCREEN_TIMELINE && to.screen != SCREEN_LANGUAGES)
        remember(session, timeline_at(to.entry));
    session->here = to;
    session->shows_words = false;
}

bool session_back(struct session *session)
{
    session->shows_words = false;
    if (session->history_count > 0) {
        session->here = session->history[--session->history_count];
        return true;
    }
    if (session->here.screen == SCREEN_TIMELINE)
        return false;
    session->here = timeline_at(session->here.entry);
    return true;
}
