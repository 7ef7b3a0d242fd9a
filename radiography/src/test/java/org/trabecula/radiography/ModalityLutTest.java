package org.trabecula.radiography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.Tag;

class ModalityLutTest {
  static LongStream seeds() {
    return Films.seeds();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aLinearTableEqualsSlopeAndIntercept(long seed) {
    RandomGenerator random = Films.random(seed);
    int slope = random.nextInt(1, 9);
    int intercept = random.nextInt(0, 500);
    int first = random.nextInt(0, 200);
    short[] entries = new short[1000];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = (short) (slope * (first + i) + intercept);
    }
    ModalityLut table =
        ModalityLut.of(VoiLutTest.table(Tag.ModalityLUTSequence, first, 16, entries));
    ModalityLut linear =
        ModalityLut.of(
            DataSet.builder()
                .putInts(Tag.RescaleSlope, slope)
                .putInts(Tag.RescaleIntercept, intercept)
                .build());
    for (int stored = first; stored < first + 1000; stored++) {
      assertThat(table.apply(stored)).isEqualTo(linear.apply(stored));
    }
    assertThat(table.apply(first - 5)).isEqualTo(linear.apply(first));
    assertThat(table.apply(first + 5000)).isEqualTo(linear.apply(first + 999));
  }

  @Test
  void slopesMayBeNegative() {
    ModalityLut lut =
        ModalityLut.of(
            DataSet.builder().put(Tag.RescaleSlope, "-2").put(Tag.RescaleIntercept, "7").build());
    assertThat(lut.apply(3)).isEqualTo(1);
    assertThat(lut.falling()).isTrue();
  }

  @Test
  void nothingStatedOrASlopeOfZeroIsTheIdentity() {
    DataSet zero = DataSet.builder().put(Tag.RescaleSlope, "0").build();
    assertThat(ModalityLut.of(DataSet.empty()).apply(41)).isEqualTo(41);
    assertThat(ModalityLut.of(zero).apply(41)).isEqualTo(41);
    assertThat(ModalityLut.of(zero).falling()).isFalse();
  }

  @Test
  void theFirstValueOfSignedDataMayBeNegative() {
    DataSet data =
        VoiLutTest.table(Tag.ModalityLUTSequence, 0, 16, new short[] {10, 20, 30}).toBuilder()
            .putInts(Tag.PixelRepresentation, 1)
            .build();
    DataSet item =
        data.items(Tag.ModalityLUTSequence).getFirst().toBuilder()
            .putInts(Tag.LUTDescriptor, 3, 65535, 16)
            .build();
    DataSet shifted =
        data.toBuilder().putItems(Tag.ModalityLUTSequence, java.util.List.of(item)).build();
    ModalityLut lut = ModalityLut.of(shifted);
    assertThat(lut.apply(-1)).isEqualTo(10);
    assertThat(lut.apply(1)).isCloseTo(30, within(0.0));
  }

  @Test
  void eightBitEntriesMayComeOnePerByte() {
    DataSet item =
        DataSet.builder()
            .putInts(Tag.LUTDescriptor, 4, 0, 8)
            .putShorts(Tag.LUTData, new short[] {0x0201, (short) 0xFF03})
            .build();
    LookupTable table = LookupTable.of(item, false).orElseThrow();
    assertThat(table.at(0)).isEqualTo(1);
    assertThat(table.at(1)).isEqualTo(2);
    assertThat(table.at(3)).isEqualTo(255);
    assertThat(table.full()).isEqualTo(255);
  }

  @Test
  void aTableShorterThanAnnouncedIsIgnored() {
    DataSet item =
        DataSet.builder()
            .putInts(Tag.LUTDescriptor, 0, 0, 16)
            .putShorts(Tag.LUTData, new short[100])
            .build();
    assertThat(LookupTable.of(item, false)).isEmpty();
    assertThat(LookupTable.of(DataSet.empty(), false)).isEmpty();
  }
}
