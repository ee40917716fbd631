/* exhibit.yaml: the span, languages, documents, lanes and fonts of the exhibit. */
#include "compiler/load_part.h"

#include <stdlib.h>
#include <string.h>

#include <unicode/uloc.h>

#include "compiler/window.h"

static bool is_tag_form(const char *tag)
{
    size_t length = strspn(tag, "abcdefghijklmnopqrstuvwxyz"), part;

    if (length < 2 || length > 3)
        return false;
    for (tag += length; *tag; tag += 1 + part) {
        part = strspn(tag + (*tag == '-'), "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
        if (*tag != '-' || part < 2 || part > 8)
            return false;
    }
    return true;
}

bool load_is_tag(const char *tag)
{
    return is_tag_form(tag) && *uloc_getISO3Language(tag);
}

int load_tag(struct load *load, const char *tag)
{
    struct draft *draft = load->draft;

    for (int i = 0; i < draft->tag_count; i++)
        if (!strcmp(draft->tags[i], tag))
            return i;
    if (!load_is_tag(tag))
        return -1;
    *(const char **)draft_append(draft, &draft->tags, &draft->tag_count, sizeof *draft->tags) = draft_copy(draft, tag,
                                                                                                           strlen(tag));
    return draft->tag_count - 1;
}

static void load_languages(const struct fields *fields)
{
    struct load *load = fields->load;
    struct draft *draft = load->draft;
    const struct yaml *list = field_list(fields, "languages", true);

    for (int i = 0; list && i < list->count; i++) {
        const char *tag = load_text(load, fields->path, list->items[i]);
        struct draft_at at = load_at(fields->path, list->items[i]);

        if (!tag)
            continue;
        if (draft->language_count == DRAFT_LANGUAGES_MAX) {
            diag_error(load->diag, at, "languages", "there are more than %d languages; take some out", DRAFT_LANGUAGES_MAX);
            return;
        }
        if (load_tag(load, tag) < 0)
            diag_error(load->diag, at, "language", "\"%.40s\" is no language tag; write pt, lt, pl, en, el, uk …", tag);
        else if (load_tag(load, tag) < draft->language_count)
            diag_error(load->diag, at, "duplicate", "the language \"%s\" is listed twice; take one out", tag);
        else
            draft->languages[draft->language_count++].tag = tag;
    }
    if (list && !draft->language_count)
        diag_error(load->diag, load_at(fields->path, list), "languages", "an exhibit has 1 to %d languages; list them",
                   DRAFT_LANGUAGES_MAX);
}

static void load_default_language(const struct fields *fields)
{
    struct draft *draft = fields->load->draft;
    const struct yaml *node = field_node(fields, "default_language", true);
    const char *tag = node ? load_text(fields->load, fields->path, node) : NULL;

    for (int i = 0; tag && i < draft->language_count; i++)
        if (!strcmp(draft->languages[i].tag, tag)) {
            draft->default_language = i;
            return;
        }
    if (tag)
        diag_error(fields->load->diag, load_at(fields->path, node), "language",
                   "\"%.40s\" is none of the languages of the exhibit; name one of them", tag);
}

static void load_fallback(const struct fields *fields)
{
    struct draft *draft = fields->load->draft;
    struct draft_refs refs = {NULL, 0};

    field_refs(fields, "fallback", &refs);
    draft->fallback = refs.items;
    draft->fallback_count = refs.count;
}

static bool is_listed(const struct draft *draft, const char *id)
{
    for (int i = 0; i < draft->document_count; i++)
        if (!strcmp(draft->documents[i].id, id))
            return true;
    return false;
}

static void load_document_ids(const struct fields *fields)
{
    struct load *load = fields->load;
    struct draft *draft = load->draft;
    const struct yaml *list = field_list(fields, "documents", true);

    draft->documents = draft_alloc(draft, DRAFT_DOCUMENTS_MAX * sizeof *draft->documents);
    for (int i = 0; list && i < list->count; i++) {
        const char *id = load_text(load, fields->path, list->items[i]);
        struct draft_at at = load_at(fields->path, list->items[i]);

        if (!id)
            continue;
        if (draft->document_count == DRAFT_DOCUMENTS_MAX) {
            diag_error(load->diag, at, "documents", "there are more than %d documents; take some out", DRAFT_DOCUMENTS_MAX);
            break;
        }
        if (is_listed(draft, id))
            diag_error(load->diag, at, "duplicate", "the document \"%.60s\" is listed twice; take one out", id);
        else
            draft->documents[draft->document_count++] = (struct draft_document){.at = at, .id = id, .has_full_text = true};
    }
    if (list && !draft->document_count)
        diag_error(load->diag, load_at(fields->path, list), "documents", "an exhibit has 1 to %d documents; list them",
                   DRAFT_DOCUMENTS_MAX);
}

static void load_without_full_text(const struct fields *fields)
{
    struct draft *draft = fields->load->draft;
    struct draft_refs refs = {NULL, 0};

    field_refs(fields, "without_full_text", &refs);
    for (int i = 0; i < refs.count; i++) {
        bool is_known = false;

        for (int d = 0; d < draft->document_count; d++)
            if (!strcmp(draft->documents[d].id, refs.items[i].id)) {
                draft->documents[d].has_full_text = false;
                is_known = true;
            }
        if (!is_known)
            diag_error(fields->load->diag, refs.items[i].at, "unknown-document",
                       "\"%.60s\" is none of the documents above; copy its name from there", refs.items[i].id);
    }
}

/* The tokens of the palette that may be a lane; vermilion means "the voices differ" and nothing else. */
static uint32_t lane_colour(const struct fields *fields, bool *is_own)
{
    static const struct {
        const char *token;
        uint32_t rgb;
    } TOKENS[] = {{"ink", 0x15130F}, {"ink2", 0x463F34}, {"iron", 0x4D4942}, {"ochre", 0xD39E33}, {"blue", 0x2E4D61}};
    const struct yaml *node = field_node(fields, "colour", true);
    const char *text = node && node->kind == YAML_TEXT ? node->text : NULL;

    if (!node)
        return 0;
    for (size_t i = 0; text && i < sizeof TOKENS / sizeof *TOKENS; i++)
        if (!strcmp(TOKENS[i].token, text))
            return TOKENS[i].rgb;
    *is_own = text && text[0] == '#' && strlen(text) == 7 && strspn(text + 1, "0123456789abcdefABCDEF") == 6;
    if (*is_own)
        return (uint32_t)strtoul(text + 1, NULL, 16);
    diag_error(fields->load->diag, load_at(fields->path, node), "choice",
               "this is no colour; write ink, ink2, iron, ochre, blue or six hex digits in quotes: \"#2e4d61\"");
    return 0;
}

static void load_lane(const struct fields *exhibit, const struct yaml *node)
{
    struct draft *draft = exhibit->load->draft;
    struct fields fields = fields_open(exhibit->load, exhibit->path, node, "a lane", "id colour shape pattern motif");
    struct draft_lane *lane = &draft->lanes[draft->lane_count++];
    int choice;

    lane->at = load_at(exhibit->path, node);
    lane->id = field_text(&fields, "id", true);
    lane->colour = lane_colour(&fields, &lane->is_own_colour);
    choice = field_choice(&fields, "shape", "square triangle circle diamond pentagon cross", true);
    lane->shape = choice < 0 ? PACK_SQUARE : (enum pack_shape)choice;
    choice = field_choice(&fields, "pattern", "solid diagonal dots horizontal vertical checks", true);
    lane->pattern = choice < 0 ? PACK_SOLID : (enum pack_pattern)choice;
    lane->motif = field_ref(&fields, "motif", false);
    if (!lane->id)
        lane->id = "";
}

static void load_lanes(const struct fields *fields)
{
    const struct yaml *list = field_list(fields, "lanes", true);

    if (list && (list->count < 1 || list->count > DRAFT_LANES_MAX))
        diag_error(fields->load->diag, load_at(fields->path, list), "lanes", "an exhibit has 1 to %d lanes, here are %d",
                   DRAFT_LANES_MAX, list->count);
    for (int i = 0; list && i < list->count && i < DRAFT_LANES_MAX; i++)
        load_lane(fields, list->items[i]);
}

static void load_fonts(const struct fields *exhibit)
{
    static const char *const ROLES[PACK_ROLE_COUNT] = {"display",     "museum",   "museum-bold",   "narrow",
                                                       "narrow-bold", "document", "document-bold", "document-italic"};
    struct draft *draft = exhibit->load->draft;
    struct fields fields = fields_open(exhibit->load, exhibit->path, field_map(exhibit, "fonts", true), "fonts",
                                       "display museum museum-bold narrow narrow-bold document document-bold "
                                       "document-italic");

    for (int role = 0; role < PACK_ROLE_COUNT; role++) {
        const struct yaml *list = field_list(&fields, ROLES[role], false);

        if (!list || !list->count)
            continue;
        draft->roles[role].faces = draft_alloc(draft, (size_t)list->count * sizeof *draft->roles[role].faces);
        for (int i = 0; i < list->count; i++) {
            const char *file = load_text(exhibit->load, exhibit->path, list->items[i]);

            if (file)
                draft->roles[role].faces[draft->roles[role].count++] = (struct draft_face){
                    .at = load_at(exhibit->path, list->items[i]), .file = file};
        }
    }
}

static struct draft_date span_end(const struct fields *span, const char *key)
{
    const struct yaml *node = field_node(span, key, true);
    struct draft_date date = {.at = load_at(span->path, node ? node : span->map), .by = PACK_BY_EDITORS};
    struct calendar_date value;

    date.value = node ? load_text(span->load, span->path, node) : NULL;
    date.precision = PACK_DAY;
    if (date.value && window_parse(date.value, &value))
        date.precision = value.day ? PACK_DAY : value.month ? PACK_MONTH : PACK_YEAR;
    return date;
}

static void load_old_style(const struct fields *exhibit)
{
    struct draft *draft = exhibit->load->draft;
    struct fields fields = fields_open(exhibit->load, exhibit->path, field_map(exhibit, "old_style", false), "old_style",
                                       "until");
    const struct yaml *node = field_node(&fields, "until", true);
    const char *text = node ? load_text(exhibit->load, exhibit->path, node) : NULL;
    struct calendar_date value;

    if (!text)
        return;
    if (!window_parse(text, &value) || !calendar_is_date(value.year, value.month, value.day)) {
        diag_error(exhibit->load->diag, load_at(exhibit->path, node), "date",
                   "\"%.40s\" is no day; write the last day of the old calendar: 1918-02-13", text);
        return;
    }
    draft->has_old_style = true;
    draft->old_style_until = calendar_day(value.year, value.month, value.day);
}

/* `strings: ../../content/strings`, or a list of folders; see load_strings. */
static void load_strings_folders(const struct fields *fields)
{
    struct load *load = fields->load;
    const struct yaml *node = field_node(fields, "strings", false);

    load->strings_folder_count = 1;
    load->strings_folders = draft_alloc(load->draft, sizeof *load->strings_folders);
    load->strings_folders[0] = "strings";
    if (node && node->kind == YAML_LIST)
        load->strings_folders = field_texts(fields, "strings", &load->strings_folder_count);
    else if (node)
        load->strings_folder_count = (load->strings_folders[0] = load_text(load, fields->path, node)) != NULL;
}

static void load_identity(const struct fields *fields)
{
    struct draft *draft = fields->load->draft;
    struct fields span;

    if (field_number(fields, "format", 1, 1, 0) == 0 && !field_node(fields, "format", false))
        diag_error(fields->load->diag, load_at(fields->path, fields->map), "missing-field",
                   "the field \"format\" is missing; write format: 1");
    draft->id = field_text(fields, "id", true);
    draft->version = field_text(fields, "version", true);
    draft->needs_coverage = field_choice(fields, "coverage", "required reported", false) == 0;
    load_strings_folders(fields);
    span = fields_open(fields->load, fields->path, field_map(fields, "span", true), "span", "start end");
    draft->span_start = span_end(&span, "start");
    draft->span_end = span_end(&span, "end");
}

bool load_exhibit(struct load *load)
{
    const char *path;
    const struct yaml *root = load_yaml(load, "exhibit.yaml", LOAD_MUST_EXIST, &path);
    struct fields fields;

    if (!root)
        return false;
    load->draft->at = (struct draft_at){path, 0};
    fields = fields_open(load, path, root, "exhibit.yaml",
                         "format id version span languages default_language fallback documents without_full_text "
                         "old_style lanes fonts strings coverage");
    load_identity(&fields);
    load_languages(&fields);
    load_default_language(&fields);
    load_fallback(&fields);
    load_document_ids(&fields);
    load_without_full_text(&fields);
    load_old_style(&fields);
    load_lanes(&fields);
    load_fonts(&fields);
    load_next_file(load);
    return load->draft->language_count > 0 && load->draft->document_count > 0;
}
