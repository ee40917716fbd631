#include "compiler/write.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "compiler/write_part.h"
#include "compiler/write_quoted.h"
#include "pack/columns.h"

void put(struct writer *writer, enum format_section section, uint32_t word)
{
    buffer_put_word(&writer->sections[section], word);
}

void put_name(struct writer *writer, enum format_section section, const char *name)
{
    put(writer, section, names_put(writer->names, name));
}

void put_term_uses(struct writer *writer, enum format_section section, const struct draft_term_use *uses, int count)
{
    for (int u = 0; u < count; u++) {
        put(writer, section, (uint32_t)uses[u].term);
        put(writer, section, uses[u].languages);
    }
}

uint32_t rows(const struct writer *writer, enum format_section section)
{
    return (uint32_t)(writer->sections[section].size / 4 / columns_of(section)->width);
}

bool refuse(struct writer *writer, struct draft_at at, const char *format, ...)
{
    va_list arguments;

    if (writer->result->problem[0] != '\0')
        return false;
    writer->result->at = at;
    va_start(arguments, format);
    vsnprintf(writer->result->problem, sizeof writer->result->problem, format, arguments);
    va_end(arguments);
    return false;
}

static void open_documents(struct writer *writer)
{
    const struct draft *draft = writer->draft;

    for (int d = 0; d < draft->document_count; d++) {
        writer->quoted[d] = quoted_open(writer->draft, d);
        writer->first_paragraph[d + 1] = writer->first_paragraph[d] + draft->documents[d].paragraph_count;
    }
}

static bool write_parts(struct writer *writer)
{
    if (!write_check(writer))
        return false;
    open_documents(writer);
    if (!write_tables(writer) || !write_documents(writer))
        return false;
    write_entries(writer);
    return write_text(writer) && write_payloads(writer) && write_sections(writer);
}

/* What was written must open: the limits of the reader are those of the format. */
static bool check_written(struct writer *writer)
{
    struct write_result *result = writer->result;
    struct pack *pack;
    enum pack_error error = pack_open_memory(result->bytes, result->size, &pack);

    pack_close(pack);
    if (error == PACK_OK)
        return true;
    return refuse(writer, writer->draft->at, "the exhibit goes beyond what a pack can hold (%s)", pack_error_text(error));
}

bool write_pack(struct draft *draft, struct write_result *result)
{
    struct writer writer = {.draft = draft, .result = result, .names = names_create()};
    bool is_good;

    *result = (struct write_result){.bytes = NULL};
    is_good = write_parts(&writer) && check_written(&writer);
    for (int d = 0; d < DRAFT_DOCUMENTS_MAX; d++)
        quoted_close(writer.quoted[d]);
    for (int section = 0; section < SECTION_TYPES; section++)
        buffer_done(&writer.sections[section]);
    names_destroy(writer.names);
    if (!is_good) {
        free(result->bytes);
        result->bytes = NULL;
        result->size = 0;
    }
    return is_good;
}
