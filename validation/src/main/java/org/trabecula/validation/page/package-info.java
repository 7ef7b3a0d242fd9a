/**
 * The report of a study: one page that opens offline and prints to A4, the same as PDF, its figures
 * and the checklists of the reporting guidelines.
 *
 * <p>Units in force: areal BMD in g/cm², shares in [0, 1], figures in px.
 */
@NullMarked
package org.trabecula.validation.page;

import org.jspecify.annotations.NullMarked;
