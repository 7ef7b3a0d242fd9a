package org.trabecula.learning.torch;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;
import org.trabecula.learning.data.Batch;
import org.trabecula.learning.network.Networks;

/** Cross-entropy with a little label smoothing, so that probabilities stay honest. */
final class ViewObjective implements Objective {
  private static final double SMOOTHING = 0.02;

  @Override
  public Set<String> reads() {
    return Set.of(Networks.VIEW_LOGITS);
  }

  @Override
  public Map<String, Tensor> parts(Map<String, Tensor> values, Batch batch, double progress) {
    Tensor logits = Objects.requireNonNull(values.get(Networks.VIEW_LOGITS));
    long classes = logits.size(1);
    float[] target = batch.get("view").clone();
    for (int i = 0; i < target.length; i++) {
      target[i] = (float) (target[i] * (1 - SMOOTHING) + SMOOTHING / classes);
    }
    Tensor loss =
        logits
            .log_softmax(1)
            .mul(Torch.tensor(target, batch.size(), classes))
            .sum()
            .mul(Torch.scalar(-1.0 / batch.size()));
    return Map.of("view", loss);
  }
}
