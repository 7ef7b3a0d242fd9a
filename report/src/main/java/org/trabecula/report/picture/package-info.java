/**
 * Pictures of a result: the radiograph as a reader sees it, the mineral map, the outlines.
 *
 * <p>Units in force: areal mineral mass in g/cm², picture coordinates in pixels (x to the right, y
 * down), colours as 0xRRGGBB. Nothing here depends on fonts or on a display, so a picture is the
 * same on every machine.
 */
@NullMarked
package org.trabecula.report.picture;

import org.jspecify.annotations.NullMarked;
