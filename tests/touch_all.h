/*
 * touch_all.h - calls every accessor of a pack with every index it has, and reads what comes back.
 */
#ifndef VITRINE_TESTS_TOUCH_ALL_H
#define VITRINE_TESTS_TOUCH_ALL_H

#include "pack/pack.h"

/* Returns a number that depends on everything read. */
uint64_t touch_all(struct pack *pack);

#endif
