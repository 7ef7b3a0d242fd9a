package org.trabecula.app;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.radiography.View;
import org.trabecula.screening.DensityModel;
import org.trabecula.screening.FeatureStatistics;
import org.trabecula.screening.GateLimits;
import org.trabecula.screening.ModelPackage;
import org.trabecula.screening.NetworkFile;
import org.trabecula.screening.Provenance;
import org.trabecula.screening.SiteCalibration;
import org.trabecula.screening.ViewModel;

/**
 * A model package that sees four vertebrae of fixed density on every film, unless the film's lower
 * quarter is bright: then it shows something else.
 */
final class FakeModel {
  private static final int ROWS = CanonicalFrame.ROWS;
  private static final int COLUMNS = CanonicalFrame.COLUMNS;
  private static final int PIXELS = ROWS * COLUMNS;
  private static final float[] MEANS = {
    0.80f, 0.84f, 0.86f, 0.88f, 0.85f, 0.86f, 0.66f, 0.6f, 0.75f
  };

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("fake");

  private FakeModel() {}

  static void write(Path folder) throws IOException {
    write(folder, lumbar());
  }

  /**
   * One whose densities fall with age by 0.08 g/cm2 in 12 years, by a last layer like a trained
   * one's.
   */
  static void writeAgeing(Path folder) throws IOException {
    write(folder, ageing());
  }

  private static void write(Path folder, byte[] lumbar) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("view.onnx"), view());
    Files.write(folder.resolve("lumbar-ap.onnx"), lumbar);
    Map<Site, SiteCalibration> sites = new EnumMap<>(Site.class);
    for (Site site : Site.values()) {
      sites.put(site, new SiteCalibration(1, 0, SiteCalibration.NORMAL_90, 0.3, 1.8));
    }
    DensityModel density =
        new DensityModel(
            View.LUMBAR_AP,
            NetworkFile.of(folder.resolve("lumbar-ap.onnx")),
            DensityModel.LUMBAR_REGIONS,
            sites,
            FeatureStatistics.NONE,
            GateLimits.STANDARD);
    new ModelPackage(
            "fake",
            "0",
            true,
            ScannerScale.HOLOGIC,
            new ViewModel(NetworkFile.of(folder.resolve("view.onnx")), 0.5),
            List.of(density),
            new Provenance(Map.of(), 1, "none", "none", "none"))
        .write(folder);
  }

  private static byte[] lumbar() {
    FakeModel m = maps();
    m.constant("means", MEANS, 1, 9);
    m.node("Add", "density_mean", "means", "features");
    return m.densities();
  }

  private static byte[] ageing() {
    FakeModel m = maps();
    float[] byAge = new float[9 * 12];
    for (int site = 0; site < 9; site++) {
      byAge[12 * site] = -0.4f;
    }
    m.raw("density.z.weight", byAge, 9, 12);
    m.raw("density.z.bias", new float[9], 9);
    m.raw("density.mean.scale", new float[] {.2f, .2f, .2f, .2f, .2f, .2f, .2f, .2f, .2f}, 1, 9);
    m.constant("density.mean.offset", MEANS, 1, 9);
    m.graph.addNode(
        NodeProto.newBuilder()
            .setOpType("Gemm")
            .addAllInput(List.of("covariates", "density.z.weight", "density.z.bias"))
            .addOutput("density.z")
            .addAttribute(
                AttributeProto.newBuilder()
                    .setName("transB")
                    .setType(AttributeProto.AttributeType.INT)
                    .setI(1)));
    m.node("Mul", "scaled", "density.z", "density.mean.scale");
    m.node("Add", "density_mean", "scaled", "density.mean.offset");
    return m.densities();
  }

  private void raw(String name, float[] values, long... shape) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT.getNumber())
            .setRawData(ByteString.copyFrom(bytes));
    for (long length : shape) {
      tensor.addDims(length);
    }
    graph.addInitializer(tensor);
  }

  /** All but the densities. */
  private static FakeModel maps() {
    FakeModel m = new FakeModel();
    m.input("image", 1, 1, ROWS, COLUMNS);
    m.input("covariates", 1, 12);
    m.constant("tenth", new float[] {0.1f});
    m.constant("zero", new float[] {0});
    m.constant("masks", masks(), 1, 4, ROWS, COLUMNS);
    m.node("Relu", "bright", "image");
    m.node("Mul", "mineral_map", "bright", "tenth");
    m.node("Mul", "nothing", "image", "zero");
    m.node("Add", "regions", "masks", "nothing");
    m.node("GlobalAveragePool", "pooled", "nothing");
    m.constant("one", 1, 1);
    m.node("Reshape", "features", "pooled", "one");
    m.output("mineral_map", 1, 1, ROWS, COLUMNS);
    m.output("regions", 1, 4, ROWS, COLUMNS);
    m.output("features", 1, 1);
    return m;
  }

  private byte[] densities() {
    node("Mul", "density_sd", "density_mean", "tenth");
    output("density_mean", 1, 9);
    output("density_sd", 1, 9);
    return bytes();
  }

  /** 28 x 45 mm each, 36 mm apart. */
  private static float[] masks() {
    float[] masks = new float[4 * PIXELS];
    Arrays.fill(masks, 0.01f);
    for (int level = 0; level < 4; level++) {
      for (int row = 60 + 24 * level; row < 79 + 24 * level; row++) {
        Arrays.fill(
            masks,
            level * PIXELS + row * COLUMNS + 81,
            level * PIXELS + row * COLUMNS + 111,
            0.95f);
      }
    }
    return masks;
  }

  private static byte[] view() {
    FakeModel m = new FakeModel();
    m.input("image", 1, 1, ROWS, COLUMNS);
    m.constant("flat", 1, PIXELS);
    m.node("Reshape", "row", "image", "flat");
    float[] weights = new float[PIXELS * 4];
    for (int p = 0; p < PIXELS; p++) {
      weights[4 * p + (p / COLUMNS >= 3 * ROWS / 4 ? 3 : 0)] = 80f / PIXELS;
    }
    m.constant("weights", weights, PIXELS, 4);
    m.node("MatMul", "weighted", "row", "weights");
    m.constant("bias", new float[] {5, 0, 0, 0}, 1, 4);
    m.node("Add", "logits", "weighted", "bias");
    m.node("Softmax", "view", "logits");
    m.output("view", 1, 4);
    return m.bytes();
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
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder()
            .setElemType(TensorProto.DataType.FLOAT.getNumber())
            .setShape(lengths);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
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

  private void constant(String name, long first, long second) {
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.INT64.getNumber())
            .addDims(2)
            .addInt64Data(first)
            .addInt64Data(second));
  }

  private byte[] bytes() {
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(17))
        .setGraph(graph)
        .build()
        .toByteArray();
  }
}
