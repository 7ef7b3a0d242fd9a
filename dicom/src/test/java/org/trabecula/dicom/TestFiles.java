package org.trabecula.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** TestFiles for tests: random ones, and the real ones where they are at hand. */
final class TestFiles {
  private static final int[] TEXTS = {
    Tag.Manufacturer, Tag.StudyDescription, Tag.PatientName, Tag.PatientID, Tag.PatientComments
  };

  private TestFiles() {}

  static DicomReading read(byte[] bytes) {
    return DicomReader.read(Bytes.wrap(bytes), Limits.standard());
  }

  static DicomObject parsed(byte[] bytes) {
    DicomReading reading = read(bytes);
    assertThat(reading).isInstanceOf(DicomReading.Parsed.class);
    return ((DicomReading.Parsed) reading).object();
  }

  static String failure(DicomReading reading) {
    assertThat(reading).isInstanceOf(DicomReading.Failed.class);
    return ((DicomReading.Failed) reading).failure().sentence();
  }

  /** A random data set with every kind of representation, and sequences. */
  static DataSet random(long seed) {
    return random(new SplittableRandom(seed), 3);
  }

  private static DataSet random(RandomGenerator random, int depth) {
    DataSetBuilder builder = DataSet.builder();
    for (int tag : TEXTS) {
      if (random.nextBoolean()) {
        builder.put(tag, text(random));
      }
    }
    builder.put(Tag.ImageType, "ORIGINAL", "", "PRIMARY");
    builder.putInts(Tag.Rows, random.nextInt(65536)).putInts(Tag.InstanceNumber, random.nextInt());
    builder.putInts(Tag.SmallestImagePixelValue, random.nextInt(-32768, 0));
    builder.putInts(Tag.PixelRepresentation, 1);
    builder.putInts(Tag.FrameIncrementPointer, random.nextInt());
    builder.putDoubles(Tag.ExposureIndex, random.nextInt(1000) / 4.0);
    builder.putDoubles(Tag.FloatingPointValue, random.nextDouble(), -random.nextDouble());
    builder.putInts(0x0040A132, random.nextInt(1 << 30));
    byte[] bytes = new byte[2 * random.nextInt(20)];
    random.nextBytes(bytes);
    builder.put(new Element.Plain(0x00091001, Vr.UN, Bytes.copyOf(bytes)));
    builder.putBytes(Tag.LUTData, bytes);
    if (depth > 0) {
      List<DataSet> items = new ArrayList<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        items.add(random(random, depth - 1));
      }
      builder.putItems(Tag.ContentSequence, items).putItems(Tag.ViewCodeSequence, List.of());
    }
    return builder.build();
  }

  private static String text(RandomGenerator random) {
    String[] words = {"hip", "Hüfte", "股関節", "бедро", "a b", "x"};
    return words[random.nextInt(words.length)] + random.nextInt(100);
  }

  /** The folder of real data beside the project, if there is one. */
  static Optional<Path> realData() {
    String given = System.getProperty("trabecula.data");
    if (given != null) {
      return Optional.of(Path.of(given)).filter(Files::isDirectory);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path beside = at.resolve("../shared/data").normalize();
      if (Files.isDirectory(beside)) {
        return Optional.of(beside);
      }
    }
    return Optional.empty();
  }
}
