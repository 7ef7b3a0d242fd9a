package org.trabecula.learning.torch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.trabecula.learning.data.Batch;
import org.trabecula.learning.network.Networks;
import org.trabecula.learning.network.Shape.Grid;

/**
 * Map, regions, metal, densities and their agreement. What is not known of an example has weight 0.
 */
final class DensityObjective implements Objective {
  /** Mean reduction of libtorch's losses is 1, none is 0. */
  private static final long NO_REDUCTION = 0;

  private static final double MAP_DELTA = 0.1;

  /** How much more a pixel of metal counts than one without: a judgement. */
  private static final float METAL_COUNTS = 5;

  private final LossWeights weights;
  private final Networks.SiteScale scale;
  private final List<Integer> regionSites;
  private final Grid half;

  /**
   * Describes the objective.
   *
   * @param regionSites for each region the index of its site
   * @param half shape of the regions at half resolution
   */
  DensityObjective(
      LossWeights weights, Networks.SiteScale scale, List<Integer> regionSites, Grid half) {
    this.weights = weights;
    this.scale = scale;
    this.regionSites = List.copyOf(regionSites);
    this.half = half;
  }

  @Override
  public Set<String> reads() {
    return Set.of(
        Networks.HALF_MAP,
        Networks.HALF_REGION_LOGITS,
        Networks.HALF_METAL_LOGITS,
        Networks.MAP_MEANS,
        Networks.MEAN,
        Networks.SD);
  }

  @Override
  public Map<String, Tensor> parts(Map<String, Tensor> values, Batch batch, double progress) {
    Map<String, Tensor> parts = new LinkedHashMap<>();
    parts.put("map", map(get(values, Networks.HALF_MAP), batch).mul(factor(weights.map())));
    Tensor logits = get(values, Networks.HALF_REGION_LOGITS);
    parts.put("regions", regions(logits, batch).mul(factor(weights.regions())));
    Tensor metal = get(values, Networks.HALF_METAL_LOGITS);
    parts.put("metal", metal(metal, batch).mul(factor(weights.metal())));
    Tensor known = sites(batch, "density.known");
    Tensor truth = sites(batch, "density");
    parts.put("density", density(values, truth, known, progress).mul(factor(weights.density())));
    Tensor means = get(values, Networks.MAP_MEANS);
    parts.put("consistency", consistency(means, truth, known).mul(factor(weights.consistency())));
    return parts;
  }

  private static org.bytedeco.pytorch.Scalar factor(double weight) {
    return Torch.scalar(weight);
  }

  private static Tensor get(Map<String, Tensor> values, String name) {
    return Objects.requireNonNull(values.get(name), name).to(ScalarType.Float);
  }

  private Tensor sites(Batch batch, String name) {
    return Torch.tensor(batch.get(name), batch.size(), scale.mean().size());
  }

  private Tensor map(Tensor predicted, Batch batch) {
    long n = batch.size();
    Tensor truth = Torch.tensor(batch.get("map"), n, 1, half.rows(), half.columns());
    Tensor weight = Torch.tensor(batch.get("map.weight"), n, 1, half.rows(), half.columns());
    Tensor loss = torch.smooth_l1_loss(predicted, truth, NO_REDUCTION, MAP_DELTA);
    return average(loss, weight);
  }

  private Tensor regions(Tensor logits, Batch batch) {
    long n = batch.size();
    long r = half.channels();
    Tensor truth = Torch.tensor(batch.get("regions"), n, r, half.rows(), half.columns());
    Tensor weight = Torch.tensor(batch.get("region.weight"), n, 1, half.rows(), half.columns());
    Tensor entropy =
        torch.binary_cross_entropy_with_logits(
            logits, truth, new TensorOptional(), new TensorOptional(), NO_REDUCTION);
    Tensor p = logits.sigmoid().mul(weight);
    Tensor t = truth.mul(weight);
    Tensor both = overPixels(p.mul(t)).mul(Torch.scalar(2)).add(Torch.scalar(20));
    Tensor sum = overPixels(p).add(overPixels(t)).add(Torch.scalar(20));
    Tensor dice = torch.ones_like(sum).sub(both.div(sum)).mean();
    return average(entropy, weight.expand(n, r, half.rows(), half.columns()))
        .mul(Torch.scalar(5))
        .add(dice);
  }

  /** Cross-entropy in which metal, which most films do not show, counts for more than its area. */
  private Tensor metal(Tensor logits, Batch batch) {
    long n = batch.size();
    Tensor truth = Torch.tensor(batch.get("metal"), n, 1, half.rows(), half.columns());
    Tensor weight = Torch.tensor(batch.get("region.weight"), n, 1, half.rows(), half.columns());
    Tensor entropy =
        torch.binary_cross_entropy_with_logits(
            logits,
            truth,
            new TensorOptional(),
            new TensorOptional(Torch.tensor(new float[] {METAL_COUNTS}, 1)),
            NO_REDUCTION);
    return average(entropy, weight);
  }

  private static Tensor overPixels(Tensor x) {
    return x.sum(new long[] {2, 3}, false, new ScalarTypeOptional());
  }

  private static Tensor average(Tensor loss, Tensor weight) {
    return loss.mul(weight).sum().div(weight.sum().add(Torch.scalar(1)));
  }

  /**
   * Huber loss while the means are far off; then beta-NLL with beta 0.5 (Seitzer et al. 2022, arXiv
   * 2203.09168), which keeps hard examples from being explained away by their variance.
   */
  private Tensor density(Map<String, Tensor> values, Tensor truth, Tensor known, double progress) {
    int n = scale.mean().size();
    Tensor spread = Torch.tensor(Torch.floats(scale.spread()), 1, n);
    Tensor mean = get(values, Networks.MEAN);
    Tensor sd = get(values, Networks.SD).div(spread);
    Tensor difference = truth.sub(mean).div(spread);
    Tensor variance = sd.mul(sd);
    boolean warm = progress < weights.meanFirst();
    Tensor error = warm ? difference.detach() : difference;
    Tensor nll = error.mul(error).div(variance).add(variance.log()).mul(Torch.scalar(0.5));
    Tensor loss = nll.mul(sd.detach());
    Tensor huber =
        torch.smooth_l1_loss(difference, torch.zeros_like(difference), NO_REDUCTION, 0.5);
    return average(loss.add(huber.mul(Torch.scalar(warm ? 1 : weights.huber()))), known);
  }

  /** The map's mean under a region against the region's density: what a site's pairs train. */
  private Tensor consistency(Tensor means, Tensor truth, Tensor known) {
    Tensor sum = Torch.tensor(new float[1], 1);
    for (int region = 0; region < regionSites.size(); region++) {
      int site = regionSites.get(region);
      Tensor loss =
          torch.smooth_l1_loss(
              means.narrow(1, region, 1), truth.narrow(1, site, 1), NO_REDUCTION, MAP_DELTA);
      sum = sum.add(average(loss, known.narrow(1, site, 1)));
    }
    return sum.sum();
  }
}
