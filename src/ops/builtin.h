/* builtin.h - the tiny pack inside the program, made by the same compiler from assets/builtin; shown when no other is usable. */
#ifndef VITRINE_OPS_BUILTIN_H
#define VITRINE_OPS_BUILTIN_H

#include <stddef.h>
#include <stdint.h>

const uint8_t *builtin_pack(void);
size_t builtin_pack_size(void);

#endif
