package org.trabecula.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.trabecula.radiography.Field;
import org.trabecula.radiography.Radiograph;
import org.trabecula.report.content.Finding;
import org.trabecula.report.content.Report;
import org.trabecula.report.page.ReportPage;
import org.trabecula.report.picture.FilmPicture;
import org.trabecula.report.picture.OverlayPicture;
import org.trabecula.screening.Screening;

/** Writes the files of one report. */
public final class ReportFolder {
  private ReportFolder() {}

  /**
   * Writes {@code result.json}, {@code report.html} and, where densities were estimated, {@code
   * overlay.png}. A file is either whole or absent.
   */
  public static void write(Report report, Path folder) throws IOException {
    Files.createDirectories(folder);
    Optional<FilmPicture> film =
        report.film().radiograph().map(radiograph -> picture(report, radiograph));
    whole(folder.resolve("result.json"), ResultJson.of(report).getBytes(StandardCharsets.UTF_8));
    String page = ReportPage.html(report, film);
    whole(folder.resolve("report.html"), page.getBytes(StandardCharsets.UTF_8));
    Path overlay = folder.resolve("overlay.png");
    if (report.finding() instanceof Finding.Estimated(Screening.Estimated screening)
        && film.isPresent()) {
      whole(overlay, OverlayPicture.png(film.get(), screening));
    } else {
      // What an earlier run said of another file of this name is not true of this one.
      Files.deleteIfExists(overlay);
    }
  }

  private static FilmPicture picture(Report report, Radiograph radiograph) {
    Field field =
        report.finding() instanceof Finding.Estimated(Screening.Estimated screening)
            ? screening.canonical().field()
            : Field.of(radiograph);
    return FilmPicture.of(radiograph, field);
  }

  private static void whole(Path file, byte[] bytes) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".part");
    Files.write(temporary, bytes);
    Files.move(
        temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
