package org.trabecula.screening;

import java.util.OptionalDouble;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Acquisition;
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.radiography.CanonicalView;
import org.trabecula.radiography.Radiograph;

/**
 * What a network sees of one radiograph: the image and what is known beside it. Training and
 * serving both come through here, so that they cannot drift apart.
 *
 * <p>The covariates are six pairs of (standardised value, 1 if known): age, sex, height, weight,
 * tube voltage, pixel spacing. What is unknown is (0, 0); spacing has no value, only its flag.
 */
public final class ModelInput {
  /** Samples of an image. */
  public static final int IMAGE_SIZE = CanonicalFrame.ROWS * CanonicalFrame.COLUMNS;

  /** Length of the covariates. */
  public static final int COVARIATE_COUNT = 12;

  /** Standardised covariates are held within this many units, so that a typing slip cannot rule. */
  private static final double LIMIT = 4;

  private final float[] image;
  private final float[] covariates;

  private ModelInput(float[] image, float[] covariates) {
    this.image = image;
    this.covariates = covariates;
  }

  /** Returns the input for a canonical view of a radiograph that is described so. */
  public static ModelInput of(CanonicalView view, Radiograph.Description known) {
    return new ModelInput(
        view.samples(), covariates(known.subject(), known.acquisition(), view.spacingKnown()));
  }

  /**
   * Returns an input that holds copies.
   *
   * @param image canonical samples, row-major, {@link #IMAGE_SIZE} of them
   * @param covariates as made by {@link #covariates(Subject, Acquisition, boolean)}
   */
  public static ModelInput copyOf(float[] image, float[] covariates) {
    if (image.length != IMAGE_SIZE || covariates.length != COVARIATE_COUNT) {
      throw new IllegalArgumentException(
          "%d samples and %d covariates, not %d and %d"
              .formatted(image.length, covariates.length, IMAGE_SIZE, COVARIATE_COUNT));
    }
    return new ModelInput(image.clone(), covariates.clone());
  }

  /** The mirror image, of which the same is known. */
  public ModelInput mirrored() {
    return new ModelInput(MirrorImage.of(image), covariates);
  }

  /** Returns the covariates of a subject and an exposure, {@link #COVARIATE_COUNT} of them. */
  public static float[] covariates(Subject subject, Acquisition acquisition, boolean spacingKnown) {
    float[] covariates = new float[COVARIATE_COUNT];
    put(covariates, 0, subject.ageYears(), 65, 12);
    OptionalDouble sex =
        subject.sex().isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(subject.sex().get() == Sex.MALE ? 1 : -1);
    put(covariates, 2, sex, 0, 1);
    put(covariates, 4, subject.heightCm(), 160, 10);
    put(covariates, 6, subject.weightKg(), 60, 12);
    put(covariates, 8, plausibleKvp(acquisition), 80, 10);
    covariates[11] = spacingKnown ? 1 : 0;
    return covariates;
  }

  /** A copy of the image, row-major, bone bright. */
  public float[] image() {
    return image.clone();
  }

  /** A copy of the covariates. */
  public float[] covariates() {
    return covariates.clone();
  }

  private static void put(
      float[] covariates, int index, OptionalDouble value, double centre, double unit) {
    if (value.isPresent()) {
      double standardised = (value.getAsDouble() - centre) / unit;
      covariates[index] = (float) Math.clamp(standardised, -LIMIT, LIMIT);
      covariates[index + 1] = 1;
    }
  }

  /** A header's tube voltage outside 40 to 150 kV is a slip (often 0, or volts), hence unknown. */
  private static OptionalDouble plausibleKvp(Acquisition acquisition) {
    OptionalDouble kvp = acquisition.kvp();
    return kvp.isPresent() && kvp.getAsDouble() >= 40 && kvp.getAsDouble() <= 150
        ? kvp
        : OptionalDouble.empty();
  }
}
