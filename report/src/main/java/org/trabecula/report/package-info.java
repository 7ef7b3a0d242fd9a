/**
 * One result as JSON, a page for print, a picture and a row of a table.
 *
 * <p>Units in force: areal BMD in g/cm², BMC in g, area in cm², picture coordinates in the
 * radiograph's pixels. Whatever reaches a file is a function of film, model and settings alone: no
 * time, no path, no machine.
 */
@NullMarked
package org.trabecula.report;

import org.jspecify.annotations.NullMarked;
