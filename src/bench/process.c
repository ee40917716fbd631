#include "bench/process.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

double process_now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000.0 + now.tv_nsec / 1e6;
}

struct process process_start(char *const arguments[])
{
    struct process process = {.start_ms = process_now_ms()};

    process.pid = fork();
    if (process.pid == 0) {
        int nowhere = open("/dev/null", O_RDWR);

        dup2(nowhere, 0);
        dup2(nowhere, 1);
        dup2(nowhere, 2);
        execv(arguments[0], arguments);
        _exit(127);
    }
    return process;
}

int process_wait(struct process *process)
{
    int status = 0;

    waitpid(process->pid, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void process_end(struct process *process)
{
    kill(process->pid, SIGTERM);
    process_wait(process);
}

bool process_await_file(const struct process *process, const char *path, int timeout_ms)
{
    double end = process_now_ms() + timeout_ms;
    const struct timespec moment = {0, 200000};
    struct stat status;

    while (process_now_ms() < end) {
        if (stat(path, &status) == 0 && status.st_size > 0)
            return true;
        if (kill(process->pid, 0) != 0)
            return false;
        nanosleep(&moment, NULL);
    }
    return false;
}

/* The number behind `field` in a file of /proc; -1 = not there. */
static long field_of(const char *path, const char *field)
{
    FILE *file = fopen(path, "r");
    char line[256];
    long value = -1;

    while (file && value < 0 && fgets(line, sizeof(line), file)) {
        if (strncmp(line, field, strlen(field)) == 0)
            value = atol(line + strlen(field));
    }
    if (file)
        fclose(file);
    return value;
}

long process_pss_kib(int pid)
{
    char path[64];

    snprintf(path, sizeof(path), "/proc/%d/smaps_rollup", pid);
    return field_of(path, "Pss:");
}

double process_cpu_ms(int pid)
{
    char path[64], text[1024] = "";
    unsigned long user = 0, kernel = 0;
    const char *rest;
    FILE *file;

    snprintf(path, sizeof(path), "/proc/%d/stat", pid);
    file = fopen(path, "r");
    if (!file)
        return 0;
    if (!fgets(text, sizeof(text), file))
        text[0] = '\0';
    fclose(file);
    rest = strrchr(text, ')');
    if (rest)
        sscanf(rest + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &kernel);
    return (user + kernel) * 1000.0 / sysconf(_SC_CLK_TCK);
}

long process_wakeups(int pid)
{
    char path[64], status[512];
    struct dirent *task;
    long sum = 0;
    DIR *tasks;

    snprintf(path, sizeof(path), "/proc/%d/task", pid);
    tasks = opendir(path);
    while (tasks && (task = readdir(tasks))) {
        long switches;

        if (task->d_name[0] == '.')
            continue;
        snprintf(status, sizeof(status), "%s/%s/status", path, task->d_name);
        switches = field_of(status, "voluntary_ctxt_switches:");
        sum += switches > 0 ? switches : 0;
    }
    if (tasks)
        closedir(tasks);
    return sum;
}

void process_evict_files(int pid)
{
    char path[64], line[4096], name[4096];
    FILE *maps;

    snprintf(path, sizeof(path), "/proc/%d/maps", pid);
    maps = fopen(path, "r");
    while (maps && fgets(line, sizeof(line), maps)) {
        int fd;

        if (sscanf(line, "%*s %*s %*s %*s %*s %4095[^\n]", name) != 1 || name[0] != '/')
            continue;
        fd = open(name, O_RDONLY);
        if (fd < 0)
            continue;
        posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
        close(fd);
    }
    if (maps)
        fclose(maps);
}
