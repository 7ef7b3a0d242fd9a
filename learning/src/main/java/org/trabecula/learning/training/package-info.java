/**
 * The training loop: settings, schedule, checkpoints, validation.
 *
 * <p>Units in force: densities in g/cm2, time in minutes.
 */
@NullMarked
package org.trabecula.learning.training;

import org.jspecify.annotations.NullMarked;
