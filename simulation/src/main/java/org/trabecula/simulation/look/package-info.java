/**
 * What makers make of a detector image before anyone sees it: tone curve, multiscale contrast, edge
 * and noise processing, shutter, markers, polarity, bit depth.
 *
 * <p>Units in force: lengths on the detector in mm; the picture before quantisation lies in [0, 1],
 * 1 being most attenuating.
 */
@NullMarked
package org.trabecula.simulation.look;

import org.jspecify.annotations.NullMarked;
