/* pictures/pictures.yaml: what each picture shows and whose it is; the pictures themselves are read by `media`. */
#include "compiler/load_part.h"

#include <string.h>

static void load_picture(struct load *load, const char *path, const struct yaml *node, struct draft_picture *picture)
{
    struct fields fields = fields_open(load, path, node, "a picture", "id alt credit licence decorative");

    picture->at = load_at(path, node);
    picture->id = field_text(&fields, "id", true);
    picture->is_decorative = field_flag(&fields, "decorative", false);
    picture->credit = field_text(&fields, "credit", false);
    picture->licence = field_text(&fields, "licence", false);
    field_words(&fields, "alt", false, &picture->alt);
}

void load_pictures(struct load *load)
{
    struct draft *draft = load->draft;
    const char *path;
    const struct yaml *root = load_yaml(load, "pictures/pictures.yaml", LOAD_MAY_BE_MISSING, &path);

    if (root && root->kind != YAML_LIST && root->count)
        diag_error(load->diag, load_at(path, root), "type", "the pictures are a list; begin each with \"- id: …\"");
    for (int i = 0; root && root->kind == YAML_LIST && i < root->count; i++) {
        struct draft_picture picture = {.id = NULL};

        load_picture(load, path, root->items[i], &picture);
        if (picture.id)
            *(struct draft_picture *)draft_append(draft, &draft->pictures, &draft->picture_count,
                                                  sizeof *draft->pictures) = picture;
    }
    load_next_file(load);
}
