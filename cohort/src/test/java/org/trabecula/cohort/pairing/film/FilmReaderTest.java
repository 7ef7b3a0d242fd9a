package org.trabecula.cohort.pairing.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cohort.pairing.sheet.MalformedTableException;
import org.trabecula.densitometry.Sex;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.DataSetBuilder;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.DicomWriter;
import org.trabecula.dicom.Element;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.TransferSyntax;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.Refusal;
import org.trabecula.radiography.View;

class FilmReaderTest {
  private static final FilmReader READER = new FilmReader(Optional.empty());

  @TempDir Path folder;

  private static DataSetBuilder header() {
    return DataSet.builder()
        .put(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.1.1")
        .put(Tag.SOPInstanceUID, "1.2.3")
        .put(Tag.Modality, "DX")
        .put(Tag.PatientID, "00123 ")
        .put(Tag.PatientName, "Doe^Jane")
        .put(Tag.PatientSex, "F")
        .put(Tag.StudyDate, "20240530")
        .put(Tag.AcquisitionDate, "20240531")
        .put(Tag.BodyPartExamined, "HIP")
        .put(Tag.ViewPosition, "AP")
        .put(Tag.ImageLaterality, "L")
        .put(Tag.Manufacturer, "Maker")
        .put(Tag.ManufacturerModelName, "M1")
        .put(Tag.StationName, "R2")
        .put(Tag.PresentationIntentType, "FOR PROCESSING");
  }

  private Path dicom(String name, DataSetBuilder header) throws IOException {
    short[] samples = new short[300 * 280];
    SplittableRandom random = new SplittableRandom(name.hashCode());
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) random.nextInt(4096);
    }
    DataSet data =
        header
            .putInts(Tag.Rows, 300)
            .putInts(Tag.Columns, 280)
            .putInts(Tag.SamplesPerPixel, 1)
            .put(Tag.PhotometricInterpretation, "MONOCHROME2")
            .putInts(Tag.BitsAllocated, 16)
            .putInts(Tag.BitsStored, 12)
            .putInts(Tag.HighBit, 11)
            .putInts(Tag.PixelRepresentation, 0)
            .putShorts(Tag.PixelData, samples)
            .build();
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    DicomWriter.write(DicomObject.of(data, TransferSyntax.EXPLICIT_LITTLE_ENDIAN), file);
    return file;
  }

  private static Film read(Path file, Map<String, String> stated) {
    return READER.read(new FilmEntry(file, String.valueOf(file.getFileName()), stated));
  }

  @Test
  void aHeaderIsReadAndTheNameIsNot() throws IOException {
    Film film = read(dicom("a.dcm", header()), Map.of());
    assertThat(film.refusal()).isEmpty();
    Film.Header said = film.header();
    assertThat(said.patient()).contains("00123");
    assertThat(said.date()).contains(LocalDate.of(2024, 5, 31));
    assertThat(said.view()).contains(View.HIP_AP);
    assertThat(said.side()).isEqualTo(Laterality.LEFT);
    assertThat(said.subject().sex()).contains(Sex.FEMALE);
    assertThat(said.device()).isEqualTo(new Device("Maker", "M1", "R2"));
    assertThat(said.look()).isEqualTo("dx, for processing");
    assertThat(said.synthetic()).isFalse();
    assertThat(film.toString()).doesNotContain("Doe");
  }

  @Test
  void whatAListStatesOverridesTheHeader() throws IOException {
    Map<String, String> stated =
        Map.of(
            "patient",
            "7",
            "date",
            "2023-01-02",
            "view",
            "lumbar-ap",
            "laterality",
            "right",
            "sex",
            "M",
            "age",
            "70",
            "device",
            "M9",
            "synthetic",
            "true",
            "t_score",
            "-2");
    Film film = read(dicom("a.dcm", header()), stated);
    assertThat(film.header().patient()).contains("7");
    assertThat(film.header().date()).contains(LocalDate.of(2023, 1, 2));
    assertThat(film.header().view()).contains(View.LUMBAR_AP);
    assertThat(film.header().side()).isEqualTo(Laterality.RIGHT);
    assertThat(film.header().subject().sex()).contains(Sex.MALE);
    assertThat(film.header().subject().ageYears()).hasValue(70);
    assertThat(film.header().device().name()).isEqualTo("Maker M9");
    assertThat(film.header().synthetic()).isTrue();
    assertThat(film.extras()).containsExactly(Map.entry("t_score", "-2"));
  }

  @Test
  void aCellThatMakesNoSenseCostsItsFilmOnly() throws IOException {
    Path file = dicom("a.dcm", header());
    for (Map.Entry<String, String> cell :
        Map.of("date", "May", "view", "knee", "laterality", "up", "sex", "x", "age", "old")
            .entrySet()) {
      Film film = read(file, Map.of(cell.getKey(), cell.getValue()));
      assertThat(film.refusal().orElseThrow().sentence())
          .startsWith("The list is not understood: ")
          .contains(cell.getValue());
    }
  }

  @Test
  void badFilesAreRefusalsThatStillSayWhoseTheyAre() throws IOException {
    Film ct = read(dicom("ct.dcm", header().put(Tag.Modality, "CT")), Map.of());
    assertThat(ct.refusal().map(Refusal::reason)).contains(Refusal.Reason.WRONG_MODALITY);
    assertThat(ct.header().patient()).contains("00123");
    assertThat(read(folder.resolve("none.dcm"), Map.of()).refusal().orElseThrow().sentence())
        .isEqualTo("There is no such file.");
    Path empty = Files.createFile(folder.resolve("empty.dcm"));
    assertThat(read(empty, Map.of()).refusal()).isPresent();
    assertThat(read(folder, Map.of()).refusal()).isPresent();
  }

  @Test
  void aPictureFileIsKnownByItsListOnly() throws IOException {
    BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(40, 50, 0, 200);
    Path file = folder.resolve("a.png");
    ImageIO.write(image, "png", file.toFile());
    Film film = read(file, Map.of("subject", "7", "view", "hip-ap"));
    assertThat(film.header().patient()).contains("7");
    assertThat(film.header().look()).isEqualTo("picture file");
    assertThat(read(file, Map.of()).header().view()).isEmpty();
    assertThat(
            new FilmReader(Optional.of(View.LUMBAR_AP))
                .read(new FilmEntry(file, "a", Map.of()))
                .header()
                .view())
        .contains(View.LUMBAR_AP);
  }

  @Test
  void foldersListsAndSingleFilesAreFilms() throws IOException {
    Path films = folder.resolve("films");
    Path one = dicom("films/b/1.dcm", header());
    dicom("films/a/2.dcm", header());
    Files.createDirectories(films.resolve(".hidden"));
    Files.writeString(films.resolve(".hidden/3.dcm"), "x");
    Files.writeString(films.resolve("DICOMDIR"), "x");
    assertThat(FilmFiles.of(List.of(films, one)))
        .extracting(FilmEntry::name)
        .containsExactly("a/2.dcm", "b/1.dcm", one.toString());
    Path text = Files.writeString(films.resolve("list.txt"), "# ours\nb/1.dcm\n\nnone.dcm\n");
    assertThat(FilmFiles.of(List.of(text)))
        .extracting(FilmEntry::file)
        .containsExactly(films.resolve("b/1.dcm"), films.resolve("none.dcm"));
    Path table = Files.writeString(films.resolve("list.csv"), "subject;image\n7;b/1\n8;a/2\n");
    assertThat(FilmFiles.of(List.of(table)).getFirst())
        .isEqualTo(new FilmEntry(films.resolve("b/1.dcm"), "b/1", Map.of("subject", "7")));
    Path wrong = Files.writeString(films.resolve("wrong.csv"), "a,b\n1,2\n");
    assertThatThrownBy(() -> FilmFiles.of(List.of(wrong)))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("no column 'image'");
    assertThatThrownBy(() -> FilmFiles.of(List.of(folder.resolve("nowhere"))))
        .isInstanceOf(NoSuchFileException.class);
  }

  private static DataSet entry(String type, String... parts) {
    DataSetBuilder record = DataSet.builder().put(text(0x00041430, type));
    return (parts.length == 0 ? record : record.put(text(0x00041500, String.join("\\", parts))))
        .build();
  }

  private static Element text(int tag, String value) {
    String even = value.length() % 2 == 0 ? value : value + " ";
    return new Element.Plain(
        tag,
        org.trabecula.dicom.Vr.CS,
        org.trabecula.dicom.Bytes.copyOf(
            even.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
  }

  private Path directory(DataSet... records) throws IOException {
    DataSet data =
        DataSet.builder()
            .put(Tag.SOPClassUID, "1.2.840.10008.1.3.10")
            .put(Tag.SOPInstanceUID, "1.2.9")
            .put(new Element.Sequence(0x00041220, List.of(records)))
            .build();
    Path file = folder.resolve("DICOMDIR");
    DicomWriter.write(DicomObject.of(data, TransferSyntax.EXPLICIT_LITTLE_ENDIAN), file);
    return file;
  }

  @Test
  void aDiscsIndexNamesItsImages() throws IOException {
    dicom("images/im1", header());
    Path index =
        directory(
            entry("PATIENT"), entry("IMAGE", "IMAGES", "IM1"), entry("IMAGE", "IMAGES", "IM2"));
    List<FilmEntry> entries = FilmFiles.of(List.of(index));
    assertThat(entries).extracting(FilmEntry::name).containsExactly("IMAGES/IM1", "IMAGES/IM2");
    assertThat(READER.read(entries.getFirst()).refusal()).isEmpty();
    assertThat(READER.read(entries.getLast()).refusal().orElseThrow().sentence())
        .isEqualTo("There is no such file.");
  }

  @Test
  void anIndexThatLeadsElsewhereOrNowhereIsRefused() throws IOException {
    Path outside = directory(entry("IMAGE", "..", "SECRET"));
    assertThatThrownBy(() -> FilmFiles.of(List.of(outside))).hasMessageContaining("outside of it");
    Path none = directory(entry("PATIENT"));
    assertThatThrownBy(() -> FilmFiles.of(List.of(none))).hasMessageContaining("names no image");
    Files.writeString(folder.resolve("DICOMDIR"), "x");
    assertThatThrownBy(() -> FilmFiles.of(List.of(folder.resolve("DICOMDIR"))))
        .hasMessageContaining("Give the folder instead");
  }
}
