/* spelling/<lang>.txt and spelling/names.txt: words that are right although no dictionary has them, one a line. */
#include "compiler/load_part.h"

#include <string.h>

/* Trailing blanks and what follows a # are no part of the word. */
static size_t length_of_word(const char *line, size_t length)
{
    const char *remark = memchr(line, '#', length);

    if (remark)
        length = (size_t)(remark - line);
    while (length && strchr(" \t", line[length - 1]))
        length--;
    return length;
}

static void load_list(struct load *load, const char *name, struct draft_list *list)
{
    const char *path = load_path(load, "spelling/%s.txt", name);
    struct load_file file;

    if (!load_read(load, path, LOAD_MAY_BE_MISSING, &file))
        return;
    for (const char *line = file.bytes, *end; *line; line = end) {
        size_t length;

        line += strspn(line, " \t\n");
        end = line + strcspn(line, "\n");
        length = length_of_word(line, (size_t)(end - line));
        if (length)
            *(const char **)draft_append(load->draft, &list->items, &list->count,
                                         sizeof *list->items) = draft_copy(load->draft, line, length);
    }
}

static bool is_list(const struct load *load, const char *name)
{
    return !strcmp(name, "names.txt") || load_language_of(load, name, ".txt") >= 0;
}

void load_spelling(struct load *load)
{
    struct draft *draft = load->draft;

    load_list(load, "names", &draft->spelling_names);
    for (int i = 0; i < draft->language_count; i++)
        load_list(load, draft->languages[i].tag, &draft->spelling[i]);
    load_next_file(load);
    load_check_files(load, "spelling", is_list);
}
