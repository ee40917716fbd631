#include "compiler/write.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAME_TRIES = 100 };

static const char *reason(int error)
{
    if (error == ENOSPC || error == EDQUOT)
        return "the disk is full";
    if (error == EACCES || error == EPERM)
        return "writing there is not allowed";
    if (error == ENOENT || error == ENOTDIR)
        return "the folder does not exist";
    if (error == EROFS)
        return "the disk is write-protected";
    return strerror(error);
}

/* A new file beside `path`; its name goes to `name`. */
static int open_beside(const char *path, char *name, size_t name_size)
{
    int file = -1;

    for (int i = 0; i < NAME_TRIES && file < 0; i++) {
        if ((size_t)snprintf(name, name_size, "%s.%ld.%d.new", path, (long)getpid(), i) >= name_size) {
            errno = ENAMETOOLONG;
            return -1;
        }
        file = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
        if (file < 0 && errno != EEXIST)
            return -1;
    }
    return file;
}

static bool write_all(int file, const uint8_t *bytes, size_t size)
{
    while (size > 0) {
        ssize_t written = write(file, bytes, size);

        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes += written;
        size -= (size_t)written;
    }
    return fsync(file) == 0;
}

/* The new name must last as well as the bytes. Folders that cannot be synchronised are left to the system. */
static void sync_folder(const char *path)
{
    char folder[4096];
    const char *slash = strrchr(path, '/');
    size_t length = slash == NULL ? 0 : (size_t)(slash - path) + 1;
    int file;

    if (length >= sizeof folder)
        return;
    memcpy(folder, path, length);
    strcpy(folder + length, length == 0 ? "." : "");
    file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0)
        return;
    fsync(file);
    close(file);
}

bool write_file(const char *path, const uint8_t *bytes, size_t size, char *problem, size_t problem_size)
{
    char name[4096];
    struct stat status;
    int file, error;

    /* taking the place of a device would break the machine */
    if (stat(path, &status) == 0 && !S_ISREG(status.st_mode)) {
        snprintf(problem, problem_size, "%s cannot be written: it is a folder or a device, not a file", path);
        return false;
    }
    file = open_beside(path, name, sizeof name);
    error = errno;
    if (file >= 0) {
        bool is_written = write_all(file, bytes, size);

        error = errno;
        if (close(file) != 0 && is_written) {
            is_written = false;
            error = errno;
        }
        if (is_written && rename(name, path) == 0) {
            sync_folder(path);
            return true;
        }
        if (is_written)
            error = errno;
        unlink(name);
    }
    snprintf(problem, problem_size, "%s cannot be written: %s", path, reason(error));
    return false;
}
