package org.trabecula.dicom.codec;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageReader;

/**
 * JPEG 2000 (ISO/IEC 15444-1) by jai-imageio-jpeg2000, at most 16 bits. The reader is made
 * directly, so that no other plug-in on the class path can take its place.
 */
public final class Jpeg2000 {
  private static final int SOC = 0x4F;
  private static final int SIZ = 0x51;
  private static final int CAPABILITY_HTJ2K = 0x4000;
  private static final long MOST_TILES = 4096;
  private static final int BYTES_PER_SAMPLE_BOUND = 1 << 14;

  private Jpeg2000() {}

  /** Decodes a frame; samples are signed where the codestream says so. */
  public static int[] decode(byte[] frame, Shape shape) throws CodecException {
    byte[] bytes = codestream(frame);
    checkSize(bytes, shape);
    if (shape.size() / BYTES_PER_SAMPLE_BOUND > bytes.length) {
      throw CodecException.damaged("JPEG 2000 holds too few bytes for the frame");
    }
    try {
      return samples(raster(bytes), shape);
    } catch (VirtualMachineError e) {
      throw e;
    } catch (RuntimeException | IOException | Error e) {
      // The library reports damage by exceptions and errors of many kinds.
      throw CodecException.damaged("JPEG 2000 cannot be decoded");
    }
  }

  /** Some writers leave the boxes of a JP2 file around the codestream (PS3.5 section A.4.4). */
  private static byte[] codestream(byte[] frame) {
    if (frame.length < 12 || frame[4] != 'j' || frame[5] != 'P') {
      return frame;
    }
    for (int i = 12; i + 3 < frame.length; i++) {
      boolean start =
          (frame[i] & 0xFF) == 0xFF
              && frame[i + 1] == SOC
              && (frame[i + 2] & 0xFF) == 0xFF
              && frame[i + 3] == SIZ;
      if (start) {
        return Arrays.copyOfRange(frame, i, frame.length);
      }
    }
    return frame;
  }

  private static Raster raster(byte[] bytes) throws IOException {
    ImageReader reader = new J2KImageReaderSpi().createReaderInstance(null);
    try (BoundedInput input = new BoundedInput(bytes)) {
      reader.setInput(input, false, true);
      return reader.readRaster(0, null);
    } finally {
      reader.dispose();
    }
  }

  private static int[] samples(Raster raster, Shape shape) throws CodecException {
    shape.requireSame(raster.getHeight(), raster.getWidth(), raster.getNumBands());
    int[] samples = new int[shape.size()];
    return raster.getPixels(
        raster.getMinX(), raster.getMinY(), raster.getWidth(), raster.getHeight(), samples);
  }

  /** Reads the SIZ segment (15444-1 section A.5.1) before the library allocates by it. */
  private static void checkSize(byte[] bytes, Shape shape) throws CodecException {
    JpegMarkers markers = new JpegMarkers(bytes);
    markers.require(SOC);
    if (bytes.length < 4 || (bytes[2] & 0xFF) != 0xFF || bytes[3] != SIZ) {
      throw CodecException.damaged("JPEG 2000 without its size");
    }
    markers.seek(4);
    JpegMarkers.Segment size = markers.segment();
    int capabilities = size.u16();
    long right = size.u32();
    long bottom = size.u32();
    long left = size.u32();
    long top = size.u32();
    long tileWidth = size.u32();
    long tileHeight = size.u32();
    long tiles =
        tiles(left, right, tileWidth, size.u32()) * tiles(top, bottom, tileHeight, size.u32());
    int components = size.u16();
    shape.requireSame(dimension(bottom - top), dimension(right - left), components);
    if ((capabilities & CAPABILITY_HTJ2K) != 0) {
      throw CodecException.unsupported("high-throughput JPEG 2000");
    }
    if (tiles > MOST_TILES) {
      throw CodecException.unsupported("JPEG 2000 of " + tiles + " tiles");
    }
    checkComponents(size, components);
  }

  /** Tiles along one side; the first must hold the beginning of the image (section B.3). */
  private static long tiles(long start, long end, long step, long offset) throws CodecException {
    if (step < 1 || start >= end || offset > start || offset + step <= start) {
      throw CodecException.damaged("JPEG 2000 of an impossible size");
    }
    return (end - offset + step - 1) / step;
  }

  private static void checkComponents(JpegMarkers.Segment size, int components)
      throws CodecException {
    for (int c = 0; c < components; c++) {
      int bits = (size.u8() & 0x7F) + 1;
      if (bits > 16) {
        throw CodecException.unsupported("JPEG 2000 of " + bits + " bits");
      }
      int across = size.u8();
      int down = size.u8();
      if (across != 1 || down != 1) {
        throw CodecException.unsupported("JPEG 2000 with subsampled components");
      }
    }
  }

  private static int dimension(long size) throws CodecException {
    if (size < 1 || size > Integer.MAX_VALUE) {
      throw CodecException.damaged("JPEG 2000 of an impossible size");
    }
    return (int) size;
  }
}
