package org.trabecula.validation.figure;

/**
 * A drawing with its words.
 *
 * @param name file name without ending, lower case letters, digits and hyphens; names differ within
 *     a study
 * @param title what is drawn
 * @param caption what is to be seen, with n, intervals and, where so, the word synthetic
 */
public record Figure(String name, String title, String caption, Drawing drawing) {
  public Figure {
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("'%s' is no name of a figure".formatted(name));
    }
  }

  /** A file of its own. */
  public String svg() {
    return SvgWriter.file(this);
  }

  /** An element within an HTML page. */
  public String inline() {
    return SvgWriter.element(this);
  }
}
