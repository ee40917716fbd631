/*
 * coast.h - the maps: map/coastline.geojson clipped to the surroundings of the exhibit's places,
 * and the insets that places name, from map/insets.geojson.
 *
 * A GeoJSON file is a FeatureCollection of Polygons or MultiPolygons; a feature of the insets says
 * in its properties of which `place` it is the map. Lines are kept as exact as a screen of 1920
 * pixels shows them.
 */
#ifndef VITRINE_COMPILER_COAST_H
#define VITRINE_COMPILER_COAST_H

#include "compiler/diag.h"
#include "compiler/draft.h"

/* An exhibit without maps has no coasts; one with insets only has an empty coastline before them.
 * Reports "map". */
void coast_fill(struct draft *draft, struct diag *diag, const char *content_folder);

#endif
