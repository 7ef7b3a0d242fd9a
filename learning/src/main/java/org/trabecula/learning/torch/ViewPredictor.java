package org.trabecula.learning.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.trabecula.learning.data.Batches;
import org.trabecula.learning.data.Example;
import org.trabecula.learning.data.ViewFilm;
import org.trabecula.learning.network.Weights;

/** Asks a view network for its classes; owns native memory: close it. */
public final class ViewPredictor implements AutoCloseable {
  private static final int CLASSES = ViewFilm.Shown.values().length;
  private static final int BATCH = 32;

  private final TorchNetwork network;

  /** A predictor in single precision, as in use. */
  public ViewPredictor(Weights weights, int threads) {
    Torch.load(threads);
    network = new TorchNetwork(weights, Precision.SINGLE);
  }

  /** The most probable class of each example. */
  public List<ViewFilm.Shown> predict(List<Example> examples) {
    List<ViewFilm.Shown> shown = new ArrayList<>();
    for (int from = 0; from < examples.size(); from += BATCH) {
      List<Example> part = examples.subList(from, Math.min(examples.size(), from + BATCH));
      List<Integer> none = part.stream().map(e -> 0).toList();
      float[] images = Batches.view(part, none, CLASSES).get("image");
      float[] p =
          Objects.requireNonNull(network.predict(Map.of("image", images), part.size()).get("view"));
      for (int i = 0; i < part.size(); i++) {
        shown.add(ViewFilm.Shown.values()[largest(p, i * CLASSES)]);
      }
    }
    return shown;
  }

  private static int largest(float[] p, int from) {
    int best = 0;
    for (int c = 1; c < CLASSES; c++) {
      if (p[from + c] > p[from + best]) {
        best = c;
      }
    }
    return best;
  }

  @Override
  public void close() {
    network.close();
  }
}
