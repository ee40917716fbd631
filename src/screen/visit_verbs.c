/* What every verb of an element does to the visit. */
#include "screen/stage_inside.h"

enum { ASK_BEFORE_RESET_MS = 60000 };

static void choose_language(struct stage *stage, int language)
{
    bool starts = visit_is_resting(stage) || stage->session.here.screen == SCREEN_LANGUAGES;

    if (stage->overlay == OVERLAY_LANGUAGES)
        visit_show_overlay(stage, OVERLAY_NONE);
    stage->session.language = language;
    if (starts) {
        visit_go(stage, visit_stop(SCREEN_TIMELINE));
        return;
    }
    tally_speak(&stage->tally, language, stage->kit.now_ms);
    visit_come_from_last_picture(stage, TRANSITION_FADE, TRANSITION_LANGUAGE_MS);
    visit_layout(stage);
}

static void open_entry(struct stage *stage, int entry)
{
    struct stop stop = visit_stop(SCREEN_EVENT);

    stop.entry = entry;
    if (stage->session.here.screen == SCREEN_TIMELINE) {
        int mark = ui_find(stage->kit.ui, stage->focus);

        stage->session.here.entry = entry; /* going back gives it the focus again */
        if (mark >= 0 && ui_at(stage->kit.ui, mark)->verb == UI_ENTRY)
            stage->mark = ui_at(stage->kit.ui, mark)->rect;
    }
    visit_go(stage, stop);
}

static void open_comparison(struct stage *stage, int disagreement)
{
    struct stop stop = visit_stop(SCREEN_COMPARE);

    stop.disagreement = disagreement;
    stop.entry = pack_disagreement(stage->kit.pack, disagreement).entry;
    visit_go(stage, stop);
}

static void open_document(struct stage *stage, int document, int source)
{
    struct stop stop = visit_stop(SCREEN_READER);

    stop.document = document;
    stop.source = source;
    if (source >= 0)
        stop.paragraph = pack_piece(stage->kit.pack, pack_source(stage->kit.pack, source).first_piece).paragraph;
    visit_go(stage, stop);
}

/* I8: only a long visit with much to lose is asked. */
static bool is_asked_before_reset(const struct stage *stage)
{
    bool is_long = stage->kit.now_ms - stage->session.started_ms > ASK_BEFORE_RESET_MS;

    return is_long && stage->overlay != OVERLAY_WARN
        && (stage->session.here.screen == SCREEN_READER || stage->session.text_step == TEXT_A_PLUS_PLUS);
}

static void start_over(struct stage *stage)
{
    if (is_asked_before_reset(stage)) {
        idle_warn(&stage->idle, stage->kit.now_ms);
        visit_show_overlay(stage, OVERLAY_WARN);
    } else {
        visit_reset(stage);
    }
}

static void open_section(struct stage *stage, enum screen_id screen)
{
    struct stop stop = visit_stop(screen);

    if (screen == SCREEN_READER)
        stop.document = 0;
    if (stage->session.here.screen != screen)
        visit_go(stage, stop);
    else if (stage->session.shows_words)
        visit_show_words(stage, false);
}

/* What the visitor sets; the screen is laid out anew for all but the keys. */
static void set(struct session *session, enum ui_verb verb)
{
    switch (verb) {
    case UI_TEXT_SIZE:
        session->text_step = (session->text_step + 1) % TEXT_STEP_COUNT;
        break;
    case UI_CONTRAST:
        session->theme = session->theme == THEME_CONTRAST ? THEME_STANDARD : THEME_CONTRAST;
        break;
    case UI_MOTION:
        session->reduced_motion = !session->reduced_motion;
        break;
    case UI_REACH:
        session->reach = !session->reach;
        break;
    default:
        session->slow_keys = !session->slow_keys;
        break;
    }
}

static void open_or_close(struct stage *stage, enum overlay panel)
{
    visit_show_overlay(stage, stage->overlay == panel ? OVERLAY_NONE : panel);
}

static void explain_words(struct stage *stage, int page)
{
    if (page == 0)
        visit_show_words(stage, !stage->session.shows_words);
    else
        pane_page(&stage->kit, &stage->glossary.pane, page);
}

static void act(struct stage *stage, enum ui_verb verb, int value)
{
    switch (verb) {
    case UI_NOTHING:
        break;
    case UI_BACK:
        visit_back(stage);
        break;
    case UI_HOME:
        visit_home(stage);
        break;
    case UI_TIMELINE:
        open_section(stage, SCREEN_TIMELINE);
        break;
    case UI_DOCUMENTS:
        open_section(stage, SCREEN_READER);
        break;
    case UI_TEXT_SIZE:
    case UI_CONTRAST:
    case UI_MOTION:
    case UI_REACH:
    case UI_SLOW_KEYS:
        set(&stage->session, verb);
        visit_layout(stage);
        break;
    case UI_ACCESS:
        open_or_close(stage, OVERLAY_ACCESS);
        break;
    case UI_HELP:
        open_or_close(stage, OVERLAY_HELP);
        break;
    case UI_LANGUAGES:
        open_or_close(stage, OVERLAY_LANGUAGES);
        break;
    case UI_START_OVER:
        start_over(stage);
        break;
    case UI_CONTINUE:
        visit_restore(stage);
        break;
    case UI_LANGUAGE:
        choose_language(stage, value);
        break;
    case UI_ENTRY:
        open_entry(stage, value);
        break;
    case UI_COMPARE:
        open_comparison(stage, value);
        break;
    case UI_PASSAGE:
        open_document(stage, pack_source(stage->kit.pack, value).document, value);
        break;
    case UI_DOCUMENT:
        open_document(stage, value, -1);
        break;
    case UI_WORDS:
        explain_words(stage, value);
        break;
    case UI_OWN:
        if (stage->screen->act)
            stage->screen->act(stage->data, &stage->kit, value);
        break;
    }
}

static void answer(struct stage *stage, enum ui_verb verb, int value)
{
    if (visit_is_resting(stage) && verb != UI_CONTINUE && verb != UI_OWN)
        visit_begin(stage);
    act(stage, verb, value);
    if (!visit_is_resting(stage) && verb != UI_START_OVER)
        idle_activity(&stage->idle, stage->kit.now_ms);
}

void visit_fulfil_wish(struct stage *stage)
{
    enum ui_verb verb = stage->kit.wish;

    stage->kit.wish = UI_NOTHING;
    if (verb != UI_NOTHING)
        answer(stage, verb, stage->kit.wish_value);
}

void visit_fire(struct stage *stage, enum ui_verb verb, int value)
{
    if (verb != UI_NOTHING)
        answer(stage, verb, value);
    visit_fulfil_wish(stage);
    if (stage->screen)
        visit_tick_screen(stage);
}
