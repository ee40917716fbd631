#include "compiler/load.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "compiler/load_part.h"
#include "compiler/locate.h"

static bool is_folder(struct load *load)
{
    struct draft_at at = {load->folder, 0};
    struct diag *diag = load->diag;
    const char *prefix = diag->folder;
    struct stat status;
    int reason = stat(load->folder, &status) == 0 ? 0 : errno;

    if (!reason && S_ISDIR(status.st_mode))
        return true;
    diag->folder = NULL; /* the path is already the whole of it */
    if (reason)
        diag_error(diag, at, "folder", "the content folder cannot be opened: %s", strerror(reason));
    else
        diag_error(diag, at, "folder", "this is a file; name the folder that holds exhibit.yaml");
    diag->folder = prefix;
    return false;
}

bool load_folder(struct draft *draft, struct diag *diag, const char *folder, struct load_progress progress)
{
    struct load load = {.draft = draft, .diag = diag, .progress = progress, .folder = folder};
    bool is_good;

    if (!is_folder(&load))
        return false;
    load.scratch = scratch_create();
    is_good = load_exhibit(&load);
    if (is_good) {
        load_strings(&load);
        load_documents(&load);
        load_names(&load);
        load_entries(&load);
        load_stories(&load);
        load_pictures(&load);
        load_spelling(&load);
        load_accepted(&load);
        locate_quotations(draft);
        draft_resolve(draft);
    }
    scratch_destroy(load.scratch);
    return is_good;
}
