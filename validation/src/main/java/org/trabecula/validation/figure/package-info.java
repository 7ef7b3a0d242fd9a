/**
 * Figures of a study, drawn without a library and without fonts: a small chart kit (ticks, axis,
 * chart, drawing) and on it one class for each figure. A drawing is data; {@code SvgWriter} writes
 * it as SVG, others may paint it.
 *
 * <p>Units in force: places in px from the upper left corner; values in the unit of their axis.
 */
@NullMarked
package org.trabecula.validation.figure;

import org.jspecify.annotations.NullMarked;
