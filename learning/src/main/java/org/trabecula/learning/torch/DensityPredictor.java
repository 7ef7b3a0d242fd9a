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
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.radiography.View;
import org.trabecula.screening.DensityModel;

/** Asks a density network for its numbers; owns native memory: close it. */
public final class DensityPredictor implements AutoCloseable {
  private static final int SITES = Site.values().length;
  private static final int BATCH = 16;

  private final TorchNetwork network;
  private final boolean mirrored;

  private DensityPredictor(Weights weights, int threads, boolean mirrored) {
    Torch.load(threads);
    this.network = new TorchNetwork(weights, Precision.SINGLE);
    this.mirrored = mirrored;
  }

  /** A predictor in single precision, as in use. */
  public DensityPredictor(Weights weights, int threads) {
    this(weights, threads, false);
  }

  /** A predictor that asks a view's network as it is asked in use: once, or mirrored too. */
  public static DensityPredictor asInUse(View view, Weights weights, int threads) {
    return DensityModel.hasMirrorImage(view)
        ? mirrored(weights, threads)
        : new DensityPredictor(weights, threads);
  }

  /** The same, asked about each film and its mirror image; the mean counts. */
  static DensityPredictor mirrored(Weights weights, int threads) {
    return new DensityPredictor(weights, threads, true);
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
      float[] image = batch.get("image");
      Map<String, float[]> numbers = numbers(image, batch);
      if (mirrored) {
        average(numbers, numbers(mirrorImages(image), batch));
      }
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

  private Map<String, float[]> numbers(float[] images, Batch batch) {
    Map<String, float[]> inputs = Map.of("image", images, "covariates", batch.get("covariates"));
    return network.predict(inputs, batch.size());
  }

  private static float[] mirrorImages(float[] images) {
    int columns = CanonicalFrame.COLUMNS;
    float[] mirrored = new float[images.length];
    for (int row = 0; row < images.length; row += columns) {
      for (int column = 0; column < columns; column++) {
        mirrored[row + columns - 1 - column] = images[row + column];
      }
    }
    return mirrored;
  }

  /** Only what has no place on the film is read, and can be averaged as it is. */
  private static void average(Map<String, float[]> numbers, Map<String, float[]> others) {
    for (String name : List.of("density_mean", "density_sd", "features")) {
      float[] values = Objects.requireNonNull(numbers.get(name), name);
      float[] more = Objects.requireNonNull(others.get(name), name);
      for (int i = 0; i < values.length; i++) {
        values[i] = (values[i] + more[i]) / 2;
      }
    }
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
