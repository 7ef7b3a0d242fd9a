package org.trabecula.validation.figure;

import java.util.List;

/**
 * A picture as data.
 *
 * @param width in px
 * @param height in px
 * @param shapes in the order in which they are painted
 */
public record Drawing(double width, double height, List<Shape> shapes) {
  public Drawing {
    shapes = List.copyOf(shapes);
  }
}
