package org.trabecula.simulation.projection;

/**
 * What one exposure collects on its way through a subject.
 *
 * @param masses areal masses over the whole image area, also outside the collimated field
 * @param regions where the measured regions lie
 * @param field the collimated field
 * @param positioning how it was taken
 */
public record Projection(
    ArealMasses masses, RegionMap regions, CollimatedField field, Positioning positioning) {}
