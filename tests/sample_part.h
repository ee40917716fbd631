/*
 * sample_part.h - the bricks of which the exhibits of sample.h are made.
 */
#ifndef VITRINE_TESTS_SAMPLE_PART_H
#define VITRINE_TESTS_SAMPLE_PART_H

#include "sample.h"

/* One more zeroed item of an array of the draft. */
#define ADD(draft, items, count) ((__typeof__(items))draft_append((draft), &(items), &(count), sizeof *(items)))

__attribute__((format(printf, 2, 3))) const char *sample_print(struct draft *draft, const char *format, ...);
void sample_add_language(struct draft *draft, const char *tag, const char *quotes);
void sample_add_tag(struct draft *draft, const char *tag);
void sample_name_tags(struct draft *draft);
void sample_add_strings(struct draft *draft);
void sample_add_calendar(struct draft *draft);
void sample_add_faces(struct draft *draft, enum pack_role role, int count);
void sample_add_pictures(struct draft *draft);
void sample_add_lane(struct draft *draft, const char *id, uint32_t colour);
void sample_add_documents(struct draft *draft);
void sample_add_names(struct draft *draft);
struct draft_entry *sample_add_entry(struct draft *draft, const char *id, const char *lane, int32_t day);
struct draft_source *sample_add_source(struct draft *draft, struct draft_entry *entry, int document, const char *label,
                                       const char *words);
void sample_shown_from(struct draft *draft, struct draft_entry *entry, const char *label);
void sample_add_ref(struct draft *draft, struct draft_refs *refs, const char *id);

#endif
