/**
 * From trained weights to a model package: calibration on held-out subjects, export, card.
 *
 * <p>Units in force: densities in g/cm2.
 */
@NullMarked
package org.trabecula.learning.packaging;

import org.jspecify.annotations.NullMarked;
