#include "compiler/dump.h"
#include "compiler/show.h"

void show_json(struct pack *pack, FILE *out)
{
    struct dump dump = {.json = {.out = out}, .pack = pack, .exhibit = pack_exhibit(pack)};
    char identity[16];

    snprintf(identity, sizeof identity, "%08x", (unsigned)pack_identity(pack));
    json_open_object(&dump.json, NULL, false);
    json_string(&dump.json, "id", dump.exhibit.id);
    json_string(&dump.json, "version", dump.exhibit.version);
    json_string(&dump.json, "identity", identity);
    json_integer(&dump.json, "start_day", dump.exhibit.start_day);
    json_integer(&dump.json, "end_day", dump.exhibit.end_day);
    json_string(&dump.json, "default_language", pack_language(pack, dump.exhibit.default_language).tag);
    dump_languages(&dump);
    dump_lanes(&dump);
    dump_documents(&dump);
    dump_entries(&dump);
    dump_people_and_places(&dump);
    dump_stories(&dump);
    dump_strings(&dump);
    dump_pictures(&dump);
    dump_coasts(&dump);
    json_close_object(&dump.json);
}
