package org.trabecula.simulation.look;

import java.util.random.RandomGenerator;
import org.trabecula.simulation.physics.Plane;

/** Letters on a film: of lead in the beam, or burnt in afterwards. */
final class Marking {
  private Marking() {}

  /** A lead letter somewhere along the border of the field; attenuates what lies under it. */
  static void lead(Plane plane, float[] attenuation, float[] depth, RandomGenerator random) {
    char letter = random.nextBoolean() ? 'R' : 'L';
    double heightMm = random.nextDouble(12, 24);
    int dot = Math.max(1, (int) Math.round(heightMm / Glyphs.HEIGHT / plane.pitchMm()));
    int height = dot * Glyphs.HEIGHT;
    int width = dot * Glyphs.WIDTH;
    float extra = (float) random.nextDouble(1.2, 4);
    boolean mirrored = random.nextDouble() < 0.1;
    for (int attempt = 0; attempt < 20; attempt++) {
      int top = random.nextInt(Math.max(1, plane.rows() - height));
      int left = random.nextInt(Math.max(1, plane.columns() - width));
      float inside = depth[(top + height / 2) * plane.columns() + left + width / 2];
      if (inside > heightMm / 2 && inside < heightMm / 2 + 45) {
        stamp(plane, new Stamp(letter, top, left, dot, mirrored), i -> attenuation[i] += extra);
        return;
      }
    }
  }

  /** A line of characters in a corner, as an acquisition station burns it in. */
  static void text(Plane plane, float[] picture, RandomGenerator random) {
    int dot = Math.max(1, (int) Math.round(random.nextDouble(0.4, 1.1) / plane.pitchMm()));
    int length = random.nextInt(3, 14);
    int advance = (Glyphs.WIDTH + 1) * dot;
    int lines = random.nextInt(1, 4);
    boolean right = random.nextBoolean();
    boolean bottom = random.nextBoolean();
    int margin = 3 * dot;
    int left = right ? plane.columns() - margin - length * advance : margin;
    float ink = random.nextDouble() < 0.85 ? 1 : 0;
    for (int line = 0; line < lines; line++) {
      int offset = margin + line * (Glyphs.HEIGHT + 2) * dot;
      int top = bottom ? plane.rows() - offset - Glyphs.HEIGHT * dot : offset;
      for (int k = 0; k < length; k++) {
        char letter = Glyphs.AVAILABLE.charAt(random.nextInt(Glyphs.AVAILABLE.length()));
        stamp(plane, new Stamp(letter, top, left + k * advance, dot, false), i -> picture[i] = ink);
      }
    }
  }

  private record Stamp(char letter, int top, int left, int dot, boolean mirrored) {}

  private static void stamp(Plane plane, Stamp stamp, java.util.function.IntConsumer ink) {
    for (int r = 0; r < Glyphs.HEIGHT * stamp.dot; r++) {
      for (int c = 0; c < Glyphs.WIDTH * stamp.dot; c++) {
        int column = c / stamp.dot;
        int shown = stamp.mirrored ? Glyphs.WIDTH - 1 - column : column;
        int row = stamp.top + r;
        int at = stamp.left + c;
        if (row >= 0
            && row < plane.rows()
            && at >= 0
            && at < plane.columns()
            && Glyphs.dot(stamp.letter, r / stamp.dot, shown)) {
          ink.accept(row * plane.columns() + at);
        }
      }
    }
  }
}
