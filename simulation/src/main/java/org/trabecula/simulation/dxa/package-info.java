/**
 * A densitometer for simulated subjects: bone mineral content, area and areal density per site.
 *
 * <p>Units in force: content in g, area in cm², areal density in g/cm² on the Hologic scale,
 * lengths in mm.
 */
@NullMarked
package org.trabecula.simulation.dxa;

import org.jspecify.annotations.NullMarked;
