package org.trabecula.learning.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.trabecula.learning.network.LabelNetworks;
import org.trabecula.learning.network.Weights;

/** Asks an encoder for the features of films; owns native memory: close it. */
public final class FeaturePredictor implements AutoCloseable {
  private final TorchNetwork network;

  /** A predictor in single precision. */
  public FeaturePredictor(Weights weights, int threads) {
    Torch.load(threads);
    network = new TorchNetwork(weights, Precision.SINGLE);
  }

  /**
   * The features of each film, in order.
   *
   * @param images one after the other
   * @param count how many
   */
  public List<float[]> features(float[] images, int count) {
    float[] all =
        Objects.requireNonNull(
            network.predict(Map.of("image", images), count).get(LabelNetworks.FEATURES));
    int length = all.length / count;
    List<float[]> features = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      features.add(Arrays.copyOfRange(all, i * length, (i + 1) * length));
    }
    return features;
  }

  @Override
  public void close() {
    network.close();
  }
}
