package org.trabecula.densitometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceFileTest {
  private static final String HEADING =
      """
      # Values of our own.
      format = trabecula-reference/1
      id = ours
      name = Our region
      version = 3
      compared_with = own-sex

      kind,site,sex,age_from,age_to,scale,mean,sd,tag,source
      """;
  private static final String ROW =
      "young-adult,total hip,female,20,29,HOLOGIC,0.9,0.1,V,Our registry, 2024\n";

  @TempDir Path folder;

  private ReferencePopulation read(String text) throws IOException {
    return ReferencePopulation.read(Files.writeString(folder.resolve("ours.csv"), text));
  }

  @Test
  void aSiteMayBringItsOwnReference() throws IOException {
    ReferencePopulation ours = read(HEADING + ROW);
    assertThat(ours.id()).isEqualTo("ours");
    assertThat(ours.heading().comparison()).isEqualTo(ReferencePopulation.Comparison.OWN_SEX);
    assertThat(ours.youngAdults()).hasSize(1);
    assertThat(ours.youngAdults().getFirst().value())
        .isEqualTo(
            new ReferenceValue(
                0.9,
                0.1,
                ScannerScale.HOLOGIC,
                new Evidence(Evidence.Strength.VERIFIED, "Our registry, 2024")));
  }

  @Test
  void ownCurvesGoBeforeSharedOnes() throws IOException {
    String shared = HEADING.replace("version = 3", "version = 3\nage_curves = nhanes-by-age");
    ReferencePopulation ours =
        read(shared + "by-age,L1-L4,female,20,90,HOLOGIC,0.8,0.1,V,Our registry\n");
    assertThat(ours.curve(Site.L1_L4, Sex.FEMALE)).hasSize(1);
    assertThat(ours.curve(Site.L1_L4, Sex.MALE)).hasSize(7);
  }

  /** Each change breaks the row that stands in line 9. */
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "young-adult | adult | kind 'adult' is neither young-adult nor by-age",
        "total hip | hip | column site is 'hip', not a site",
        "female | woman | column sex is 'woman', not one of [FEMALE, MALE]",
        "HOLOGIC | GE | column scale is 'GE', not one of",
        "0.9 | -0.9 | column mean is '-0.9', not a density in g/cm2",
        "0.9 | NaN | column mean is 'NaN', not a density in g/cm2",
        "0.1 | high | column sd is 'high', not a number",
        "29 | 19 | column age_to is '19', not an age",
        ",V, | ,X, | column tag is 'X', not V (verified), D (derived) or M (unverified)"
      })
  void aBrokenRowIsNamedByLineAndColumn(String from, String to, String problem) {
    assertThatThrownBy(() -> read(HEADING + ROW.replaceFirst(from, to)))
        .isInstanceOf(MalformedReferenceException.class)
        .hasMessageContaining("ours.csv, line 9: ")
        .hasMessageContaining(problem)
        .extracting(e -> ((MalformedReferenceException) e).line())
        .isEqualTo(9);
  }

  @Test
  void aRowWithoutASourceIsRefused() {
    assertThatThrownBy(() -> read(HEADING + ROW.replace("Our registry, 2024", " ")))
        .hasMessageContaining("column source");
    assertThatThrownBy(() -> read(HEADING + "young-adult,total hip,female\n"))
        .hasMessageContaining("3 cells instead of 10");
  }

  @Test
  void aValueGivenTwiceIsRefused() {
    assertThatThrownBy(() -> read(HEADING + ROW + ROW))
        .hasMessageContaining("line 10")
        .hasMessageContaining("given twice");
  }

  @Test
  void agesThatOverlapAreRefused() {
    String rows =
        """
        by-age,L1,female,20,29,HOLOGIC,0.9,0.1,V,Ours
        by-age,L1,female,29,39,HOLOGIC,0.9,0.1,V,Ours
        """;
    assertThatThrownBy(() -> read(HEADING + rows)).hasMessageContaining("overlap");
    assertThatThrownBy(() -> read(HEADING + rows.replace("29,39,HOLOGIC", "30,39,LUNAR")))
        .hasMessageContaining("an age curve changes its scale");
  }

  @Test
  void aBrokenHeadingIsRefused() {
    assertThatThrownBy(() -> read(HEADING.replace("reference/1", "reference/9") + ROW))
        .hasMessageContaining("is not trabecula-reference/1");
    assertThatThrownBy(() -> read(HEADING.replace("version = 3\n", "") + ROW))
        .hasMessageContaining("key 'version' is missing");
    assertThatThrownBy(() -> read(HEADING.replace("version", "edition") + ROW))
        .hasMessageContaining("line 5: unknown key 'edition'");
    assertThatThrownBy(() -> read(HEADING.replace("id = ours", "id = ours\nid = ours") + ROW))
        .hasMessageContaining("key 'id' is given twice");
    assertThatThrownBy(() -> read(HEADING.replace("own-sex", "men") + ROW))
        .hasMessageContaining("compared_with 'men'");
    assertThatThrownBy(() -> read(HEADING.replace(",tag,", ",") + ROW))
        .hasMessageContaining("the columns are not kind,site");
    assertThatThrownBy(() -> read(HEADING)).hasMessageContaining("missing or empty");
    assertThatThrownBy(() -> read("something\n")).hasMessageContaining("neither 'key = value'");
    assertThatThrownBy(
            () -> read(HEADING.replace("version = 3", "version = 3\nage_curves = x") + ROW))
        .hasMessageContaining("age_curves 'x'");
  }
}
