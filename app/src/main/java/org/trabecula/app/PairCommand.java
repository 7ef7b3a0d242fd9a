package org.trabecula.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trabecula.cohort.FlowDiagram;
import org.trabecula.cohort.pairing.DuplicateGroup;
import org.trabecula.cohort.pairing.DxaOutcome;
import org.trabecula.cohort.pairing.PairedCohort;
import org.trabecula.cohort.pairing.Pairing;
import org.trabecula.cohort.pairing.Pseudonyms;
import org.trabecula.cohort.pairing.dxa.ColumnMapping;
import org.trabecula.cohort.pairing.dxa.DxaResults;
import org.trabecula.cohort.pairing.dxa.DxaRows;
import org.trabecula.cohort.pairing.film.FilmEntry;
import org.trabecula.cohort.pairing.film.FilmFiles;
import org.trabecula.cohort.pairing.report.CohortFiles;
import org.trabecula.densitometry.ScannerScale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pair}: radiographs and DXA results to a cohort. */
@Command(
    name = "pair",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Pairs radiographs with DXA results and writes a manifest that 'train' and 'evaluate' read,"
            + " with an account of every radiograph and every DXA line: a flow diagram (STARD),"
            + " exclusions with their reasons, duplicates and conflicts, and a data sheet. The"
            + " manifest holds pseudonyms and no dates.",
    footer = {
      "",
      "Examples:",
      "  trabecula pair --films radiographs/ --dxa results.xlsx --mapping columns.txt --out cohort",
      "  trabecula pair --films DICOMDIR --dxa reports/ --days 90 --ignore-leading-zeros"
          + " --out cohort",
      "  trabecula pair --films list.csv --dxa results.csv --key site.key --links links.csv"
          + " --out cohort",
      "",
      "The keys of a mapping and the columns of a list: docs/pairing.md.",
      "",
      "Exit codes: 0 done; 1 no radiograph could be paired; 2 wrong usage; 3 a table or file could"
          + " not be read or written."
    })
final class PairCommand implements Callable<Integer> {
  @Option(
      names = "--films",
      required = true,
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Folders of radiographs, a DICOMDIR, a list (TXT, CSV or XLSX with a column 'image'), or"
              + " single files.")
  private List<Path> films = List.of();

  @Option(
      names = "--dxa",
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "DXA results: CSV or XLSX tables, DICOM structured reports, or folders of them. Without"
              + " any, only the radiographs are looked at.")
  private List<Path> dxa = List.of();

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description =
          "Which column of the tables holds what; not needed if they carry our own names.")
  private Optional<Path> mapping = Optional.empty();

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      description =
          "hologic, lunar, norland or standardised: the scale of results that do not state one.")
  private Optional<ScannerScale> scale = Optional.empty();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write to.")
  private Path out = Path.of("");

  @Mixin private PairOptions options = new PairOptions();

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "Secret key, at least 16 bytes: subject ids are then the same in every run. Without it"
              + " they are running numbers.")
  private Optional<Path> key = Optional.empty();

  @Option(
      names = "--links",
      paramLabel = "FILE",
      description =
          "Also write which patient has which subject id. This file is private; keep it apart from"
              + " the cohort.")
  private Optional<Path> links = Optional.empty();

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    var settings = WrongUsage.checked(options::settings);
    Pseudonyms pseudonyms = pseudonyms();
    DxaResults.Format format =
        new DxaResults.Format(
            mapping.isPresent() ? Optional.of(ColumnMapping.read(mapping.get())) : Optional.empty(),
            scale);
    List<FilmEntry> entries = FilmFiles.of(films);
    DxaRows rows = DxaResults.read(dxa, format);
    Files.createDirectories(out);
    PairedCohort cohort;
    try (Terminal terminal = new Terminal("Reading", entries.size(), quiet)) {
      cohort = new Pairing(settings, pseudonyms).run(entries, rows, out, terminal::done);
    }
    CohortFiles.write(cohort, out);
    if (links.isPresent()) {
      CohortFiles.writeLinks(cohort, links.get());
    }
    summary(cohort).forEach(System.out::println);
    boolean none = cohort.flow().included().radiographs() == 0;
    return (none ? ExitCode.SOME_REFUSED : ExitCode.DONE).code();
  }

  private Pseudonyms pseudonyms() throws IOException {
    if (key.isEmpty()) {
      return Pseudonyms.numbered();
    }
    byte[] secret = Files.readAllBytes(key.get());
    return WrongUsage.checked(() -> Pseudonyms.keyed(secret));
  }

  private List<String> summary(PairedCohort cohort) {
    FlowDiagram flow = cohort.flow();
    List<String> lines = new java.util.ArrayList<>();
    lines.add(
        "%d of %d radiographs paired, of %d subjects%s: %s"
            .formatted(
                flow.included().radiographs(),
                flow.all().radiographs(),
                flow.included().subjects(),
                cohort.synthetic() ? " (synthetic)" : "",
                out.resolve("manifest.csv")));
    flow.leftOut()
        .forEach((reason, count) ->
            lines.add("  left out, %s: %d".formatted(reason, count.radiographs())));
    long used = cohort.dxa().stream().filter(row -> row.use() == DxaOutcome.Use.PAIRED).count();
    lines.add("%d of %d DXA lines used".formatted(used, cohort.dxa().size()));
    long conflicts = cohort.groups().stream().filter(DuplicateGroup::isConflict).count();
    lines.add(
        "%d pictures kept twice, %d of them conflicts"
            .formatted(cohort.groups().size(), conflicts));
    lines.add("The account of each file and line: %s".formatted(out.resolve("pairing.md")));
    return lines;
  }
}
