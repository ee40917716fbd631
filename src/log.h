/*
 * log.h - one line to stderr: "vitrine: error: pack: eight-years.vpack is damaged, showing the one before it".
 *
 * Every line is a sentence for staff. Silent rooms (pack, timeline, text/wrap, input) never call it.
 */
#ifndef VITRINE_LOG_H
#define VITRINE_LOG_H

enum log_level { LOG_INFO, LOG_WARNING, LOG_ERROR };

__attribute__((format(printf, 3, 4)))
void log_line(enum log_level level, const char *room, const char *format, ...);

#endif
