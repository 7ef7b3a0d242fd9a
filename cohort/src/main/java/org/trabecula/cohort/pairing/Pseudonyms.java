package org.trabecula.cohort.pairing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Subject ids that do not tell who the patient is: a running number, or, with a secret key, a hash
 * (HMAC-SHA256, RFC 2104) that is the same in every run.
 */
public final class Pseudonyms {
  private static final int SHORTEST_KEY = 16;
  private static final int HASH_BYTES = 8;

  private final Optional<SecretKeySpec> key;

  private Pseudonyms(Optional<SecretKeySpec> key) {
    this.key = key;
  }

  /** Running numbers in the order of the radiographs: S0001, S0002. */
  public static Pseudonyms numbered() {
    return new Pseudonyms(Optional.empty());
  }

  /**
   * Hashes under a key.
   *
   * @throws IllegalArgumentException if the key is shorter than 16 bytes
   */
  public static Pseudonyms keyed(byte[] key) {
    if (key.length < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "The key has %d bytes; at least %d are needed".formatted(key.length, SHORTEST_KEY));
    }
    return new Pseudonyms(Optional.of(new SecretKeySpec(key, "HmacSHA256")));
  }

  /** Whether the ids are the same in every run. */
  public boolean isKeyed() {
    return key.isPresent();
  }

  /**
   * The id of a subject.
   *
   * @param number in order, from 1
   * @param patient normalised identifier
   */
  String of(int number, String patient) {
    return key.map(k -> "S-" + hash(k, patient)).orElseGet(() -> "S%04d".formatted(number));
  }

  private static String hash(SecretKeySpec key, String patient) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] hash = mac.doFinal(patient.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, HASH_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }
}
