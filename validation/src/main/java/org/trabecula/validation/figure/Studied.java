package org.trabecula.validation.figure;

import java.util.Locale;

/**
 * What the values of a figure are of.
 *
 * @param of in print, for instance {@code L1-L4}
 * @param synthetic whether they are simulated; then every figure is called so
 */
public record Studied(String of, boolean synthetic) {

  /** The name of a figure of it, or of a section of a report. */
  public String name(String kind) {
    String words = (of + " " + kind).toLowerCase(Locale.ROOT).replace("\u2212", "minus ");
    return words.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  Figure figure(String kind, String title, String caption, Drawing drawing) {
    String whole =
        synthetic ? caption + " Synthetic: simulated subjects and radiographs." : caption;
    return new Figure(name(kind), of + ": " + title, whole, drawing);
  }
}
