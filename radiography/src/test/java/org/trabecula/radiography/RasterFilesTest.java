package org.trabecula.radiography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Refusal.Reason;

class RasterFilesTest {
  private static final int ROWS = 320;
  private static final int COLUMNS = 300;

  @TempDir Path folder;

  /** Bone-bright, 8 bits. */
  private static short[] pixels() {
    Radiograph film = Films.film(Films.trunk(Films.random(11)), ROWS, COLUMNS, 1);
    return Films.stored(film, 8);
  }

  private Path file(String format, int type) throws IOException {
    var image = new BufferedImage(COLUMNS, ROWS, type);
    short[] pixels = pixels();
    for (int i = 0; i < pixels.length; i++) {
      int gray = pixels[i] & 0xFF;
      if (type == BufferedImage.TYPE_USHORT_GRAY) {
        image.getRaster().setSample(i % COLUMNS, i / COLUMNS, 0, gray * 257);
      } else if (type == BufferedImage.TYPE_BYTE_GRAY) {
        image.getRaster().setSample(i % COLUMNS, i / COLUMNS, 0, gray);
      } else {
        image.setRGB(i % COLUMNS, i / COLUMNS, 0xFF000000 | gray * 0x10101);
      }
    }
    Path file = folder.resolve("film." + format);
    assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
    return file;
  }

  private static Radiograph read(Path file) throws IOException {
    return DicomExamples.read(RadiographReader.read(file, ReadOptions.NONE));
  }

  @ParameterizedTest
  @CsvSource({
    "png, 10, 0", // TYPE_BYTE_GRAY
    "png, 1, 0", // TYPE_INT_RGB
    "png, 2, 0", // TYPE_INT_ARGB
    "tif, 10, 0",
    "tif, 1, 0",
    "jpg, 10, 12",
    "jpg, 1, 12"
  })
  void greyAndColourOf8BitsAreRead(String format, int type, int tolerance) throws IOException {
    float[] expected = new float[ROWS * COLUMNS];
    short[] pixels = pixels();
    for (int i = 0; i < expected.length; i++) {
      expected[i] = pixels[i];
    }
    Radiograph read = read(file(format, type));
    assertThat(read.rows()).isEqualTo(ROWS);
    assertThat(read.columns()).isEqualTo(COLUMNS);
    Films.assertAlike(read.rawSamples(), expected, tolerance);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tif"})
  void greyOf16BitsIsRead(String format) throws IOException {
    float[] expected = new float[ROWS * COLUMNS];
    short[] pixels = pixels();
    for (int i = 0; i < expected.length; i++) {
      expected[i] = pixels[i] * 257;
    }
    Films.assertAlike(read(file(format, BufferedImage.TYPE_USHORT_GRAY)).rawSamples(), expected, 0);
  }

  @Test
  void aPaletteIsLookedUp() throws IOException {
    Path file = file("png", BufferedImage.TYPE_BYTE_INDEXED);
    float[] samples = read(file).rawSamples();
    // The default palette has few greys: a coarse likeness is what can be asked for.
    short[] pixels = pixels();
    double sum = 0;
    for (int i = 0; i < samples.length; i++) {
      sum += Math.abs(samples[i] - pixels[i]);
    }
    assertThat(sum / samples.length).isLessThan(8);
  }

  @Test
  void colourBecomesLuminance() throws IOException {
    var image = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < ROWS * COLUMNS; i++) {
      image.setRGB(i % COLUMNS, i / COLUMNS, i / COLUMNS < 160 ? 0xFF0000 : 0x00FF00);
    }
    Path file = folder.resolve("colour.png");
    ImageIO.write(image, "png", file.toFile());
    Radiograph read = read(file);
    assertThat(read.at(10, 10)).isEqualTo(0.299f * 255);
    assertThat(read.at(310, 10)).isEqualTo(0.587f * 255);
  }

  @Test
  void theStatedSpacingViewAndSubjectAreKept() throws IOException {
    Subject subject =
        new Subject(
            Optional.empty(),
            OptionalDouble.of(70),
            OptionalDouble.empty(),
            OptionalDouble.empty());
    var options = new ReadOptions(Optional.of(View.LUMBAR_AP), OptionalDouble.of(1), subject);
    Reading reading = RadiographReader.read(file("png", BufferedImage.TYPE_BYTE_GRAY), options);
    Radiograph.Description description = DicomExamples.read(reading).description();
    assertThat(description.spacing()).contains(new PixelSpacing(1, 1));
    assertThat(description.view()).contains(View.LUMBAR_AP);
    assertThat(description.subject()).isEqualTo(subject);
    assertThat(description.intent()).isEqualTo(PresentationIntent.UNKNOWN);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReadOptions(Optional.empty(), OptionalDouble.of(0), Subject.UNKNOWN));
  }

  @Test
  void smallImagesAreRefused() throws IOException {
    Path file = folder.resolve("small.png");
    ImageIO.write(new BufferedImage(255, 400, BufferedImage.TYPE_BYTE_GRAY), "png", file.toFile());
    Refusal refusal = DicomExamples.refusal(RadiographReader.read(file, ReadOptions.NONE));
    assertThat(refusal.reason()).isEqualTo(Reason.TOO_SMALL);
    assertThat(refusal.sentence()).contains("255 x 400");
    var options = new ReadOptions(Optional.empty(), OptionalDouble.of(0.1), Subject.UNKNOWN);
    Path film = file("png", BufferedImage.TYPE_BYTE_GRAY);
    assertThat(DicomExamples.refusal(RadiographReader.read(film, options)).sentence())
        .contains("30 x 32 mm");
  }

  @ParameterizedTest
  @CsvSource({"png, 10", "tif, 10", "jpg, 10"})
  void filesThatAreCutShortAreRefused(String format, int type) throws IOException {
    byte[] whole = Files.readAllBytes(file(format, type));
    for (int length : new int[] {5, 30, 100, whole.length / 3}) {
      Path cut = folder.resolve("cut-" + length);
      Files.write(cut, Arrays.copyOf(whole, length));
      Reading reading = RadiographReader.read(cut, ReadOptions.NONE);
      // A JPEG reader fills in what is missing; everything else has to say so.
      if (!format.equals("jpg") || length <= 100) {
        Refusal refusal = DicomExamples.refusal(reading);
        assertThat(refusal.reason()).isIn(Reason.UNREADABLE, Reason.NOT_AN_IMAGE);
      }
    }
  }

  @Test
  void whatIsNoImageIsRefusedAndWhatIsNotThereIsAnError() throws IOException {
    Path text = folder.resolve("film.png");
    Files.write(text, "not an image, whatever its name says".getBytes(StandardCharsets.UTF_8));
    assertThat(DicomExamples.refusal(RadiographReader.read(text, ReadOptions.NONE)).reason())
        .isEqualTo(Reason.NOT_AN_IMAGE);
    Path empty = folder.resolve("empty");
    Files.write(empty, new byte[0]);
    assertThat(DicomExamples.refusal(RadiographReader.read(empty, ReadOptions.NONE)).reason())
        .isEqualTo(Reason.UNREADABLE);
    Path nowhere = folder.resolve("nowhere.png");
    assertThatThrownBy(() -> RadiographReader.read(nowhere, ReadOptions.NONE))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void anEmptyImageIsRefused() throws IOException {
    Path file = folder.resolve("black.png");
    ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_BYTE_GRAY), "png", file.toFile());
    assertThat(DicomExamples.refusal(RadiographReader.read(file, ReadOptions.NONE)).reason())
        .isEqualTo(Reason.BAD_EXPOSURE);
  }
}
