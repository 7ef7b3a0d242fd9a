package org.trabecula.learning.labelled;

import java.util.Locale;

/** What an answer is made of: each arm is trained and judged on the same folds. */
public enum Arm {
  /** The mean label and the class frequencies of the training folds: nothing of the film. */
  MEAN("training mean", false, false),
  /** The covariates by ridge regression, and by multinomial logistic regression for the classes. */
  LINEAR("covariates, linear", false, true),
  /** The covariates by a small network with one hidden layer. */
  NETWORK("covariates, network", false, true),
  /** As LINEAR, and which stratum the film is of: what its style alone gives away. */
  STYLE("covariates and stratum, linear", false, true),
  /** The image alone. */
  IMAGE("image", true, false),
  /** Image and covariates. */
  BOTH("image and covariates", true, true),
  /** As LINEAR, with the features that another network's encoder has of the image. */
  PARENT("parent's image features and covariates, linear", true, true);

  private final String words;
  private final boolean image;
  private final boolean covariates;

  Arm(String words, boolean image, boolean covariates) {
    this.words = words;
    this.image = image;
    this.covariates = covariates;
  }

  /** For tables. */
  public String words() {
    return words;
  }

  /** For file names. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it looks at the film. */
  public boolean seesImage() {
    return image;
  }

  /** Whether it knows the covariates. */
  public boolean seesCovariates() {
    return covariates;
  }

  /** Whether it is what an image with covariates must beat. */
  public boolean isBaseline() {
    return covariates && !image;
  }

  /** Whether its answers put films of one fold in an order. */
  boolean ranks() {
    return this != MEAN;
  }
}
