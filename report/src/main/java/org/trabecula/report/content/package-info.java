/**
 * What is reported: film, finding and the sentences and digits that all formats share.
 *
 * <p>Units in force: areal BMD in g/cm², BMC in g, area in cm².
 */
@NullMarked
package org.trabecula.report.content;

import org.jspecify.annotations.NullMarked;
