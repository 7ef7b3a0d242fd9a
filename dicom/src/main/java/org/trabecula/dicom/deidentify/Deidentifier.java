package org.trabecula.dicom.deidentify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.DataSetBuilder;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.DicomReader;
import org.trabecula.dicom.DicomReading;
import org.trabecula.dicom.DicomWriter;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.TransferSyntax;

/** De-identifies files into a folder. For one thread. */
public final class Deidentifier {
  /**
   * How it is done.
   *
   * @param mask strips to mask beside what is found
   * @param keepUnseen whether pixels that cannot be decoded are written as they are
   */
  public record Settings(Profile profile, BorderMask mask, boolean keepUnseen) {}

  private static final String DICOMDIR = "1.2.840.10008.1.3.10";
  private static final Set<String> LOOKED_AT =
      Set.of("CR", "DX", "RG", "RF", "XA", "MG", "IO", "PX");

  private final Settings settings;
  private final Ledger ledger;
  private final Path out;
  private final Set<Path> written = new HashSet<>();

  /** For files that go below the folder {@code out}. */
  public Deidentifier(Settings settings, Ledger ledger, Path out) {
    this.settings = settings;
    this.ledger = ledger;
    this.out = out;
  }

  /**
   * De-identifies a file. Whatever is wrong with what it says is an answer.
   *
   * @throws IOException if it cannot be read, or the result not be written
   */
  public FileOutcome file(Path file) throws IOException {
    return switch (DicomReader.read(file)) {
      case DicomReading.Failed failed -> new FileOutcome.Refused(failed.failure().sentence());
      case DicomReading.Parsed(DicomObject object) -> treated(object, file);
    };
  }

  private FileOutcome treated(DicomObject object, Path file) throws IOException {
    if (isDirectory(object)) {
      return new FileOutcome.Refused(
          "A DICOMDIR is the index of other files; make a new one of the new files.");
    }
    HeaderCleaner.Cleaned header = HeaderCleaner.clean(object.data(), settings.profile(), ledger);
    DicomObject clean = new DicomObject(object.meta(), header.data(), object.syntax());
    return switch (PixelCleaner.clean(clean, settings.mask())) {
      case PixelCleaner.Outcome.NoPixels none ->
          write(clean, header, file, new Pixels("none", warning(header.data())));
      case PixelCleaner.Outcome.Same(DicomObject same) -> unmasked(object, same, header, file);
      case PixelCleaner.Outcome.Masked(DicomObject masked, int boxes) ->
          write(
              seen(masked, boxes > 0),
              header,
              file,
              new Pixels(
                  boxes + " box" + (boxes == 1 ? "" : "es") + " masked, stored uncompressed",
                  warning(masked.data())));
      case PixelCleaner.Outcome.NotSeen(String sentence) -> unseen(clean, header, file, sentence);
    };
  }

  private static boolean isDirectory(DicomObject object) {
    return object.data().string(Tag.SOPClassUID).filter(DICOMDIR::equals).isPresent()
        || object.meta().string(Tag.MediaStorageSOPClassUID).filter(DICOMDIR::equals).isPresent()
        || object.data().contains(0x00041220);
  }

  private FileOutcome unmasked(
      DicomObject before, DicomObject same, HeaderCleaner.Cleaned header, Path file)
      throws IOException {
    boolean declared =
        before.data().string(Tag.BurnedInAnnotation).filter("YES"::equalsIgnoreCase).isPresent();
    if (declared && !settings.keepUnseen()) {
      return new FileOutcome.Refused(
          "The header says that text is burned in, and none was found; give its place by --mask.");
    }
    DicomObject object = declared ? same : seen(same, false);
    return write(object, header, file, new Pixels("no text found", warning(object.data())));
  }

  private FileOutcome unseen(
      DicomObject clean, HeaderCleaner.Cleaned header, Path file, String sentence)
      throws IOException {
    if (!settings.keepUnseen()) {
      return new FileOutcome.Refused(
          sentence + " Text may be burned in: look at it, then use --keep-undecoded.");
    }
    DicomObject object = new DicomObject(clean.meta(), clean.data(), writable(clean));
    return write(
        object,
        header,
        file,
        new Pixels("not decoded, kept", "The pixels were not looked at: " + sentence));
  }

  /** A syntax that is not known and has no fragments is written as explicit little endian. */
  private static TransferSyntax writable(DicomObject object) {
    boolean agrees =
        PixelCleaner.encapsulated(object.data()) == object.syntax().encapsulated()
            && object.data().contains(Tag.PixelData);
    return agrees || !object.syntax().encapsulated()
        ? object.syntax()
        : TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
  }

  private static DicomObject seen(DicomObject object, boolean masked) {
    DataSetBuilder data = object.data().toBuilder().put(Tag.BurnedInAnnotation, "NO");
    if (masked) {
      List<DataSet> codes =
          new ArrayList<>(object.data().items(Tag.DeidentificationMethodCodeSequence));
      codes.add(1, MethodCode.CLEAN_PIXELS);
      data.putItems(Tag.DeidentificationMethodCodeSequence, codes);
    }
    return new DicomObject(object.meta(), data.build(), object.syntax());
  }

  /** Text is looked for at the borders, where radiographs have it. */
  private static String warning(DataSet data) {
    String modality = data.string(Tag.Modality).orElse("").toUpperCase(Locale.ROOT);
    return !data.contains(Tag.PixelData) || LOOKED_AT.contains(modality)
        ? ""
        : "Not a plain radiograph: text away from the borders is not looked for.";
  }

  private record Pixels(String what, String warning) {}

  private FileOutcome write(
      DicomObject object, HeaderCleaner.Cleaned header, Path original, Pixels pixels)
      throws IOException {
    Path file = target(object.data(), original);
    Path whole = out.resolve(file);
    Files.createDirectories(whole.getParent());
    DicomWriter.write(DicomObject.of(object.data(), writable(object)), whole);
    ledger.note(Ledger.Kind.FILE, file.toString(), original.toString());
    return new FileOutcome.Written(file, header.changes(), pixels.what(), pixels.warning());
  }

  /** Pseudonym and a number that says nothing; two files of one instance get two names. */
  private Path target(DataSet data, Path original) throws IOException {
    String pseudonym = data.string(Tag.PatientID).orElse("unknown");
    String identity =
        data.string(Tag.SOPInstanceUID).orElseGet(() -> original.toAbsolutePath().toString());
    String name = ledger.fileName(identity);
    Path file = Path.of(pseudonym, name + ".dcm");
    for (int i = 2; !written.add(file); i++) {
      file = Path.of(pseudonym, name + "-" + i + ".dcm");
    }
    return file;
  }
}
