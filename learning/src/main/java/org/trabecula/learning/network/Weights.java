package org.trabecula.learning.network;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The numbers of a network, all parameters one after the other in the network's order. */
public final class Weights {
  private final Network network;
  private final float[] values;
  private final Map<String, Integer> offsets = new LinkedHashMap<>();

  private Weights(Network network, float[] values) {
    this.network = network;
    this.values = values;
    int offset = 0;
    for (Parameter parameter : network.parameters()) {
      offsets.put(parameter.name(), offset);
      offset += parameter.size();
    }
    if (values.length != offset) {
      throw new IllegalArgumentException(
          "%d numbers do not fill the %d of network '%s'"
              .formatted(values.length, offset, network.name()));
    }
  }

  /** Weights that hold a copy of the numbers. */
  public static Weights copyOf(Network network, float[] values) {
    return new Weights(network, values.clone());
  }

  /**
   * Weights before training: Gaussian with variance 2 / fan-in (He et al. 2015, arXiv 1502.01852).
   */
  public static Weights random(Network network, RandomGenerator random) {
    int size = network.parameters().stream().mapToInt(Parameter::size).sum();
    float[] values = new float[size];
    int at = 0;
    for (Parameter parameter : network.parameters()) {
      double sd = Math.sqrt(2.0 / parameter.fanIn());
      for (int i = 0; i < parameter.size(); i++) {
        values[at++] =
            (float)
                (parameter.role() == Parameter.Role.WEIGHT
                    ? random.nextGaussian() * sd
                    : parameter.start());
      }
    }
    return new Weights(network, values);
  }

  /**
   * The same with some parameters replaced.
   *
   * @param parameters numbers by name, in stored order
   * @throws IllegalArgumentException if a name is unknown or the numbers do not fill it
   */
  public Weights with(Map<String, float[]> parameters) {
    float[] others = values.clone();
    parameters.forEach((name, numbers) -> {
      int size = vector(name).length;
      if (numbers.length != size) {
        throw new IllegalArgumentException(
            "%d numbers do not fill the %d of %s".formatted(numbers.length, size, name));
      }
      System.arraycopy(numbers, 0, others, offset(name), size);
    });
    return new Weights(network, others);
  }

  public Network network() {
    return network;
  }

  /** A copy of all numbers. */
  public float[] values() {
    return values.clone();
  }

  /** A copy of one parameter's numbers, in stored order. */
  public float[] of(Parameter parameter) {
    int from = offset(parameter.name());
    float[] part = new float[parameter.size()];
    System.arraycopy(values, from, part, 0, part.length);
    return part;
  }

  /** A copy of a vector parameter by name. */
  public float[] vector(String name) {
    for (Parameter parameter : network.parameters()) {
      if (parameter.name().equals(name)) {
        return of(parameter);
      }
    }
    throw new IllegalArgumentException("No parameter is called '%s'".formatted(name));
  }

  /** Where a parameter starts. */
  public int offset(String name) {
    Integer offset = offsets.get(name);
    if (offset == null) {
      throw new IllegalArgumentException("No parameter is called '%s'".formatted(name));
    }
    return offset;
  }
}
