/*
 * An exhibit of any size, from a small generator of numbers, so that every machine makes the same one.
 */
#include "sample_part.h"

#include <string.h>

/* The constants are those of Knuth's MMIX. */
static uint32_t chance(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33);
}

static const char *sentence(struct draft *draft, uint64_t *state, size_t size)
{
    static const char *const syllables[] = {"ra",  "pa", "llo", "ke",  "ni", "sto", "vo",  "mir", "pe",  "tro", "grad",
                                            "kon", "fe", "ren", "cja", "ma", "nu",  "fak", "tu",  "ry",  "swo", "bo",
                                            "da",  "re", "wo",  "lu",  "cj", "a",   "si",  "mo",  "len", "gen"};
    char *text = draft_alloc(draft, size + 16);
    size_t length = 0;

    while (length < size) {
        int parts = 1 + (int)(chance(state) % 4);

        for (int p = 0; p < parts; p++) {
            const char *syllable = syllables[chance(state) % 32];

            strcpy(text + length, syllable);
            length += strlen(syllable);
        }
        text[length++] = ' ';
    }
    strcpy(text + length - 1, ".");
    return text;
}

static void fill_large_entry(struct draft *draft, struct draft_entry *entry, uint64_t *state, int text_size)
{
    for (int s = 0; s < 2; s++)
        sample_add_source(draft, entry, s, s == 0 ? "a-signed" : "b-signed", s == 0 ? "signed on 16 April" : "w nocy");
    for (int s = 0; s < 3; s++) {
        struct draft_statement *statement = ADD(draft, entry->statements, entry->statement_count);

        for (int l = 0; l < draft->language_count; l++)
            statement->text.in[l].bytes = sentence(draft, state, (size_t)text_size / 3);
        *ADD(draft, statement->sources, statement->source_count) = s % 2;
    }
    sample_shown_from(draft, entry, "a-signed");
    sample_add_ref(draft, &entry->places, "rapallo");
    sample_add_ref(draft, &entry->people, "lenin");
}

void sample_large_draft(struct draft *draft, int entries, int languages, int text_size)
{
    static const char *const tags[] = {"en", "pl", "lt", "pt", "de", "fr", "it", "es"};
    uint64_t state = 1;

    draft_init(draft);
    draft->id = "large";
    draft->version = "1.0.0";
    draft->span_start.first_day = -400000;
    draft->span_end.last_day = 20000;
    for (int l = 0; l < languages; l++)
        sample_add_language(draft, tags[l], "\"");
    sample_add_tag(draft, "ru");
    sample_name_tags(draft);
    sample_add_strings(draft);
    sample_add_calendar(draft);
    sample_add_faces(draft, PACK_MUSEUM, 1);
    sample_add_pictures(draft);
    sample_add_lane(draft, "power", 0x1c1b1a);
    sample_add_lane(draft, "diplomacy", 0x0a5a9c);
    sample_add_documents(draft);
    sample_add_names(draft);
    for (int e = 0; e < entries; e++) {
        int32_t day = -400000 + (int32_t)((int64_t)e * 420000 / entries);

        fill_large_entry(draft, sample_add_entry(draft, sample_print(draft, "entry-%d", e), e % 2 ? "power" : "diplomacy", day),
                         &state, text_size);
    }
    draft_sort(draft);
}
