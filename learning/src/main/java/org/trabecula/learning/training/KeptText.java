package org.trabecula.learning.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;

/**
 * A text that took long to make, kept with the fingerprint of all that decides it: a first line,
 * then the text.
 *
 * @param file where it is kept
 * @param fingerprint without which the text is not this one; one line
 */
public record KeptText(Path file, String fingerprint) {
  private static final String MARK = "# fingerprint ";

  public KeptText {
    if (fingerprint.isBlank() || fingerprint.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("A fingerprint is one line: '%s'".formatted(fingerprint));
    }
  }

  /** The text, if the file is there and of this fingerprint. */
  public Optional<String> read() throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    String all = Files.readString(file);
    int end = all.indexOf('\n');
    return end >= 0 && all.substring(0, end).equals(MARK + fingerprint)
        ? Optional.of(all.substring(end + 1))
        : Optional.empty();
  }

  /** Writes the text; whoever reads the file never sees half of it. */
  public void write(CharSequence text) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(part, MARK + fingerprint + "\n" + text);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
