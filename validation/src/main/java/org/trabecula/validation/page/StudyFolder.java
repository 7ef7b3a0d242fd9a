package org.trabecula.validation.page;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trabecula.validation.figure.Figure;
import org.trabecula.validation.page.checklist.FilledChecklist;
import org.trabecula.validation.study.ValidationStudy;

/** The report of a study in a folder. */
public final class StudyFolder {
  private StudyFolder() {}

  /**
   * Writes {@code report.html}, {@code report.pdf}, {@code figures/*.svg} and {@code
   * checklists/*.md}. What the folder held under these names is replaced.
   *
   * @param folder is made if it is not there
   * @return the files, in the order in which they were written
   */
  public static List<Path> write(ValidationStudy study, Path folder) throws IOException {
    IllustratedStudy illustrated = IllustratedStudy.of(study);
    StudyPage page = StudyPage.of(illustrated);
    List<Path> files = new ArrayList<>();
    Files.createDirectories(folder);
    files.add(Files.writeString(folder.resolve("report.html"), page.html()));
    Path pdf = folder.resolve("report.pdf");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(pdf))) {
      StudyPdf.write(illustrated, out);
    }
    files.add(pdf);
    Path figures = Files.createDirectories(folder.resolve("figures"));
    for (Figure figure : illustrated.all()) {
      files.add(Files.writeString(figures.resolve(figure.name() + ".svg"), figure.svg()));
    }
    Path checklists = Files.createDirectories(folder.resolve("checklists"));
    for (FilledChecklist list : page.checklists()) {
      String name = list.checklist().name().toLowerCase(Locale.ROOT).replace('+', '-') + ".md";
      files.add(Files.writeString(checklists.resolve(name), list.markdown("../report.html")));
    }
    return List.copyOf(files);
  }
}
