package org.trabecula.learning.network;

/** The shape of a value, without the batch. */
public sealed interface Shape {

  /** Numbers per example. */
  int size();

  /** Channels of a grid, length of a vector. */
  int channels();

  /** Channels of rows x columns. */
  record Grid(int channels, int rows, int columns) implements Shape {
    public Grid {
      if (channels < 1 || rows < 1 || columns < 1) {
        throw new IllegalArgumentException(
            "A grid of %d channels x %d rows x %d columns is empty"
                .formatted(channels, rows, columns));
      }
    }

    @Override
    public int size() {
      return Math.multiplyExact(channels, pixels());
    }

    /** Rows times columns. */
    public int pixels() {
      return Math.multiplyExact(rows, columns);
    }
  }

  /** One number per channel. */
  record Vector(int channels) implements Shape {
    public Vector {
      if (channels < 1) {
        throw new IllegalArgumentException("A vector of %d numbers is empty".formatted(channels));
      }
    }

    @Override
    public int size() {
      return channels;
    }
  }

  /**
   * Returns this shape as a grid.
   *
   * @throws IllegalArgumentException if it is a vector
   */
  default Grid grid() {
    return switch (this) {
      case Grid grid -> grid;
      case Vector vector -> throw new IllegalArgumentException("A grid is needed, not " + vector);
    };
  }

  /**
   * Returns this shape as a vector.
   *
   * @throws IllegalArgumentException if it is a grid
   */
  default Vector vector() {
    return switch (this) {
      case Vector vector -> vector;
      case Grid grid -> throw new IllegalArgumentException("A vector is needed, not " + grid);
    };
  }
}
