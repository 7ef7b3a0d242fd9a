package org.trabecula.learning.torch;

/** In which numbers the convolutions of training compute; weights and losses are always single. */
public enum Precision {
  SINGLE,
  /** bfloat16 between the first convolution and the heads. */
  BRAIN
}
