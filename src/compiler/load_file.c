/*
 * Reading files. A file with a wrong encoding is reported once, at its first wrong line; one that is no UTF-8 at all is not
 * looked at further, the others are read as far as they make sense.
 */
#include "compiler/load_part.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

void load_next_file(struct load *load)
{
    scratch_reset(load->scratch);
}

const char *load_path(struct load *load, const char *format, ...)
{
    char path[PATH_MAX];
    va_list arguments;
    int length;

    va_start(arguments, format);
    length = vsnprintf(path, sizeof path, format, arguments);
    va_end(arguments);
    return draft_copy(load->draft, path, length < (int)sizeof path ? (size_t)length : sizeof path - 1);
}

static int line_of_byte(const char *bytes, size_t at)
{
    int line = 1;

    for (size_t i = 0; i < at; i++)
        line += bytes[i] == '\n';
    return line;
}

/* How far the bytes are valid UTF-8. *is_plain becomes true where nothing above U+02FF occurs: such text is always NFC. */
static size_t valid_utf8(const char *bytes, size_t size, bool *is_plain)
{
    size_t at = 0;

    *is_plain = true;
    while (at < size) {
        size_t start = at;
        UChar32 character;

        U8_NEXT(bytes, at, size, character);
        if (character < 0)
            return start;
        if (character >= 0x300)
            *is_plain = false;
    }
    return size;
}

/* The line of the first character that is not NFC; 0 = all are. */
static int line_not_nfc(struct load *load, const struct load_file *file)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    int32_t room = (int32_t)file->size + 1, length = 0, good;
    UChar *wide = scratch_alloc(load->scratch, (size_t)room * sizeof *wide);
    int line = 1;

    u_strFromUTF8(wide, room, &length, file->bytes, (int32_t)file->size, &status);
    if (U_FAILURE(status) || unorm2_isNormalized(nfc, wide, length, &status) || U_FAILURE(status))
        return 0;
    good = unorm2_spanQuickCheckYes(nfc, wide, length, &status);
    for (int32_t i = 0; i < good; i++)
        line += wide[i] == '\n';
    return line;
}

/* False at a character that no reader of YAML or Markdown would take. */
static bool check_controls(struct load *load, const struct load_file *file)
{
    for (size_t i = 0; i < file->size; i++) {
        unsigned char byte = (unsigned char)file->bytes[i];

        if (byte >= 0x20 && byte != 0x7F)
            continue;
        if (byte == '\n' || byte == '\t')
            continue;
        if (byte == '\r') {
            diag_error(load->diag, (struct draft_at){file->path, line_of_byte(file->bytes, i)}, "crlf",
                       "the line ends as on Windows (CR LF); save the file with line ends \"LF\" or \"Unix\"");
            return true;
        }
        diag_error(load->diag, (struct draft_at){file->path, line_of_byte(file->bytes, i)}, "control",
                   "an invisible control character (U+%04X) stands here; take it out", byte);
        return false;
    }
    return true;
}

/* The file is there and nothing can be said of what it holds. */
static bool unread(struct load *load)
{
    load->draft->unread_files++;
    return false;
}

static bool check_encoding(struct load *load, struct load_file *file)
{
    bool is_plain;
    size_t valid = valid_utf8(file->bytes, file->size, &is_plain);
    int line;

    if (valid < file->size) {
        diag_error(load->diag, (struct draft_at){file->path, line_of_byte(file->bytes, valid)}, "utf8",
                   "the line is not UTF-8; save the file with the encoding \"UTF-8\"");
        return unread(load);
    }
    if (file->size >= 3 && !memcmp(file->bytes, "\xEF\xBB\xBF", 3)) {
        diag_error(load->diag, (struct draft_at){file->path, 1}, "bom",
                   "the file begins with a byte order mark; save it as \"UTF-8\" without BOM");
        file->bytes += 3;
        file->size -= 3;
    }
    if (!check_controls(load, file))
        return unread(load);
    line = is_plain ? 0 : line_not_nfc(load, file);
    if (line)
        diag_error(load->diag, (struct draft_at){file->path, line}, "nfc",
                   "an accent is written as a sign of its own; write the letter and its accent as one character (NFC)");
    return true;
}

static bool read_all(int descriptor, char *bytes, size_t size)
{
    size_t done = 0;

    while (done < size) {
        ssize_t got = read(descriptor, bytes + done, size - done);

        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        done += (size_t)got;
    }
    return true;
}

