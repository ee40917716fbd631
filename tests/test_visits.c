/*
 * What visitors come for: the same place in another language, and the passage behind every statement. Everything is touched as a
 * finger would touch it, on the real parts and the real exhibit.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kiosk_room.h"

enum { ENGLISH = 3 };

static struct room open_room(void)
{
    return room_open((struct room_wish){.profile = "P3"});
}

static void begin(struct room *room, const char *language)
{
    char id[32];

    snprintf(id, sizeof id, "lang:%s", language);
    room_tap(room, id);
    assert_true(room_is_on(room, "timeline"));
}

static void go_to_entry(struct room *room, const char *id)
{
    struct stop stop = room_stop(SCREEN_EVENT);

    stop.entry = room_entry(room, id);
    room_visit(room, room_session(room)->language, stop);
}

static void go_to_passage(struct room *room, int source)
{
    stage_fire(room->stage, UI_PASSAGE, source, room->now_ms);
    room_wait(room, 1000);
    assert_true(room_is_on(room, "reader"));
}

/* ---- languages (L2, L3, L4) ---- */

static void assert_same_place(const struct session *a, const struct session *b, const char *where)
{
    bool is_same = a->here.screen == b->here.screen && a->here.entry == b->here.entry
        && a->here.disagreement == b->here.disagreement && a->here.document == b->here.document
        && a->here.source == b->here.source && a->history_count == b->history_count && a->text_step == b->text_step
        && a->theme == b->theme && a->only_differing == b->only_differing && a->folded_lanes == b->folded_lanes
        && a->open_cluster_entry == b->open_cluster_entry;
    double day_ms = 86400000.0;

    if (!is_same)
        fail_msg("%s: the language changed more than the language", where);
    if ((int64_t)(a->view_first_day * day_ms) != (int64_t)(b->view_first_day * day_ms)
        || (int64_t)(a->view_days * day_ms) != (int64_t)(b->view_days * day_ms))
        fail_msg("%s: the window was %f + %f and is %f + %f", where, a->view_first_day, a->view_days, b->view_first_day,
                 b->view_days);
}

/* Ids and places of all elements, without what hangs on the language. */
struct places {
    struct ui_element elements[512];
    int count;
};

static void note_places(struct room *room, struct places *places)
{
    const struct ui *ui = room_ui(room);

    places->count = 0;
    for (int i = 0; i < ui_count(ui) && places->count < 512; i++)
        places->elements[places->count++] = *ui_at(ui, i);
}

static void assert_places(const struct places *a, const struct places *b, const char *where)
{
    if (a->count != b->count)
        fail_msg("%s: %d elements were there, %d are", where, a->count, b->count);
    for (int i = 0; i < a->count; i++) {
        const struct ui_element *was = &a->elements[i], *is = &b->elements[i];

        if (strcmp(was->id, is->id) != 0 || memcmp(&was->rect, &is->rect, sizeof was->rect) != 0)
            fail_msg("%s: %s at %d, %d is now %s at %d, %d", where, was->id, was->rect.x, was->rect.y, is->id, is->rect.x,
                     is->rect.y);
    }
}

/* Once around all languages: the place stays, and in the first language again everything is where it was. */
static void change_language(struct room *room, const char *where)
{
    static struct places before, after;
    struct session session = *room_session(room);
    int languages = pack_exhibit(room->pack).languages, first = session.language;

    note_places(room, &before);
    for (int k = 1; k <= languages; k++) {
        char id[32];

        snprintf(id, sizeof id, "lang:%.20s", pack_language(room->pack, (first + k) % languages).tag);
        room_tap(room, id);
        assert_int_equal(room_session(room)->language, (first + k) % languages);
        assert_same_place(&session, room_session(room), where);
    }
    note_places(room, &after);
    assert_places(&before, &after, where);
}

static void another_language_keeps_the_place_on_every_screen(void **state)
{
    struct room room = open_room();
    struct stop stop = room_stop(SCREEN_COMPARE);

    (void)state;
    begin(&room, "en");
    change_language(&room, "all years");
    room_tap(&room, "zoom:in");
    room_tap(&room, "zoom:in");
    room_tap(&room, "nav:later");
    change_language(&room, "timeline, closer");
    room_tap(&room, "filter:differs");
    change_language(&room, "timeline, filtered");
    go_to_entry(&room, "rapallo-treaty");
    change_language(&room, "event");
    stop.entry = room_entry(&room, "rapallo-treaty");
    stop.disagreement = pack_entry(room.pack, stop.entry).first_disagreement;
    room_visit(&room, ENGLISH, stop);
    change_language(&room, "comparison");
    go_to_passage(&room, pack_entry(room.pack, stop.entry).first_source);
    change_language(&room, "passage");
    room_tap(&room, "nav:documents");
    change_language(&room, "document");
    room_close(&room);
}

