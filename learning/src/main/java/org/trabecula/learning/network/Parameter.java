package org.trabecula.learning.network;

import java.util.List;

/**
 * A tensor of numbers that training changes.
 *
 * @param name node and role, for instance {@code stem.weight}
 * @param shape as stored: convolutions are output, row, column, input (channels last)
 * @param role what it is for
 * @param fanIn numbers that enter one output
 * @param start value before training where that is constant
 */
public record Parameter(String name, List<Integer> shape, Role role, int fanIn, double start) {

  /** What a parameter is for. */
  public enum Role {
    /** Multiplies inputs: starts random, decays. */
    WEIGHT,
    /** An offset or scale: starts constant, does not decay. */
    OFFSET,
    /** A running statistic: not trained by gradient. */
    STATISTIC
  }

  public Parameter {
    shape = List.copyOf(shape);
  }

  /** How many numbers it holds. */
  public int size() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }
}
