/*
 * font_files.h - where font files lie: folders are looked through in order, with everything below
 * them, then the fonts that Debian packages install.
 */
#ifndef VITRINE_COMPILER_FONT_FILES_H
#define VITRINE_COMPILER_FONT_FILES_H

struct font_files;

/* Never NULL. Folders that are NULL or do not exist are passed over. */
struct font_files *font_files_create(const char *const *folders, int count);

/* Accepts NULL. */
void font_files_destroy(struct font_files *files);

/*
 * The file named "PTS55F.ttf" or "paratype/PTS55F.ttf", else the font whose PostScript name is the
 * name without its ending, "PTSans-Regular". NULL when there is none. Lives until
 * font_files_destroy.
 */
const char *font_files_find(const struct font_files *files, const char *name);

#endif