static void an_open_list_stays_open_in_another_language(void **state)
{
    struct room room = open_room();
    const struct ui *ui;
    char cluster[72] = "";

    (void)state;
    begin(&room, "en");
    ui = room_ui(&room);
    for (int i = 0; i < ui_count(ui); i++)
        if (strcmp(ui_at(ui, i)->role, "cluster") == 0)
            snprintf(cluster, sizeof cluster, "%s", ui_at(ui, i)->id);
    room_tap(&room, cluster);
    assert_non_null(room_find(&room, "list:panel"));
    room_tap(&room, "lang:lt");
    assert_non_null(room_find(&room, "list:panel"));
    room_close(&room);
}

/* The words of the page, the key to them, and the panel: there while a visitor wants it. */
static void words_are_explained_one_tap_away(void **state)
{
    struct room room = open_room();
    const struct ui_element *text;

    (void)state;
    begin(&room, "en");
    assert_null(room_find(&room, "words:open"));
    go_to_entry(&room, "nep-proclaimed");
    room_tap(&room, "words:open");
    text = room_find(&room, "term:nep");
    assert_non_null(text);
    assert_true(strncmp(text->label, "The policy followed from 1921", 29) == 0);
    assert_non_null(room_find(&room, "term:war-communism"));
    assert_null(room_find(&room, "statement:0"));
    room_tap(&room, "words:close");
    assert_null(room_find(&room, "words:panel"));
    assert_non_null(room_find(&room, "statement:0"));
    room_tap(&room, "words:open");
    room_tap(&room, "nav:back");
    assert_true(room_is_on(&room, "event"));
    assert_null(room_find(&room, "words:panel"));
    room_tap(&room, "words:open");
    room_tap(&room, "nav:timeline");
    assert_true(room_is_on(&room, "timeline"));
    assert_false(room_session(&room)->shows_words);
    room_close(&room);
}

/* The key of the page that is on leads back to it from the words that lie over it. */
static void the_page_that_is_on_comes_out_from_under_the_words(void **state)
{
    struct room room = open_room();

    (void)state;
    begin(&room, "en");
    room_tap(&room, "nav:documents");
    room_tap(&room, "words:open");
    assert_non_null(room_find(&room, "words:panel"));
    room_tap(&room, "nav:documents");
    assert_true(room_is_on(&room, "reader"));
    assert_null(room_find(&room, "words:panel"));
    room_close(&room);
}

static void words_explained_stay_open_in_another_language_and_size(void **state)
{
    struct room room = open_room();
    struct session before;

    (void)state;
    begin(&room, "en");
    go_to_entry(&room, "constituent-assembly-election");
    before = *room_session(&room);
    room_tap(&room, "words:open");
    room_tap(&room, "lang:lt");
    assert_true(strncmp(room_find(&room, "term:kadets")->label, "Konstitucin", 11) == 0);
    room_tap(&room, "nav:textsize");
    room_tap(&room, "nav:textsize");
    assert_non_null(room_find(&room, "words:down"));
    room_tap(&room, "words:down");
    assert_non_null(room_find(&room, "words:up"));
    room_tap(&room, "lang:pl");
    assert_non_null(room_find(&room, "words:panel"));
    room_tap(&room, "nav:textsize");
    room_tap(&room, "words:close");
    room_tap(&room, "lang:en");
    assert_same_place(&before, room_session(&room), "words explained");
    room_close(&room);
}

static bool uses_terms(const struct room *room, struct pack_entry entry, int language)
{
    for (int k = 0; k < entry.term_count; k++)
        if (pack_entry_term(room->pack, entry.first_term + k).languages >> language & 1)
            return true;
    return false;
}

/* An entry that uses terms in one language and none in another. */
static int entry_of_two_minds(const struct room *room, int *with, int *without)
{
    struct pack_exhibit exhibit = pack_exhibit(room->pack);

    for (int entry = 0; entry < exhibit.entries; entry++)
        for (*with = 0; *with < exhibit.languages; (*with)++)
            for (*without = 0; *without < exhibit.languages; (*without)++)
                if (uses_terms(room, pack_entry(room->pack, entry), *with)
                    && !uses_terms(room, pack_entry(room->pack, entry), *without))
                    return entry;
    fail_msg("every entry uses terms in all languages or in none");
    return -1;
}

