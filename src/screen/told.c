#include "screen/told.h"

#include "screen/parts.h"

int told_language(struct kit *kit, enum pack_field field, int index)
{
    int own = kit->session->language;

    if (pack_text(kit->pack, own, field, index).length > 0)
        return own;
    for (int k = 0; k < pack_fallback_count(kit->pack); k++) {
        if (pack_text(kit->pack, pack_fallback(kit->pack, k), field, index).length > 0)
            return pack_fallback(kit->pack, k);
    }
    return own;
}

struct pack_text told(struct kit *kit, enum pack_field field, int index)
{
    return pack_text(kit->pack, told_language(kit, field, index), field, index);
}

const char *told_tag(struct kit *kit, enum pack_field field, int index)
{
    return pack_language(kit->pack, told_language(kit, field, index)).tag;
}

struct block_style told_style(struct kit *kit, enum font_role role, enum type type, enum pack_field field, int index)
{
    struct block_style style = parts_style(kit, role, type);

    style.is_right_to_left = pack_language(kit->pack, told_language(kit, field, index)).is_right_to_left;
    return style;
}

struct pack_text told_notice(struct kit *kit, struct text_builder *builder, int language)
{
    struct pack_text name = pack_string(kit->pack, language, PACK_STRING_LANGUAGE_NAME, 0);

    text_builder_clear(builder);
    text_builder_add_template(builder, parts_string(kit, PACK_STRING_NOTICE_FALLBACK), "language", name);
    return text_builder_text(builder);
}

struct pack_text told_alone(struct kit *kit, struct text_builder *builder, enum pack_field field, int index, int noticed)
{
    int language = told_language(kit, field, index);

    if (language == kit->session->language || language == noticed)
        return (struct pack_text){0};
    return told_notice(kit, builder, language);
}
