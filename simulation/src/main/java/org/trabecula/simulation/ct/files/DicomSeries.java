package org.trabecula.simulation.ct.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Subject;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.Decoding;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.DicomReader;
import org.trabecula.dicom.DicomReading;
import org.trabecula.dicom.Frame;
import org.trabecula.dicom.PixelData;
import org.trabecula.dicom.Tag;
import org.trabecula.simulation.ct.CtVolume;
import org.trabecula.simulation.ct.LabelVolume;
import org.trabecula.simulation.ct.UnusableCtException;
import org.trabecula.simulation.ct.VoxelGrid;

/**
 * The slices of one DICOM series in a folder (PS3.3 sections C.7.6.2 and C.8.2), in the order of
 * their place in the body, whatever their names and numbers say.
 */
final class DicomSeries {
  private final Path folder;

  DicomSeries(Path folder) {
    this.folder = folder;
  }

  CtFiles.Scan ct() throws IOException {
    Stack stack = Stack.of(folder, slices("CT"));
    VoxelGrid grid = stack.orientation().grid();
    short[][] planes = new short[grid.front()][grid.across() * grid.up()];
    Subject person = Subject.UNKNOWN;
    for (int c = 0; c < stack.slices().size(); c++) {
      Slice slice = stack.slices().get(c);
      DicomObject object = object(slice.file());
      Frame frame = frame(object, slice);
      DataSet data = object.data();
      person = person(data);
      double slope = data.decimal(Tag.RescaleSlope).orElse(1);
      double intercept = data.decimal(Tag.RescaleIntercept).orElse(0);
      int padding = data.integer(Tag.PixelPaddingValue).orElse(Integer.MIN_VALUE);
      for (int b = 0; b < slice.rows(); b++) {
        for (int a = 0; a < slice.columns(); a++) {
          int stored = frame.at(b, a);
          planes[stack.orientation().plane(a, b, c)][stack.orientation().place(a, b, c)] =
              stored == padding ? CtVolume.AIR : Nifti.hu(stored * slope + intercept);
        }
      }
    }
    return new CtFiles.Scan(new CtVolume(grid, planes), person);
  }

  LabelVolume labels() throws IOException {
    Stack stack = Stack.of(folder, slices(""));
    VoxelGrid grid = stack.orientation().grid();
    byte[][] planes = new byte[grid.front()][grid.across() * grid.up()];
    for (int c = 0; c < stack.slices().size(); c++) {
      Slice slice = stack.slices().get(c);
      Frame frame = frame(object(slice.file()), slice);
      for (int b = 0; b < slice.rows(); b++) {
        for (int a = 0; a < slice.columns(); a++) {
          planes[stack.orientation().plane(a, b, c)][stack.orientation().place(a, b, c)] =
              Nifti.label(frame.at(b, a), slice.file());
        }
      }
    }
    return new LabelVolume(grid, planes);
  }

  /** The slices of the folder's one series; other files are passed over. */
  private List<Slice> slices(String modality) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    Map<String, List<Slice>> series = new LinkedHashMap<>();
    for (Path file : files) {
      if (DicomReader.read(file) instanceof DicomReading.Parsed(DicomObject object)
          && (modality.isEmpty()
              || object.data().string(Tag.Modality).filter(modality::equals).isPresent())) {
        Optional<Slice> slice = Slice.of(file, object.data());
        slice.ifPresent(s -> series.computeIfAbsent(s.series(), uid -> new ArrayList<>()).add(s));
      }
    }
    series.values().removeIf(slices -> slices.size() < 2);
    if (series.isEmpty()) {
      throw new UnusableCtException(
          "%s holds neither NIfTI files nor the slices of a DICOM%s series."
              .formatted(folder, modality.isEmpty() ? "" : " " + modality));
    }
    if (series.size() > 1) {
      throw new UnusableCtException(
          "%s holds %d series; name a folder with one.".formatted(folder, series.size()));
    }
    return series.values().iterator().next();
  }

  private static DicomObject object(Path file) throws IOException {
    return switch (DicomReader.read(file)) {
      case DicomReading.Parsed(DicomObject object) -> object;
      case DicomReading.Failed(var failure) ->
          throw new UnusableCtException("%s: %s".formatted(file, failure.sentence()));
    };
  }

  private static Frame frame(DicomObject object, Slice slice) throws UnusableCtException {
    return switch (PixelData.decode(object)) {
      case Decoding.Failed(var failure) ->
          throw new UnusableCtException("%s: %s".formatted(slice.file(), failure.sentence()));
      case Decoding.Decoded(Frame frame) -> frame;
    };
  }

  private static Subject person(DataSet data) {
    Optional<Sex> sex =
        switch (data.string(Tag.PatientSex).orElse("")) {
          case "F" -> Optional.of(Sex.FEMALE);
          case "M" -> Optional.of(Sex.MALE);
          default -> Optional.empty();
        };
    OptionalDouble metres = within(data.decimal(Tag.PatientSize), 0.5, 2.5);
    return new Subject(
        sex,
        years(data.string(Tag.PatientAge).orElse("")),
        metres.isPresent() ? OptionalDouble.of(100 * metres.getAsDouble()) : metres,
        within(data.decimal(Tag.PatientWeight), 20, 300));
  }

  private static OptionalDouble within(OptionalDouble value, double least, double most) {
    return value.isPresent() && value.getAsDouble() >= least && value.getAsDouble() <= most
        ? value
        : OptionalDouble.empty();
  }

  /** An age string (PS3.5 section 6.2): three digits and a unit; only years can be a patient's. */
  private static OptionalDouble years(String age) {
    return age.toUpperCase(Locale.ROOT).matches("[0-9]{3}Y")
        ? within(OptionalDouble.of(Integer.parseInt(age.substring(0, 3))), 18, 120)
        : OptionalDouble.empty();
  }

  /** Slices by their height along the normal of the first. */
  static Comparator<Slice> byHeight(Slice first) {
    return Comparator.comparingDouble(slice -> slice.position().dot(first.normal()));
  }
}
