package org.trabecula.densitometry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A versioned set of reference values: young adults for the T-score and the percentage of the young
 * adult mean, and means by age for the Z-score. Each value names its source. What a population does
 * not tabulate has no reference, which is an empty answer and never a guess.
 */
public final class ReferencePopulation {

  /** The reference that is used where none is chosen. */
  public static final String DEFAULT = "nhanes-iii";

  /** What is appended to a name to compare everyone with the young adults of the own sex. */
  public static final String OWN_SEX_SUFFIX = "-own-sex";

  private static final List<String> FILES =
      List.of("nhanes-iii", "nhanes-2005-2014", "jsbmr-2012", "korea-2003-2004");

  /** With whose young adults a subject is compared. */
  public enum Comparison {
    /** With women, whoever the subject is (ISCD 2013 official position). */
    WOMEN,
    /** With the subject's own sex. */
    OWN_SEX
  }

  /**
   * What a reference file says of itself.
   *
   * @param id the name on the command line
   * @param name the name in print
   * @param version of the file
   * @param comparison with whose young adults a subject is compared
   * @param note what a reader of a report should know, perhaps empty
   */
  public record Heading(
      String id, String name, String version, Comparison comparison, String note) {}

  /**
   * Young adults of a sex at a site.
   *
   * @param ages the ages that were pooled
   */
  public record YoungAdults(Site site, Sex sex, AgeRange ages, ReferenceValue value) {}

  /** The persons of a sex and an age group at a site. */
  public record AgeGroup(Site site, Sex sex, AgeRange ages, ReferenceValue value) {}

  /**
   * Ages from a birthday up to the last day before another.
   *
   * @param from first year of age, in years
   * @param to last year of age, inclusive, in years
   */
  public record AgeRange(int from, int to) {
    public AgeRange {
      if (from < 0 || to < from) {
        throw new IllegalArgumentException("Ages %d to %d years".formatted(from, to));
      }
    }

    /** The middle of the range in years, for instance 26 for 21 to 30. */
    public double middle() {
      return (from + to + 1) / 2.0;
    }

    /** Whether a person of this age in years belongs to the range. */
    public boolean contains(double ageYears) {
      return ageYears >= from && ageYears < to + 1.0;
    }
  }

  private final Heading heading;
  private final List<YoungAdults> youngAdults;
  private final List<AgeGroup> ageGroups;

  ReferencePopulation(Heading heading, List<YoungAdults> youngAdults, List<AgeGroup> ageGroups) {
    this.heading = heading;
    this.youngAdults = List.copyOf(youngAdults);
    this.ageGroups = List.copyOf(ageGroups);
  }

  /** The names of the built-in references. */
  public static List<String> presets() {
    List<String> names = new ArrayList<>();
    for (String id : FILES) {
      names.add(id);
      if (builtIn(id).heading.comparison == Comparison.WOMEN) {
        names.add(id + OWN_SEX_SUFFIX);
      }
    }
    return List.copyOf(names);
  }

  /**
   * Returns the built-in reference of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static ReferencePopulation preset(String name) {
    boolean ownSex = name.endsWith(OWN_SEX_SUFFIX);
    String id = ownSex ? name.substring(0, name.length() - OWN_SEX_SUFFIX.length()) : name;
    if (!FILES.contains(id)) {
      throw new IllegalArgumentException(
          "No reference is called '%s'; there are %s".formatted(name, presets()));
    }
    ReferencePopulation found = builtIn(id);
    return ownSex ? found.comparing(Comparison.OWN_SEX) : found;
  }

  /**
   * Reads a reference file, whose format is that of the built-in ones.
   *
   * @throws MalformedReferenceException if it breaks the format; the message names the line
   */
  public static ReferencePopulation read(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return ReferenceFile.parse(reader, file.toString());
    }
  }

  static ReferencePopulation builtIn(String id) {
    String resource = "references/" + id + ".csv";
    try (InputStream stream = ReferencePopulation.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalArgumentException("No resource " + resource);
      }
      return ReferenceFile.parse(
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)), resource);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /** The same values, compared otherwise. */
  public ReferencePopulation comparing(Comparison comparison) {
    if (comparison == heading.comparison) {
      return this;
    }
    boolean own = comparison == Comparison.OWN_SEX;
    Heading changed =
        new Heading(
            own ? heading.id + OWN_SEX_SUFFIX : heading.id + "-women",
            heading.name + (own ? ", own sex" : ", women for both sexes"),
            heading.version,
            comparison,
            heading.note);
    return new ReferencePopulation(changed, youngAdults, ageGroups);
  }

  public Heading heading() {
    return heading;
  }

  public String id() {
    return heading.id;
  }

  /** The name in print. */
  public String name() {
    return heading.name;
  }

  public String version() {
    return heading.version;
  }

  /** All young adult values, in the order of the file. */
  public List<YoungAdults> youngAdults() {
    return youngAdults;
  }

  /** All values by age, in the order of the file. */
  public List<AgeGroup> ageGroups() {
    return ageGroups;
  }

  /**
   * Returns the young adults with whom a subject is compared: on the preferred scale if they are
   * tabulated on it, otherwise on the first scale of the file.
   */
  public Optional<ReferenceValue> youngAdult(Site site, Subject subject, ScannerScale preferred) {
    return comparisonSex(subject)
        .flatMap(sex -> {
          List<ReferenceValue> found =
              youngAdults.stream()
                  .filter(row -> row.site == site && row.sex == sex)
                  .map(YoungAdults::value)
                  .toList();
          return found.stream()
              .filter(value -> value.scale() == preferred)
              .findFirst()
              .or(() -> found.stream().findFirst());
        });
  }

  /** With which sex the subject is compared, if that is known. */
  public Optional<Sex> comparisonSex(Subject subject) {
    return heading.comparison == Comparison.WOMEN ? Optional.of(Sex.FEMALE) : subject.sex();
  }

  /** The age groups of a sex at a site by rising age: nodes of the curve; perhaps none. */
  public List<AgeGroup> curve(Site site, Sex sex) {
    return ageGroups.stream()
        .filter(row -> row.site == site && row.sex == sex)
        .sorted((a, b) -> Integer.compare(a.ages.from, b.ages.from))
        .toList();
  }

  /**
   * Returns mean and standard deviation of the subject's age and sex: linear between the middles of
   * the tabulated groups, constant beyond the first and last middle, empty outside the groups.
   */
  public Optional<ReferenceValue> atAge(Site site, Sex sex, double ageYears) {
    return AgeCurve.at(curve(site, sex), ageYears);
  }
}
