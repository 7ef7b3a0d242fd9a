package org.trabecula.app;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Version and commit, as {@code --version} prints them and provenance records them. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "Trabecula %s (%s)".formatted(number(), commit()),
      "Java %s, %s %s"
          .formatted(
              Runtime.version(), System.getProperty("os.name"), System.getProperty("os.arch"))
    };
  }

  /** The version of the build, or {@code development} outside of a jar. */
  static String number() {
    return Objects.requireNonNullElse(
        Version.class.getPackage().getImplementationVersion(), "development");
  }

  /** The commit that was built, or {@code unknown commit}. */
  static String commit() {
    String commit = System.getProperty("trabecula.commit", "");
    return commit.isBlank() ? "unknown commit" : commit;
  }
}
