/* faces.h - the faces of the exhibit from the system's font packages, for tests that measure or draw text. */
#ifndef VITRINE_TESTS_FACES_H
#define VITRINE_TESTS_FACES_H

#include "text/font.h"

/* All eight roles; the museum role has a Hebrew face behind its first. Ends the test run when a font is not installed. */
struct fonts *faces_load(void);

#endif
