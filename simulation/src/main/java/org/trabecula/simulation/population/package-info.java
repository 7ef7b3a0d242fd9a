/**
 * Who is simulated: age, sex, size, true bone density and wear of each subject, drawn from a
 * reference population.
 *
 * <p>Units in force: years, cm, kg, areal density in g/cm² on the Hologic scale, angles in degrees.
 */
@NullMarked
package org.trabecula.simulation.population;

import org.jspecify.annotations.NullMarked;
