package org.trabecula.simulation.hardware;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.simulation.skeleton.Camera;
import org.trabecula.simulation.skeleton.Footprint;
import org.trabecula.simulation.skeleton.Point;

/** Sends a camera's rays through pieces, and only where one can be met. */
public final class HardwareCaster {
  /** Takes what a ray met; the crossing is used again for the next ray. */
  @FunctionalInterface
  public interface Sink {
    void accept(int pixel, Crossing crossing);
  }

  private record Placed(Piece piece, Footprint print) {}

  private final Camera camera;
  private final Point source;
  private final List<Placed> all = new ArrayList<>();

  /**
   * @param camera with a focal spot
   * @param pieces as their carriers lie
   */
  public HardwareCaster(Camera camera, List<Piece> pieces) {
    this.camera = camera;
    this.source = camera.source().orElseThrow();
    for (Piece piece : pieces) {
      Footprint print = piece.solid().footprint(camera);
      if (!print.isEmpty()) {
        all.add(new Placed(piece, print));
      }
    }
  }

  /** Casts a block of rows; the last one is excluded. */
  public void cast(int fromRow, int toRow, Sink sink) {
    if (all.isEmpty()) {
      return;
    }
    Crossing crossing = new Crossing();
    for (int row = fromRow; row < toRow; row++) {
      int here = row;
      List<Placed> met =
          all.stream()
              .filter(p -> p.print.firstRow() <= here && here <= p.print.lastRow())
              .toList();
      if (!met.isEmpty()) {
        cast(row, met, crossing, sink);
      }
    }
  }

  private void cast(int row, List<Placed> met, Crossing crossing, Sink sink) {
    Footprint print = Footprint.NONE;
    for (Placed placed : met) {
      print = print.with(placed.print);
    }
    Point start = camera.corner().plus(camera.down().times(row * camera.pitchMm())).minus(source);
    for (int column = print.firstColumn(); column <= print.lastColumn(); column++) {
      Point direction = start.plus(camera.right().times(column * camera.pitchMm())).unit();
      crossing.clear();
      for (Placed placed : met) {
        if (placed.print.firstColumn() <= column && column <= placed.print.lastColumn()) {
          for (Span span : placed.piece.solid().spans(source, direction)) {
            crossing.add(span, placed.piece);
          }
        }
      }
      if (!crossing.isEmpty()) {
        crossing.settle();
        sink.accept(row * camera.columns() + column, crossing);
      }
    }
  }
}
