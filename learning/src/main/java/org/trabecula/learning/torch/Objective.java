package org.trabecula.learning.torch;

import java.util.Map;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;
import org.trabecula.learning.data.Batch;

/** What training makes small. */
interface Objective {
  /** Names of the network's values that it looks at. */
  Set<String> reads();

  /**
   * The named parts of the loss, already weighted; their sum is minimised.
   *
   * @param values of the network, by name
   * @param progress share of the training that is done, in [0, 1]
   */
  Map<String, Tensor> parts(Map<String, Tensor> values, Batch batch, double progress);
}
