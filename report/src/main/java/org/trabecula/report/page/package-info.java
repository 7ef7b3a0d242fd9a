/**
 * The report as a page: laid out like a DXA print-out, A4, without anything from outside.
 *
 * <p>Units in force: areal BMD in g/cm², age in years, SVG lengths in CSS pixels.
 */
@NullMarked
package org.trabecula.report.page;

import org.jspecify.annotations.NullMarked;