/* Statements that use no term of the glossary in this language have no key, but an open panel is not taken away. */
static void the_key_is_absent_where_no_word_is_explained(void **state)
{
    struct room room = open_room();
    struct stop stop = room_stop(SCREEN_EVENT);
    int with = 0, without = 0;
    char key[32];

    (void)state;
    begin(&room, "pl");
    stop.entry = entry_of_two_minds(&room, &with, &without);
    snprintf(key, sizeof key, "lang:%s", pack_language(room.pack, without).tag);
    room_visit(&room, with, stop);
    room_tap(&room, "words:open");
    room_tap(&room, key);
    assert_non_null(room_find(&room, "words:panel"));
    room_tap(&room, "words:close");
    assert_null(room_find(&room, "words:open"));
    assert_non_null(room_find(&room, "statement:0"));
    room_close(&room);
}

static void a_finger_scrolls_the_words_explained_and_not_the_page(void **state)
{
    struct room room = room_open((struct room_wish){.profile = "P1"});
    struct stop before;
    struct rect panel;
    int x, y;

    (void)state;
    begin(&room, "pl");
    go_to_entry(&room, "constituent-assembly-election");
    before = room_session(&room)->here;
    room_tap(&room, "words:open");
    panel = room_find(&room, "words:panel")->rect;
    x = panel.x + panel.w / 2;
    y = panel.y + panel.h * 3 / 4;
    assert_null(room_find(&room, "words:up"));
    room_touch(&room, TOUCH_DOWN, 1, (float)x, (float)y);
    room_slide(&room, 1, (float)x, (float)y, (float)x, (float)(y - 120), 300);
    room_touch(&room, TOUCH_UP, 1, (float)x, (float)(y - 120));
    room_wait(&room, 1500);
    assert_non_null(room_find(&room, "words:up"));
    room_tap(&room, "words:close");
    assert_non_null(room_find(&room, "words:open"));
    assert_memory_equal(&before, &room_session(&room)->here, sizeof before);
    room_close(&room);
}

/* ---- the parts of an event on a small panel ---- */

static void assert_part(struct room *room, const char *current)
{
    static const char *const parts[] = {"part:text", "part:documents", "part:where"};

    for (int i = 0; i < 3; i++) {
        const struct ui_element *key = room_find(room, parts[i]);

        if (!key || key->is_current != (strcmp(parts[i], current) == 0))
            fail_msg("%s is %s, the part shown is %s", parts[i], key ? "wrongly marked" : "absent", current);
    }
}

static bool is_seen(struct room *room, const char *id)
{
    const struct ui_element *element = room_find(room, id);

    return element && element->rect.w > 0 && element->rect.h > 0;
}

static void open_rapallo(struct room *room, enum text_step step)
{
    *room = room_open((struct room_wish){.profile = "P1", .text_step = step});
    begin(room, "en");
    go_to_entry(room, "rapallo-treaty");
}

static void keys_lead_to_the_parts_of_an_event(void **state)
{
    struct room room;

    (void)state;
    for (int step = TEXT_A; step < TEXT_STEP_COUNT; step++) {
        open_rapallo(&room, (enum text_step)step);
        assert_part(&room, "part:text");
        assert_true(is_seen(&room, "statement:0"));
        room_tap(&room, "part:where");
        assert_part(&room, "part:where");
        assert_true(is_seen(&room, "event:where"));
        assert_false(is_seen(&room, "statement:0"));
        room_tap(&room, "part:documents");
        assert_part(&room, "part:documents");
        assert_true(is_seen(&room, "event:says"));
        room_tap(&room, "part:text");
        assert_part(&room, "part:text");
        assert_true(is_seen(&room, "statement:0"));
        room_close(&room);
    }
}

static void another_language_keeps_the_part_of_an_event(void **state)
{
    static const char *const languages[] = {"lang:pt", "lang:lt", "lang:pl", "lang:en"};
    struct room room;

    (void)state;
    open_rapallo(&room, TEXT_A);
    room_tap(&room, "part:where");
    for (int k = 0; k < 4; k++) {
        int y = room_find(&room, "event:where")->rect.y;

        room_tap(&room, languages[k]);
        assert_part(&room, "part:where");
        assert_int_equal(room_find(&room, "event:where")->rect.y, y);
    }
    room_tap(&room, "part:documents");
    room_tap(&room, "nav:textsize");
    assert_part(&room, "part:documents");
    room_close(&room);
}

