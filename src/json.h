/*
 * json.h - writing JSON as it comes (RFC 8259), to a FILE: commas, indentation and escapes are looked after.
 */
#ifndef VITRINE_JSON_H
#define VITRINE_JSON_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum { JSON_DEPTH_MAX = 16 };

struct json {
    FILE *out;
    int depth;
    bool has_items[JSON_DEPTH_MAX];
    bool is_flat[JSON_DEPTH_MAX]; /* items of this array or object stand on one line */
};

/* key NULL inside arrays and at the top. A flat object or array is written on one line. */
void json_open_object(struct json *json, const char *key, bool is_flat);
void json_close_object(struct json *json);
void json_open_array(struct json *json, const char *key, bool is_flat);
void json_close_array(struct json *json);

/* NULL writes null. */
void json_string(struct json *json, const char *key, const char *value);
void json_integer(struct json *json, const char *key, int64_t value);
/* Shortest form with at most `digits` after the point. */
void json_number(struct json *json, const char *key, double value, int digits);
void json_bool(struct json *json, const char *key, bool value);

#endif
