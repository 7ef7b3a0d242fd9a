package org.trabecula.learning.data;

import org.trabecula.screening.QuarterTurns;

/** An example turned by quarter turns, as a film that was saved the wrong way round. */
final class Turned {
  private Turned() {}

  static Example of(Example example, int quarters) {
    return new Example(
        QuarterTurns.of(example.rawImage(), quarters), example.covariates(), new Example.Truth());
  }
}
