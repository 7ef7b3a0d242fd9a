package org.trabecula.learning.labelled;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Films that are one picture, kept twice: the same, or nearly the same after another compression,
 * or mirrored. They must be in one fold, whoever the table says they show.
 *
 * <p>Compared is the fine structure: a small picture less its own blur, for all films of one part
 * of the body are alike in the large.
 */
public final class Twins {
  /**
   * Correlation of fine structure from which two films are one: a judgement. The highest among the
   * 196 films of the knee set, no two of which look like one picture, is 0.75.
   */
  static final double SAME = 0.9;

  /** How much the picture is shrunk. */
  private static final int SHRINK = 2;

  /** Half the side of the blur's window, small pixels. */
  private static final int BLUR = 2;

  private Twins() {}

  /**
   * Two films that are one.
   *
   * @param first index
   * @param second index, larger
   * @param correlation of their fine structure
   */
  public record Pair(int first, int second, double correlation) {}

  /** A picture: rows x columns samples, row-major. */
  record Picture(int rows, int columns, IntFunction<Float> sample) {}

  /** All pairs at or above {@link #SAME} among pictures of one size. */
  static List<Pair> among(List<Picture> pictures) {
    List<float[]> plain = pictures.stream().map(p -> fine(p, false)).toList();
    List<float[]> mirrored = pictures.stream().map(p -> fine(p, true)).toList();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < plain.size(); i++) {
      for (int j = i + 1; j < plain.size(); j++) {
        double correlation =
            Math.max(product(plain.get(i), plain.get(j)), product(plain.get(i), mirrored.get(j)));
        if (correlation >= SAME) {
          pairs.add(new Pair(i, j, correlation));
        }
      }
    }
    return pairs;
  }

  /** Fine structure of mean 0 and length 1; all 0 of a picture without any. */
  private static float[] fine(Picture picture, boolean mirrored) {
    int rows = picture.rows() / SHRINK;
    int columns = picture.columns() / SHRINK;
    double[] small = new double[rows * columns];
    for (int r = 0; r < rows * SHRINK; r++) {
      for (int c = 0; c < columns * SHRINK; c++) {
        int from = mirrored ? picture.columns() - 1 - c : c;
        small[r / SHRINK * columns + c / SHRINK] +=
            picture.sample().apply(r * picture.columns() + from);
      }
    }
    double[] rest = new double[small.length];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        rest[r * columns + c] = small[r * columns + c] - around(small, rows, columns, r, c);
      }
    }
    return unit(rest);
  }

  private static double around(double[] small, int rows, int columns, int row, int column) {
    double sum = 0;
    int count = 0;
    for (int r = Math.max(0, row - BLUR); r <= Math.min(rows - 1, row + BLUR); r++) {
      for (int c = Math.max(0, column - BLUR); c <= Math.min(columns - 1, column + BLUR); c++) {
        sum += small[r * columns + c];
        count++;
      }
    }
    return sum / count;
  }

  private static float[] unit(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double square = 0;
    for (double value : values) {
      square += (value - mean) * (value - mean);
    }
    float[] unit = new float[values.length];
    for (int i = 0; i < unit.length && square > 1e-12; i++) {
      unit[i] = (float) ((values[i] - mean) / Math.sqrt(square));
    }
    return unit;
  }

  private static double product(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  /** The films with the groups of twins made one, by way of others too. */
  static List<LabelledFilm> joined(List<LabelledFilm> films, List<Pair> pairs) {
    List<LabelledFilm> joined = new ArrayList<>(films);
    for (Pair pair : pairs) {
      String kept = joined.get(pair.first()).group();
      String gone = joined.get(pair.second()).group();
      joined.replaceAll(film -> film.group().equals(gone) ? film.in(kept) : film);
    }
    return List.copyOf(joined);
  }
}
