/* The documents of a hostile exhibit: hundreds of sentences, or a few. */
#include "hostile_inside.h"

static int sentences_of(int document)
{
    return document % 3 == 1 ? PARAGRAPH_SENTENCES : SENTENCES;
}

static void put_paragraphs(FILE *file, const struct tongue *tongue, int document, bool has_headings)
{
    for (int n = 0; n < sentences_of(document); n++) {
        if (has_headings && n % PARAGRAPH_SENTENCES == 0)
            fprintf(file, "\n## p%d\n\n", n / PARAGRAPH_SENTENCES + 1);
        hostile_put_sentence(file, tongue, document, n);
        fputs(n % PARAGRAPH_SENTENCES == PARAGRAPH_SENTENCES - 1 ? "!\n" : "! ", file);
    }
}

static void write_about(struct hostile *hostile, int document, const struct tongue *tongue)
{
    FILE *file = hostile_open(hostile, "documents/document-%d.%s.md", document, tongue->tag);

    fputs("---\ntitle: ", file);
    hostile_put_title(hostile, file, tongue, document);
    fputs("\nshort: ", file);
    hostile_put_short(hostile, file, tongue, document);
    fputs("\nkind: ", file);
    hostile_put_words(hostile, file, tongue, 1 + document % 3);
    fputs("\nnote: ", file);
    hostile_put_words(hostile, file, tongue, 1 + document * 5);
    fputs("\ncredit: ", file);
    hostile_put_words(hostile, file, tongue, 1 + document * 2);
    fputs("\n---\n", file);
    if (tongue != &hostile_tongues[hostile->document_language[document]])
        put_paragraphs(file, tongue, document, true);
    fclose(file);
}

static void write_document(struct hostile *hostile, int document)
{
    const struct tongue *own = &hostile_tongues[hostile->document_language[document]];
    FILE *file = hostile_open(hostile, "documents/document-%d.txt", document);

    put_paragraphs(file, own, document, false);
    fclose(file);
    file = hostile_open(hostile, "documents/document-%d.yaml", document);
    fprintf(file, "siglum: %c%s\nlanguage: %s\nauthor: null\nlicence: CC0-1.0\nlines: []\nsentence_breaks: []\nuncited: []\n",
            'A' + document, document % 3 ? "WM" : "", own->tag);
    fclose(file);
    for (int l = 0; l < hostile->language_count; l++)
        write_about(hostile, document, hostile->languages[l]);
}

void hostile_write_documents(struct hostile *hostile)
{
    hostile_make_folder(hostile, "documents");
    for (int document = 0; document < hostile->documents; document++)
        write_document(hostile, document);
}
