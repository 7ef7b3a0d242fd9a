package org.trabecula.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.densitometry.CallPolicy;
import org.trabecula.densitometry.ReferencePopulation;
import org.trabecula.radiography.ReadOptions;
import org.trabecula.radiography.View;
import org.trabecula.screening.ScreenRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the user states about films, and what is asked of them. */
final class ScreenOptions {
  private static final String AUTO = "auto";

  @Mixin private SubjectOptions subject = new SubjectOptions();

  @Option(
      names = "--view",
      paramLabel = "VIEW",
      defaultValue = AUTO,
      description = "auto, lumbar-ap or hip-ap; auto finds out (default: ${DEFAULT-VALUE}).")
  private String view = AUTO;

  @Option(
      names = "--pixel-spacing",
      paramLabel = "MM",
      description =
          "Distance of pixel centres in mm in the plane of the patient, for PNG, TIFF and JPEG.")
  private Optional<Double> pixelSpacing = Optional.empty();

  @Option(
      names = "--reference",
      paramLabel = "NAME|FILE",
      defaultValue = ReferencePopulation.DEFAULT,
      description =
          "Reference population: a name (nhanes-iii, nhanes-2005-2014, jsbmr-2012, korea-2003-2004,"
              + " or one with -own-sex) or a file (default: ${DEFAULT-VALUE}).")
  private String reference = ReferencePopulation.DEFAULT;

  @Option(
      names = "--ppv",
      paramLabel = "SHARE",
      defaultValue = "0.90",
      description =
          "Call 'likely low' from this probability of a low density (default: ${DEFAULT-VALUE}).")
  private double ppv = CallPolicy.DEFAULT.targetPpv();

  @Option(
      names = "--npv",
      paramLabel = "SHARE",
      defaultValue = "0.90",
      description =
          "Call 'unlikely low' from this probability of a density that is not low (default:"
              + " ${DEFAULT-VALUE}).")
  private double npv = CallPolicy.DEFAULT.targetNpv();

  /** What is stated about every film. */
  ReadOptions reading() {
    OptionalDouble spacing =
        pixelSpacing.isPresent() ? OptionalDouble.of(pixelSpacing.get()) : OptionalDouble.empty();
    return WrongUsage.checked(() -> new ReadOptions(view(), spacing, subject.subject()));
  }

  /** What is asked of every film. */
  ScreenRequest request() throws IOException {
    ReferencePopulation population = population();
    return WrongUsage.checked(() ->
        new ScreenRequest(
            view(), population, new CallPolicy(ppv, npv, CallPolicy.DEFAULT.threshold())));
  }

  private Optional<View> view() {
    return view.equals(AUTO) ? Optional.empty() : Optional.of(View.of(view));
  }

  private ReferencePopulation population() throws IOException {
    Path file = Path.of(reference);
    return Files.isRegularFile(file)
        ? ReferencePopulation.read(file)
        : WrongUsage.checked(() -> ReferencePopulation.preset(reference));
  }
}
