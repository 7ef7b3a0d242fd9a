package org.trabecula.simulation.look;

import java.util.Map;
import java.util.Objects;

/** Letters of 5 x 7 dots, so that marks look the same on every machine. */
final class Glyphs {
  static final int WIDTH = 5;
  static final int HEIGHT = 7;
  static final String AVAILABLE = "RLAPE0123456789";

  private static final Map<Character, String> ROWS =
      Map.ofEntries(
          Map.entry('R', "11110100011000111110101001001010001"),
          Map.entry('L', "10000100001000010000100001000011111"),
          Map.entry('A', "01110100011000111111100011000110001"),
          Map.entry('P', "11110100011000111110100001000010000"),
          Map.entry('E', "11111100001000011110100001000011111"),
          Map.entry('0', "01110100011001110101110011000101110"),
          Map.entry('1', "00100011000010000100001000010001110"),
          Map.entry('2', "01110100010000100110010001000011111"),
          Map.entry('3', "11110000010000101110000010000111110"),
          Map.entry('4', "00010001100101010010111110001000010"),
          Map.entry('5', "11111100001111000001000011000101110"),
          Map.entry('6', "01110100001000011110100011000101110"),
          Map.entry('7', "11111000010001000100010000100001000"),
          Map.entry('8', "01110100011000101110100011000101110"),
          Map.entry('9', "01110100011000101111000010000101110"));

  private Glyphs() {}

  /** Whether a dot of a letter is set. */
  static boolean dot(char letter, int row, int column) {
    return Objects.requireNonNull(ROWS.get(letter), () -> "No glyph for " + letter)
            .charAt(row * WIDTH + column)
        == '1';
  }
}
