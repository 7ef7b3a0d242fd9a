package org.trabecula.learning.network;

import java.util.Collections;
import java.util.List;
import org.trabecula.learning.network.Layer.Activation;
import org.trabecula.learning.network.Layer.Affine;
import org.trabecula.learning.network.Layer.Concat;
import org.trabecula.learning.network.Layer.Convolution;
import org.trabecula.learning.network.Layer.Dense;
import org.trabecula.learning.network.Layer.Function;
import org.trabecula.learning.network.Layer.GlobalPool;
import org.trabecula.learning.network.Layer.MaskedPool;
import org.trabecula.learning.network.Layer.Resize;
import org.trabecula.learning.network.Layer.Softmax;
import org.trabecula.learning.network.Layer.StopGradient;
import org.trabecula.radiography.CanonicalFrame;

/** The networks of a model package. */
public final class Networks {
  /** Value that holds the mineral map at half resolution, g/cm2. */
  public static final String HALF_MAP = "map.half";

  /** Value that holds the regions at half resolution as logits. */
  public static final String HALF_REGION_LOGITS = "region.logits";

  /** Value that holds where metal is seen at half resolution, as logits. */
  public static final String HALF_METAL_LOGITS = "metal.logits";

  /** Value that holds the mineral map's mean under each predicted region, g/cm2. */
  public static final String MAP_MEANS = "map.means";

  /** Value that holds the densities' means by site, g/cm2. */
  public static final String MEAN = "density.mean";

  /** Value that holds the densities' standard deviations by site, g/cm2. */
  public static final String SD = "density.sd";

  /** Value that holds the logits of the view network. */
  public static final String VIEW_LOGITS = "view.logits";

  /** Length of the covariate vector. */
  public static final int COVARIATES = 12;

  /** Smallest standard deviation that can be predicted, in units of the site's spread. */
  private static final double SD_FLOOR = 0.05;

  private Networks() {}

  /**
   * How targets are standardised: written into the network as its last, fixed layer.
   *
   * @param mean per site, g/cm2
   * @param spread per site, g/cm2, positive
   */
  public record SiteScale(List<Double> mean, List<Double> spread) {
    public SiteScale {
      mean = List.copyOf(mean);
      spread = List.copyOf(spread);
      if (mean.size() != spread.size() || spread.stream().anyMatch(s -> !(s > 0))) {
        throw new IllegalArgumentException(
            "Means %s and spreads %s (g/cm2) do not make a scale".formatted(mean, spread));
      }
    }
  }

  /**
   * How large a density network is.
   *
   * @param rows of the input, a multiple of 32
   * @param columns of the input, a multiple of 32
   * @param channels of the five levels, from half resolution down
   * @param hidden length of the last hidden layer
   */
  public record Size(int rows, int columns, List<Integer> channels, int hidden) {
    /** About 0.3 G multiply-adds: what two cores train at about 100 images/s. */
    public static final Size STANDARD =
        new Size(CanonicalFrame.ROWS, CanonicalFrame.COLUMNS, List.of(16, 32, 64, 128, 192), 96);

    public Size {
      channels = List.copyOf(channels);
      if (rows % 32 != 0 || columns % 32 != 0 || channels.size() != 5) {
        throw new IllegalArgumentException(
            "%d x %d pixels with levels %s: needs multiples of 32 and five levels"
                .formatted(rows, columns, channels));
      }
    }
  }

