package org.trabecula.learning.training;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.trabecula.learning.data.Batch;
import org.trabecula.learning.network.Network;
import org.trabecula.learning.network.Weights;
import org.trabecula.learning.onnx.OnnxParameters;
import org.trabecula.learning.torch.Unfolding;

/**
 * The weights of a network before its first step: at random, or those of another network.
 *
 * @param parent that it starts from, if it does
 * @param settings of the training
 */
record Start(Optional<OnnxParameters> parent, TrainingSettings settings) {
  /** Films whose statistics the parent's batch normalisations get: enough to 5 % of a spread. */
  private static final int FILMS = 512;

  /** What a fingerprint says of it: nothing of a start at random. */
  String fingerprint() {
    return parent.map(p -> " from " + p.sha256()).orElse("");
  }

  /**
   * The weights; random ones where a checkpoint is about to replace them.
   *
   * @param batches of the training, by step
   * @throws IOException if the parent has nothing in common with the network
   */
  Weights weights(Network network, LongFunction<Batch> batches, DensityTraining.Keeping keeping)
      throws IOException {
    Weights random = Weights.random(network, new SplittableRandom(settings.seed()));
    if (parent.isEmpty() || (keeping.resume() && Files.exists(keeping.checkpoint()))) {
      return random;
    }
    OnnxParameters.Inherited inherited = parent.get().passOn(random);
    keeping.listener().accept(new TrainingEvent.Noted(network.name(), sentence(inherited)));
    int steps = Math.ceilDiv(FILMS, settings.batch());
    List<Batch> films = LongStream.range(0, steps).mapToObj(batches).toList();
    return Unfolding.of(inherited.weights(), inherited.norms(), films, settings.engine().threads());
  }

  private static String sentence(OnnxParameters.Inherited inherited) {
    return inherited.fresh().isEmpty()
        ? "All %d layers start from the parent model".formatted(inherited.taken().size())
        : "%d layers start from the parent model; new or of another shape, hence at random: %s"
            .formatted(inherited.taken().size(), String.join(", ", inherited.fresh()));
  }
}
