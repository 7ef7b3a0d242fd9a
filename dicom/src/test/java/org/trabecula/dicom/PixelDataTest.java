package org.trabecula.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PixelDataTest {
  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  /** A gray image of {@code rows x columns}, 16 bits allocated. */
  private static DataSetBuilder image(int rows, int columns) {
    return DataSet.builder()
        .putInts(Tag.SamplesPerPixel, 1)
        .put(Tag.PhotometricInterpretation, "MONOCHROME2")
        .putInts(Tag.Rows, rows)
        .putInts(Tag.Columns, columns)
        .putInts(Tag.BitsAllocated, 16)
        .putInts(Tag.BitsStored, 16)
        .putInts(Tag.HighBit, 15)
        .putInts(Tag.PixelRepresentation, 0);
  }

  private static DicomObject object(DataSetBuilder data) {
    return DicomObject.of(data.build(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
  }

  private static Frame decoded(DicomObject object, int frame) {
    Decoding decoding = PixelData.decode(object, frame);
    assertThat(decoding).isInstanceOf(Decoding.Decoded.class);
    return ((Decoding.Decoded) decoding).frame();
  }

  private static String refused(DicomObject object) {
    Decoding decoding = PixelData.decode(object);
    assertThat(decoding).isInstanceOf(Decoding.Failed.class);
    return ((Decoding.Failed) decoding).failure().sentence();
  }

  /** Random stored values, put into cells with rubbish in the unused bits, survive any syntax. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void storedValuesComeOutOfTheirCells(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int stored = random.nextInt(1, 17);
    int high = random.nextInt(stored - 1, 16);
    boolean signed = random.nextBoolean();
    int low = high + 1 - stored;
    int mask = (1 << stored) - 1;
    int[] values = new int[6 * 5];
    short[] cells = new short[values.length];
    for (int i = 0; i < values.length; i++) {
      int bits = random.nextInt(1 << stored);
      values[i] = signed && bits >> (stored - 1) == 1 ? bits - (1 << stored) : bits;
      cells[i] = (short) (bits << low | random.nextInt(1 << 16) & ~(mask << low));
    }
    DataSetBuilder data =
        image(6, 5)
            .putInts(Tag.BitsStored, stored)
            .putInts(Tag.HighBit, high)
            .putInts(Tag.PixelRepresentation, signed ? 1 : 0)
            .putShorts(Tag.PixelData, cells);
    for (TransferSyntax syntax : RoundTripTest.syntaxes().toList()) {
      byte[] bytes = DicomWriter.toBytes(DicomObject.of(data.build(), syntax));
      Frame frame = decoded(TestFiles.parsed(bytes), 0);
      assertThat(frame.samples()).isEqualTo(values);
      assertThat(frame.at(1, 2)).isEqualTo(values[7]);
      assertThat(frame.signed()).isEqualTo(signed);
      assertThat(frame.bitsStored()).isEqualTo(stored);
    }
  }

  @Test
  void framesFollowEachOther() {
    DataSetBuilder data =
        image(1, 2)
            .putInts(Tag.NumberOfFrames, 2)
            .putShorts(Tag.PixelData, new short[] {1, 2, 3, 4});
    assertThat(decoded(object(data), 0).samples()).containsExactly(1, 2);
    assertThat(decoded(object(data), 1).samples()).containsExactly(3, 4);
    assertThatThrownBy(() -> PixelData.decode(object(data), 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void colourIsInterleavedWhateverThePlanarConfiguration() {
    DataSetBuilder data =
        image(1, 2)
            .putInts(Tag.SamplesPerPixel, 3)
            .put(Tag.PhotometricInterpretation, "RGB")
            .putInts(Tag.BitsAllocated, 8)
            .putInts(Tag.BitsStored, 8)
            .putInts(Tag.HighBit, 7)
            .putBytes(Tag.PixelData, new byte[] {1, 2, 3, 4, 5, 6});
    assertThat(decoded(object(data), 0).samples()).containsExactly(1, 2, 3, 4, 5, 6);
    data.putInts(Tag.PlanarConfiguration, 1);
    Frame planar = decoded(object(data), 0);
    assertThat(planar.samples()).containsExactly(1, 3, 5, 2, 4, 6);
    assertThat(planar.at(0, 1, 2)).isEqualTo(6);
    assertThat(planar.photometricInterpretation()).isEqualTo("RGB");
  }

  @Test
  void subsampledChromaIsWidened() {
    DataSetBuilder data =
        image(1, 2)
            .putInts(Tag.SamplesPerPixel, 3)
            .put(Tag.PhotometricInterpretation, "YBR_FULL_422")
            .putInts(Tag.BitsAllocated, 8)
            .putInts(Tag.BitsStored, 8)
            .putInts(Tag.HighBit, 7)
            .putBytes(Tag.PixelData, new byte[] {10, 20, 3, 4});
    Frame frame = decoded(object(data), 0);
    assertThat(frame.samples()).containsExactly(10, 3, 4, 20, 3, 4);
    assertThat(frame.photometricInterpretation()).isEqualTo("YBR_FULL");
  }

  @Test
  void singleBitsComeLowestFirst() {
    DataSetBuilder data =
        image(1, 5)
            .putInts(Tag.BitsAllocated, 1)
            .putInts(Tag.BitsStored, 1)
            .putInts(Tag.HighBit, 0)
            .putInts(Tag.NumberOfFrames, 2)
            .putBytes(Tag.PixelData, new byte[] {(byte) 0b1011_0001, 0b10});
    assertThat(decoded(object(data), 0).samples()).containsExactly(1, 0, 0, 0, 1);
    assertThat(decoded(object(data), 1).samples()).containsExactly(1, 0, 1, 0, 1);
  }

  @Test
  void thirtyTwoSignedBitsAreDecodedAndUnsignedOnesRefused() {
    DataSetBuilder data =
        image(1, 1)
            .putInts(Tag.BitsAllocated, 32)
            .putInts(Tag.BitsStored, 32)
            .putInts(Tag.HighBit, 31)
            .putInts(Tag.PixelRepresentation, 1)
            .put(
                new Element.Plain(Tag.PixelData, Vr.OW, Bytes.copyOf(new byte[] {-2, -1, -1, -1})));
    byte[] big =
        DicomWriter.toBytes(DicomObject.of(data.build(), TransferSyntax.EXPLICIT_BIG_ENDIAN));
    assertThat(decoded(object(data), 0).samples()).containsExactly(-2);
    assertThat(decoded(TestFiles.parsed(big), 0).samples()).containsExactly(-2);
    assertThat(refused(object(data.putInts(Tag.PixelRepresentation, 0))))
        .contains("32 bits stored, unsigned");
  }

  @Test
  void contradictionsAreNamed() {
    short[] pixels = new short[4];
    assertThat(refused(object(image(2, 2)))).contains("PixelData");
    assertThat(refused(object(image(2, 2).putShorts(Tag.PixelData, pixels).remove(Tag.Rows))))
        .isEqualTo("(0028,0010) Rows is missing or unreadable.");
    assertThat(refused(object(image(3, 2).putShorts(Tag.PixelData, pixels))))
        .contains("8 bytes where 12 are needed");
    assertThat(refused(object(image(2, 0).putShorts(Tag.PixelData, pixels)))).contains("0 columns");
    assertThat(
            refused(
                object(image(2, 2).putInts(Tag.BitsStored, 17).putShorts(Tag.PixelData, pixels))))
        .contains("Bits Stored 17 of 16");
    assertThat(
            refused(object(image(2, 2).putInts(Tag.HighBit, 16).putShorts(Tag.PixelData, pixels))))
        .contains("High Bit 16");
    DataSetBuilder packed =
        image(2, 2)
            .putInts(Tag.BitsAllocated, 12)
            .putInts(Tag.BitsStored, 12)
            .putInts(Tag.HighBit, 11)
            .putShorts(Tag.PixelData, pixels);
    assertThat(refused(object(packed))).contains("12 bits allocated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.840.10008.1.2.4.201",
        "1.2.840.10008.1.2.4.203",
        "1.2.840.10008.1.2.4.100",
        "1.2.840.10008.1.2.4.102",
        "1.2.840.10008.1.2.4.107",
        "1.2.840.10008.1.2.4.110",
        "1.2.840.10008.1.2.8.1"
      })
  void otherSyntaxesAreRefusedByTheirNames(String uid) {
    TransferSyntax syntax = TransferSyntax.of(uid);
    DataSet data =
        image(2, 2).putFragments(Tag.PixelData, List.of(new byte[0], new byte[] {1, 2})).build();
    assertThat(syntax.name()).isNotEqualTo("unknown");
    assertThat(refused(DicomObject.of(data, syntax))).contains(syntax.name()).contains(uid);
  }

  @Test
  void framesOfFragmentsAreFoundByTableOrByMarker() throws ParseException {
    Bytes a = Bytes.copyOf(new byte[] {-1, -40, 1, 2});
    Bytes b = Bytes.copyOf(new byte[] {3, 4});
    Bytes c = Bytes.copyOf(new byte[] {-1, -40, 5, 6});
    Bytes table = Bytes.copyOf(new byte[] {0, 0, 0, 0, 22, 0, 0, 0});
    for (Bytes first : List.of(Bytes.EMPTY, table)) {
      Fragments fragments = new Fragments(List.of(first, a, b, c), 2);
      assertThat(fragments.frame(0)).containsExactly(-1, -40, 1, 2, 3, 4);
      assertThat(fragments.frame(1)).containsExactly(-1, -40, 5, 6);
    }
    assertThat(new Fragments(List.of(table, a, b), 1).frame(0)).hasSize(6);
    assertThatThrownBy(() -> new Fragments(List.of(table, a), 2).frame(1))
        .hasMessageContaining("1 fragments for 2 frames");
    assertThatThrownBy(() -> new Fragments(List.of(table), 1)).hasMessageContaining("no fragments");
  }
}