/* What the voices differ on and the keys stay; the events before and after come at the end, and the page keys lead there. */
static void the_end_of_an_event_leads_on(void **state)
{
    struct room room;

    (void)state;
    open_rapallo(&room, TEXT_A);
    assert_false(room_can_touch(&room, "page:up"));
    assert_false(room_can_touch(&room, "nav:before"));
    while (room_can_touch(&room, "page:down")) {
        assert_true(room_can_touch(&room, "compare:day"));
        room_tap(&room, "page:down");
    }
    assert_true(room_can_touch(&room, "page:up"));
    assert_true(room_can_touch(&room, "compare:day"));
    assert_part(&room, "part:where");
    room_tap(&room, "nav:before");
    assert_true(room_is_on(&room, "event"));
    assert_int_not_equal(room_session(&room)->here.entry, room_entry(&room, "rapallo-treaty"));
    room_close(&room);
}

/* Lines of words of the statements that are on the screen. */
static int rows_in_sight(struct room *room)
{
    enum { PADDING = 8 }; /* what a row has above and below its words; an editors' note is listed without it */
    int line = stage_look(room->stage)->type[TYPE_BODY].line_px, rows = 0;

    for (int i = 0; i < ui_count(room_ui(room)); i++) {
        const struct ui_element *element = ui_at(room_ui(room), i);

        if (strncmp(element->id, "statement:", 10) != 0 || strchr(element->id + 10, ':') || element->rect.h < line)
            continue;
        rows += element->rect.h < line + PADDING ? 1 : (element->rect.h - PADDING) / line;
    }
    return rows;
}

static void the_statements_begin_in_sight(void **state)
{
    struct room room;

    (void)state;
    open_rapallo(&room, TEXT_A);
    for (int entry = 0; entry < pack_exhibit(room.pack).entries; entry++) {
        for (int language = 0; language < 4; language++) {
            struct pack_entry facts = pack_entry(room.pack, entry);
            struct stop stop = room_stop(SCREEN_EVENT);

            stop.entry = entry;
            room_visit(&room, language, stop);
            if (facts.statement_count >= 3 && rows_in_sight(&room) < 3)
                fail_msg("%s shows %d rows in language %d", facts.id, rows_in_sight(&room), language);
        }
    }
    room_close(&room);
}

/* L4 for a paragraph in the middle of a document that was scrolled with a finger. */
static const struct ui_element *top_paragraph(struct room *room)
{
    const struct ui *ui = room_ui(room);
    int top = 0;

    for (int i = 0; i < ui_count(ui); i++)
        if (strcmp(ui_at(ui, i)->id, "view:0") == 0)
            top = ui_at(ui, i)->rect.y;
    for (int i = 0; i < ui_count(ui); i++)
        if (strcmp(ui_at(ui, i)->role, "paragraph") == 0 && ui_at(ui, i)->rect.h > 0 && ui_at(ui, i)->rect.y > top)
            return ui_at(ui, i);
    return NULL; /* one paragraph fills the screen */
}

static void another_language_keeps_the_paragraph_where_it_is(void **state)
{
    static const char *const languages[] = {"lang:pt", "lang:lt", "lang:pl", "lang:en"};
    struct room room = open_room();
    struct stop stop = room_stop(SCREEN_READER);
    int compared = 0;

    (void)state;
    for (int document = 0; document < pack_exhibit(room.pack).documents; document++) {
        stop.document = document;
        stop.is_translated = true;
        room_visit(&room, ENGLISH, stop);
        room_tap(&room, "page:down");
        for (int k = 0; k < 4 && top_paragraph(&room); k++) {
            struct ui_element was = *top_paragraph(&room);
            const struct ui_element *is;
            int line = stage_look(room.stage)->type[TYPE_READER].line_px;

            room_tap(&room, languages[k]);
            is = room_find(&room, was.id);
            if (!is)
                fail_msg("%s is no longer on the screen after %s", was.id, languages[k]);
            if (abs(is->rect.y - was.rect.y) > line)
                fail_msg("%s moved from %d to %d with %s", was.id, was.rect.y, is->rect.y, languages[k]);
            compared++;
        }
    }
    assert_true(compared >= 8);
    room_close(&room);
}

/* ---- passages ---- */

static bool is_carried_by(const struct pack *pack, struct pack_statement statement, int source)
{
    for (int k = 0; k < statement.source_refs; k++)
        if (pack_statement_source(pack, statement.first_source_ref + k) == source)
            return true;
    return false;
}