  /** The density network: a residual U-net with map, region, metal and density heads. */
  public static Network density(String name, int regions, SiteScale scale, Size size) {
    Blocks b = new Blocks(Network.builder(name));
    String image = b.to().input("image", 1, size.rows(), size.columns());
    String covariates = b.to().input("covariates", COVARIATES);
    List<Integer> c = size.channels();
    String level0 = b.unit("stem", image, c.get(0), 5, 2);
    String level1 = b.level("down1", level0, c.get(1));
    String level2 = b.level("down2", level1, c.get(2));
    String level3 = b.level("down3", level2, c.get(3));
    String level4 = b.level("down4", level3, c.get(4));
    String up3 = b.merge("up3", level4, level3, c.get(3), c.get(2));
    String up2 = b.merge("up2", up3, level2, c.get(2), c.get(1));
    String up1 = b.merge("up1", up2, level1, c.get(1), c.get(0));
    String up0 = b.merge("up0", up1, level0, c.get(0), c.get(0));

    String mapLogits = b.to().add("map.logits", new Convolution(1, 1, 1, true), up0);
    String map = b.to().add(HALF_MAP, new Activation(Function.SOFTPLUS), mapLogits);
    String logits = b.to().add(HALF_REGION_LOGITS, new Convolution(regions, 1, 1, true), up0);
    String masks = b.to().add("region.half", new Activation(Function.SIGMOID), logits);
    b.to().add("region.map", new Resize(2), masks);
    String metalLogits = b.to().add(HALF_METAL_LOGITS, new Convolution(1, 1, 1, true), up0);
    String metal = b.to().add("metal.half", new Activation(Function.SIGMOID), metalLogits);
    b.to().add("metal.full", new Resize(2), metal);
    b.to().add("map.full", new Resize(2), map);
    String features = b.to().add("features.pooled", new GlobalPool(), level4);
    densityHead(b, new Pools(map, masks, up0, features, covariates), scale, size.hidden());
    return b.to()
        .output("mineral_map", "map.full")
        .output("regions", "region.map")
        .output("density_mean", MEAN)
        .output("density_sd", SD)
        .output("features", features)
        .output("metal", "metal.full")
        .build();
  }

  private record Pools(
      String map, String masks, String decoder, String features, String covariates) {}

  /** Densities from region means of map and features; masks learn from their own loss only. */
  private static void densityHead(Blocks b, Pools p, SiteScale scale, int hidden) {
    int sites = scale.mean().size();
    String held = b.to().add("region.held", new StopGradient(), p.masks);
    String means = b.to().add(MAP_MEANS, new MaskedPool(), p.map, held);
    String pooled = b.to().add("decoder.means", new MaskedPool(), p.decoder, held);
    String all = b.to().add("pooled", new Concat(), means, pooled, p.features, p.covariates);
    String first = b.dense("mlp1", all, hidden);
    String second = b.dense("mlp2", first, hidden);
    String joined = b.to().add("joined", new Concat(), second, means, p.covariates);
    String z = b.to().add("density.z", new Dense(sites), joined);
    b.to().add(MEAN, new Affine(scale.spread(), scale.mean()), z);
    String raw = b.to().add("density.raw", new Dense(sites), second);
    String positive = b.to().add("density.positive", new Activation(Function.SOFTPLUS), raw);
    b.to()
        .add(
            SD,
            new Affine(scale.spread(), scale.spread().stream().map(s -> s * SD_FLOOR).toList()),
            positive);
  }

  /** The view network: which view a canonical image shows. */
  public static Network view(int classes) {
    return view(classes, CanonicalFrame.ROWS, CanonicalFrame.COLUMNS);
  }

  /** The view network for another size of image, pixels. */
  public static Network view(int classes, int rows, int columns) {
    Blocks b = new Blocks(Network.builder("view"));
    String x = b.to().input("image", 1, rows, columns);
    x = b.unit("stem", x, 12, 5, 2);
    x = b.unit("down1", x, 20, 3, 2);
    x = b.unit("down2", x, 32, 3, 2);
    x = b.residual("block2", x, 32);
    x = b.unit("down3", x, 96, 3, 2);
    x = b.unit("down4", x, 128, 3, 2);
    x = b.to().add("features", new GlobalPool(), x);
    x = b.dense("mlp", x, 64);
    x = b.to().add(VIEW_LOGITS, new Dense(classes), x);
    x = b.to().add("view.probabilities", new Softmax(), x);
    return b.to().output("view", x).build();
  }

  /** A scale that changes nothing, for tests and tools. */
  public static SiteScale unitScale(int sites) {
    return new SiteScale(Collections.nCopies(sites, 0.0), Collections.nCopies(sites, 1.0));
  }
}
