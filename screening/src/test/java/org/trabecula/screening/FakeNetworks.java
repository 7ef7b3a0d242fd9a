package org.trabecula.screening;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.radiography.View;

/**
 * Networks whose outputs are simple functions of their input, and a model package of them: masks
 * are fixed; the mineral map is a tenth of the image's size above 0; the features are those of a
 * random convolution, so that threads have something to disagree on; the densities are fixed, plus
 * a little of the image's features and of the age.
 */
public final class FakeNetworks {
  public static final int FEATURES = 16;
  static final double[] MEANS = {0.80, 0.84, 0.86, 0.88, 0.85, 0.86, 0.66, 0.60, 0.75};
  private static final int ROWS = CanonicalFrame.ROWS;
  private static final int COLUMNS = CanonicalFrame.COLUMNS;

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("fake");

  private FakeNetworks() {}

  /** Writes a whole model package and returns it. */
  public static ModelPackage writePackage(Path folder) throws IOException {
    Files.write(folder.resolve("view.onnx"), view());
    Files.write(folder.resolve("lumbar-ap.onnx"), density(FakeMasks.lumbar()));
    Files.write(folder.resolve("hip-ap.onnx"), density(FakeMasks.hip()));
    ModelPackage model =
        new ModelPackage(
            "fake",
            "0.1",
            true,
            ScannerScale.HOLOGIC,
            new ViewModel(NetworkFile.of(folder.resolve("view.onnx")), 0.5),
            List.of(
                densityModel(View.LUMBAR_AP, folder.resolve("lumbar-ap.onnx")),
                densityModel(View.HIP_AP, folder.resolve("hip-ap.onnx"))),
            new Provenance(Map.of("epochs", "0"), 1, "none", "none", "none"));
    model.write(folder);
    return model;
  }

  static DensityModel densityModel(View view, Path file) throws IOException {
    Map<Site, SiteCalibration> sites = new EnumMap<>(Site.class);
    for (Site site : Site.values()) {
      if (view == View.LUMBAR_AP || !site.isLumbar()) {
        sites.put(site, new SiteCalibration(1, 0, 1.7, 0.3, 1.8));
      }
    }
    return new DensityModel(
        view,
        NetworkFile.of(file),
        DensityModel.regionsOf(view),
        sites,
        FeatureStatistics.NONE,
        GateLimits.STANDARD);
  }

  /** A density network with fixed masks. */
  static byte[] density(float[] masks) {
    FakeNetworks n = new FakeNetworks();
    long regions = masks.length / ((long) ROWS * COLUMNS);
    n.input("image", 1, 1, ROWS, COLUMNS);
    n.input("covariates", 1, ModelInput.COVARIATE_COUNT);
    n.constant("tenth", new float[] {0.1f});
    n.node("Relu", "bright", "image");
    n.node("Mul", "mineral_map", "bright", "tenth");
    n.constant("zero", new float[] {0});
    n.constant("masks", masks, 1, regions, ROWS, COLUMNS);
    n.node("Mul", "nothing", "image", "zero");
    n.node("Add", "regions", "masks", "nothing");
    convolution(n);
    n.constant("toMeans", random(FEATURES * 9, 0.002f, 7), FEATURES, 9);
    n.node("MatMul", "byImage", "features", "toMeans");
    float[] age = new float[ModelInput.COVARIATE_COUNT * 9];
    Arrays.fill(age, 0, 9, -0.01f);
    n.constant("age", age, ModelInput.COVARIATE_COUNT, 9);
    n.node("MatMul", "byAge", "covariates", "age");
    n.constant("means", floats(MEANS), 1, 9);
    n.node("Add", "some", "byImage", "byAge");
    n.node("Add", "density_mean", "some", "means");
    n.node("Abs", "size", "density_mean");
    n.node("Mul", "density_sd", "size", "tenth");
    n.output("mineral_map", 1, 1, ROWS, COLUMNS);
    n.output("regions", 1, regions, ROWS, COLUMNS);
    n.output("density_mean", 1, 9);
    n.output("density_sd", 1, 9);
    n.output("features", 1, FEATURES);
    return n.bytes();
  }

  private static void convolution(FakeNetworks n) {
    n.constant("kernel", random(FEATURES * 25, 0.2f, 3), FEATURES, 1, 5, 5);
    n.node("Conv", "convolved", "image", "kernel");
    n.node("Relu", "active", "convolved");
    n.node("GlobalAveragePool", "pooled", "active");
    n.graph.addNode(
        NodeProto.newBuilder()
            .setOpType("Flatten")
            .addInput("pooled")
            .addOutput("features")
            .addAttribute(
                AttributeProto.newBuilder()
                    .setName("axis")
                    .setType(AttributeProto.AttributeType.INT)
                    .setI(1)));
  }

  /**
   * A view network: a bright stripe down the middle is a spine, a bright left side a right hip, a
   * bright right side a left hip, a bright bottom something else.
   */
  static byte[] view() {
    FakeNetworks n = new FakeNetworks();
    n.input("image", 1, 1, ROWS, COLUMNS);
    n.constant("flat", new long[] {1, (long) ROWS * COLUMNS});
    n.node("Reshape", "row", "image", "flat");
    float[] weights = new float[ROWS * COLUMNS * 4];
    for (int p = 0; p < ROWS * COLUMNS; p++) {
      int column = p % COLUMNS;
      int kind = p / COLUMNS >= 3 * ROWS / 4 ? 3 : column < 64 ? 1 : column < 128 ? 0 : 2;
      weights[4 * p + kind] = 20f / (ROWS * COLUMNS / 4f);
    }
    n.constant("weights", weights, (long) ROWS * COLUMNS, 4);
    n.node("MatMul", "logits", "row", "weights");
    n.node("Softmax", "view", "logits");
    n.output("view", 1, 4);
    return n.bytes();
  }

  private void input(String name, long... shape) {
    graph.addInput(info(name, shape));
  }

  private void output(String name, long... shape) {
    graph.addOutput(info(name, shape));
  }

  private static ValueInfoProto info(String name, long... shape) {
    TensorShapeProto.Builder lengths = TensorShapeProto.newBuilder();
    for (long length : shape) {
      lengths.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(length));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(TensorProto.DataType.FLOAT.getNumber())
                        .setShape(lengths)))
        .build();
  }

  private void node(String operator, String output, String... inputs) {
    graph.addNode(
        NodeProto.newBuilder().setOpType(operator).addAllInput(List.of(inputs)).addOutput(output));
  }

  private void constant(String name, float[] values, long... shape) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(TensorProto.DataType.FLOAT.getNumber());
    for (long length : shape) {
      tensor.addDims(length);
    }
    for (float value : values) {
      tensor.addFloatData(value);
    }
    graph.addInitializer(tensor);
  }

  private void constant(String name, long[] values) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.INT64.getNumber())
            .addDims(values.length);
    for (long value : values) {
      tensor.addInt64Data(value);
    }
    graph.addInitializer(tensor);
  }

  private byte[] bytes() {
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(17))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  private static float[] random(int count, float size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = size * (random.nextFloat() - 0.5f);
    }
    return values;
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
