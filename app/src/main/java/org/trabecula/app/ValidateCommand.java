package org.trabecula.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trabecula.learning.evaluation.StudyFiles;
import org.trabecula.validation.page.StudyFolder;
import org.trabecula.validation.study.StudyReport;
import org.trabecula.validation.study.StudySettings;
import org.trabecula.validation.study.Validation;
import org.trabecula.validation.study.ValidationStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code validate}: the numbers of a study, from predictions or from a model on a manifest. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Studies predictions beside their DXA results: agreement, diagnosis, calibration,"
            + " subgroups, each figure with its interval, beside baselines, risk scores, another"
            + " method and the precision of DXA. Without predictions, it screens the radiographs"
            + " of a manifest first.",
    footer = {
      "",
      "Examples:",
      "  trabecula validate --predictions predictions.csv --out study",
      "  trabecula validate --predictions ours.csv --comparator theirs.csv --threshold -2,-3",
      "  trabecula validate --manifest cohort/manifest.csv --model model --out study",
      "",
      "Exit codes: 0 done; 2 wrong usage; 3 a file could not be read or written."
    })
final class ValidateCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private StudyInputs inputs = new StudyInputs();
  @Mixin private StudyOptions options = new StudyOptions();

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      defaultValue = "Validation against DXA",
      description = "Title of the study (default: ${DEFAULT-VALUE}).")
  private String title = "Validation against DXA";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder for report.html, report.pdf, figures/*.svg, checklists/*.md, validation.json,"
              + " figures.csv and validation.md; the short form is printed only, if absent.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    CommandSpec command = Objects.requireNonNull(spec, "spec");
    PrintWriter err = command.commandLine().getErr();
    TrainingLog log = new TrainingLog(quiet ? new PrintWriter(Writer.nullWriter()) : err);
    StudySettings settings = options.settings();
    StudyInputs.Read read = inputs.read(options.seed(), log::prepared);
    ValidationStudy study =
        new Validation(settings).of(request(read, command), site -> log.said("validate   " + site));
    if (out.isPresent()) {
      Path folder = out.get();
      StudyFiles.write(study, folder);
      log.said("report");
      StudyFolder.write(study, folder);
      if (read.screened()) {
        StudyFiles.write(read.table(), folder, "predictions");
      }
      if (read.dataSheet().isPresent()) {
        Files.writeString(folder.resolve("data-sheet.md"), read.dataSheet().get());
      }
    }
    System.out.println(study.brief().markdown());
    return ExitCode.DONE.code();
  }

  private Validation.Request request(StudyInputs.Read read, CommandSpec command)
      throws IOException {
    Map<String, String> provenance = new LinkedHashMap<>(read.origin());
    provenance.put("code", "Trabecula %s, %s".formatted(Version.number(), Version.commit()));
    provenance.put("command", CommandWords.of(command));
    try {
      return new Validation.Request(
          new StudyReport.Heading(title, read.synthetic(), provenance),
          read.table().predictions(),
          read.comparator(),
          read.flow(),
          read.baselines());
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
