package org.trabecula.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.trabecula.simulation.census.Census;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code census}: who a synthetic cohort is made of. */
@Command(
    name = "census",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Draws the synthetic subjects of a cohort, without making any film, and counts them: ages,"
            + " sex, bone densities by sex and decade beside the reference tables, how spine and"
            + " hip go together, and how common is what distorts a film. The same seed draws the"
            + " subjects that 'simulate' would.",
    footer = {
      "",
      "Examples:",
      "  trabecula census --cohort reference-v1 --subjects 20000 --seed 1000000",
      "  trabecula census --cohort training --subjects 2000 --seed 7 --format json",
      "  trabecula census --cohort training --subjects 2000 --prevalence fractures=0.4",
      "",
      "Exit codes: 0 done; 2 wrong usage."
    })
final class CensusCommand implements Callable<Integer> {
  /** How a census is printed. */
  enum Format {
    TABLE,
    JSON
  }

  @Mixin private CohortOptions cohort = new CohortOptions();

  @Option(
      names = "--subjects",
      paramLabel = "N",
      defaultValue = "10000",
      description = "How many are drawn (default: ${DEFAULT-VALUE}).")
  private int subjects = 10_000;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1000000",
      description = "Seed of the cohort (default: ${DEFAULT-VALUE}).")
  private long seed = 1_000_000;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table or json (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TABLE;

  @Override
  public Integer call() throws IOException {
    Census census = WrongUsage.checked(() -> Census.take(cohort.protocol(), subjects, seed));
    System.out.println(
        switch (format) {
          case TABLE -> CensusTable.of(census);
          case JSON -> CensusJson.of(census);
        });
    return ExitCode.DONE.code();
  }
}
