package org.trabecula.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trabecula.radiography.RadiographReader;
import org.trabecula.radiography.ReadOptions;
import org.trabecula.radiography.Reading;
import org.trabecula.report.ReportFolder;
import org.trabecula.report.ResultJson;
import org.trabecula.report.content.Film;
import org.trabecula.report.content.Finding;
import org.trabecula.report.content.Report;
import org.trabecula.report.summary.SummaryRow;
import org.trabecula.screening.ScreenRequest;
import org.trabecula.screening.Screener;
import org.trabecula.screening.Screening;

/**
 * From one file to its report. Safe for many threads.
 *
 * @param screener that is open
 * @param reading what is stated of every film
 * @param request what is asked of every film
 * @param out folder that reports are written below
 */
record ScreenRun(Screener screener, ReadOptions reading, ScreenRequest request, Path out) {
  private static final Logger LOG = LoggerFactory.getLogger(ScreenRun.class);

  /**
   * What is left of a film after its report was written.
   *
   * @param row for the list
   * @param json the text of {@code result.json}; empty if there is no report
   */
  record Outcome(SummaryRow row, Optional<String> json) {}

  /**
   * Screens a file and writes its report. Whatever is wrong with it, the next one gets its turn.
   */
  Outcome screen(Inputs.Input input) {
    try {
      Report report = report(input.file());
      ReportFolder.write(report, out.resolve(input.folder()));
      return new Outcome(SummaryRow.of(input.name(), report), Optional.of(ResultJson.of(report)));
    } catch (IOException e) {
      return failed(input, Failure.sentence(e));
    } catch (OutOfMemoryError e) {
      return failed(
          input, "The image needs more memory; set TRABECULA_JAVA_OPTS=-Xmx4g or use --threads 1.");
    } catch (RuntimeException e) {
      // The boundary of a batch: a defect costs one film and leaves a trace, not the whole run.
      LOG.error("{} could not be screened; please report this", input.name(), e);
      return failed(input, "A defect of the program: " + e);
    }
  }

  private static Outcome failed(Inputs.Input input, String sentence) {
    return new Outcome(new SummaryRow.Failed(input.name(), sentence), Optional.empty());
  }

  private Report report(Path file) throws IOException {
    String name = Objects.requireNonNull(file.getFileName()).toString();
    String hash = sha256(file);
    return switch (RadiographReader.read(file, reading)) {
      case Reading.Refused refused ->
          of(new Film(name, hash, Optional.empty()), Finding.of(refused));
      case Reading.Read(var radiograph) -> {
        Screening screening = screener.screen(radiograph, request);
        yield of(new Film(name, hash, Optional.of(film(screening))), Finding.of(screening));
      }
    };
  }

  /** The film as it was screened: the screener may have learnt its side. */
  private static org.trabecula.radiography.Radiograph film(Screening screening) {
    return switch (screening) {
      case Screening.Estimated estimated -> estimated.radiograph();
      case Screening.Declined declined -> declined.radiograph();
    };
  }

  private Report of(Film film, Finding finding) {
    return new Report(film, finding, request, screener.model());
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
