package org.trabecula.validation;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** A figure that the data may leave undefined. */
public sealed interface Statistic {

  /** The data define the figure. */
  record Known(Estimate estimate) implements Statistic {}

  /**
   * The data do not define the figure.
   *
   * @param reason in words, for instance {@code no subject has a low density}
   */
  record Undefined(String reason) implements Statistic {
    public Undefined {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("reason is blank");
      }
    }
  }

  /** Returns the figure as known. */
  static Statistic of(Estimate estimate) {
    return new Known(estimate);
  }

  /** Returns the reason why there is no figure. */
  static Statistic undefined(String reason) {
    return new Undefined(reason);
  }

  /** The figure, if it is defined. */
  default Optional<Estimate> known() {
    return switch (this) {
      case Known(Estimate estimate) -> Optional.of(estimate);
      case Undefined ignored -> Optional.empty();
    };
  }

  /** The same with the figure changed, if there is one. */
  default Statistic map(UnaryOperator<Estimate> change) {
    return switch (this) {
      case Known(Estimate estimate) -> new Known(change.apply(estimate));
      case Undefined undefined -> undefined;
    };
  }

  /** The figure with its interval in print, or the reason. */
  default String text(int decimals) {
    return switch (this) {
      case Known(Estimate estimate) -> estimate.text(decimals);
      case Undefined(String reason) -> "undefined: " + reason;
    };
  }
}
