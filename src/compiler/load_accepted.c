/* translations.lock: what accept has written. */
#include <string.h>

#include "compiler/accepted.h"
#include "compiler/load_part.h"

void load_accepted(struct load *load)
{
    struct accepted_reader reader = {.draft = load->draft};
    struct load_file file;
    int number = 1;

    if (load_read(load, ACCEPTED_FILE, LOAD_MAY_BE_MISSING, &file))
        for (const char *line = file.bytes; *line; number++) {
            size_t length = strcspn(line, "\n");

            if (!accepted_read_line(&reader, line, length)) {
                diag_error(load->diag, (struct draft_at){file.path, number}, "accepted",
                           "the line is none that accept has written; take the file back from its last version, or remove it "
                           "and run vitrine-pack accept");
                break;
            }
            line += length + (line[length] == '\n');
        }
    accepted_sort(load->draft);
    load_next_file(load);
}
