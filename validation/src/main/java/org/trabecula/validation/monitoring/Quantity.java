package org.trabecula.validation.monitoring;

import java.util.Optional;
import org.trabecula.densitometry.Site;

/** What is charted of a device. */
public sealed interface Quantity {

  /** The mean density of a site, adjusted for age and sex where these are known. */
  record Density(Site site) implements Quantity {}

  /** How far the adjusted densities of a site scatter within a period. */
  record Spread(Site site) implements Quantity {}

  /** The mean of an exposure tag over the films of a view. */
  record Tag(ExposureTag tag, String view) implements Quantity {
    public Tag {
      if (!view.matches("[a-z-]+")) {
        throw new IllegalArgumentException("'%s' is no view".formatted(view));
      }
    }
  }

  /**
   * The share of films that are refused.
   *
   * @param reason if only those refused for it count
   */
  record Refused(Optional<String> reason) implements Quantity {}

  /** The share of estimated films whose call is undetermined. */
  record Undetermined() implements Quantity {}

  /** The name in files, for instance {@code density/L1-L4}. */
  default String id() {
    return switch (this) {
      case Density(Site site) -> "density/" + site.label();
      case Spread(Site site) -> "spread/" + site.label();
      case Tag(ExposureTag tag, String view) -> tag.id() + "/" + view;
      case Refused(Optional<String> reason) -> "refused" + reason.map(r -> "/" + r).orElse("");
      case Undetermined() -> "undetermined";
    };
  }

  /**
   * Returns the quantity of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Quantity of(String id) {
    String[] parts = id.split("/", 2);
    String what = parts[0];
    Optional<String> more = parts.length == 2 ? Optional.of(parts[1]) : Optional.empty();
    if (what.equals("refused")) {
      return new Refused(more);
    }
    if (what.equals("undetermined") && more.isEmpty()) {
      return new Undetermined();
    }
    String of =
        more.orElseThrow(() -> new IllegalArgumentException("'%s' is no figure".formatted(id)));
    return switch (what) {
      case "density" -> new Density(Site.of(of));
      case "spread" -> new Spread(Site.of(of));
      default -> new Tag(ExposureTag.of(what), of);
    };
  }

  /** The name in print. */
  default String label() {
    return switch (this) {
      case Density(Site site) -> "BMD " + site.label();
      case Spread(Site site) -> "Spread of BMD " + site.label();
      case Tag(ExposureTag tag, String view) -> "%s, %s".formatted(tag.label(), view);
      case Refused(Optional<String> reason) ->
          reason
              .map(r -> "Refused: " + r.replace('_', ' ').toLowerCase(java.util.Locale.ROOT))
              .orElse("Refused films");
      case Undetermined() -> "Undetermined calls";
    };
  }

  /** The unit; empty for shares and the exposure index. */
  default String unit() {
    return switch (this) {
      case Density ignored -> "g/cm\u00b2";
      case Spread ignored -> "g/cm\u00b2";
      case Tag(ExposureTag tag, String ignored) -> tag.unit();
      case Refused ignored -> "";
      case Undetermined ignored -> "";
    };
  }

  /** Whether it is a share of films. */
  default boolean isShare() {
    return this instanceof Refused || this instanceof Undetermined;
  }

  /** Whether only a rise gives an alarm: a reason for refusals that gets rarer is no concern. */
  default boolean isOnlyARiseAlarming() {
    return this instanceof Refused(Optional<String> reason) && reason.isPresent();
  }
}
