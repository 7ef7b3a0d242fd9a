package org.trabecula.learning.torch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.trabecula.learning.data.Batch;
import org.trabecula.learning.network.LabelNetworks;

/**
 * Half the squared error of a standardised label, robust where it is far off, and the cross-entropy
 * of its classes.
 */
final class LabelObjective implements Objective {
  /** Mean reduction of libtorch's losses is 1. */
  private static final long MEAN_REDUCTION = 1;

  /** Errors beyond two spreads count linearly: a film with the wrong label must not rule. */
  private static final double FAR = 2;

  private final double spread;

  /**
   * Describes the objective.
   *
   * @param spread of the label, in its unit
   */
  LabelObjective(double spread) {
    this.spread = spread;
  }

  @Override
  public Set<String> reads() {
    return Set.of(LabelNetworks.LABEL, LabelNetworks.CLASS_LOGITS);
  }

  @Override
  public Map<String, Tensor> parts(Map<String, Tensor> values, Batch batch, double progress) {
    Map<String, Tensor> parts = new LinkedHashMap<>();
    parts.put("label", label(get(values, LabelNetworks.LABEL), batch));
    parts.put("class", classes(get(values, LabelNetworks.CLASS_LOGITS), batch));
    return parts;
  }

  private static Tensor get(Map<String, Tensor> values, String name) {
    return Objects.requireNonNull(values.get(name), name).to(ScalarType.Float);
  }

  private Tensor label(Tensor mean, Batch batch) {
    Tensor truth = Torch.tensor(batch.get("label"), batch.size(), 1);
    Tensor error = truth.sub(mean).div(Torch.scalar(spread));
    // libtorch divides the squared part by its threshold.
    return torch
        .smooth_l1_loss(error, torch.zeros_like(error), MEAN_REDUCTION, FAR)
        .mul(Torch.scalar(FAR));
  }

  private static Tensor classes(Tensor logits, Batch batch) {
    Tensor truth = Torch.tensor(batch.get("class"), batch.size(), logits.size(1));
    return logits.log_softmax(1).mul(truth).sum().mul(Torch.scalar(-1.0 / batch.size()));
  }
}
