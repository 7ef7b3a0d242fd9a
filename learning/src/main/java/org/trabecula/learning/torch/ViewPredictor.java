package org.trabecula.learning.torch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.trabecula.learning.data.Batches;
import org.trabecula.learning.data.Example;
import org.trabecula.learning.network.Weights;
import org.trabecula.screening.Shown;

/** Asks a view network for its classes; owns native memory: close it. */
public final class ViewPredictor implements AutoCloseable {
  private static final int CLASSES = Shown.values().length;
  private static final int BATCH = 32;

  private final TorchNetwork network;

  /** A predictor in single precision, as in use. */
  public ViewPredictor(Weights weights, int threads) {
    Torch.load(threads);
    network = new TorchNetwork(weights, Precision.SINGLE);
  }

  /** What the network says of an example: a probability for each class. */
  public record Answer(List<Float> probabilities) {
    public Answer {
      probabilities = List.copyOf(probabilities);
    }

    /** The most probable class. */
    public Shown shown() {
      return Shown.values()[probabilities.indexOf(Collections.max(probabilities))];
    }

    /** The probability of a class. */
    public double of(Shown shown) {
      return probabilities.get(shown.ordinal());
    }
  }

  /** What the network says of each example. */
  public List<Answer> predict(List<Example> examples) {
    List<Answer> answers = new ArrayList<>();
    for (int from = 0; from < examples.size(); from += BATCH) {
      List<Example> part = examples.subList(from, Math.min(examples.size(), from + BATCH));
      List<Integer> none = part.stream().map(e -> 0).toList();
      float[] images = Batches.view(part, none, CLASSES).get("image");
      float[] p =
          Objects.requireNonNull(network.predict(Map.of("image", images), part.size()).get("view"));
      for (int i = 0; i < part.size(); i++) {
        answers.add(new Answer(part(p, i * CLASSES)));
      }
    }
    return answers;
  }

  private static List<Float> part(float[] p, int from) {
    List<Float> part = new ArrayList<>();
    for (int c = 0; c < CLASSES; c++) {
      part.add(p[from + c]);
    }
    return part;
  }

  @Override
  public void close() {
    network.close();
  }
}
