package org.trabecula.learning.labelled;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.trabecula.learning.network.LabelNetworks;
import org.trabecula.learning.network.Network;
import org.trabecula.learning.network.Weights;
import org.trabecula.learning.onnx.OnnxParameters;
import org.trabecula.learning.torch.FeaturePredictor;
import org.trabecula.radiography.CanonicalFrame;

/**
 * What the encoder of another network, which never saw these films, says of each: its pooled
 * features, the mean of a film and its mirror image. No label takes part, so all films may be
 * asked.
 */
final class ParentFeatures {
  private final List<float[]> byFilm;

  private ParentFeatures(List<float[]> byFilm) {
    this.byFilm = List.copyOf(byFilm);
  }

  /**
   * The features of all films of a study.
   *
   * @throws IOException if the parent lacks a layer of the encoder
   */
  static ParentFeatures of(StudySet set, OnnxParameters parent, StudySettings settings)
      throws IOException {
    Network network = LabelNetworks.features(settings.parentEncoder());
    OnnxParameters.Inherited inherited =
        parent.passOn(Weights.random(network, new SplittableRandom(settings.seed())));
    if (!inherited.fresh().isEmpty()) {
      throw new IOException(
          "The parent lacks layers %s of the encoder: name a density network of the standard size"
              .formatted(inherited.fresh()));
    }
    List<float[]> byFilm = new ArrayList<>();
    try (FeaturePredictor predictor =
        new FeaturePredictor(inherited.weights(), settings.threads())) {
      for (int film = 0; film < set.films().size(); film++) {
        byFilm.add(of(set.example(film).image(), predictor));
      }
    }
    return new ParentFeatures(byFilm);
  }

  private static float[] of(float[] image, FeaturePredictor predictor) {
    float[] both = new float[2 * image.length];
    System.arraycopy(image, 0, both, 0, image.length);
    int columns = CanonicalFrame.COLUMNS;
    for (int i = 0; i < image.length; i++) {
      both[image.length + i] = image[i - i % columns + columns - 1 - i % columns];
    }
    List<float[]> two = predictor.features(both, 2);
    float[] mean = two.get(0);
    for (int k = 0; k < mean.length; k++) {
      mean[k] = (mean[k] + two.get(1)[k]) / 2;
    }
    return mean;
  }

  /**
   * The features standardised over the films that are learnt from, each multiplied by a factor; 0
   * where they do not vary.
   */
  List<double[]> standardised(List<Integer> learnt, double factor) {
    int length = byFilm.getFirst().length;
    List<double[]> result = byFilm.stream().map(ignored -> new double[length]).toList();
    for (int k = 0; k < length; k++) {
      int feature = k;
      double mean =
          learnt.stream().mapToDouble(i -> byFilm.get(i)[feature]).average().orElseThrow();
      double variance =
          learnt.stream()
              .mapToDouble(i -> Math.pow(byFilm.get(i)[feature] - mean, 2))
              .average()
              .orElseThrow();
      double scale = variance > 1e-12 ? factor / Math.sqrt(variance) : 0;
      for (int i = 0; i < byFilm.size(); i++) {
        result.get(i)[k] = scale * (byFilm.get(i)[k] - mean);
      }
    }
    return result;
  }
}
