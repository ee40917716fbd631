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

struct pack_text told_notice(struct kit *kit, struct text_builder *builder, int language)
{
    struct pack_text name = pack_string(kit->pack, language, PACK_STRING_LANGUAGE_NAME, 0);

    text_builder_clear(builder);
    text_builder_add_template(builder, parts_string(kit, PACK_STRING_NOTICE_FALLBACK), "language", name);
    return text_builder_text(builder);
}
