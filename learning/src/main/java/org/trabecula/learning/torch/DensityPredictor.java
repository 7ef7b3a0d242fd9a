package org.trabecula.learning.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.data.Batch;
import org.trabecula.learning.data.Batches;
import org.trabecula.learning.data.Example;
import org.trabecula.learning.network.Weights;

/** Asks a density network for its numbers; owns native memory: close it. */
public final class DensityPredictor implements AutoCloseable {
  private static final int SITES = Site.values().length;
  private static final int BATCH = 16;

  private final TorchNetwork network;

  /** A predictor in single precision, as in use. */
  public DensityPredictor(Weights weights, int threads) {
    Torch.load(threads);
    network = new TorchNetwork(weights, Precision.SINGLE);
  }

  /** What a network says of one example, before calibration. */
  public static final class Output {
    private final float[] means;
    private final float[] sds;
    private final float[] features;

    Output(float[] means, float[] sds, float[] features) {
      this.means = means;
      this.sds = sds;
      this.features = features;
    }

    /** Mean of a site, g/cm2. */
    public double mean(Site site) {
      return means[site.ordinal()];
    }

    /** Standard deviation of a site, g/cm2. */
    public double sd(Site site) {
      return sds[site.ordinal()];
    }

    /** A copy of the pooled features. */
    public float[] features() {
      return features.clone();
    }
  }

  /** The outputs for each example, in order. */
  public List<Output> predict(List<Example> examples) {
    List<Output> outputs = new ArrayList<>();
    for (int from = 0; from < examples.size(); from += BATCH) {
      List<Example> part = examples.subList(from, Math.min(examples.size(), from + BATCH));
      Batch batch = Batches.density(part, List.of());
      Map<String, float[]> numbers =
          network.predict(
              Map.of("image", batch.get("image"), "covariates", batch.get("covariates")),
              part.size());
      for (int i = 0; i < part.size(); i++) {
        outputs.add(
            new Output(
                slice(numbers, "density_mean", i, SITES),
                slice(numbers, "density_sd", i, SITES),
                slice(numbers, "features", i, features())));
      }
    }
    return outputs;
  }

  private int features() {
    String value = Objects.requireNonNull(network.network().outputs().get("features"));
    return network.network().shape(value).channels();
  }

  private static float[] slice(Map<String, float[]> numbers, String name, int index, int length) {
    float[] all = Objects.requireNonNull(numbers.get(name), name);
    return Arrays.copyOfRange(all, index * length, (index + 1) * length);
  }

  @Override
  public void close() {
    network.close();
  }
}
