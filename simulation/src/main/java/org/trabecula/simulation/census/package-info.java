/**
 * Who a protocol draws, counted: beside the tables that the draws follow.
 *
 * <p>Units in force: years, cm, kg, areal density in g/cm² on the Hologic scale, shares in [0, 1].
 */
@NullMarked
package org.trabecula.simulation.census;

import org.jspecify.annotations.NullMarked;
