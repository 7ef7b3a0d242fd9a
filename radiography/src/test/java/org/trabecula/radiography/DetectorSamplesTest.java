package org.trabecula.radiography;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.dicom.Bytes;
import org.trabecula.dicom.DataSetBuilder;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.Element;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Vr;

class DetectorSamplesTest {
  private static final int PIXEL_PADDING_RANGE_LIMIT = 0x00280121;

  private static float[] samples(UnaryOperator<DataSetBuilder> change) {
    return DicomExamples.read(DicomExamples.lumbar(change)).rawSamples();
  }

  private static float[] plain() {
    return samples(data -> data);
  }

  @Test
  void slopeAndInterceptAreApplied() {
    float[] rescaled =
        samples(data -> data.put(Tag.RescaleSlope, "2.5").put(Tag.RescaleIntercept, "-1024"));
    Films.assertAlike(rescaled, Films.mapped(plain(), x -> 2.5 * x - 1024), 1e-3);
  }

  @Test
  void windowsDoNotChangeWhatTheModelSees() {
    float[] windowed = samples(data -> data.put(Tag.WindowCenter, "9").put(Tag.WindowWidth, "3"));
    assertThat(windowed).isEqualTo(plain());
  }

  /** Every stated way in which values can follow the beam, of linear counts FOR PROCESSING. */
  @ParameterizedTest
  @CsvSource({"1, 1, false", "-1, 1, true", "1, -1, false", "-1, -1, true"})
  void largerIsMoreAttenuationWhateverTheSigns(int sign, int slope, boolean brightIsLarge) {
    float[] samples =
        samples(data ->
            data.put(Tag.PresentationIntentType, "FOR PROCESSING")
                .put(Tag.PixelIntensityRelationship, "LIN")
                .putInts(Tag.PixelIntensityRelationshipSign, sign)
                .putInts(Tag.RescaleSlope, slope)
                .putInts(Tag.RescaleIntercept, slope < 0 ? 4095 : 0));
    float[] stored = plain();
    int brightest = indexOfLargest(stored);
    int darkest = indexOfSmallest(stored);
    assertThat(samples[brightest] > samples[darkest]).isEqualTo(brightIsLarge);
    Films.assertAlike(samples, samples.clone(), 0);
  }

  @ParameterizedTest
  @CsvSource({"1", "-1"})
  void logarithmicDataForProcessingFollowTheirSignNotThePhotometric(int sign) {
    float[] samples =
        samples(data ->
            data.put(Tag.PresentationIntentType, "FOR PROCESSING")
                .putInts(Tag.PixelIntensityRelationshipSign, sign));
    Films.assertAlike(samples, Films.mapped(plain(), x -> -sign * x), 0);
  }

  @Test
  void forPresentationThePhotometricInterpretationDecides() {
    float[] samples =
        samples(data ->
            data.put(Tag.PhotometricInterpretation, "MONOCHROME1")
                .put(Tag.PresentationLUTShape, "INVERSE")
                .putInts(Tag.PixelIntensityRelationshipSign, -1));
    Films.assertAlike(samples, Films.mapped(plain(), x -> -x), 0);
  }

  @Test
  void signedValuesStaySigned() {
    float[] samples =
        samples(data ->
            data.putInts(Tag.PixelRepresentation, 1)
                .putInts(Tag.BitsStored, 12)
                .putInts(Tag.HighBit, 11));
    Films.assertAlike(samples, Films.mapped(plain(), x -> x > 2047 ? x - 4096 : x), 0);
  }

  @Test
  void bitsAboveTheHighBitDoNotCount() {
    DicomObject object = DicomExamples.lumbar(data -> data);
    short[] dirty = new short[90_000];
    float[] stored = plain();
    for (int i = 0; i < dirty.length; i++) {
      dirty[i] = (short) ((int) stored[i] | (i % 16) << 12);
    }
    float[] samples = samples(data -> data.putShorts(Tag.PixelData, dirty));
    assertThat(samples).isEqualTo(DicomExamples.read(object).rawSamples());
  }

  @Test
  void paddingBecomesAsBrightAsTheBrightest() {
    float[] plain = plain();
    float[] samples =
        samples(data ->
            data.putInts(Tag.PixelPaddingValue, 0)
                .put(
                    new Element.Plain(
                        PIXEL_PADDING_RANGE_LIMIT, Vr.US, Bytes.copyOf(new byte[] {10, 0}))));
    Films.assertAlike(samples, Films.mapped(plain, x -> x <= 10 ? 4095 : x), 0);
    assertThat(samples).isNotEqualTo(plain);
  }

  @Test
  void aPaddingValueThatIsMostOfTheImageIsNotBelieved() {
    float[] samples =
        samples(data ->
            data.putInts(Tag.PixelPaddingValue, 0)
                .put(
                    new Element.Plain(
                        PIXEL_PADDING_RANGE_LIMIT,
                        Vr.US,
                        Bytes.copyOf(new byte[] {(byte) 0xF0, 0x0F}))));
    assertThat(samples).isEqualTo(plain());
  }

  private static int indexOfLargest(float[] values) {
    int best = 0;
    for (int i = 0; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  private static int indexOfSmallest(float[] values) {
    int best = 0;
    for (int i = 0; i < values.length; i++) {
      best = values[i] < values[best] ? i : best;
    }
    return best;
  }
}
