/*
 * log.h - one line to stderr: "vitrine: error: pack: eight-years.vpack is damaged, showing the one before it".
 *
 * Every line is a sentence for staff. Silent rooms (pack, timeline, text/wrap, input) never call it.
 */
#ifndef VITRINE_LOG_H
#define VITRINE_LOG_H

enum log_level { LOG_DEBUG, LOG_INFO, LOG_WARNING, LOG_ERROR };

/* Lines below this level are dropped; LOG_INFO at start. The level is the one run-time global of the program. */
void log_set_level(enum log_level level);

__attribute__((format(printf, 3, 4)))
void log_line(enum log_level level, const char *room, const char *format, ...);

#endif
