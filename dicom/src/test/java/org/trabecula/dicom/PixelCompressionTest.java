package org.trabecula.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PixelCompressionTest {
  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aCompressedFilmIsTheSameFilm(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    DicomObject plain = film(random.nextInt(1, 60), random.nextInt(1, 60), random, 0);
    byte[] bytes = DicomWriter.toBytes(PixelCompression.jpegLs(plain));
    DicomObject back = TestFiles.parsed(bytes);

    assertThat(bytes.length % 2).isZero();
    assertThat(back.syntax()).isEqualTo(TransferSyntax.JPEG_LS_LOSSLESS);
    assertThat(frame(back).samples()).isEqualTo(frame(plain).samples());
    assertThat(frame(back).bitsStored()).isEqualTo(frame(plain).bitsStored());
    assertThat(back.data().string(Tag.PatientID)).contains("p");
    assertThat(back.data().string(Tag.PhotometricInterpretation)).contains("MONOCHROME1");
  }

  @Test
  void aSmoothFilmShrinksToLessThanHalf() {
    DicomObject plain = film(200, 200, new SplittableRandom(3), 0);
    assertThat(DicomWriter.toBytes(PixelCompression.jpegLs(plain)).length)
        .isLessThan(DicomWriter.toBytes(plain).length / 2);
  }

  @Test
  void whatIsSignedOrCompressedIsRefused() {
    SplittableRandom random = new SplittableRandom(4);
    DicomObject signed = film(5, 5, random, 1);
    DicomObject compressed = PixelCompression.jpegLs(film(5, 5, random, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> PixelCompression.jpegLs(signed));
    assertThatIllegalArgumentException().isThrownBy(() -> PixelCompression.jpegLs(compressed));
    DicomObject empty =
        DicomObject.of(DataSet.builder().build(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    assertThatIllegalArgumentException().isThrownBy(() -> PixelCompression.jpegLs(empty));
  }

  /** A slope with a little noise, as films are. */
  private static DicomObject film(int rows, int columns, SplittableRandom random, int signed) {
    int bits = random.nextInt(8, 17);
    int top = (1 << bits) - 1;
    short[] samples = new short[rows * columns];
    for (int i = 0; i < samples.length; i++) {
      double slope = 0.2 + 0.5 * (i % columns) / columns + 0.2 * (i / columns) / rows;
      samples[i] =
          (short) Math.clamp(Math.round(top * (slope + random.nextDouble() / 400)), 0, top);
    }
    DataSet data =
        DataSet.builder()
            .put(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.1.1")
            .put(Tag.PatientID, "p")
            .putInts(Tag.SamplesPerPixel, 1)
            .put(Tag.PhotometricInterpretation, "MONOCHROME1")
            .putInts(Tag.Rows, rows)
            .putInts(Tag.Columns, columns)
            .putInts(Tag.BitsAllocated, 16)
            .putInts(Tag.BitsStored, bits)
            .putInts(Tag.HighBit, bits - 1)
            .putInts(Tag.PixelRepresentation, signed)
            .putShorts(Tag.PixelData, samples)
            .build();
    return DicomObject.of(data, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
  }

  private static Frame frame(DicomObject object) {
    return ((Decoding.Decoded) PixelData.decode(object)).frame();
  }
}
