/**
 * Questionnaires that ask without a picture who should have a DXA: OST, OSTA, ORAI and SCORE. They
 * are what an estimate from a radiograph has to beat.
 *
 * <p>Units in force: age in years, weight in kg; scores without unit. All were made for women after
 * the menopause, aged 45 and more; OST has a cut-off for men besides. Tags: [V] read in the named
 * public copy, the paper itself not read; there is no value from memory.
 */
@NullMarked
package org.trabecula.densitometry.risk;

import org.jspecify.annotations.NullMarked;
