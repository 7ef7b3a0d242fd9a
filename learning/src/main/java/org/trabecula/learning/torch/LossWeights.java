package org.trabecula.learning.torch;

/**
 * How much each part of the loss counts.
 *
 * @param map areal mineral per pixel
 * @param regions masks
 * @param metal where metal is seen
 * @param density densities, standardised by site
 * @param consistency map mean under a region against its density
 * @param huber robust loss of the mean beside the likelihood
 * @param meanFirst share of the training in which the likelihood only teaches the spread
 */
public record LossWeights(
    double map,
    double regions,
    double metal,
    double density,
    double consistency,
    double huber,
    double meanFirst) {
  /** A judgement: parts of about equal size half-way. */
  public static final LossWeights STANDARD = new LossWeights(5, 0.5, 1, 1, 0.2, 0.5, 0.3);

  /** One number for each site teaches, and no map, region or metal: the ablation of the map. */
  public static final LossWeights SCALAR_ONLY = new LossWeights(0, 0, 0, 1, 0, 0.5, 0.3);
}
