package org.trabecula.learning.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trabecula.learning.network.Layer.BatchNorm;
import org.trabecula.learning.network.Network;
import org.trabecula.learning.network.Networks;
import org.trabecula.learning.network.Node;
import org.trabecula.learning.network.Parameter;
import org.trabecula.learning.network.Weights;

/** The numbers of a network that {@link OnnxExport} wrote, for another network to start from. */
public final class OnnxParameters {
  private final String file;
  private final String sha256;
  private final Map<String, Numbers> byName;

  private OnnxParameters(String file, String sha256, Map<String, Numbers> byName) {
    this.file = file;
    this.sha256 = sha256;
    this.byName = byName;
  }

  /** An initializer of the graph: row-major. */
  private static final class Numbers {
    final List<Long> shape;
    final float[] values;

    Numbers(TensorProto tensor) {
      shape = tensor.getDimsList();
      FloatBuffer raw = LittleEndian.floats(tensor.getRawData());
      values = new float[raw.remaining()];
      raw.get(values);
    }

    boolean fits(long... lengths) {
      long size = 1;
      boolean same = shape.size() == lengths.length;
      for (int i = 0; same && i < lengths.length; i++) {
        same = shape.get(i) == lengths[i];
        size *= lengths[i];
      }
      return same && size == values.length;
    }
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read or is no ONNX model
   */
  public static OnnxParameters read(Path file) throws IOException {
    return of(Files.readAllBytes(file), file.toString());
  }

  /**
   * The numbers in the bytes of a model.
   *
   * @param file what they are called in messages
   * @throws IOException if they are no ONNX model
   */
  static OnnxParameters of(byte[] model, String file) throws IOException {
    Map<String, Numbers> byName = new HashMap<>();
    try {
      for (TensorProto tensor : ModelProto.parseFrom(model).getGraph().getInitializerList()) {
        if (tensor.getDataType() == TensorProto.DataType.FLOAT.getNumber()) {
          byName.put(tensor.getName(), new Numbers(tensor));
        }
      }
    } catch (InvalidProtocolBufferException e) {
      throw new IOException("%s is no ONNX model: %s".formatted(file, e.getMessage()), e);
    }
    return new OnnxParameters(file, sha256(model), byName);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** Hash of the file. */
  public String sha256() {
    return sha256;
  }

  /** How the file's network standardises densities, if it states as many sites. */
  public Optional<Networks.SiteScale> siteScale(int sites) {
    @Nullable Numbers spread = byName.get(Networks.MEAN + ".scale");
    @Nullable Numbers mean = byName.get(Networks.MEAN + ".offset");
    return spread != null && mean != null && spread.fits(1, sites) && mean.fits(1, sites)
        ? Optional.of(new Networks.SiteScale(decimals(mean), decimals(spread)))
        : Optional.empty();
  }

  /** The shortest decimals that give the same floats. */
  private static List<Double> decimals(Numbers numbers) {
    List<Double> decimals = new ArrayList<>();
    for (float value : numbers.values) {
      decimals.add(Double.parseDouble(Float.toString(value)));
    }
    return decimals;
  }

  /**
   * What a network took from a file.
   *
   * @param weights that compute what the file's network does, where all is taken
   * @param taken layers whose numbers are the file's
   * @param fresh layers that are new or of another shape
   * @param norms batch normalisations that a convolution of the file took up: they add an offset
   *     and do nothing else as yet
   */
  public record Inherited(
      Weights weights, List<String> taken, List<String> fresh, List<String> norms) {
    public Inherited {
      taken = List.copyOf(taken);
      fresh = List.copyOf(fresh);
      norms = List.copyOf(norms);
    }
  }

  /**
   * The weights of a network with the file's numbers wherever name and shape are the same.
   *
   * @param start what stays where they are not
   * @throws IOException if no layer is the same
   */
  public Inherited passOn(Weights start) throws IOException {
    Network network = start.network();
    Map<String, Node> folding = Folding.of(network);
    Map<String, float[]> replaced = new HashMap<>();
    List<String> taken = new ArrayList<>();
    List<String> fresh = new ArrayList<>();
    List<String> norms = new ArrayList<>();
    for (Node node : network.nodes()) {
      List<Parameter> own = own(network, node);
      if (own.isEmpty() || folding.containsValue(node)) {
        continue;
      }
      @Nullable Node norm = folding.get(node.name());
      Map<String, float[]> found = norm == null ? same(own) : unfolded(network, node, norm);
      replaced.putAll(found);
      (found.isEmpty() ? fresh : taken).add(node.name());
      if (norm != null && !found.isEmpty()) {
        norms.add(norm.name());
      }
    }
    if (taken.isEmpty()) {
      throw new IOException(
          "%s has no layer in common with the network '%s'".formatted(file, network.name()));
    }
    return new Inherited(start.with(replaced), taken, fresh, norms);
  }

  private static List<Parameter> own(Network network, Node node) {
    int length = node.name().length();
    return network.parameters().stream()
        .filter(p -> p.name().startsWith(node.name()) && p.name().lastIndexOf('.') == length)
        .toList();
  }

  /** All parameters of a layer from the file; none if one of them is missing. */
  private Map<String, float[]> same(List<Parameter> own) {
    Map<String, float[]> found = new HashMap<>();
    for (Parameter parameter : own) {
      float @Nullable [] values = values(parameter);
      if (values == null) {
        return Map.of();
      }
      found.put(parameter.name(), values);
    }
    return found;
  }

  /** A convolution from the file, and a batch normalisation that adds its offset only. */
  private Map<String, float[]> unfolded(Network network, Node convolution, Node norm) {
    Parameter weight = own(network, convolution).getFirst();
    float @Nullable [] kernel = values(weight);
    @Nullable Numbers offset = byName.get(convolution.name() + ".bias");
    int channels = network.shape(convolution.name()).channels();
    if (kernel == null || offset == null || !offset.fits(channels)) {
      return Map.of();
    }
    return Map.of(
        weight.name(),
        kernel,
        norm.name() + ".scale",
        filled(channels, 1),
        norm.name() + ".bias",
        offset.values.clone(),
        norm.name() + ".mean",
        filled(channels, 0),
        norm.name() + ".variance",
        filled(channels, 1 - BatchNorm.EPSILON));
  }

  private static float[] filled(int length, double value) {
    float[] values = new float[length];
    Arrays.fill(values, (float) value);
    return values;
  }

  /** A parameter as training stores it: kernels with their inputs last. */
  private float @Nullable [] values(Parameter parameter) {
    @Nullable Numbers numbers = byName.get(parameter.name());
    List<Integer> shape = parameter.shape();
    if (numbers == null) {
      return null;
    }
    if (shape.size() != 4) {
      long[] lengths = shape.stream().mapToLong(Integer::longValue).toArray();
      return numbers.fits(lengths) ? numbers.values.clone() : null;
    }
    int outputs = shape.get(0);
    int pixels = shape.get(1) * shape.get(2);
    int inputs = shape.get(3);
    return numbers.fits(outputs, inputs, shape.get(1), shape.get(2))
        ? inputsLast(numbers.values, outputs, pixels, inputs)
        : null;
  }

  private static float[] inputsLast(float[] kernel, int outputs, int pixels, int inputs) {
    float[] stored = new float[kernel.length];
    for (int o = 0; o < outputs; o++) {
      for (int p = 0; p < pixels; p++) {
        for (int i = 0; i < inputs; i++) {
          stored[(o * pixels + p) * inputs + i] = kernel[(o * inputs + i) * pixels + p];
        }
      }
    }
    return stored;
  }
}
