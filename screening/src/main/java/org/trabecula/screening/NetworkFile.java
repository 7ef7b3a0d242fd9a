package org.trabecula.screening;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file of a model package.
 *
 * @param file name within the package's folder
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 */
public record NetworkFile(String file, String sha256) {
  public NetworkFile {
    // The name comes from a file that someone may have sent: it must not leave the folder.
    if (!file.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException("'%s' is not a plain file name".formatted(file));
    }
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "The SHA-256 of %s is '%s', not 64 hexadecimal digits".formatted(file, sha256));
    }
  }

  /**
   * Describes a file as it lies on disk.
   *
   * @throws IOException if it cannot be read
   */
  public static NetworkFile of(Path file) throws IOException {
    return new NetworkFile(
        Objects.requireNonNull(file.getFileName(), "file").toString(),
        ModelPackageFile.sha256(file));
  }
}
