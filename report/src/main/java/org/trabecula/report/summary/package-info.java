/**
 * One line per image: for the eye, for a spreadsheet, for a program.
 *
 * <p>Units in force: areal BMD in g/cm².
 */
@NullMarked
package org.trabecula.report.summary;

import org.jspecify.annotations.NullMarked;