static bool read_open_file(struct load *load, int descriptor, struct load_file *out)
{
    struct draft_at at = {out->path, 0};
    struct stat status;
    char *bytes;

    if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        diag_error(load->diag, at, "unreadable", "this is not a file; a file of that name belongs here");
        return unread(load);
    }
    if (status.st_size > LOAD_FILE_BYTES_MAX) {
        diag_error(load->diag, at, "size", "the file is larger than 4 MiB; divide it or take out what is no text");
        return unread(load);
    }
    out->size = (size_t)status.st_size;
    bytes = scratch_alloc(load->scratch, out->size + 1);
    if (!read_all(descriptor, bytes, out->size)) {
        diag_error(load->diag, at, "unreadable", "the file cannot be read to its end; is it being written?");
        return unread(load);
    }
    out->bytes = bytes;
    return check_encoding(load, out);
}

bool load_read(struct load *load, const char *path, enum load_need need, struct load_file *out)
{
    char full[PATH_MAX];
    int descriptor;
    bool is_good;

    out->path = path;
    snprintf(full, sizeof full, "%s/%s", load->folder, path);
    descriptor = open(full, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        int reason = errno;

        if (reason == ENOENT && need == LOAD_MAY_BE_MISSING)
            return false;
        out->path = load_path(load, "%s", path);
        if (need != LOAD_IS_TRANSLATION)
            unread(load);
        if (reason == ENOENT)
            diag_error(load->diag, (struct draft_at){out->path, 0}, "missing-file", "there is no such file; write it");
        else
            diag_error(load->diag, (struct draft_at){out->path, 0}, "unreadable", "the file cannot be opened: %s",
                       strerror(reason));
        return false;
    }
    out->path = load_path(load, "%s", path);
    is_good = read_open_file(load, descriptor, out);
    close(descriptor);
    return is_good;
}

static int compare_names(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int is_visible(const struct dirent *item)
{
    return item->d_name[0] != '.';
}

/* The things in a folder in the order of their names, to be freed one by one and together; *count is 0 without a folder. */
static struct dirent **list_folder(struct load *load, const char *path, int *count)
{
    char full[PATH_MAX];
    struct dirent **items = NULL;

    snprintf(full, sizeof full, "%s/%s", load->folder, path);
    *count = scandir(full, &items, is_visible, compare_names);
    if (*count < 0)
        *count = 0;
    return items;
}

static bool is_folder(struct load *load, const char *path, const struct dirent *item)
{
    char full[PATH_MAX];
    struct stat status;

    if (item->d_type != DT_UNKNOWN && item->d_type != DT_LNK)
        return item->d_type == DT_DIR;
    snprintf(full, sizeof full, "%s/%s/%s", load->folder, path, item->d_name);
    return stat(full, &status) == 0 && S_ISDIR(status.st_mode);
}

const char **load_names_in(struct load *load, const char *path, int *count)
{
    int listed;
    struct dirent **items = list_folder(load, path, &listed);
    const char **names = draft_alloc(load->draft, ((size_t)listed + 1) * sizeof *names);

    *count = 0;
    for (int i = 0; i < listed; i++) {
        if (is_folder(load, path, items[i]))
            names[(*count)++] = draft_copy(load->draft, items[i]->d_name, strlen(items[i]->d_name));
        else
            diag_warning(load->diag, (struct draft_at){load_path(load, "%s/%s", path, items[i]->d_name), 0}, "unexpected-file",
                         "a file has no place here, only folders; move it or take it out");
        free(items[i]);
    }
    free(items);
    return names;
}

void load_check_files(struct load *load, const char *path, bool (*is_known)(const struct load *load, const char *name))
{
    int listed;
    struct dirent **items = list_folder(load, path, &listed);

    for (int i = 0; i < listed; i++) {
        if (!is_known(load, items[i]->d_name))
            diag_warning(load->diag, (struct draft_at){load_path(load, "%s/%s", path, items[i]->d_name), 0}, "unexpected-file",
                         "no file of this name is read here; is it misspelt, or of a language exhibit.yaml does not list?");
        free(items[i]);
    }
    free(items);
}

const struct yaml *load_yaml(struct load *load, const char *path, enum load_need need, const char **owned_path)
{
    struct yaml_problem problem;
    struct load_file file;
    struct yaml *root;

    if (!load_read(load, path, need, &file))
        return NULL;
    if (owned_path)
        *owned_path = file.path;
    root = yaml_read(file.bytes, file.size, 1, load->scratch, &problem);
    if (!root) {
        diag_error(load->diag, (struct draft_at){file.path, problem.line}, problem.rule, "%s", problem.sentence);
        unread(load);
    }
    return root;
}

int load_language_of(const struct load *load, const char *name, const char *ending)
{
    const struct draft *draft = load->draft;
    size_t tail = strlen(ending), length = strlen(name);

    if (length <= tail || strcmp(name + length - tail, ending) != 0)
        return -1;
    for (int i = 0; i < draft->language_count; i++)
        if (strlen(draft->languages[i].tag) == length - tail && !strncmp(draft->languages[i].tag, name, length - tail))
            return i;
    return -1;
}
