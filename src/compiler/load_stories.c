/* stories/<id>/: a walk through entries, with linking sentences. */
#include "compiler/load_part.h"

#include <string.h>

static struct draft_stop *find_stop(struct draft_story *story, const char *id)
{
    for (int i = 0; i < story->stop_count; i++)
        if (!strcmp(story->stops[i].entry.id, id))
            return &story->stops[i];
    return NULL;
}

static void load_story_facts(struct load *load, struct draft_story *story, const char *path)
{
    const struct yaml *root = load_yaml(load, path, LOAD_MUST_EXIST, &path);
    struct fields fields = fields_open(load, path, root, "story.yaml", "stops");
    struct draft_refs stops = {NULL, 0};

    story->at = (struct draft_at){path, 0};
    field_refs(&fields, "stops", &stops);
    story->stops = draft_alloc(load->draft, (size_t)stops.count * sizeof *story->stops);
    for (int i = 0; i < stops.count; i++)
        if (find_stop(story, stops.items[i].id))
            diag_error(load->diag, stops.items[i].at, "duplicate", "the stop \"%.60s\" is listed twice; take one out",
                       stops.items[i].id);
        else
            story->stops[story->stop_count++].entry = stops.items[i];
}

static void take_heading(struct sections *sections, int *at, struct draft_story *story, int language)
{
    struct load *load = sections->load;
    const struct section *heading = &sections->items[*at];
    struct draft_stop *stop;

    if (heading->kind != SECTION_HEADING || heading->level > 2) {
        diag_error(load->diag, section_at(sections, heading), "section",
                   "this stands under no stop; write \"## <entry id>\" before it");
        (*at)++;
        return;
    }
    if (heading->level == 1) {
        story->title.in[language] = section_plain(sections, section_text(sections, heading));
        (*at)++;
        return;
    }
    stop = find_stop(story, heading->text);
    if (!stop)
        diag_error(load->diag, section_at(sections, heading), "section",
                   "\"%.60s\" is no stop of this story; write an id from story.yaml", heading->text);
    if (stop)
        stop->text.in[language] = section_plain(sections, section_body(sections, *at, at));
    else
        section_body(sections, *at, at);
}

static void load_story_words(struct load *load, struct draft_story *story, int language, const char *path)
{
    struct sections sections;

    if (!load_sections(load, path, &sections))
        return;
    for (int at = 0; at < sections.count;)
        take_heading(&sections, &at, story, language);
    if (!story->title.in[language].bytes)
        story->title.in[language].at = (struct draft_at){sections.path, 0};
}

void load_stories(struct load *load)
{
    struct draft *draft = load->draft;
    int count;
    const char **names = load_names_in(load, "stories", &count);

    draft->stories = draft_alloc(draft, (size_t)count * sizeof *draft->stories);
    for (int i = 0; i < count; i++) {
        struct draft_story *story = &draft->stories[draft->story_count++];

        story->id = names[i];
        load_story_facts(load, story, load_path(load, "stories/%s/story.yaml", names[i]));
        load_next_file(load);
        for (int k = 0; k < draft->language_count; k++) {
            load_story_words(load, story, k, load_path(load, "stories/%s/%s.md", names[i], draft->languages[k].tag));
            load_next_file(load);
        }
    }
}
