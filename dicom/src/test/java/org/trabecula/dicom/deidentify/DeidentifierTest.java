package org.trabecula.dicom.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.dicom.Bytes;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.DicomWriter;
import org.trabecula.dicom.Element;
import org.trabecula.dicom.Frame;
import org.trabecula.dicom.PixelCompression;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.TransferSyntax;
import org.trabecula.dicom.Vr;

class DeidentifierTest {
  @TempDir Path folder;

  private FileOutcome run(DicomObject object, BorderMask mask, boolean keep) throws IOException {
    Path file = folder.resolve("Sample Sue.dcm");
    DicomWriter.write(object, file);
    return new Deidentifier(
            new Deidentifier.Settings(Profile.basic(), mask, keep),
            new Ledger(Samples.secret(3)),
            folder.resolve("out"))
        .file(file);
  }

  private DicomObject written(FileOutcome outcome) throws IOException {
    assertThat(outcome).isInstanceOf(FileOutcome.Written.class);
    Path file = ((FileOutcome.Written) outcome).file();
    assertThat(file.toString()).doesNotContain("Sue").matches("P[0-9A-Z]{16}/[0-9a-f]{24}\\.dcm");
    return Samples.read(folder.resolve("out").resolve(file));
  }

  private static DicomObject plain(DataSet data) {
    return DicomObject.of(data, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "compressed", "big"})
  void textIsMaskedInEveryEncodingAndTheRestOfThePixelsStays(String encoding) throws IOException {
    PlantedText film = new PlantedText(1).draw("SAMPLE SUE", 8, 20, 2, 4095);
    DicomObject before = encoded(film.data(), encoding);

    DicomObject after = written(run(before, BorderMask.NONE, false));
    Frame frame = PlantedText.frame(after);

    assertThat(after.syntax()).isEqualTo(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    int changed = 0;
    int[] values = frame.samples();
    int[] original = film.values();
    for (int at = 0; at < values.length; at++) {
      if (values[at] != original[at]) {
        changed++;
        assertThat(at / PlantedText.COLUMNS).isBetween(0, 40);
      }
    }
    assertThat(film.text()).allMatch(at -> values[at] < 3000);
    assertThat(changed).isLessThan(160 * 40);
    assertThat(after.data().string(Tag.BurnedInAnnotation)).contains("NO");
    assertThat(
            after.data().items(Tag.DeidentificationMethodCodeSequence).get(1).string(Tag.CodeValue))
        .contains("113101");
  }

  private static DicomObject encoded(DataSet data, String encoding) {
    return switch (encoding) {
      case "compressed" -> PixelCompression.jpegLs(plain(data));
      case "big" -> DicomObject.of(data, TransferSyntax.EXPLICIT_BIG_ENDIAN);
      default -> plain(data);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "compressed", "big"})
  void pixelsWithoutTextStayBitForBit(String encoding) throws IOException {
    DicomObject before = encoded(new PlantedText(2).data(), encoding);

    DicomObject after = written(run(before, BorderMask.NONE, false));

    assertThat(after.syntax()).isEqualTo(before.syntax());
    assertThat(after.data().element(Tag.PixelData))
        .isEqualTo(Samples.read(folder.resolve("Sample Sue.dcm")).data().element(Tag.PixelData));
    assertThat(after.data().items(Tag.DeidentificationMethodCodeSequence)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {"10,20,30,40 10 20 30 40", "2,4,0,1mm 10 20 0 5"})
  void stripsGivenByHandAreMasked(String mask, int top, int right, int bottom, int left)
      throws IOException {
    PlantedText film = new PlantedText(3);

    DicomObject after = written(run(plain(film.data()), BorderMask.parse(mask), false));
    int[] values = PlantedText.frame(after).samples();
    int[] original = film.values();

    for (int row = 0; row < PlantedText.ROWS; row++) {
      for (int column = 0; column < PlantedText.COLUMNS; column++) {
        boolean inside =
            row >= top
                && row < PlantedText.ROWS - bottom
                && column >= left
                && column < PlantedText.COLUMNS - right;
        int at = row * PlantedText.COLUMNS + column;
        assertThat(inside && values[at] != original[at]).isFalse();
      }
    }
    if (top > 1) {
      assertThat(values[200]).isEqualTo(values[PlantedText.COLUMNS + 200]);
    }
  }

  @Test
  void aMaskInMillimetresNeedsASpacing() throws IOException {
    DataSet data = new PlantedText(3).data().toBuilder().remove(Tag.ImagerPixelSpacing).build();

    assertThat(run(plain(data), BorderMask.parse("1,1,1,1mm"), false))
        .isInstanceOfSatisfying(
            FileOutcome.Refused.class,
            refused -> assertThat(refused.sentence()).contains("no pixel spacing"));
  }

  @Test
  void pixelsThatCannotBeSeenAreRefusedUnlessAskedFor() throws IOException {
    DataSet data =
        new PlantedText(4)
            .data().toBuilder()
                .putFragments(Tag.PixelData, List.of(new byte[0], new byte[] {1, 2, 3, 4}))
                .build();
    DicomObject video = DicomObject.of(data, TransferSyntax.of("1.2.840.10008.1.2.4.102"));

    assertThat(run(video, BorderMask.NONE, false))
        .isInstanceOfSatisfying(
            FileOutcome.Refused.class,
            refused -> assertThat(refused.sentence()).contains("--keep-undecoded"));
    DicomObject kept = written(run(video, BorderMask.NONE, true));
    assertThat(kept.data().element(Tag.PixelData)).isEqualTo(data.element(Tag.PixelData));
    assertThat(kept.data().string(Tag.BurnedInAnnotation)).isEmpty();
  }

  @Test
  void declaredTextThatIsNotFoundIsRefused() throws IOException {
    DataSet data = new PlantedText(5).data().toBuilder().put(Tag.BurnedInAnnotation, "YES").build();

    assertThat(run(plain(data), BorderMask.NONE, false))
        .isInstanceOfSatisfying(
            FileOutcome.Refused.class,
            refused -> assertThat(refused.sentence()).contains("--mask"));
    assertThat(run(plain(data), BorderMask.parse("20,0,0,0"), false))
        .isInstanceOf(FileOutcome.Written.class);
  }

  @Test
  void overlaysInUnusedBitsGo() throws IOException {
    PlantedText film = new PlantedText(6);
    short[] values = film.shorts();
    values[12_345] |= (short) 0x8000;
    DataSet data =
        Samples.withPixels(Samples.header(), PlantedText.ROWS, PlantedText.COLUMNS, values).build();

    DicomObject after = written(run(plain(data), BorderMask.NONE, false));

    assertThat(after.data().bytes(Tag.PixelData).orElseThrow().at(2 * 12_345 + 1) & 0xF0).isZero();
    assertThat(PlantedText.frame(after).samples()).isEqualTo(film.values());
  }

  @Test
  void commentsOfACodecAreBlankAndThePixelsStay() throws IOException {
    DicomObject compressed = PixelCompression.jpegLs(plain(new PlantedText(7).data()));
    Element.Encapsulated pixels =
        (Element.Encapsulated) compressed.data().element(Tag.PixelData).orElseThrow();
    byte[] stream = pixels.fragments().get(1).toArray();
    byte[] words = "Sample^Sue".getBytes(StandardCharsets.US_ASCII);
    byte[] longer = new byte[stream.length + 4 + words.length];
    longer[0] = stream[0];
    longer[1] = stream[1];
    longer[2] = (byte) 0xFF;
    longer[3] = (byte) 0xFE;
    longer[5] = (byte) (2 + words.length);
    System.arraycopy(words, 0, longer, 6, words.length);
    System.arraycopy(stream, 2, longer, 6 + words.length, stream.length - 2);
    DataSet data =
        compressed.data().toBuilder()
            .put(
                new Element.Encapsulated(
                    Tag.PixelData, Vr.OB, List.of(pixels.fragments().get(0), Bytes.copyOf(longer))))
            .build();

    FileOutcome outcome = run(DicomObject.of(data, compressed.syntax()), BorderMask.NONE, false);
    DicomObject after = written(outcome);

    Path copy = folder.resolve("out").resolve(((FileOutcome.Written) outcome).file());
    assertThat(Files.readString(copy, StandardCharsets.ISO_8859_1)).doesNotContain("Sample");
    assertThat(PlantedText.frame(after).samples()).isEqualTo(new PlantedText(7).values());
  }

  @Test
  void indexesAndWhatIsNoDicomAreRefusedInOneSentence() throws IOException {
    DataSet index = DataSet.builder().put(Tag.SOPClassUID, "1.2.840.10008.1.3.10").build();
    assertThat(run(plain(index), BorderMask.NONE, false))
        .isInstanceOfSatisfying(
            FileOutcome.Refused.class,
            refused -> assertThat(refused.sentence()).matches("[^\n]+\\."));
    Path text = Files.writeString(folder.resolve("a.txt"), "no DICOM");
    Deidentifier deidentifier =
        new Deidentifier(
            new Deidentifier.Settings(Profile.basic(), BorderMask.NONE, false),
            new Ledger(Samples.secret(3)),
            folder);
    assertThat(deidentifier.file(text)).isInstanceOf(FileOutcome.Refused.class);
  }

  @Test
  void twoFilesOfOneInstanceGetTwoNamesAndTheLedgerKnowsBoth() throws IOException {
    Path one =
        Samples.write(
            Samples.header().build(),
            TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
            folder.resolve("one.dcm"));
    Path two = Files.copy(one, folder.resolve("two.dcm"));
    Ledger ledger = new Ledger(Samples.secret(3));
    Deidentifier deidentifier =
        new Deidentifier(
            new Deidentifier.Settings(Profile.basic(), BorderMask.NONE, false),
            ledger,
            folder.resolve("out"));

    FileOutcome.Written first = (FileOutcome.Written) deidentifier.file(one);
    FileOutcome.Written second = (FileOutcome.Written) deidentifier.file(two);

    assertThat(second.file()).isNotEqualTo(first.file());
    assertThat(ledger.originals()).containsValues(one.toString(), two.toString(), "4711");
  }
}
