/**
 * Control charts: is what a device delivers still what it delivered in its baseline period?
 *
 * <p>Every figure of a period becomes a score that is standard normal as long as nothing changes (Q
 * statistics: Quesenberry 1991, J Qual Technol 23:213), whatever its number of films; the same
 * rules then hold for means, spreads and rates.
 *
 * <p>Units in force: areal BMD in g/cm², tube voltage in kV, tube load in mAs, exposure index
 * without unit, shares in [0, 1], age in years; charts in standard deviations of a score.
 */
@NullMarked
package org.trabecula.validation.monitoring;

import org.jspecify.annotations.NullMarked;
