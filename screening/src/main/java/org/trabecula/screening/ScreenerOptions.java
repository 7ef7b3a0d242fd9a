package org.trabecula.screening;

/**
 * How a screener works.
 *
 * @param threads that one inference uses, at least 1
 */
public record ScreenerOptions(int threads) {
  /** One image at a time, on two threads. */
  public static final ScreenerOptions STANDARD = new ScreenerOptions(2);

  public ScreenerOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("threads is %d, not at least 1".formatted(threads));
    }
  }
}
