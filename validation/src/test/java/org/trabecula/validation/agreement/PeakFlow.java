package org.trabecula.validation.agreement;

import org.trabecula.validation.PairedValues;

/**
 * Peak expiratory flow in l/min of 17 subjects by two meters, first reading each: the worked
 * example of Bland and Altman 1986 (doi:10.1016/S0140-6736(86)90837-8, table 1). The paper's own
 * results: mean difference -2.1, standard deviation 38.8, r = 0.94, interval of the mean -22.0 to
 * 17.8.
 */
final class PeakFlow {
  static final double[] LARGE_METER = {
    494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427
  };
  static final double[] MINI_METER = {
    512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451
  };

  private PeakFlow() {}

  static PairedValues pairs() {
    return PairedValues.of(LARGE_METER, MINI_METER);
  }
}
