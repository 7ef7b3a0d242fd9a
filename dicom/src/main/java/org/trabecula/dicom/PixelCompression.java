package org.trabecula.dicom;

import java.util.List;
import org.trabecula.dicom.codec.JpegLsEncoder;
import org.trabecula.dicom.codec.Shape;

/** Compresses pixel data without loss (PS3.5 section A.4.3). */
public final class PixelCompression {
  private PixelCompression() {}

  /**
   * The same object in JPEG-LS Lossless.
   *
   * @param object unsigned pixels of 2 to 16 bits in one frame, not compressed
   * @throws IllegalArgumentException of another object
   */
  public static DicomObject jpegLs(DicomObject object) {
    Frame frame =
        switch (PixelData.decode(object)) {
          case Decoding.Decoded(Frame decoded) -> decoded;
          case Decoding.Failed(DicomFailure failure) ->
              throw new IllegalArgumentException(failure.sentence());
        };
    int frames = object.data().integer(Tag.NumberOfFrames).orElse(1);
    if (object.syntax().encapsulated() || frame.signed() || frames > 1) {
      throw new IllegalArgumentException(
          "%d frames, %s, in %s are not compressed"
              .formatted(frames, frame.signed() ? "signed" : "unsigned", object.syntax().name()));
    }
    byte[] coded =
        JpegLsEncoder.encode(
            frame.samples(),
            new Shape(frame.rows(), frame.columns(), frame.samplesPerPixel()),
            frame.bitsStored());
    DataSet data =
        object.data().toBuilder().putFragments(Tag.PixelData, List.of(new byte[0], coded)).build();
    return DicomObject.of(data, TransferSyntax.JPEG_LS_LOSSLESS);
  }
}
