package org.trabecula.learning.torch;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.trabecula.learning.data.Batch;
import org.trabecula.learning.network.Network;
import org.trabecula.learning.network.Networks;
import org.trabecula.learning.network.Node;
import org.trabecula.learning.network.Parameter;
import org.trabecula.learning.network.Weights;

/** A network under training: one step at a time, on one thread. Owns native memory: close it. */
public final class Trainer implements AutoCloseable {
  private final TorchNetwork network;
  private final Objective objective;
  private final List<Node> read;
  private final OptimiserSettings settings;
  private final Tensor trained;
  private final Tensor average;
  private final Tensor first;
  private final Tensor second;
  private final Tensor decayed;
  private long step;

  private Trainer(Weights start, Objective objective, Engine engine) {
    Torch.load(engine.threads());
    this.network = new TorchNetwork(start, engine.precision());
    this.objective = objective;
    this.read = start.network().neededFor(objective.reads());
    this.settings = engine.optimiser();
    int n = network.trainedSize();
    float[] values = start.values();
    this.trained = network.flat().narrow(0, 0, n).detach();
    this.average = Torch.tensor(values, values.length);
    this.first = Torch.tensor(new float[n], n);
    this.second = Torch.tensor(new float[n], n);
    this.decayed = Torch.tensor(decayMask(start.network()), n);
  }

  /**
   * How steps are computed.
   *
   * @param optimiser its settings
   * @param precision of the convolutions
   * @param threads of libtorch; results depend on it in the last bits
   */
  public record Engine(OptimiserSettings optimiser, Precision precision, int threads) {}

  /**
   * A density network under training.
   *
   * @param task its sites, and for each region the index of its site
   */
  public static Trainer density(
      Weights start, LossWeights losses, DensityTask task, Engine engine) {
    var half = start.network().shape(Networks.HALF_REGION_LOGITS).grid();
    return new Trainer(
        start, new DensityObjective(losses, task.scale(), task.regionSites(), half), engine);
  }

  /**
   * What a density network is asked for.
   *
   * @param scale of the sites
   * @param regionSites for each region the index of its site
   */
  public record DensityTask(Networks.SiteScale scale, List<Integer> regionSites) {
    public DensityTask {
      regionSites = List.copyOf(regionSites);
    }
  }

  /** A view network under training. */
  public static Trainer view(Weights start, Engine engine) {
    return new Trainer(start, new ViewObjective(), engine);
  }

  /**
   * A label network under training.
   *
   * @param spread of the label, in its unit
   */
  public static Trainer label(Weights start, double spread, Engine engine) {
    return new Trainer(start, new LabelObjective(spread), engine);
  }

  private static float[] decayMask(Network network) {
    float[] mask = new float[network.parameterCount()];
    int at = 0;
    for (Parameter p : network.parameters()) {
      for (int i = 0; i < p.size() && at < mask.length; i++) {
        mask[at++] = p.role() == Parameter.Role.WEIGHT ? 1 : 0;
      }
    }
    return mask;
  }

  /** Steps done. */
  public long step() {
    return step;
  }

  /**
   * Does one step.
   *
   * @param progress share of the training that is done, in [0, 1]
   * @return the parts of the loss by name, and the gradient's norm as {@code gradient}
   */
  public Map<String, Double> step(Batch batch, double learningRate, double progress) {
    Map<String, Double> report =
        Torch.scoped(() -> {
          Map<String, Tensor> values = network.forward(inputs(batch), read, true);
          Map<String, Tensor> parts = objective.parts(values, batch, progress);
          Tensor loss = Torch.tensor(new float[1], 1).sum();
          Map<String, Double> numbers = new LinkedHashMap<>();
          for (Map.Entry<String, Tensor> part : parts.entrySet()) {
            loss = loss.add(part.getValue());
            numbers.put(part.getKey(), (double) part.getValue().item_float());
          }
          loss.backward();
          return numbers;
        });
    double norm = Torch.withoutGradient(() -> update(learningRate));
    report.put("gradient", norm);
    return report;
  }

  private Map<String, Tensor> inputs(Batch batch) {
    Map<String, Tensor> inputs = new HashMap<>();
    for (String name : network.network().inputs().keySet()) {
      inputs.put(name, network.input(name, batch.get(name), batch.size()));
    }
    return inputs;
  }

  private double update(double learningRate) {
    Tensor gradient = network.gradient();
    double norm = gradient.norm().item_double();
    if (!Double.isFinite(norm)) {
      throw new IllegalStateException(
          "The gradient is %s at step %d: training diverged".formatted(norm, step));
    }
    step++;
    gradient.mul_(scalar(Math.min(1, settings.clip() / (norm + 1e-12))));
    first.lerp_(gradient, scalar(1 - settings.firstDecay()));
    second.mul_(scalar(settings.secondDecay()));
    second.addcmul_(gradient, gradient, scalar(1 - settings.secondDecay()));
    double firstBias = 1 - Math.pow(settings.firstDecay(), (double) step);
    double secondBias = 1 - Math.pow(settings.secondDecay(), (double) step);
    Tensor divisor = second.div(scalar(secondBias)).sqrt().add(scalar(OptimiserSettings.EPSILON));
    trained.addcmul_(trained, decayed, scalar(-learningRate * settings.weightDecay()));
    trained.addcdiv_(first, divisor, scalar(-learningRate / firstBias));
    double decay = Math.min(settings.averageDecay(), (1.0 + step) / (10.0 + step));
    average.lerp_(network.flat(), scalar(1 - decay));
    gradient.zero_();
    return norm;
  }

  private static Scalar scalar(double value) {
    return Torch.scalar(value);
  }

  /** The averaged weights: what is validated and exported. */
  public Weights average() {
    return Weights.copyOf(network.network(), Torch.array(average));
  }

  /** All that is needed to go on. */
  public TrainerState state() {
    return new TrainerState(
        step,
        Torch.array(network.flat()),
        Torch.array(average),
        Torch.array(first),
        Torch.array(second));
  }

  /** Goes on from a state. */
  public void restore(TrainerState state) {
    network.load(state.weights());
    Torch.fill(average, state.average());
    Torch.fill(first, state.first());
    Torch.fill(second, state.second());
    step = state.step();
  }

  @Override
  public void close() {
    List.of(trained, average, first, second, decayed).forEach(Tensor::close);
    network.close();
  }
}
