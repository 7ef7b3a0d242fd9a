package org.trabecula.screening;

import org.trabecula.radiography.CanonicalView;

/**
 * All that is measured of a film before any limit or calibration is applied: what learning needs to
 * calibrate a model package on good films.
 *
 * @param canonical view that the network saw
 * @param output of the density network
 * @param findings of the quality gate
 */
public record Measured(CanonicalView canonical, NetworkOutput output, GateFindings findings) {}
