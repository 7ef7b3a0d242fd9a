import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.data.Batch;
import org.trabecula.learning.network.Layer;
import org.trabecula.learning.network.Network;
import org.trabecula.learning.network.Networks;
import org.trabecula.learning.network.Node;
import org.trabecula.learning.network.Weights;
import org.trabecula.learning.torch.LossWeights;
import org.trabecula.learning.torch.OptimiserSettings;
import org.trabecula.learning.torch.Precision;
import org.trabecula.learning.torch.Trainer;

/**
 * How many images a second the density network is trained on, on numbers drawn at random: {@code
 * TrainingSpeed describe FILE} writes the network for another program to build, {@code
 * TrainingSpeed single|brain STEPS} trains it.
 */
public final class TrainingSpeed {
  private static final int BATCH = 32;
  private static final int REGIONS = 4;
  private static final int WARM_UP = 4;

  private TrainingSpeed() {}

  public static void main(String[] arguments) throws IOException {
    Network network =
        Networks.density(
            "lumbar-ap",
            REGIONS,
            Networks.unitScale(Site.values().length),
            Networks.Size.STANDARD);
    if (arguments[0].equals("describe")) {
      Files.writeString(
          Path.of(arguments[1]), new ObjectMapper().writeValueAsString(described(network)));
      return;
    }
    Precision precision = Precision.valueOf(arguments[0].toUpperCase(java.util.Locale.ROOT));
    System.out.printf("%.1f%n", imagesPerSecond(network, precision, Integer.parseInt(arguments[1])));
  }

  private static double imagesPerSecond(Network network, Precision precision, int steps) {
    Batch batch = batch(network);
    Trainer.DensityTask task =
        new Trainer.DensityTask(
            Networks.unitScale(Site.values().length), IntStream.range(0, REGIONS).boxed().toList());
    try (Trainer trainer =
        Trainer.density(
            Weights.random(network, new SplittableRandom(1)),
            LossWeights.STANDARD,
            task,
            new Trainer.Engine(OptimiserSettings.STANDARD, precision, 2))) {
      for (int i = 0; i < WARM_UP; i++) {
        trainer.step(batch, 1e-4, 0.5);
      }
      long before = System.nanoTime();
      for (int i = 0; i < steps; i++) {
        trainer.step(batch, 1e-4, 0.5);
      }
      return steps * BATCH / ((System.nanoTime() - before) / 1e9);
    }
  }

  private static Batch batch(Network network) {
    int full = network.shape("image").grid().rows() * network.shape("image").grid().columns();
    int half = full / 4;
    int sites = Site.values().length;
    SplittableRandom random = new SplittableRandom(2);
    Map<String, float[]> numbers = new HashMap<>();
    numbers.put("image", drawn(random, BATCH * full));
    numbers.put("covariates", drawn(random, BATCH * Networks.COVARIATES));
    for (String name : List.of("map", "map.weight", "region.weight", "metal")) {
      numbers.put(name, drawn(random, BATCH * half));
    }
    numbers.put("regions", drawn(random, BATCH * REGIONS * half));
    numbers.put("density", drawn(random, BATCH * sites));
    numbers.put("density.known", drawn(random, BATCH * sites));
    return new Batch(BATCH, numbers);
  }

  private static float[] drawn(SplittableRandom random, int length) {
    float[] numbers = new float[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = random.nextFloat();
    }
    return numbers;
  }

  private static Map<String, Object> described(Network network) {
    List<Object> nodes = new ArrayList<>();
    for (Node node : network.nodes()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", node.name());
      one.put("inputs", node.inputs());
      one.put("kind", node.layer().getClass().getSimpleName());
      one.put("channels", network.shape(node.name()).channels());
      one.put("from", network.shape(node.inputs().getFirst()).channels());
      switch (node.layer()) {
        case Layer.Convolution c -> {
          one.put("kernel", c.kernel());
          one.put("stride", c.stride());
          one.put("bias", c.bias());
        }
        case Layer.Activation a -> one.put("function", a.function().name());
        case Layer.Affine a -> {
          one.put("scale", a.scale());
          one.put("offset", a.offset());
        }
        default -> {}
      }
      nodes.add(one);
    }
    return Map.of(
        "nodes",
        nodes,
        "rows",
        network.shape("image").grid().rows(),
        "columns",
        network.shape("image").grid().columns(),
        "covariates",
        Networks.COVARIATES,
        "regions",
        REGIONS,
        "sites",
        Site.values().length,
        "batch",
        BATCH);
  }
}
