#include "json.h"

#include <assert.h>
#include <string.h>

static void quote(FILE *out, const char *text)
{
    fputc('"', out);
    for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
        if (*c == '"' || *c == '\\')
            fprintf(out, "\\%c", *c);
        else if (*c == '\n')
            fputs("\\n", out);
        else if (*c < 0x20)
            fprintf(out, "\\u%04x", *c);
        else
            fputc(*c, out);
    }
    fputc('"', out);
}

static void begin_item(struct json *json, const char *key)
{
    if (json->depth > 0) {
        int level = json->depth - 1;

        if (json->has_items[level])
            fputs(json->is_flat[level] ? ", " : ",", json->out);
        json->has_items[level] = true;
        if (!json->is_flat[level])
            fprintf(json->out, "\n%*s", 2 * json->depth, "");
    }
    if (key) {
        quote(json->out, key);
        fputs(": ", json->out);
    }
}

static void open_level(struct json *json, const char *key, char bracket, bool is_flat)
{
    assert(json->depth < JSON_DEPTH_MAX);
    begin_item(json, key);
    fputc(bracket, json->out);
    json->has_items[json->depth] = false;
    json->is_flat[json->depth] = is_flat || (json->depth > 0 && json->is_flat[json->depth - 1]);
    json->depth++;
}

static void close_level(struct json *json, char bracket)
{
    assert(json->depth > 0);
    json->depth--;
    if (json->has_items[json->depth] && !json->is_flat[json->depth])
        fprintf(json->out, "\n%*s", 2 * json->depth, "");
    fputc(bracket, json->out);
    if (json->depth == 0)
        fputc('\n', json->out);
}

void json_open_object(struct json *json, const char *key, bool is_flat)
{
    open_level(json, key, '{', is_flat);
}

void json_close_object(struct json *json)
{
    close_level(json, '}');
}

void json_open_array(struct json *json, const char *key, bool is_flat)
{
    open_level(json, key, '[', is_flat);
}

void json_close_array(struct json *json)
{
    close_level(json, ']');
}

void json_string(struct json *json, const char *key, const char *value)
{
    begin_item(json, key);
    if (value)
        quote(json->out, value);
    else
        fputs("null", json->out);
}

void json_integer(struct json *json, const char *key, int64_t value)
{
    begin_item(json, key);
    fprintf(json->out, "%lld", (long long)value);
}

void json_number(struct json *json, const char *key, double value, int digits)
{
    char text[64];

    snprintf(text, sizeof(text), "%.*f", digits, value);
    if (digits > 0) {
        size_t end = strlen(text);

        while (text[end - 1] == '0')
            end--;
        text[text[end - 1] == '.' ? end - 1 : end] = '\0';
    }
    begin_item(json, key);
    fputs(strcmp(text, "-0") == 0 ? "0" : text, json->out);
}

void json_bool(struct json *json, const char *key, bool value)
{
    begin_item(json, key);
    fputs(value ? "true" : "false", json->out);
}
