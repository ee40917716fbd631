/* documents/<id>.txt untouched, <id>.yaml with what is known of it, <id>.<lang>.md with its names and translation. */
#include "compiler/load_part.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static const char *const REASONS = "undatable out-of-range remark";

/* "p9" → 9; 0 = no such form. */
static int paragraph_number(const char *text)
{
    char *end;
    long number;

    if (text[0] != 'p' || !isdigit((unsigned char)text[1]))
        return 0;
    number = strtol(text + 1, &end, 10);
    return *end || number < 1 || number > 1000000 ? 0 : (int)number;
}

static struct draft_paragraph *find_paragraph(struct draft_document *document, int number)
{
    return number >= 1 && number <= document->paragraph_count ? &document->paragraphs[number - 1] : NULL;
}

static void load_uncited_item(const struct fields *document_fields, const struct yaml *node, struct draft_document *document)
{
    struct load *load = document_fields->load;
    struct fields fields = fields_open(load, document_fields->path, node, "an uncited sentence", "paragraph sentence reason");
    const char *name = field_text(&fields, "paragraph", true);
    struct draft_paragraph *paragraph = name ? find_paragraph(document, paragraph_number(name)) : NULL;
    struct draft_uncited *uncited;
    int sentence = field_number(&fields, "sentence", 1, 1000000, 0);

    if (field_choice(&fields, "reason", REASONS, true) < 0 || !name)
        return;
    if (!paragraph || sentence < 1 || sentence > paragraph->sentence_count) {
        diag_error(load->diag, load_at(document_fields->path, node), "uncited",
                   "the document has no paragraph %.20s with a sentence %d; see check --coverage", name, sentence);
        return;
    }
    uncited = draft_append(load->draft, &document->uncited, &document->uncited_count, sizeof *document->uncited);
    uncited->at = load_at(document_fields->path, node);
    uncited->paragraph = paragraph->number;
    uncited->sentence = sentence;
    uncited->reason = field_text(&fields, "reason", true);
}

static bool load_facts(struct load *load, struct draft_document *document)
{
    const char *path = load_path(load, "documents/%s.yaml", document->id);
    const struct yaml *root = load_yaml(load, path, LOAD_MUST_EXIST, &path);
    struct fields fields = fields_open(load, path, root, "a document",
                                       "siglum language author licence url holder title lines sentence_breaks uncited");
    const struct yaml *language = field_node(&fields, "language", true), *list;

    document->at = (struct draft_at){path, 0};
    document->siglum = field_text(&fields, "siglum", true);
    document->author = field_text(&fields, "author", false);
    document->licence = field_text(&fields, "licence", true);
    document->url = field_text(&fields, "url", false);
    document->holder = field_text(&fields, "holder", false);
    document->language = language ? load_text(load, path, language) : NULL;
    if (document->language && load_tag(load, document->language) < 0) {
        diag_error(load->diag, load_at(path, language), "language", "\"%.40s\" is no language tag; write pt, lt, pl, en …",
                   document->language);
        document->language = load->draft->languages[0].tag;
        load->draft->unread_files++; /* nothing sensible can be said of its translations */
    }
    load_paragraphs(load, document, &fields);
    list = field_list(&fields, "uncited", false);
    for (int i = 0; list && i < list->count; i++)
        load_uncited_item(&fields, list->items[i], document);
    return fields.map != NULL;
}

static bool load_raw(struct load *load, struct draft_document *document)
{
    struct load_file file;

    document->raw = "";
    document->text_path = load_path(load, "documents/%s.txt", document->id);
    if (!load_read(load, document->text_path, LOAD_MUST_EXIST, &file))
        return false;
    document->raw = draft_copy(load->draft, file.bytes, file.size);
    document->raw_size = file.size;
    return true;
}

static void take_section(const struct sections *sections, int *at, struct draft_document *document, int language)
{
    const struct section *section = &sections->items[*at];
    struct draft_paragraph *paragraph = NULL;

    if (section->kind == SECTION_HEADING && section->level == 2)
        paragraph = find_paragraph(document, paragraph_number(section->text));
    if (!paragraph)
        diag_error(sections->load->diag, section_at(sections, section), "section",
                   section->kind == SECTION_HEADING
                       ? "this is no paragraph of the document; the headings are \"## p1\" to \"## p%d\""
                       : "this stands under no heading; write \"## p1\" … before it (the last one is p%d)",
                   document->paragraph_count);
    else if (paragraph->translation.in[language].bytes)
        diag_error(sections->load->diag, section_at(sections, section), "duplicate",
                   "\"## %.20s\" stands here a second time; keep one of the two", section->text);
    if (paragraph && !paragraph->translation.in[language].bytes)
        paragraph->translation.in[language] = section_plain(sections, section_body(sections, *at, at));
    else if (section->kind == SECTION_HEADING)
        section_body(sections, *at, at);
    else
        (*at)++;
}

static void load_words(struct load *load, struct draft_document *document, int language)
{
    const char *path = load_path(load, "documents/%s.%s.md", document->id, load->draft->languages[language].tag);
    struct sections sections;
    struct fields front;

    for (int i = 0; i < document->paragraph_count; i++)
        document->paragraphs[i].translation.in[language].at = (struct draft_at){path, 0};
    if (!load_sections(load, path, &sections))
        return;
    front = fields_open(load, sections.path, sections.front, "the front matter of a document", "title short kind note credit");
    document->title.in[language] = load_front(&front, "title", false);
    document->brief.in[language] = load_front(&front, "short", false);
    document->kind.in[language] = load_front(&front, "kind", false);
    document->note.in[language] = load_front(&front, "note", false);
    document->credit.in[language] = load_front(&front, "credit", false);
    for (int at = 0; at < sections.count;)
        take_section(&sections, &at, document, language);
}

static bool is_named(const struct load *load, const char *file)
{
    const struct draft *draft = load->draft;

    for (int d = 0; d < draft->document_count; d++) {
        size_t length = strlen(draft->documents[d].id);

        if (strncmp(file, draft->documents[d].id, length) != 0 || file[length] != '.')
            continue;
        if (!strcmp(file + length, ".txt") || !strcmp(file + length, ".yaml")
            || load_language_of(load, file + length + 1, ".md") >= 0)
            return true;
    }
    return false;
}

void load_documents(struct load *load)
{
    struct draft *draft = load->draft;

    for (int i = 0; i < draft->document_count; i++) {
        bool is_read = load_raw(load, &draft->documents[i]) && load_facts(load, &draft->documents[i]);

        load_next_file(load);
        for (int k = 0; is_read && k < draft->language_count; k++) {
            load_words(load, &draft->documents[i], k);
            load_next_file(load);
        }
    }
    load_check_files(load, "documents", is_named);
}
