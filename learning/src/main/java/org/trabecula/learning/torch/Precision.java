package org.trabecula.learning.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** In which numbers the convolutions of training compute; weights and losses are always single. */
public enum Precision {
  SINGLE,
  /** bfloat16 between the first convolution and the heads. */
  BRAIN;

  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

  /** Names that Linux gives to a processor's bfloat16 products, x86 and ARM. */
  private static final Pattern BRAIN_PRODUCTS =
      Pattern.compile("\\b(amx_bf16|avx512_bf16|bf16)\\b");

  /**
   * What this machine computes fastest: a processor without products in bfloat16 imitates them some
   * ten times slower than it computes in single precision.
   */
  public static Precision ofThisMachine() {
    try {
      return Files.isReadable(PROCESSOR) ? of(Files.readString(PROCESSOR)) : SINGLE;
    } catch (IOException e) {
      // A system that hides its processor still trains, in what every processor has.
      return SINGLE;
    }
  }

  /** What a processor computes fastest that describes itself as Linux has it. */
  static Precision of(String description) {
    return BRAIN_PRODUCTS.matcher(description).find() ? BRAIN : SINGLE;
  }
}
