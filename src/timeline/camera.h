/*
 * camera.h - which part of the axis is on the screen: days ↔ pixels, pan, zoom, clamping. Time is passed in.
 */
#ifndef VITRINE_TIMELINE_CAMERA_H
#define VITRINE_TIMELINE_CAMERA_H

#include <stdbool.h>
#include <stdint.h>

struct camera {
    double first_day, days;          /* the visible part: days [first_day, first_day + days) */
    double limit_first, limit_days;  /* the whole exhibit */
    double closest_days;             /* the least span shown, 14 */
    double length_px;                /* length of the axis on the screen */
};

struct camera camera_make(double first_day, double days, double closest_days, double length_px);

double camera_px(const struct camera *camera, double day);  /* from the start of the axis */
double camera_day(const struct camera *camera, double px);

/* Moves the content by px (a finger's way); stays inside the limits. Returns the px that could not be moved. */
double camera_pan(struct camera *camera, double px);
/* Zooms by factor (> 1 closer), keeping the day under px where it is as far as the limits allow. */
void camera_zoom_at(struct camera *camera, double px, double factor);
/* Shows days [first, first + days), clamped to the limits and the closest span. */
void camera_show(struct camera *camera, double first_day, double days);

/* A move from where the camera is to a target over duration_ms, ease in and out; a function of time (M2). */
struct camera_move {
    struct camera from, to;
    int64_t start_ms;
    int duration_ms;
    bool is_on;
};

struct camera_move camera_move_to(const struct camera *camera, double first_day, double days, int64_t now_ms, int duration_ms);
/* The camera at a time; move->is_on turns false at the end. */
struct camera camera_move_at(struct camera_move *move, int64_t now_ms);

#endif
