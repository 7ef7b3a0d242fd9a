package org.trabecula.app;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.trabecula.dicom.deidentify.Profile;
import org.trabecula.dicom.deidentify.ProfileOption;
import picocli.CommandLine.Option;

/** The options of the profile, as the command line has them. */
final class DeidentifyOptions {
  /** What is done to dates. */
  enum Dates {
    SHIFTED,
    FULL
  }

  @Option(
      names = "--retain-characteristics",
      description =
          "Keep age, sex, height and weight, which a density report needs. Ages over 89 become 90;"
              + " an age that only dates tell is written down.")
  private boolean characteristics;

  @Option(
      names = "--retain-dates",
      paramLabel = "HOW",
      description =
          "shifted: all dates of a patient go back by the same secret number of days; full: as they"
              + " are (default: dates are removed).")
  private Optional<Dates> dates = Optional.empty();

  @Option(names = "--retain-device", description = "Keep what identifies the device.")
  private boolean device;

  @Option(names = "--retain-institution", description = "Keep what identifies the institution.")
  private boolean institution;

  @Option(names = "--retain-uids", description = "Keep UIDs as they are.")
  private boolean uids;

  @Option(
      names = "--clean-descriptors",
      description = "Of descriptions keep words of radiography, none else (default: removed).")
  private boolean descriptors;

  Profile profile() {
    Set<ProfileOption> chosen = EnumSet.noneOf(ProfileOption.class);
    add(chosen, characteristics, ProfileOption.RETAIN_CHARACTERISTICS);
    add(chosen, device, ProfileOption.RETAIN_DEVICE);
    add(chosen, institution, ProfileOption.RETAIN_INSTITUTION);
    add(chosen, uids, ProfileOption.RETAIN_UIDS);
    add(chosen, descriptors, ProfileOption.CLEAN_DESCRIPTORS);
    dates.ifPresent(how ->
        chosen.add(
            switch (how) {
              case SHIFTED -> ProfileOption.RETAIN_MODIFIED_DATES;
              case FULL -> ProfileOption.RETAIN_FULL_DATES;
            }));
    return new Profile(chosen);
  }

  private static void add(Set<ProfileOption> chosen, boolean wanted, ProfileOption option) {
    if (wanted) {
      chosen.add(option);
    }
  }
}
