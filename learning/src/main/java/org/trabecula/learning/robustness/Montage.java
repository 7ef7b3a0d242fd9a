package org.trabecula.learning.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.radiography.DisplayImage;
import org.trabecula.radiography.GrayImage;
import org.trabecula.radiography.ReadOptions;
import org.trabecula.radiography.Reading;
import org.trabecula.simulation.Film;

/**
 * One subject's film as it is, changed, faulty and erased, side by side as a reader shows them.
 *
 * @param names of the tiles, row by row
 * @param image the tiles, {@value #ACROSS} in a row
 */
record Montage(List<String> names, GrayImage image) {
  private static final int ACROSS = 8;
  private static final int ROWS = 200;
  private static final int COLUMNS = 170;

  Montage {
    names = List.copyOf(names);
  }

  /** A tile, if the film was not refused by the reader. */
  private record Tile(String name, Optional<GrayImage> shown) {
    static Tile of(String name, Film film, ReadOptions stated) {
      return new Tile(
          name,
          film.read(stated) instanceof Reading.Read(var radiograph)
              ? Optional.of(DisplayImage.of(radiograph).pixels())
              : Optional.empty());
    }
  }

  static Montage of(Sitting sitting) {
    List<Tile> tiles = new ArrayList<>();
    tiles.add(Tile.of("first film", sitting.film(), sitting.stated(sitting.film())));
    for (Perturbation p : Perturbations.card()) {
      p.film(sitting).ifPresent(f -> tiles.add(Tile.of(p.name(), f, sitting.stated(f))));
    }
    for (Fault fault : Faults.of(sitting.view())) {
      fault
          .plants()
          .apply(sitting)
          .ifPresent(p -> tiles.add(Tile.of(fault.name(), p.film(), p.stated())));
    }
    for (BoneStudy.Erased what : BoneStudy.Erased.values()) {
      Film film = what.film(sitting);
      tiles.add(Tile.of(what.words(), film, sitting.stated(film)));
    }
    return new Montage(tiles.stream().map(Tile::name).toList(), image(tiles));
  }

  private static GrayImage image(List<Tile> tiles) {
    int down = (tiles.size() + ACROSS - 1) / ACROSS;
    byte[] pixels = new byte[down * ROWS * ACROSS * COLUMNS];
    for (int t = 0; t < tiles.size(); t++) {
      int top = t / ACROSS * ROWS;
      int left = t % ACROSS * COLUMNS;
      tiles.get(t).shown().ifPresent(shown -> draw(shown, pixels, top, left));
    }
    return GrayImage.of8(down * ROWS, ACROSS * COLUMNS, pixels);
  }

  /**
   * Shrinks an image into a tile, two pixels from its edges; each pixel is a mean of what it
   * covers.
   */
  private static void draw(GrayImage image, byte[] pixels, int top, int left) {
    double step = Math.max(image.rows() / (ROWS - 4.0), image.columns() / (COLUMNS - 4.0));
    int rows = (int) (image.rows() / step);
    int columns = (int) (image.columns() / step);
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        int grey = mean(image, r * step, c * step, step);
        pixels[(top + 2 + r) * ACROSS * COLUMNS + left + 2 + c] = (byte) grey;
      }
    }
  }

  private static int mean(GrayImage image, double row, double column, double step) {
    int sum = 0;
    int n = 0;
    for (int r = (int) row; r <= Math.min(image.rows() - 1, (int) (row + step - 1e-9)); r++) {
      for (int c = (int) column;
          c <= Math.min(image.columns() - 1, (int) (column + step - 1e-9));
          c++) {
        sum += image.at(r, c);
        n++;
      }
    }
    return sum / Math.max(1, n);
  }
}
