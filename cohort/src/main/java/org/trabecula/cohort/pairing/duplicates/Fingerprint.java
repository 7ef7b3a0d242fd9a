package org.trabecula.cohort.pairing.duplicates;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.trabecula.radiography.Radiograph;

/**
 * What tells whether two radiographs are one picture: a hash of its decoded samples, a perceptual
 * hash, and its fine structure. Some 5 KB, whatever the size of the radiograph.
 */
public final class Fingerprint {
  private final String samples;
  private final long rough;
  private final FineStructure fine;

  private Fingerprint(String samples, long rough, FineStructure fine) {
    this.samples = samples;
    this.rough = rough;
    this.fine = fine;
  }

  /** Takes the fingerprint of a radiograph. */
  public static Fingerprint of(Radiograph radiograph) {
    SmallPicture small = SmallPicture.of(radiograph);
    return new Fingerprint(sha256(radiograph), RoughHash.of(small), FineStructure.of(small));
  }

  /**
   * SHA-256 over size and samples, 64 hexadecimal digits: the same for all lossless encodings of
   * one image, whatever the bytes of the files.
   */
  public String samples() {
    return samples;
  }

  /** The perceptual hash; see {@link RoughHash}. */
  long rough() {
    return rough;
  }

  FineStructure fine() {
    return fine;
  }

  private static String sha256(Radiograph radiograph) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          ByteBuffer.allocate(8).putInt(radiograph.rows()).putInt(radiograph.columns()).array());
      ByteBuffer row = ByteBuffer.allocate(4 * radiograph.columns());
      for (int r = 0; r < radiograph.rows(); r++) {
        row.clear();
        for (int c = 0; c < radiograph.columns(); c++) {
          row.putFloat(radiograph.at(r, c));
        }
        digest.update(row.array());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
