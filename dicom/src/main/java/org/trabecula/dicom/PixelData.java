package org.trabecula.dicom;

import org.trabecula.dicom.codec.CodecException;
import org.trabecula.dicom.codec.Rle;
import org.trabecula.dicom.codec.Shape;

/** Decodes pixel data into stored values (PS3.5 section 8, annexes A.4 and G). */
public final class PixelData {
  private PixelData() {}

  /** The first frame, within the standard limits. */
  public static Decoding decode(DicomObject object) {
    return decode(object, 0);
  }

  /** A frame, counted from 0, within the standard limits. */
  public static Decoding decode(DicomObject object, int frame) {
    return decode(object, frame, Limits.standard());
  }

  /** A frame, counted from 0. */
  public static Decoding decode(DicomObject object, int frame, Limits limits) {
    try {
      return new Decoding.Decoded(frame(object, frame, limits));
    } catch (ParseException e) {
      return new Decoding.Failed(e.failure());
    } catch (CodecException e) {
      return new Decoding.Failed(failure(e));
    }
  }

  private static DicomFailure failure(CodecException e) {
    String message = String.valueOf(e.getMessage());
    return e.isUnsupported()
        ? new DicomFailure.UnsupportedPixels(message)
        : new DicomFailure.DamagedPixels(message);
  }

  private static Frame frame(DicomObject object, int index, Limits limits)
      throws ParseException, CodecException {
    Element pixels =
        object
            .data()
            .element(Tag.PixelData)
            .orElseThrow(() -> new ParseException(new DicomFailure.MissingTag(Tag.PixelData)));
    PixelDescription description = PixelDescription.of(object.data(), limits);
    int frames = description.layout().frames();
    if (index < 0 || index >= frames) {
      throw new IllegalArgumentException("frame " + index + " of " + frames);
    }
    return switch (pixels) {
      case Element.Plain plain -> nativeFrame(plain.bytes(), description, index);
      case Element.Encapsulated fragments ->
          compressed(fragments, object.syntax(), description, index);
      case Element.Sequence ignored ->
          throw new ParseException(new DicomFailure.MissingTag(Tag.PixelData));
    };
  }

  private static Frame nativeFrame(Bytes bytes, PixelDescription description, int index)
      throws ParseException {
    requireWidth(description);
    int[] cells = new NativePixels(description).cells(bytes, index);
    return stored(cells, description);
  }

  private static Frame compressed(
      Element.Encapsulated pixels, TransferSyntax syntax, PixelDescription description, int index)
      throws ParseException, CodecException {
    requireWidth(description);
    Shape shape = description.shape();
    switch (syntax.coding()) {
      case RLE -> {
        byte[] frame =
            new Fragments(pixels.fragments(), description.layout().frames()).frame(index);
        return stored(Rle.decode(frame, shape, description.bitsAllocated() / 8), description);
      }
      default ->
          throw new ParseException(
              new DicomFailure.UnsupportedTransferSyntax(syntax.uid(), syntax.name()));
    }
  }

  /** Stored values are {@code int}s. */
  private static void requireWidth(PixelDescription description) throws ParseException {
    int bits = description.bitsStored();
    if (bits > 32 || bits == 32 && !description.signed()) {
      throw new ParseException(
          new DicomFailure.UnsupportedPixels("%d bits stored, unsigned".formatted(bits)));
    }
  }

  private static Frame stored(int[] cells, PixelDescription description) {
    for (int i = 0; i < cells.length; i++) {
      cells[i] = description.stored(cells[i]);
    }
    String photometric = description.layout().photometric().replace("_422", "");
    return new Frame(description.shape(), description, photometric, cells);
  }
}
