/* dump.h - the screen's elements and the session as JSON (hooks.md). */
#ifndef VITRINE_HOOKS_DUMP_H
#define VITRINE_HOOKS_DUMP_H

#include <stdbool.h>
#include <stdint.h>

#include "screen/stage.h"

/* False when the file cannot be written; errno says why. now_ms: for the age of the session. */
bool dump_ui(const struct stage *stage, const char *path);
bool dump_state(const struct stage *stage, const char *path, int64_t now_ms);

#endif
