/* sample.h - measured numbers and their order statistics. */
#ifndef VITRINE_BENCH_SAMPLE_H
#define VITRINE_BENCH_SAMPLE_H

enum { SAMPLE_MOST = 4096 };

struct sample_set {
    double values[SAMPLE_MOST];
    int count;
};

/* Numbers beyond SAMPLE_MOST are left out. */
void sample_add(struct sample_set *set, double value);
/* 0..100; 0 for an empty set. Sorts the set. */
double sample_percentile(struct sample_set *set, double percent);

#endif
