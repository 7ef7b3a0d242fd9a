package org.trabecula.dicom;

import org.trabecula.dicom.codec.CodecException;
import org.trabecula.dicom.codec.Jpeg;
import org.trabecula.dicom.codec.Jpeg2000;
import org.trabecula.dicom.codec.JpegLs;
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
    return stored(cells, description, description.layout().photometric().replace("_422", ""));
  }

  private static Frame compressed(
      Element.Encapsulated pixels, TransferSyntax syntax, PixelDescription description, int index)
      throws ParseException, CodecException {
    requireWidth(description);
    TransferSyntax.Coding coding = syntax.coding();
    if (coding == TransferSyntax.Coding.UNSUPPORTED || coding == TransferSyntax.Coding.NATIVE) {
      throw new ParseException(
          new DicomFailure.UnsupportedTransferSyntax(syntax.uid(), syntax.name()));
    }
    byte[] frame = new Fragments(pixels.fragments(), description.layout().frames()).frame(index);
    int[] cells = cells(coding, frame, description);
    if (isLossy(coding)) {
      clamp(cells, description);
    }
    return stored(cells, description, photometric(coding, description));
  }

  private static int[] cells(
      TransferSyntax.Coding coding, byte[] frame, PixelDescription description)
      throws CodecException {
    Shape shape = description.shape();
    return switch (coding) {
      case RLE -> Rle.decode(frame, shape, description.bitsAllocated() / 8);
      case JPEG_BASELINE, JPEG_EXTENDED, JPEG_LOSSLESS -> Jpeg.decode(frame, shape);
      case JPEG_LS_LOSSLESS, JPEG_LS_NEAR -> JpegLs.decode(frame, shape);
      case JPEG_2000_LOSSLESS, JPEG_2000 -> Jpeg2000.decode(frame, shape);
      case NATIVE, UNSUPPORTED -> throw new IllegalArgumentException("coding " + coding);
    };
  }

  private static boolean isLossy(TransferSyntax.Coding coding) {
    return switch (coding) {
      case JPEG_BASELINE, JPEG_EXTENDED, JPEG_LS_NEAR, JPEG_2000 -> true;
      case NATIVE, RLE, JPEG_LOSSLESS, JPEG_LS_LOSSLESS, JPEG_2000_LOSSLESS, UNSUPPORTED -> false;
    };
  }

  /** An overshoot of a lossy codec must not wrap around when it is masked to the bits stored. */
  private static void clamp(int[] cells, PixelDescription description) {
    if (description.signed()) {
      return;
    }
    int largest = description.largest();
    for (int i = 0; i < cells.length; i++) {
      cells[i] = Math.clamp(cells[i], 0, largest);
    }
  }

  /** JPEG 2000 undoes its own colour transform (PS3.5 section 8.2.4). */
  private static String photometric(TransferSyntax.Coding coding, PixelDescription description) {
    String declared = description.layout().photometric().replace("_422", "");
    boolean undone =
        coding == TransferSyntax.Coding.JPEG_2000
            || coding == TransferSyntax.Coding.JPEG_2000_LOSSLESS;
    return undone && declared.startsWith("YBR") ? "RGB" : declared;
  }

  /** Stored values are {@code int}s. */
  private static void requireWidth(PixelDescription description) throws ParseException {
    int bits = description.bitsStored();
    if (bits > 32 || (bits == 32 && !description.signed())) {
      throw new ParseException(
          new DicomFailure.UnsupportedPixels("%d bits stored, unsigned".formatted(bits)));
    }
  }

  private static Frame stored(int[] cells, PixelDescription description, String photometric) {
    for (int i = 0; i < cells.length; i++) {
      cells[i] = description.stored(cells[i]);
    }
    return new Frame(description.shape(), description, photometric, cells);
  }
}
