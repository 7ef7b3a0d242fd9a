package org.trabecula.learning.calibration;

import org.trabecula.learning.calibration.Correction.Curve;
import org.trabecula.screening.Bend;

/** The ways to fit a model to a site, the simplest first. */
public enum Candidate {
  /** The means stay; the intervals alone are made anew. */
  NOTHING("nothing") {
    @Override
    Correction fit(SitePairs pairs) {
      return Curve.IDENTITY;
    }
  },

  /** The mean difference is added. */
  OFFSET("offset") {
    @Override
    Correction fit(SitePairs pairs) {
      return new Curve(1, pairs.mean(pair -> pair.truth() - pair.mean()), Bend.NONE);
    }
  },

  /** A line of truth on estimate, drawn towards slope 1. */
  LINE("scale and offset") {
    @Override
    Correction fit(SitePairs pairs) {
      return ShrunkLine.of(pairs);
    }
  },

  /** That line, then a bend of a few knots that never falls. */
  MONOTONE("monotone") {
    @Override
    Correction fit(SitePairs pairs) {
      return MonotoneCurve.of(pairs);
    }
  },

  /** The network's last layer, drawn towards the parent's. */
  LAST_LAYER("last layer") {
    @Override
    Correction fit(SitePairs pairs) {
      return LastLayerFit.of(pairs);
    }

    @Override
    boolean suits(SitePairs pairs) {
      return pairs.pairs().stream().allMatch(pair -> pair.features().isPresent());
    }
  };

  private final String label;

  Candidate(String label) {
    this.label = label;
  }

  /** The name in print. */
  public String label() {
    return label;
  }

  /** Fits it to pairs. */
  abstract Correction fit(SitePairs pairs);

  /** Whether the pairs hold what it needs. */
  boolean suits(SitePairs pairs) {
    return true;
  }
}
