package org.trabecula.screening.inference;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A network in an ONNX file. Owns native memory: close it. Safe for many threads; equal inputs give
 * equal bits whatever else runs.
 */
public final class OnnxNetwork implements AutoCloseable {
  private final Path file;
  private final OrtEnvironment environment;
  private final OrtSession.SessionOptions options;
  private final OrtSession session;

  private OnnxNetwork(
      Path file,
      OrtEnvironment environment,
      OrtSession.SessionOptions options,
      OrtSession session) {
    this.file = file;
    this.environment = environment;
    this.options = options;
    this.session = session;
  }

  /**
   * Opens a network.
   *
   * @param threads that one run uses, at least 1
   * @throws IOException if the file is not a network that can be run
   */
  public static OnnxNetwork open(Path file, int threads) throws IOException {
    if (threads < 1) {
      throw new IllegalArgumentException("threads is %d, not at least 1".formatted(threads));
    }
    // Only errors: the runtime warns on standard error of things that no user can mend.
    OrtEnvironment environment =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "trabecula");
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    try {
      configure(options, threads);
      OrtSession session = environment.createSession(file.toString(), options);
      return new OnnxNetwork(file, environment, options, session);
    } catch (OrtException e) {
      options.close();
      throw new IOException(
          "%s is not a network that can be run: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static void configure(OrtSession.SessionOptions options, int threads)
      throws OrtException {
    options.setIntraOpNumThreads(threads);
    options.setInterOpNumThreads(1);
    options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
    options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
    options.setDeterministicCompute(true);
    // Idle threads that spin take the processor from the other images of a batch.
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    // The arena never gives memory back; without it a run costs a few milliseconds more.
    options.setCPUArenaAllocator(false);
  }

  /** Names of the inputs, in the order of the file. */
  public Set<String> inputs() {
    return session.getInputNames();
  }

  /**
   * Shapes of the outputs by name, in the order of the file; -1 where the length is not fixed.
   *
   * @throws IOException if an output is not a tensor
   */
  public Map<String, List<Long>> outputs() throws IOException {
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    try {
      for (NodeInfo node : session.getOutputInfo().values()) {
        if (!(node.getInfo() instanceof TensorInfo info)) {
          throw new IOException(
              "%s gives %s, which is not a tensor".formatted(file, node.getName()));
        }
        shapes.put(node.getName(), Arrays.stream(info.getShape()).boxed().toList());
      }
    } catch (OrtException e) {
      throw new IOException("%s cannot be asked: %s".formatted(file, e.getMessage()), e);
    }
    return shapes;
  }

  /**
   * Runs the network.
   *
   * @param inputs by name; exactly those that the network has
   * @return all outputs by name
   * @throws IllegalArgumentException if the inputs do not fit the network
   */
  public Map<String, Tensor> run(Map<String, Tensor> inputs) {
    Map<String, OnnxTensor> given = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
        given.put(input.getKey(), lend(input.getValue()));
      }
      try (OrtSession.Result result = session.run(given)) {
        return take(result);
      }
    } catch (OrtException e) {
      throw new IllegalArgumentException(
          "%s does not take what it was given: %s".formatted(file, e.getMessage()), e);
    } finally {
      given.values().forEach(OnnxTensor::close);
    }
  }

  private OnnxTensor lend(Tensor tensor) throws OrtException {
    long[] shape = tensor.shape().stream().mapToLong(Long::longValue).toArray();
    return OnnxTensor.createTensor(environment, FloatBuffer.wrap(tensor.values()), shape);
  }

  private static Map<String, Tensor> take(OrtSession.Result result) {
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    for (Map.Entry<String, OnnxValue> output : result) {
      if (output.getValue() instanceof OnnxTensor tensor) {
        FloatBuffer buffer = tensor.getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        outputs.put(output.getKey(), Tensor.owning(values, tensor.getInfo().getShape()));
      }
    }
    return outputs;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("Closing the network %s failed".formatted(file), e);
    } finally {
      options.close();
    }
  }
}
