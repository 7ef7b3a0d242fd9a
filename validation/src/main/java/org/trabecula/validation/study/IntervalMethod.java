package org.trabecula.validation.study;

/** How an interval was made, in print. */
enum IntervalMethod {
  RESAMPLED("percentile, resampled subjects"),
  STUDENT("Student's t"),
  FISHER("Fisher's z"),
  LIN("Lin 1989, Fisher's z"),
  MCGRAW("McGraw and Wong 1996, F"),
  CARKEET("exact, Carkeet 2015"),
  JACKKNIFE("jackknife of subjects, t"),
  PASSING_BABLOK("Passing and Bablok 1983"),
  WILSON("Wilson"),
  DELONG("DeLong"),
  OBUCHOWSKI("Obuchowski 1997, subjects as clusters"),
  SIMEL("Simel 1991, logarithm"),
  MERCALDO("Mercaldo 2007, logit"),
  WALD("maximum likelihood, Wald"),
  NORMAL("normal, standard error of the mean"),
  FLEISS("Fleiss, Cohen and Everitt 1969"),
  PENCINA("Pencina 2011"),
  NONE("none: literature");

  private final String label;

  IntervalMethod(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** The method that stands in where a subject has several radiographs. */
  IntervalMethod of(boolean repeated) {
    if (!repeated) {
      return this;
    }
    return switch (this) {
      case DELONG, OBUCHOWSKI -> OBUCHOWSKI;
      // These keep to one radiograph or leave out whole subjects, or have no interval.
      case JACKKNIFE, PASSING_BABLOK, NONE -> this;
      default -> RESAMPLED;
    };
  }
}
