package org.trabecula.app;

import java.io.Serial;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The command line asks for something that cannot be. */
final class WrongUsage extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private WrongUsage(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Wrong usage in one sentence. */
  static WrongUsage of(String sentence) {
    return new WrongUsage(sentence, null);
  }

  /** Makes a value of what the user stated; what the value rejects is wrong usage. */
  static <T> T checked(Supplier<T> stated) {
    try {
      return stated.get();
    } catch (IllegalArgumentException e) {
      throw new WrongUsage(e.getMessage() == null ? e.toString() : e.getMessage(), e);
    }
  }
}
