package org.trabecula.learning.onnx;

import java.util.List;
import org.trabecula.learning.network.Layer.BatchNorm;
import org.trabecula.learning.network.Layer.Convolution;
import org.trabecula.learning.network.Node;
import org.trabecula.learning.network.Weights;

/** A convolution with the batch normalisation after it multiplied into its weights. */
final class FoldedConvolution {
  private final Node node;
  private final Convolution layer;
  private final String out;
  private final int inputs;
  private final float[] kernel;
  private final float[] offset;

  private FoldedConvolution(Weights weights, Node node, String out) {
    this.node = node;
    this.layer = (Convolution) node.layer();
    this.out = out;
    this.inputs = weights.network().shape(node.inputs().getFirst()).channels();
    this.kernel = outputInputRowColumn(weights.vector(node.name() + ".weight"));
    this.offset =
        layer.bias() ? weights.vector(node.name() + ".bias") : new float[layer.channels()];
  }

  static FoldedConvolution of(Weights weights, Node convolution) {
    return new FoldedConvolution(weights, convolution, convolution.name());
  }

  static FoldedConvolution of(Weights weights, Node convolution, Node norm) {
    FoldedConvolution folded = new FoldedConvolution(weights, convolution, norm.name());
    folded.multiply(weights, norm.name());
    return folded;
  }

  private void multiply(Weights weights, String norm) {
    float[] scale = weights.vector(norm + ".scale");
    float[] bias = weights.vector(norm + ".bias");
    float[] mean = weights.vector(norm + ".mean");
    float[] variance = weights.vector(norm + ".variance");
    int perOutput = kernel.length / layer.channels();
    for (int o = 0; o < layer.channels(); o++) {
      double factor = scale[o] / Math.sqrt(variance[o] + BatchNorm.EPSILON);
      for (int i = 0; i < perOutput; i++) {
        kernel[o * perOutput + i] *= (float) factor;
      }
      offset[o] = (float) ((offset[o] - mean[o]) * factor + bias[o]);
    }
  }

  /** From how training stores a kernel to how ONNX does. */
  private float[] outputInputRowColumn(float[] stored) {
    int pixels = layer.kernel() * layer.kernel();
    float[] kernels = new float[stored.length];
    for (int o = 0; o < layer.channels(); o++) {
      for (int p = 0; p < pixels; p++) {
        for (int i = 0; i < inputs; i++) {
          kernels[(o * inputs + i) * pixels + p] = stored[(o * pixels + p) * inputs + i];
        }
      }
    }
    return kernels;
  }

  void write(OnnxExport graph) {
    String weight = node.name() + ".weight";
    String bias = node.name() + ".bias";
    graph.floats(weight, kernel, layer.channels(), inputs, layer.kernel(), layer.kernel());
    graph.floats(bias, offset, layer.channels());
    long k = layer.kernel();
    long p = layer.padding();
    long s = layer.stride();
    graph.addWith(
        "Conv",
        out,
        List.of(node.inputs().getFirst(), weight, bias),
        OnnxExport.integers("kernel_shape", List.of(k, k)),
        OnnxExport.integers("pads", List.of(p, p, p, p)),
        OnnxExport.integers("strides", List.of(s, s)));
  }
}
