package org.trabecula.dicom.deidentify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.trabecula.dicom.Frame;

/**
 * Finds lines of burned-in text near the borders: three or more letter-like strokes of one height
 * and one grey side by side, bright or dark, along rows or columns. One or two letters are the
 * marker of a side, and stay.
 */
final class TextFinder {
  /** Strokes of a line stand out by this share of the range; those beside it by less. */
  private static final double CLEAR = 0.25;

  private static final double FAINT = 0.1;

  /** How far beside a line, in heights of its letters, and how tall. */
  private static final double BESIDE = 1.5;

  private static final double TALLEST_BESIDE = 2.2;
  private static final int MOST_ROWS = 1 << 20;
  private static final int FEWEST_LETTERS = 3;

  /** Letters that touch are one stroke; two such strokes need as many letters by their width. */
  private static final int FEWEST_OF_TWO = 4;

  private static final double LIKE_HEIGHT = 2.0;
  private static final double OFF_LINE = 0.5;
  private static final double WIDEST_GAP = 1.3;
  private static final double LIKE_LEVEL = 0.12;
  private static final double MARGIN = 0.4;

  /** More strokes than this are noise of the film, not text. */
  private static final int MOST_GLYPHS = 20_000;

  private TextFinder() {}

  /** The boxes of the lines, with a margin; not in a certain order. */
  static List<Box> find(Frame frame) {
    Plane plane = Plane.of(frame);
    Set<Box> boxes = new LinkedHashSet<>();
    for (Plane side : List.of(plane, plane.negative())) {
      Glyphs glyphs = new Glyphs(side, new Border(plane.rows(), plane.columns()));
      List<Glyphs.Glyph> clear = glyphs.letters(CLEAR);
      if (clear.size() <= MOST_GLYPHS) {
        double level = LIKE_LEVEL * plane.range();
        List<Box> lines = new ArrayList<>(lines(clear, level));
        lines(clear.stream().map(TextFinder::transposed).toList(), level).stream()
            .map(Box::transposed)
            .forEach(lines::add);
        boxes.addAll(lines.isEmpty() ? lines : grown(lines, glyphs.letters(FAINT), level));
      }
    }
    return boxes.stream().map(box -> withMargin(box, plane)).toList();
  }

  /** Lines take in the fainter strokes beside them, and those what is beside these. */
  private static List<Box> grown(List<Box> lines, List<Glyphs.Glyph> strokes, double level) {
    List<Box> grown = new ArrayList<>();
    for (Box line : lines) {
      int letter = Math.min(line.height(), line.width());
      int grey =
          strokes.stream()
              .filter(stroke -> line.meets(stroke.box()))
              .mapToInt(Glyphs.Glyph::level)
              .max()
              .orElse(0);
      List<Box> left =
          new ArrayList<>(
              strokes.stream()
                  .filter(stroke -> Math.abs(stroke.level() - grey) <= level / 4)
                  .map(Glyphs.Glyph::box)
                  .filter(box -> Math.min(box.height(), box.width()) <= TALLEST_BESIDE * letter)
                  .toList());
      Box whole = line;
      for (boolean more = true; more; ) {
        Box reach = whole.grown((int) Math.ceil(BESIDE * letter), MOST_ROWS, MOST_ROWS);
        List<Box> near = left.stream().filter(reach::meets).toList();
        left.removeAll(near);
        whole = near.stream().reduce(whole, Box::union);
        more = !near.isEmpty();
      }
      grown.add(whole);
    }
    return grown;
  }

  private static Glyphs.Glyph transposed(Glyphs.Glyph glyph) {
    return new Glyphs.Glyph(glyph.box().transposed(), glyph.level());
  }

  private static Box withMargin(Box box, Plane plane) {
    int margin = 2 + (int) Math.ceil(MARGIN * Math.min(box.height(), box.width()));
    return box.grown(margin, plane.rows(), plane.columns());
  }

  /** Groups of neighbours along rows. */
  private static List<Box> lines(List<Glyphs.Glyph> glyphs, double level) {
    List<Glyphs.Glyph> sorted =
        glyphs.stream()
            .filter(glyph -> glyph.box().width() <= 7 * glyph.box().height())
            .sorted(Comparator.comparingInt(glyph -> glyph.box().left()))
            .toList();
    int[] parent = new int[sorted.size()];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
    }
    for (int i = 0; i < parent.length; i++) {
      for (int j = i + 1; j < parent.length && !isBeyond(sorted.get(i), sorted.get(j)); j++) {
        if (areNeighbours(sorted.get(i), sorted.get(j), level)) {
          parent[root(parent, i)] = root(parent, j);
        }
      }
    }
    return boxes(sorted, parent);
  }

  private static List<Box> boxes(List<Glyphs.Glyph> glyphs, int[] parent) {
    Box[] box = new Box[parent.length];
    double[] letters = new double[parent.length];
    int[] strokes = new int[parent.length];
    for (int i = 0; i < parent.length; i++) {
      int root = root(parent, i);
      Box one = glyphs.get(i).box();
      box[root] = box[root] == null ? one : box[root].union(one);
      strokes[root]++;
      letters[root] += Math.max(1, Math.round(one.width() / (1.1 * one.height())));
    }
    List<Box> lines = new ArrayList<>();
    for (int i = 0; i < parent.length; i++) {
      boolean enough =
          strokes[i] >= FEWEST_LETTERS || strokes[i] == 2 && letters[i] >= FEWEST_OF_TWO;
      if (box[i] != null && enough && box[i].width() > box[i].height()) {
        lines.add(box[i]);
      }
    }
    return lines;
  }

  private static int root(int[] parent, int of) {
    int at = of;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** Whether {@code right}, and so all that start further right, is too far for a neighbour. */
  private static boolean isBeyond(Glyphs.Glyph left, Glyphs.Glyph right) {
    double height = LIKE_HEIGHT * left.box().height();
    return right.box().left() - left.box().right() > WIDEST_GAP * height;
  }

  private static boolean areNeighbours(Glyphs.Glyph left, Glyphs.Glyph right, double level) {
    Box a = left.box();
    Box b = right.box();
    int taller = Math.max(a.height(), b.height());
    int lower = Math.min(a.height(), b.height());
    double offLine = Math.abs((a.top() + a.bottom()) - (b.top() + b.bottom())) / 2.0;
    return taller <= LIKE_HEIGHT * lower
        && offLine <= OFF_LINE * taller
        && b.left() - a.right() <= WIDEST_GAP * taller
        && Math.abs(left.level() - right.level()) <= level;
  }
}
