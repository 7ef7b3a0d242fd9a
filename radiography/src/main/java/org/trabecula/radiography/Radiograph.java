package org.trabecula.radiography;

import java.util.Optional;
import org.trabecula.densitometry.Subject;

/**
 * A radiograph as the detector saw it, as far as its processing lets us know.
 *
 * <p>{@code rows x columns} samples, row-major, in a logarithmic domain: a larger sample means more
 * attenuation, differences are proportional to differences of ln(exposure) up to the maker's
 * processing. Scale and offset are the detector's own. A display image is another type, so it can
 * never reach the model.
 */
public final class Radiograph {
  private final int rows;
  private final int columns;
  private final float[] samples;
  private final Description description;

  /**
   * What is known about a radiograph besides its samples.
   *
   * @param spacing pixel spacing in the plane of the patient, if known
   * @param view if the header tells
   * @param intent whether display processing was applied
   */
  public record Description(
      Optional<PixelSpacing> spacing,
      Optional<View> view,
      Laterality laterality,
      PresentationIntent intent,
      Acquisition acquisition,
      Subject subject) {

    /** Nothing but the samples is known. */
    public static final Description UNKNOWN =
        new Description(
            Optional.empty(),
            Optional.empty(),
            Laterality.UNKNOWN,
            PresentationIntent.UNKNOWN,
            Acquisition.UNKNOWN,
            Subject.UNKNOWN);
  }

  private Radiograph(int rows, int columns, float[] samples, Description description) {
    this.rows = rows;
    this.columns = columns;
    this.samples = samples;
    this.description = description;
  }

  /**
   * Returns a radiograph that holds a copy of the samples.
   *
   * @throws IllegalArgumentException if the samples do not fill rows x columns
   */
  public static Radiograph copyOf(int rows, int columns, float[] samples, Description description) {
    return owning(rows, columns, samples.clone(), description);
  }

  /** Returns a radiograph that takes over the array; for readers that have just made it. */
  static Radiograph owning(int rows, int columns, float[] samples, Description description) {
    if (rows < 1 || columns < 1 || samples.length != Math.multiplyExact(rows, columns)) {
      throw new IllegalArgumentException(
          "%d samples do not fill %d rows x %d columns".formatted(samples.length, rows, columns));
    }
    return new Radiograph(rows, columns, samples, description);
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** The sample at a row and column; larger means more attenuation. */
  public float at(int row, int column) {
    return samples[row * columns + column];
  }

  /** A copy of the samples, row-major. */
  public float[] samples() {
    return samples.clone();
  }

  /** The samples themselves, never to be written to. */
  float[] rawSamples() {
    return samples;
  }

  public Description description() {
    return description;
  }

  /** The same samples under another description. */
  public Radiograph describedBy(Description other) {
    return new Radiograph(rows, columns, samples, other);
  }
}
