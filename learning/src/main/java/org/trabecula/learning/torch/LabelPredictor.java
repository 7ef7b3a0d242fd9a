package org.trabecula.learning.torch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.trabecula.learning.data.Batch;
import org.trabecula.learning.network.LabelNetworks;
import org.trabecula.learning.network.Weights;

/** Asks a label network for its number and classes; owns native memory: close it. */
public final class LabelPredictor implements AutoCloseable {
  private final TorchNetwork network;

  /** A predictor in single precision. */
  public LabelPredictor(Weights weights, int threads) {
    Torch.load(threads);
    network = new TorchNetwork(weights, Precision.SINGLE);
  }

  /**
   * What the network says of a film.
   *
   * @param label in its own unit
   * @param probabilities of the classes, in their order
   */
  public record Answer(double label, List<Double> probabilities) {
    public Answer {
      probabilities = List.copyOf(probabilities);
    }
  }

  /** What the network says of each film of a batch, in order. */
  public List<Answer> predict(Batch batch) {
    Map<String, float[]> inputs = new HashMap<>();
    for (String name : network.network().inputs().keySet()) {
      inputs.put(name, batch.get(name));
    }
    Map<String, float[]> outputs = network.predict(inputs, batch.size());
    float[] labels = Objects.requireNonNull(outputs.get(LabelNetworks.LABEL));
    float[] classes = Objects.requireNonNull(outputs.get(LabelNetworks.CLASSES));
    int count = classes.length / batch.size();
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      List<Double> probabilities = new ArrayList<>();
      for (int c = 0; c < count; c++) {
        probabilities.add((double) classes[i * count + c]);
      }
      answers.add(new Answer(labels[i], probabilities));
    }
    return answers;
  }

  @Override
  public void close() {
    network.close();
  }
}
