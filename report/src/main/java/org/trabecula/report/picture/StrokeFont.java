package org.trabecula.report.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Letters as strokes on a grid 4 wide and 6 high, so that a label needs no installed font: a bare
 * server has none, and a picture shall not depend on it. Lower case is drawn as upper case, an
 * unknown character as a gap.
 */
final class StrokeFont {
  /** Height of a letter on its grid. */
  static final double HEIGHT = 6;

  private static final double WIDTH = 4;
  private static final double ADVANCE = 5.6;

  /** One letter per line, then its strokes; a stroke is a run of digit pairs, x and y. */
  private static final String TABLE =
      """
      A 062046 1535
      B 00063645443303 033342413000
      C 4130100105163645
      D 00062644422000
      E 40000646 0333
      F 400006 0333
      G 41301001051636454323
      H 0006 4046 0343
      I 1030 2026 1636
      J 404536160504
      K 0006 4003 1346
      L 000646
      M 0600234046
      N 06004640
      O 103041453616050110
      P 06003041423303
      Q 103041453616050110 2446
      R 06003041423303 2346
      S 4130100102134445361605
      T 0040 2026
      U 000516364540
      V 002640
      W 0016233640
      X 0046 4006
      Y 002340 2326
      Z 00400646
      0 103041453616050110
      1 112026 1636
      2 01103041420646
      3 01103041423344453616 05162333
      4 363004440444
      5 400003334445361605
      6 4130100105163645443303
      7 004016
      8 103041423313020110 133344453616050413
      9 0516364541301001021343
      . 2526
      , 2517
      - 1333
      + 2125 0343
      / 0640
      : 2122 2425
      % 0640 00100111 3545
      = 0242 0444
      < 410345
      > 014305
      ( 30212536
      ) 10212516
      """;

  private static final Map<Character, List<List<Point>>> LETTERS = parsed();

  private StrokeFont() {}

  /** Width of a text on the grid. */
  static double width(String text) {
    return text.isEmpty() ? 0 : (text.length() - 1) * ADVANCE + WIDTH;
  }

  /** The strokes of a text on the grid, the origin at its upper left corner. */
  static List<List<Point>> strokes(String text) {
    List<List<Point>> all = new ArrayList<>();
    String letters = text.toUpperCase(Locale.ROOT);
    for (int i = 0; i < letters.length(); i++) {
      double left = i * ADVANCE;
      for (List<Point> stroke : LETTERS.getOrDefault(letters.charAt(i), List.of())) {
        all.add(stroke.stream().map(p -> new Point(p.x() + left, p.y())).toList());
      }
    }
    return all;
  }

  private static Map<Character, List<List<Point>>> parsed() {
    Map<Character, List<List<Point>>> letters = new HashMap<>();
    TABLE
        .lines()
        .forEach(line -> {
          List<List<Point>> strokes = new ArrayList<>();
          for (String digits : line.substring(2).split(" ", -1)) {
            strokes.add(stroke(digits));
          }
          letters.put(line.charAt(0), strokes);
        });
    return Map.copyOf(letters);
  }

  private static List<Point> stroke(String digits) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < digits.length(); i += 2) {
      points.add(new Point(digits.charAt(i) - '0', digits.charAt(i + 1) - '0'));
    }
    return points;
  }
}