/* The passage of a source that is on the screen: its document is open and its paragraph is seen. */
static void assert_passage_is_shown(struct room *room, int source)
{
    struct pack_source what = pack_source(room->pack, source);
    struct pack_paragraph paragraph = pack_paragraph(room->pack, pack_piece(room->pack, what.first_piece).paragraph);
    const struct ui_element *element;
    char id[72];

    assert_true(room_is_on(room, "reader"));
    assert_int_equal(room_session(room)->here.document, what.document);
    assert_int_equal(room_session(room)->here.source, source);
    snprintf(id, sizeof id, "paragraph:%.20s:p%d", pack_document(room->pack, what.document).siglum, paragraph.number);
    element = room_find(room, id);
    if (!element || element->rect.h <= 0)
        fail_msg("%s of %s: %s is not on the screen", what.label, pack_entry(room->pack, what.entry).id, id);
}

static void open_statement(struct room *room, int entry, int statement)
{
    struct pack_statement what = pack_statement(room->pack, pack_entry(room->pack, entry).first_statement + statement);
    struct ui_element row;
    char id[72];

    if (what.is_editors)
        return;
    snprintf(id, sizeof id, "statement:%d", statement);
    while (!room_can_touch(room, id) && room_can_touch(room, "page:down"))
        room_tap(room, "page:down");
    if (!room_can_touch(room, id))
        fail_msg("%s of %s cannot be touched", id, pack_entry(room->pack, entry).id);
    row = *room_find(room, id);
    assert_int_equal(row.verb, UI_PASSAGE);
    if (!is_carried_by(room->pack, what, row.value))
        fail_msg("%s of %s leads to a source that does not carry it", id, pack_entry(room->pack, entry).id);
    room_tap(room, id);
    assert_passage_is_shown(room, row.value);
    room_tap(room, "nav:back");
    assert_true(room_is_on(room, "event"));
    assert_int_equal(room_session(room)->here.entry, entry);
}

static void open_all_statements(const char *profile, enum text_step step)
{
    struct room room = room_open((struct room_wish){.profile = profile, .text_step = step, .reduced_motion = true});

    begin(&room, "en");
    for (int entry = 0; entry < pack_exhibit(room.pack).entries; entry++) {
        struct stop stop = room_stop(SCREEN_EVENT);

        stop.entry = entry;
        room_visit(&room, entry % 4, stop);
        for (int statement = 0; statement < pack_entry(room.pack, entry).statement_count; statement++)
            open_statement(&room, entry, statement);
    }
    room_close(&room);
}

static void every_statement_leads_to_its_passage(void **state)
{
    (void)state;
    open_all_statements("P3", TEXT_A);
    open_all_statements("P2", TEXT_A_PLUS_PLUS);
}

static void every_source_opens_its_document_at_its_passage(void **state)
{
    struct room room = room_open((struct room_wish){.profile = "P1", .reduced_motion = true});

    (void)state;
    begin(&room, "lt");
    for (int entry = 0; entry < pack_exhibit(room.pack).entries; entry++) {
        struct pack_entry what = pack_entry(room.pack, entry);

        for (int k = 0; k < what.source_count; k++) {
            go_to_passage(&room, what.first_source + k);
            assert_passage_is_shown(&room, what.first_source + k);
        }
    }
    room_close(&room);
}

/* The document breaks "władzy" over two lines. */
static void a_word_broken_over_two_lines_is_shown_whole(void **state)
{
    struct room room = open_room();
    const struct ui_element *passage;

    (void)state;
    begin(&room, "en");
    go_to_entry(&room, "yudenich-petrograd");
    passage = room_find(&room, "source:pl-revolt");
    assert_non_null(passage);
    assert_non_null(strstr(passage->label, "przeciw władzy rad w Kronsztadzie"));
    room_close(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(another_language_keeps_the_place_on_every_screen),
        cmocka_unit_test(an_open_list_stays_open_in_another_language),
        cmocka_unit_test(words_are_explained_one_tap_away),
        cmocka_unit_test(the_page_that_is_on_comes_out_from_under_the_words),
        cmocka_unit_test(words_explained_stay_open_in_another_language_and_size),
        cmocka_unit_test(the_key_is_absent_where_no_word_is_explained),
        cmocka_unit_test(a_finger_scrolls_the_words_explained_and_not_the_page),
        cmocka_unit_test(keys_lead_to_the_parts_of_an_event),
        cmocka_unit_test(another_language_keeps_the_part_of_an_event),
        cmocka_unit_test(the_end_of_an_event_leads_on),
        cmocka_unit_test(the_statements_begin_in_sight),
        cmocka_unit_test(another_language_keeps_the_paragraph_where_it_is),
        cmocka_unit_test(every_statement_leads_to_its_passage),
        cmocka_unit_test(every_source_opens_its_document_at_its_passage),
        cmocka_unit_test(a_word_broken_over_two_lines_is_shown_whole),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
