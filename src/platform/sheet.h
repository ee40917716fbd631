/* sheet.h - a contact sheet: many pictures small on one. */
#ifndef VITRINE_PLATFORM_SHEET_H
#define VITRINE_PLATFORM_SHEET_H

#include <stdbool.h>

/* Reads `count` picture files and writes them as thumbnails in rows of `columns` into one PNG; false: errno or SDL says why. */
bool sheet_write(const char *path, char *const *files, int count, int columns);

#endif
