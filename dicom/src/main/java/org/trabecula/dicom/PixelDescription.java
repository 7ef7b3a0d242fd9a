package org.trabecula.dicom;

import java.util.OptionalInt;
import org.trabecula.dicom.codec.Shape;

/** The image pixel attributes (PS3.3 section C.7.6.3) that decoding needs, checked together. */
record PixelDescription(
    Shape shape, int bitsAllocated, int bitsStored, int highBit, boolean signed, Layout layout) {
  private static final int MOST_SAMPLES = 4;
  private static final int MOST_FRAMES = 1 << 24;

  /** How samples and frames are laid out. */
  record Layout(boolean planar, int frames, String photometric) {}

  static PixelDescription of(DataSet data, Limits limits) throws ParseException {
    Shape shape = shape(data, limits);
    int allocated = require(data, Tag.BitsAllocated);
    int stored = data.integer(Tag.BitsStored).orElse(allocated);
    int high = data.integer(Tag.HighBit).orElse(stored - 1);
    if (allocated < 1 || allocated > 64 || stored < 1 || stored > allocated) {
      throw damaged("Bits Stored %d of %d allocated".formatted(stored, allocated));
    }
    if (high < stored - 1 || high >= allocated) {
      throw damaged("High Bit %d with %d bits stored".formatted(high, stored));
    }
    boolean signed = data.integer(Tag.PixelRepresentation).orElse(0) == 1;
    boolean planar = data.integer(Tag.PlanarConfiguration).orElse(0) == 1;
    int frames = Math.max(1, data.integer(Tag.NumberOfFrames).orElse(1));
    if (frames > MOST_FRAMES) {
      throw new ParseException(
          new DicomFailure.LimitExceeded("number of frames", frames, MOST_FRAMES));
    }
    String photometric = data.string(Tag.PhotometricInterpretation).orElse("");
    return new PixelDescription(
        shape, allocated, stored, high, signed, new Layout(planar, frames, photometric));
  }

  /** The stored value in a pixel cell (PS3.5 section 8.1.1). */
  int stored(int cell) {
    int value = cell >>> (highBit + 1 - bitsStored);
    int unused = Integer.SIZE - bitsStored;
    return signed ? value << unused >> unused : value << unused >>> unused;
  }

  /** The largest stored value. */
  int largest() {
    return signed ? (1 << (bitsStored - 1)) - 1 : (int) ((1L << bitsStored) - 1);
  }

  private static Shape shape(DataSet data, Limits limits) throws ParseException {
    int rows = require(data, Tag.Rows);
    int columns = require(data, Tag.Columns);
    int samples = data.integer(Tag.SamplesPerPixel).orElse(1);
    if (rows < 1 || columns < 1 || samples < 1 || samples > MOST_SAMPLES) {
      throw damaged("%d rows, %d columns, %d samples".formatted(rows, columns, samples));
    }
    long size = (long) rows * columns * samples;
    if (size > limits.pixels()) {
      throw new ParseException(
          new DicomFailure.LimitExceeded("number of samples", size, limits.pixels()));
    }
    return new Shape(rows, columns, samples);
  }

  private static int require(DataSet data, int tag) throws ParseException {
    OptionalInt value = data.integer(tag);
    if (value.isEmpty()) {
      throw new ParseException(new DicomFailure.MissingTag(tag));
    }
    return value.getAsInt();
  }

  private static ParseException damaged(String what) {
    return new ParseException(new DicomFailure.DamagedPixels(what));
  }
}
