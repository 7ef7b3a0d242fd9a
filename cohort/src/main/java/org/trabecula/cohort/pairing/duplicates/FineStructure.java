package org.trabecula.cohort.pairing.duplicates;

/**
 * What is compared of two candidates: their fine structure, after the one was laid on the other by
 * their coarser structure, for they may be two cuts of one film.
 */
final class FineStructure {
  private static final int FINE = 3;
  private static final int COARSE = 2;
  private static final int WIDEST = 9;
  private static final Registration.Effort QUICK = new Registration.Effort(6, 2);
  private static final Registration.Effort EXACT = new Registration.Effort(10, 1);

  /** Correlation of coarse structure, in place, that cuts of one film have if not far apart. */
  private static final double HOPEFUL = 0.6;

  /** The same once the one was laid on the other: a judgement that spares most unlike pairs. */
  private static final double PROMISING = 0.8;

  private final Band coarse;
  private final Band fine;

  private FineStructure(Band coarse, Band fine) {
    this.coarse = coarse;
    this.fine = fine;
  }

  static FineStructure of(SmallPicture picture) {
    return new FineStructure(Band.of(picture, COARSE, WIDEST), Band.of(picture, 0, FINE));
  }

  /** The structure of the mirror image. */
  FineStructure mirrored() {
    return new FineStructure(coarse.mirrored(), fine.mirrored());
  }

  /** The structure of the negative. */
  FineStructure inverted() {
    return new FineStructure(coarse.inverted(), fine.inverted());
  }

  /** The normalised correlation of the fine structure, at most 1; 0 of what is clearly unlike. */
  double correlation(FineStructure other) {
    if (coarse.correlation(other.coarse) < HOPEFUL) {
      return 0;
    }
    double inPlace = Registration.NONE.correlation(fine, other.fine);
    Registration rough = Registration.NONE.refined(coarse, other.coarse, QUICK);
    if (rough.correlation(coarse, other.coarse) < PROMISING) {
      return inPlace;
    }
    Registration exact = rough.refined(fine, other.fine, EXACT);
    return Math.max(inPlace, exact.correlation(fine, other.fine));
  }
}
