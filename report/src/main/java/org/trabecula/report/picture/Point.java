package org.trabecula.report.picture;

/** A place on a picture, in pixels: x to the right, y down. */
public record Point(double x, double y) {}
