package org.trabecula.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trabecula.dicom.deidentify.AttributeChange;
import org.trabecula.dicom.deidentify.Deidentifier;
import org.trabecula.dicom.deidentify.FileOutcome;
import org.trabecula.dicom.deidentify.Ledger;
import org.trabecula.dicom.deidentify.RunReport;

/**
 * De-identifies files one by one and writes the report of the run.
 *
 * @param out folder of copies and report
 */
record DeidentifyRun(Deidentifier.Settings settings, Ledger ledger, Path out) {
  private static final Logger LOG = LoggerFactory.getLogger(DeidentifyRun.class);

  /** Whatever is wrong with a file, the next one gets its turn. */
  ExitCode run(List<Inputs.Input> inputs, boolean quiet) throws IOException {
    Files.createDirectories(out);
    Deidentifier deidentifier = new Deidentifier(settings, ledger, out);
    List<FileOutcome> outcomes = new ArrayList<>();
    ExitCode worst = ExitCode.DONE;
    try (Terminal terminal = new Terminal("De-identifying", inputs.size(), quiet)) {
      for (Inputs.Input input : inputs) {
        ExitCode code = one(deidentifier, input, outcomes, terminal);
        worst = code.compareTo(worst) > 0 ? code : worst;
        terminal.done(outcomes.size());
      }
      RunReport report = new RunReport(settings.profile(), outcomes);
      Files.writeString(out.resolve("deidentification.md"), report.markdown());
      Files.writeString(out.resolve("deidentification.csv"), report.csv());
      terminal.result(
          "%d of %d files written to %s; what was removed: %s"
              .formatted(
                  report.written().size(), inputs.size(), out, out.resolve("deidentification.md")));
    }
    return worst;
  }

  /** Sentences for the terminal may name the file; those for the report, which goes along, not. */
  private static ExitCode one(
      Deidentifier deidentifier, Inputs.Input input, List<FileOutcome> all, Terminal terminal) {
    try {
      FileOutcome outcome = deidentifier.file(input.file());
      all.add(outcome);
      terminal.result(line(input, outcome));
      return outcome instanceof FileOutcome.Written ? ExitCode.DONE : ExitCode.SOME_REFUSED;
    } catch (IOException e) {
      all.add(new FileOutcome.Refused("The file could not be read, or its copy not be written."));
      terminal.result(input.name() + ": failed. " + Failure.sentence(e));
    } catch (OutOfMemoryError e) {
      all.add(new FileOutcome.Refused("The image needs more memory."));
      terminal.result(
          input.name() + ": failed. It needs more memory; set TRABECULA_JAVA_OPTS=-Xmx4g.");
    } catch (RuntimeException e) {
      // The boundary of a batch: a defect costs one file and leaves a trace, not the whole run.
      LOG.error("{} could not be de-identified; please report this", input.name(), e);
      all.add(new FileOutcome.Refused("A defect of the program."));
      terminal.result(input.name() + ": failed. A defect of the program: " + e);
    }
    return ExitCode.FAILED;
  }

  private static String line(Inputs.Input input, FileOutcome outcome) {
    return switch (outcome) {
      case FileOutcome.Refused(String sentence) -> input.name() + ": refused. " + sentence;
      case FileOutcome.Written written ->
          "%s -> %s: %d attributes removed, %d emptied, %d replaced; pixels: %s%s"
              .formatted(
                  input.name(),
                  written.file(),
                  written.count(AttributeChange.Kind.REMOVED)
                      + written.count(AttributeChange.Kind.PRIVATE_REMOVED)
                      + written.count(AttributeChange.Kind.UNKNOWN_REMOVED),
                  written.count(AttributeChange.Kind.EMPTIED),
                  written.count(AttributeChange.Kind.REPLACED)
                      + written.count(AttributeChange.Kind.SHIFTED)
                      + written.count(AttributeChange.Kind.CLEANED),
                  written.pixels(),
                  written.warning().isEmpty() ? "" : ". " + written.warning());
    };
  }
}
