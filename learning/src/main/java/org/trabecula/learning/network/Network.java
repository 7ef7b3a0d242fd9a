package org.trabecula.learning.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trabecula.learning.network.Layer.BatchNorm;
import org.trabecula.learning.network.Layer.Convolution;
import org.trabecula.learning.network.Layer.Dense;
import org.trabecula.learning.network.Layer.MaskedPool;
import org.trabecula.learning.network.Shape.Grid;

/** Layers in order of computation, with named inputs and outputs; immutable. */
public final class Network {
  private final String name;
  private final Map<String, Shape> inputs;
  private final List<Node> nodes;
  private final Map<String, String> outputs;
  private final Map<String, Shape> shapes;
  private final List<Parameter> parameters;

  private Network(
      String name, Map<String, Shape> inputs, List<Node> nodes, Map<String, String> outputs) {
    this.name = name;
    this.inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    this.nodes = List.copyOf(nodes);
    this.outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    this.shapes = inferred(this.inputs, this.nodes);
    for (String value : outputs.values()) {
      shape(value);
    }
    this.parameters = List.copyOf(parametersOf(this));
  }

  /** Starts the description of a network. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  public String name() {
    return name;
  }

  /** Shapes of the inputs, in order. */
  public Map<String, Shape> inputs() {
    return inputs;
  }

  public List<Node> nodes() {
    return nodes;
  }

  /** Which value each output shows, in order. */
  public Map<String, String> outputs() {
    return outputs;
  }

  /** Trained parameters first, statistics last: the order in which weights are stored. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /**
   * The shape of a value.
   *
   * @throws IllegalArgumentException if there is no such value
   */
  public Shape shape(String value) {
    Shape shape = shapes.get(value);
    if (shape == null) {
      throw new IllegalArgumentException("Network '%s' has no value '%s'".formatted(name, value));
    }
    return shape;
  }

  /** How many numbers training changes. */
  public int parameterCount() {
    return parameters.stream()
        .filter(p -> p.role() != Parameter.Role.STATISTIC)
        .mapToInt(Parameter::size)
        .sum();
  }

  /** Multiply-adds for one example: the price of a forward pass. */
  public long multiplyAdds() {
    long sum = 0;
    for (Node node : nodes) {
      Shape in = shape(node.inputs().getFirst());
      Shape out = shape(node.name());
      sum +=
          switch (node.layer()) {
            case Convolution c -> (long) out.size() * in.channels() * c.kernel() * c.kernel();
            case Dense ignored -> (long) out.size() * in.size();
            case MaskedPool ignored -> (long) out.size() * in.grid().pixels();
            default -> 0;
          };
    }
    return sum;
  }

  /** The nodes that some values need, in order of computation. */
  public List<Node> neededFor(Set<String> values) {
    Set<String> needed = new HashSet<>(values);
    List<Node> some = new ArrayList<>();
    for (Node node : nodes.reversed()) {
      if (needed.contains(node.name())) {
        needed.addAll(node.inputs());
        some.add(node);
      }
    }
    return List.copyOf(some.reversed());
  }

  private static Map<String, Shape> inferred(Map<String, Shape> inputs, List<Node> nodes) {
    Map<String, Shape> shapes = new LinkedHashMap<>(inputs);
    for (Node node : nodes) {
      List<Shape> taken = new ArrayList<>();
      for (String input : node.inputs()) {
        @Nullable Shape shape = shapes.get(input);
        if (shape == null) {
          throw new IllegalArgumentException(
              "'%s' needs '%s', which is not made before it".formatted(node.name(), input));
        }
        taken.add(shape);
      }
      if (shapes.put(node.name(), node.layer().output(taken)) != null) {
        throw new IllegalArgumentException("Two values are called '%s'".formatted(node.name()));
      }
    }
    return shapes;
  }

  private static List<Parameter> parametersOf(Network network) {
    List<Parameter> trained = new ArrayList<>();
    List<Parameter> statistics = new ArrayList<>();
    for (Node node : network.nodes) {
      int in = network.shape(node.inputs().getFirst()).channels();
      switch (node.layer()) {
        case Convolution c -> {
          int fanIn = in * c.kernel() * c.kernel();
          trained.add(
              new Parameter(
                  node.name() + ".weight",
                  List.of(c.channels(), c.kernel(), c.kernel(), in),
                  Parameter.Role.WEIGHT,
                  fanIn,
                  0));
          if (c.bias()) {
            trained.add(offset(node, "bias", c.channels(), 0));
          }
        }
        case Dense d -> {
          trained.add(
              new Parameter(
                  node.name() + ".weight", List.of(d.length(), in), Parameter.Role.WEIGHT, in, 0));
          trained.add(offset(node, "bias", d.length(), 0));
        }
        case BatchNorm b -> {
          trained.add(offset(node, "scale", in, b.initialScale()));
          trained.add(offset(node, "bias", in, 0));
          statistics.add(statistic(node, "mean", in, 0));
          statistics.add(statistic(node, "variance", in, 1));
        }
        default -> {}
      }
    }
    trained.addAll(statistics);
    return trained;
  }

  private static Parameter offset(Node node, String role, int length, double start) {
    return new Parameter(
        node.name() + "." + role, List.of(length), Parameter.Role.OFFSET, length, start);
  }

  private static Parameter statistic(Node node, String role, int length, double start) {
    return new Parameter(
        node.name() + "." + role, List.of(length), Parameter.Role.STATISTIC, length, start);
  }

  /** Collects nodes; each method returns the name of the value it adds. */
  public static final class Builder {
    private final String name;
    private final Map<String, Shape> inputs = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, String> outputs = new LinkedHashMap<>();

    private Builder(String name) {
      this.name = name;
    }

    /** Adds an input of a grid. */
    public String input(String input, int channels, int rows, int columns) {
      inputs.put(input, new Grid(channels, rows, columns));
      return input;
    }

    /** Adds an input of a vector. */
    public String input(String input, int length) {
      inputs.put(input, new Shape.Vector(length));
      return input;
    }

    /** Adds a layer. */
    public String add(String node, Layer layer, String... from) {
      nodes.add(new Node(node, layer, List.of(from)));
      return node;
    }

    /** Names a value as an output. */
    public Builder output(String output, String value) {
      outputs.put(output, value);
      return this;
    }

    /** Checks and returns the network. */
    public Network build() {
      return new Network(name, inputs, nodes, outputs);
    }
  }
}
