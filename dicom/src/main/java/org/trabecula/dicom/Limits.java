package org.trabecula.dicom;

/**
 * What a file may ask for at most, so that a hostile one costs neither memory nor time.
 *
 * @param fileBytes bytes of a file, also after inflating
 * @param elementBytes bytes of one value
 * @param elements data elements and items, all levels together
 * @param depth nesting of sequences
 * @param pixels samples of one frame: rows x columns x samples per pixel
 */
public record Limits(long fileBytes, long elementBytes, int elements, int depth, long pixels) {
  private static final Limits STANDARD = new Limits(1L << 30, 1L << 30, 500_000, 64, 64_000_000L);

  /** Checks that all are positive. */
  public Limits {
    if (fileBytes < 1 || elementBytes < 1 || elements < 1 || depth < 1 || pixels < 1) {
      throw new IllegalArgumentException(
          "limits must be positive: %d, %d, %d, %d, %d"
              .formatted(fileBytes, elementBytes, elements, depth, pixels));
    }
    if (fileBytes > Integer.MAX_VALUE - 16) {
      throw new IllegalArgumentException("fileBytes " + fileBytes + " exceeds a Java array");
    }
    if (pixels > Integer.MAX_VALUE - 16) {
      throw new IllegalArgumentException("pixels " + pixels + " exceeds a Java array");
    }
  }

  /** 1 GiB, 500,000 elements, 64 levels, 64 million samples. */
  public static Limits standard() {
    return STANDARD;
  }
}
