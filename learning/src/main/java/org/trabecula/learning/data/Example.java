package org.trabecula.learning.data;

import java.util.Arrays;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.screening.ModelInput;

/**
 * One radiograph as a network learns from it: the canonical view, and the truth about it on the
 * half-size grid as far as it is known.
 */
public final class Example {
  /** Rows of the truth maps. */
  public static final int HALF_ROWS = CanonicalFrame.ROWS / 2;

  /** Columns of the truth maps. */
  public static final int HALF_COLUMNS = CanonicalFrame.COLUMNS / 2;

  /** Pixels of a truth map. */
  public static final int HALF_PIXELS = HALF_ROWS * HALF_COLUMNS;

  /** All flags of regions, as in the manifest's label maps. */
  public static final int REGIONS = 0x7F;

  /** Flag of a pixel behind metal, as in the manifest's label maps. */
  public static final int METAL = 0x80;

  /** Flag of a pixel inside the collimated field, beside the flags of the manifest. */
  public static final int IN_FIELD = 0x100;

  private static final int SITES = Site.values().length;

  private final float[] image;
  private final float[] covariates;
  private final Truth truth;

  /** What is known: maps and densities. */
  static final class Truth {
    final short[] map = new short[HALF_PIXELS];
    final short[] flags = new short[HALF_PIXELS];
    final float[] densities = new float[SITES];
    boolean mapKnown;
    boolean regionsKnown;

    /** What is as true after the film was moved: all but the maps, which are empty. */
    Truth withoutMaps() {
      Truth same = new Truth();
      System.arraycopy(densities, 0, same.densities, 0, densities.length);
      same.mapKnown = mapKnown;
      same.regionsKnown = regionsKnown;
      return same;
    }
  }

  Example(float[] image, float[] covariates, Truth truth) {
    if (image.length != ModelInput.IMAGE_SIZE || covariates.length != ModelInput.COVARIATE_COUNT) {
      throw new IllegalArgumentException(
          "%d samples and %d covariates".formatted(image.length, covariates.length));
    }
    this.image = image;
    this.covariates = covariates;
    this.truth = truth;
  }

  /** The example without any truth, of a canonical view: for the view network. */
  public static Example of(ModelInput input) {
    return new Example(input.image(), input.covariates(), new Truth());
  }

  /** The example of a view with its truth. */
  static Example of(ModelInput input, Truth truth) {
    return new Example(input.image(), input.covariates(), truth);
  }

  /** The same film of an unknown person, taken at an unknown voltage. */
  public Example ofUnknown() {
    float[] unknown = new float[covariates.length];
    // Pixel spacing, the last pair, is a fact of the image.
    System.arraycopy(covariates, covariates.length - 2, unknown, unknown.length - 2, 2);
    return new Example(image, unknown, truth);
  }

  /** A sample of the canonical view. */
  public float sample(int row, int column) {
    return image[row * CanonicalFrame.COLUMNS + column];
  }

  /** The canonical view, row-major: a copy. */
  public float[] image() {
    return image.clone();
  }

  /** A copy of the covariates. */
  public float[] covariates() {
    return covariates.clone();
  }

  /** Areal mineral at a pixel of the half-size grid, mg/cm2; 0 where unknown. */
  public int mineral(int row, int column) {
    return truth.map[row * HALF_COLUMNS + column] & 0xFFFF;
  }

  /** Region flags, {@link #METAL} and {@link #IN_FIELD} at a pixel of the half-size grid. */
  public int flags(int row, int column) {
    return truth.flags[row * HALF_COLUMNS + column];
  }

  /** How much of the field shows metal, pixels of the half-size grid. */
  public int metalPixels() {
    return pixels(IN_FIELD | METAL, 0);
  }

  /** How much of the measured regions shows metal, pixels of the half-size grid. */
  public int metalInRegions() {
    return pixels(IN_FIELD | METAL, REGIONS);
  }

  private int pixels(int all, int any) {
    int count = 0;
    for (short flags : truth.flags) {
      count += (flags & all) == all && (any == 0 || (flags & any) != 0) ? 1 : 0;
    }
    return count;
  }

  public boolean mapKnown() {
    return truth.mapKnown;
  }

  public boolean regionsKnown() {
    return truth.regionsKnown;
  }

  /** Whether the density of a site is known. */
  public boolean known(Site site) {
    return truth.densities[site.ordinal()] > 0;
  }

  /**
   * The density of a site, g/cm2.
   *
   * @throws IllegalArgumentException if it is not known
   */
  public double density(Site site) {
    if (!known(site)) {
      throw new IllegalArgumentException("The density of %s is not known".formatted(site.label()));
    }
    return truth.densities[site.ordinal()];
  }

  float[] rawImage() {
    return image;
  }

  float[] rawCovariates() {
    return covariates;
  }

  Truth truth() {
    return truth;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Example o
        && Arrays.equals(image, o.image)
        && Arrays.equals(covariates, o.covariates)
        && Arrays.equals(truth.map, o.truth.map)
        && Arrays.equals(truth.flags, o.truth.flags)
        && Arrays.equals(truth.densities, o.truth.densities);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(image);
  }
}
