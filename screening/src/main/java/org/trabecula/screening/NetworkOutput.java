package org.trabecula.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.densitometry.Site;
import org.trabecula.screening.inference.Tensor;

/** What a density network says of one film, before calibration. */
public final class NetworkOutput {
  /** Names of the outputs in the ONNX file. */
  static final List<String> NAMES =
      List.of("mineral_map", "regions", "density_mean", "density_sd", "features");

  private static final int SITES = Site.values().length;

  /** Name of an output that a network may lack: the probability that a pixel shows metal. */
  static final String METAL = "metal";

  private final PixelMap mineral;
  private final List<PixelMap> regions;
  private final Optional<PixelMap> metal;
  private final float[] means;
  private final float[] sds;
  private final float[] features;

  private NetworkOutput(
      PixelMap mineral, List<PixelMap> regions, Optional<PixelMap> metal, Heads heads) {
    this.mineral = mineral;
    this.regions = List.copyOf(regions);
    this.metal = metal;
    this.means = heads.means;
    this.sds = heads.sds;
    this.features = heads.features;
  }

  /** The outputs that are not maps. */
  private static final class Heads {
    final float[] means;
    final float[] sds;
    final float[] features;

    Heads(Map<String, Tensor> outputs) {
      means = values(outputs, "density_mean");
      sds = values(outputs, "density_sd");
      features = values(outputs, "features");
      if (means.length != SITES || sds.length != SITES) {
        throw new IllegalArgumentException(
            "%d means and %d standard deviations, not %d"
                .formatted(means.length, sds.length, SITES));
      }
    }
  }

  /** Returns the outputs of one film, by their names in the ONNX file. */
  static NetworkOutput of(Map<String, Tensor> outputs) {
    float[] masks = values(outputs, "regions");
    if (masks.length == 0 || masks.length % ModelInput.IMAGE_SIZE != 0) {
      throw new IllegalArgumentException("%d values are no masks".formatted(masks.length));
    }
    List<PixelMap> regions = new ArrayList<>();
    for (int from = 0; from < masks.length; from += ModelInput.IMAGE_SIZE) {
      float[] mask = new float[ModelInput.IMAGE_SIZE];
      System.arraycopy(masks, from, mask, 0, mask.length);
      regions.add(PixelMap.copyOf(mask));
    }
    return new NetworkOutput(
        PixelMap.copyOf(values(outputs, "mineral_map")),
        regions,
        Optional.ofNullable(outputs.get(METAL)).map(metal -> PixelMap.copyOf(metal.values())),
        new Heads(outputs));
  }

  private static float[] values(Map<String, Tensor> outputs, String name) {
    Tensor tensor = outputs.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("The network gave no " + name);
    }
    return tensor.values();
  }

  /** Areal mineral, g/cm². */
  public PixelMap mineral() {
    return mineral;
  }

  /** Probability of each region, in the order of {@link DensityModel#regions}. */
  public List<PixelMap> regions() {
    return regions;
  }

  /** Probability that a pixel shows metal; empty if the network was not trained to say. */
  public Optional<PixelMap> metal() {
    return metal;
  }

  /** The network's mean for a site, g/cm². */
  public double mean(Site site) {
    return means[site.ordinal()];
  }

  /** The network's standard deviation for a site, g/cm². */
  public double sd(Site site) {
    return sds[site.ordinal()];
  }

  /** A copy of the pooled features. */
  public float[] features() {
    return features.clone();
  }

  /** Whether every number that is stated is one: finite, and a standard deviation positive. */
  boolean answers() {
    for (int i = 0; i < SITES; i++) {
      if (!Float.isFinite(means[i]) || !(sds[i] > 0) || !Float.isFinite(sds[i])) {
        return false;
      }
    }
    for (float feature : features) {
      if (!Float.isFinite(feature)) {
        return false;
      }
    }
    return mineral.allFinite()
        && regions.stream().allMatch(PixelMap::allFinite)
        && metal.stream().allMatch(PixelMap::allFinite);
  }
}
