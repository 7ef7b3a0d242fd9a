package org.trabecula.dicom.deidentify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.Tag;

/**
 * Strips to mask along the four borders, given by hand.
 *
 * @param top width of the strip, as are the others
 * @param millimetres whether widths are in mm at the detector, not in pixels
 */
public record BorderMask(
    double top, double right, double bottom, double left, boolean millimetres) {
  /** No strips. */
  public static final BorderMask NONE = new BorderMask(0, 0, 0, 0, false);

  private static final Pattern WIDTHS =
      Pattern.compile("([0-9.]+),([0-9.]+),([0-9.]+),([0-9.]+)(mm|px)?");

  /** Checks the widths. */
  public BorderMask {
    for (double width : new double[] {top, right, bottom, left}) {
      if (!(width >= 0 && width <= 1e5)) {
        throw new IllegalArgumentException("A strip is " + width + " wide, not 0 or more");
      }
    }
  }

  /** Reads {@code TOP,RIGHT,BOTTOM,LEFT} in pixels, or in millimetres with {@code mm} behind. */
  public static BorderMask parse(String text) {
    Matcher widths = WIDTHS.matcher(text.replace(" ", "").toLowerCase(Locale.ROOT));
    if (!widths.matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no mask; write TOP,RIGHT,BOTTOM,LEFT, for instance 120,0,80,0 or"
              + " 15,0,10,0mm");
    }
    double[] width = new double[4];
    for (int i = 0; i < width.length; i++) {
      try {
        width[i] = Double.parseDouble(widths.group(1 + i));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("'" + widths.group(1 + i) + "' is no number", e);
      }
    }
    return new BorderMask(width[0], width[1], width[2], width[3], "mm".equals(widths.group(5)));
  }

  boolean isEmpty() {
    return top + right + bottom + left == 0;
  }

  /** The strips on an image; empty where millimetres are given and the header has no spacing. */
  Optional<List<Box>> boxes(DataSet data, int rows, int columns) {
    double rowMm = 1;
    double columnMm = 1;
    if (millimetres) {
      double[] spacing = data.decimals(Tag.ImagerPixelSpacing);
      spacing = spacing.length == 2 ? spacing : data.decimals(Tag.PixelSpacing);
      if (spacing.length != 2 || !(spacing[0] > 0 && spacing[1] > 0)) {
        return Optional.empty();
      }
      rowMm = spacing[0];
      columnMm = spacing[1];
    }
    int fromTop = (int) Math.min(rows, Math.ceil(top / rowMm));
    int fromBottom = (int) Math.min(rows, Math.ceil(bottom / rowMm));
    int fromLeft = (int) Math.min(columns, Math.ceil(left / columnMm));
    int fromRight = (int) Math.min(columns, Math.ceil(right / columnMm));
    List<Box> boxes = new ArrayList<>();
    boxes.add(new Box(0, 0, fromTop, columns));
    boxes.add(new Box(rows - fromBottom, 0, rows, columns));
    boxes.add(new Box(0, 0, rows, fromLeft));
    boxes.add(new Box(0, columns - fromRight, rows, columns));
    boxes.removeIf(box -> box.height() == 0 || box.width() == 0);
    return Optional.of(List.copyOf(boxes));
  }
}
