/*
 * dump.h - the parts of a pack as JSON.
 *
 * Texts are objects, for they carry more than their words: {"text", "breaks": {"hyphen": [offsets]}, "spans"}, with what has
 * nothing to say left out. A text in several languages is an object with a member for each language that has one.
 */
#ifndef VITRINE_COMPILER_DUMP_H
#define VITRINE_COMPILER_DUMP_H

#include "json.h"
#include "pack/pack.h"

struct dump {
    struct json json;
    struct pack *pack;
    struct pack_exhibit exhibit;
};

/* One value each. */
void dump_text(struct dump *dump, const char *key, struct pack_text text);
void dump_words(struct dump *dump, const char *key, enum pack_field field, int index);
void dump_date(struct dump *dump, const char *key, const struct pack_date *date);
void dump_piece(struct dump *dump, struct pack_piece piece);
/* Array of the terms that an entry or paragraph uses, read with `at`: id and the languages it stands in. */
void dump_term_uses(struct dump *dump, int first, int count,
                    struct pack_term_use (*at)(const struct pack *pack, int k));
void dump_picture_id(struct dump *dump, const char *key, int picture); /* null for -1 */

/* Members of the object of the whole pack. */
void dump_languages(struct dump *dump);
void dump_lanes(struct dump *dump);
void dump_strings(struct dump *dump);
void dump_documents(struct dump *dump);
void dump_entries(struct dump *dump);
void dump_people_and_places(struct dump *dump);
void dump_stories(struct dump *dump);
void dump_pictures(struct dump *dump);
void dump_coasts(struct dump *dump);

#endif
