/* process.h - a program watched from outside: how long, how much memory, how often awake. Linux /proc. */
#ifndef VITRINE_BENCH_PROCESS_H
#define VITRINE_BENCH_PROCESS_H

#include <stdbool.h>
#include <stdint.h>

struct process {
    int pid;
    double start_ms;
};

/* CLOCK_MONOTONIC with fractions. */
double process_now_ms(void);

/* Starts a program with its output thrown away; arguments end with NULL. pid < 0: it could not be started. */
struct process process_start(char *const arguments[]);
/* Ends it with SIGTERM and waits. */
void process_end(struct process *process);
/* Waits until it ends by itself; its exit status, -1 = killed. */
int process_wait(struct process *process);

/* Waits until a file exists and is not empty; false after timeout_ms or when the program ended first. */
bool process_await_file(const struct process *process, const char *path, int timeout_ms);

/* Proportional set size in KiB (proc(5), smaps_rollup); -1 = unknown. */
long process_pss_kib(int pid);
/* Processor time used so far in ms. */
double process_cpu_ms(int pid);
/* Times it went to sleep so far, all threads (voluntary context switches). */
long process_wakeups(int pid);

/* Asks the kernel to forget the cached pages of every file the program at `pid` has mapped (posix_fadvise). */
void process_evict_files(int pid);

#endif
