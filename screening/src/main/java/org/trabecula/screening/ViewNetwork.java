package org.trabecula.screening;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.radiography.CanonicalView;
import org.trabecula.screening.inference.OnnxNetwork;
import org.trabecula.screening.inference.Tensor;

/** The network that tells what a canonical view shows. */
final class ViewNetwork implements AutoCloseable {
  private final OnnxNetwork network;

  private ViewNetwork(OnnxNetwork network) {
    this.network = network;
  }

  static ViewNetwork open(Path folder, ViewModel model, int threads) throws IOException {
    OnnxNetwork network = OnnxNetwork.open(folder.resolve(model.network().file()), threads);
    boolean fits = network.inputs().contains("image") && network.inputs().size() == 1;
    if (!fits || !network.outputs().containsKey("view")) {
      network.close();
      throw new IOException(
          "%s does not turn an image into a view".formatted(model.network().file()));
    }
    return new ViewNetwork(network);
  }

  /** Returns the probability of each {@link Shown}. */
  float[] run(CanonicalView view) {
    return run(view.samples());
  }

  /** The same for canonical samples. */
  float[] run(float[] samples) {
    Tensor image = Tensor.copyOf(samples, 1, 1, CanonicalFrame.ROWS, CanonicalFrame.COLUMNS);
    Tensor shown = network.run(Map.of("image", image)).get("view");
    if (shown == null || shown.values().length != Shown.values().length) {
      throw new IllegalArgumentException("The view network gave no probabilities of views");
    }
    return shown.values();
  }

  @Override
  public void close() {
    network.close();
  }
}
