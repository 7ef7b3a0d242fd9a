package org.trabecula.dicom.deidentify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds connected strokes near the borders that could be letters: sharp, even, of letter size. */
final class Glyphs {
  /**
   * A stroke that could be a letter.
   *
   * @param level its brightest value
   */
  record Glyph(Box box, int level) {}

  /** Burned-in strokes have one value; within this share of the range. */
  private static final double EVEN = 0.08;

  private static final double EVEN_SHARE = 0.45;
  private static final int LOWEST = 5;
  private static final double HIGHEST = 0.06;
  private static final double WIDEST = 10;
  private static final double THINNEST_FILL = 0.12;
  private static final double FULLEST_FILL = 0.92;

  private final Plane plane;
  private final Border border;
  private final double range;
  private final int[] hat;
  private final boolean[] marked;
  private final int[] stack;

  /** Of bright strokes that touch the border strip. */
  Glyphs(Plane plane, Border border) {
    this.plane = plane;
    this.border = border;
    this.range = plane.range();
    int stroke = Math.max(7, Math.min(plane.rows(), plane.columns()) / 80) | 1;
    this.hat = plane.topHat(stroke);
    this.marked = new boolean[hat.length];
    this.stack = new int[hat.length];
  }

  /** Strokes that stand out by at least this share of the range of the image. */
  List<Glyph> letters(double contrast) {
    for (int i = 0; i < hat.length; i++) {
      marked[i] = hat[i] >= contrast * range;
    }
    return all();
  }

  private List<Glyph> all() {
    List<Glyph> found = new ArrayList<>();
    for (int row = 0; row < plane.rows(); row++) {
      for (int column = 0; column < plane.columns(); column++) {
        if (border.contains(row, column) && marked[row * plane.columns() + column]) {
          int size = flood(row, column);
          Glyph glyph = glyph(size);
          if (isLetterLike(glyph, size)) {
            found.add(glyph);
          }
        }
      }
    }
    return found;
  }

  /** Collects the stroke at a pixel into the stack and unmarks it; strokes join by corners, too. */
  private int flood(int row, int column) {
    int size = 0;
    stack[size++] = row * plane.columns() + column;
    marked[stack[0]] = false;
    for (int next = 0; next < size; next++) {
      int r = stack[next] / plane.columns();
      int c = stack[next] % plane.columns();
      for (int y = Math.max(0, r - 1); y <= Math.min(plane.rows() - 1, r + 1); y++) {
        for (int x = Math.max(0, c - 1); x <= Math.min(plane.columns() - 1, c + 1); x++) {
          int at = y * plane.columns() + x;
          if (marked[at]) {
            marked[at] = false;
            stack[size++] = at;
          }
        }
      }
    }
    return size;
  }

  private Glyph glyph(int size) {
    int top = Integer.MAX_VALUE;
    int left = Integer.MAX_VALUE;
    int bottom = 0;
    int right = 0;
    int level = Integer.MIN_VALUE;
    for (int i = 0; i < size; i++) {
      int row = stack[i] / plane.columns();
      int column = stack[i] % plane.columns();
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row + 1);
      right = Math.max(right, column + 1);
      level = Math.max(level, plane.at(row, column));
    }
    return new Glyph(new Box(top, left, bottom, right), level);
  }

  private boolean isLetterLike(Glyph glyph, int size) {
    Box box = glyph.box();
    int longer = Math.max(box.height(), box.width());
    int shorter = Math.min(box.height(), box.width());
    double fill = (double) size / ((double) box.height() * box.width());
    boolean slender = shorter * 3 < longer;
    return longer >= LOWEST
        && shorter <= HIGHEST * Math.max(plane.rows(), plane.columns())
        && longer <= WIDEST * Math.max(shorter, 2)
        && fill >= THINNEST_FILL
        && (fill <= FULLEST_FILL || slender)
        && isEven(glyph.level(), size);
  }

  private boolean isEven(int level, int size) {
    int near = 0;
    for (int i : Arrays.copyOf(stack, size)) {
      int value = plane.at(i / plane.columns(), i % plane.columns());
      near += level - value <= EVEN * range ? 1 : 0;
    }
    return near >= EVEN_SHARE * size;
  }
}
