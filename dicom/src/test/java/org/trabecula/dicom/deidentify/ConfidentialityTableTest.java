package org.trabecula.dicom.deidentify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidentialityTableTest {
  private static final ConfidentialityTable TABLE = ConfidentialityTable.standard();

  /** PS3.15 2025a has 631 rows: 627 tags, three repeating groups and the private attributes. */
  @Test
  void everyRowOfTheEditionIsThere() {
    assertThat(TABLE.rules()).hasSize(631);
    assertThat(TABLE.rules()).filteredOn(ConfidentialityRule::isExact).hasSize(627);
    assertThat(TABLE.rules()).extracting(ConfidentialityRule::pattern).doesNotHaveDuplicates();
  }

  /** Rows by option, counted from the same edition. */
  @Test
  void everyActionAndEveryOptionOccurs() {
    Map<ActionCode, Long> actions =
        TABLE.rules().stream()
            .collect(Collectors.groupingBy(ConfidentialityRule::basic, Collectors.counting()));
    assertThat(actions.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ActionCode.values())
                .filter(code -> code != ActionCode.KEEP && code != ActionCode.CLEAN)
                .toList());
    for (ProfileOption option : ProfileOption.values()) {
      assertThat(TABLE.rules()).as(option.name()).anyMatch(rule -> rule.under(option).isPresent());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "00080018,U,RETAIN_UIDS,K",
    "00080020,Z,RETAIN_MODIFIED_DATES,C",
    "00080020,Z,RETAIN_FULL_DATES,K",
    "00080050,Z,,",
    "00080080,X/Z/D,RETAIN_INSTITUTION,K",
    "00080090,Z,,",
    "00081010,X/Z/D,RETAIN_DEVICE,K",
    "00081030,X,CLEAN_DESCRIPTORS,C",
    "00081140,X/Z/U*,RETAIN_UIDS,K",
    "00100010,Z,,",
    "00100020,Z/D,,",
    "00100030,Z,,",
    "00100040,Z,RETAIN_CHARACTERISTICS,K",
    "00101010,X,RETAIN_CHARACTERISTICS,K",
    "00101020,X,RETAIN_CHARACTERISTICS,K",
    "00101030,X,RETAIN_CHARACTERISTICS,K",
    "00181000,X/Z/D,RETAIN_DEVICE,K",
    "0020000D,U,RETAIN_UIDS,K",
    "00204000,X,CLEAN_DESCRIPTORS,C",
    "0040A730,D,CLEAN_STRUCTURED_CONTENT,C",
    "00700001,D,CLEAN_GRAPHICS,C",
    "FFFCFFFC,X,,"
  })
  void wellKnownRowsAreAsPrinted(
      String tag, String basic, ProfileOption option, String underOption) {
    ConfidentialityRule rule = TABLE.rule(Integer.parseUnsignedInt(tag, 16)).orElseThrow();
    assertThat(rule.basic().code()).isEqualTo(basic);
    if (option != null) {
      assertThat(rule.under(option).map(ActionCode::code)).contains(underOption);
    } else {
      assertThat(rule.options()).isEmpty();
    }
  }

  @Test
  void patternsCoverRepeatingGroupsAndPrivateOnes() {
    assertThat(TABLE.rule(0x60023000).orElseThrow().name()).isEqualTo("Overlay Data");
    assertThat(TABLE.rule(0x60124000).orElseThrow().name()).isEqualTo("Overlay Comments");
    assertThat(TABLE.rule(0x50081234).orElseThrow().name()).isEqualTo("Curve Data");
    assertThat(TABLE.rule(0x60013000).orElseThrow().name()).isEqualTo("Private Attributes");
    assertThat(TABLE.rule(0x00091001).orElseThrow().basic()).isEqualTo(ActionCode.REMOVE);
    assertThat(TABLE.rule(0x00280010)).isEmpty();
  }

  @Test
  void optionsThatNeedAPersonAreNotOffered() {
    assertThatThrownBy(() -> Profile.basic().with(ProfileOption.RETAIN_SAFE_PRIVATE))
        .hasMessageContaining("not offered");
    assertThatThrownBy(() ->
            Profile.basic()
                .with(ProfileOption.RETAIN_FULL_DATES)
                .with(ProfileOption.RETAIN_MODIFIED_DATES))
        .hasMessageContaining("not both");
  }
}
