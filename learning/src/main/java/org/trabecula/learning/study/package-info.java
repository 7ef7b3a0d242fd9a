/**
 * Cross-validated studies: the protocol of Moro et al. (J Orthop Res 2025) on simulated
 * participants. Every film is judged by a network that has not seen its subject.
 *
 * <p>Units in force: densities in g/cm2.
 */
@NullMarked
package org.trabecula.learning.study;

import org.jspecify.annotations.NullMarked;
