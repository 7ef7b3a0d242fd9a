package org.trabecula.dicom.deidentify;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** 256 secret bits that pseudonyms are made with (HMAC-SHA256, RFC 2104). */
public final class Secret {
  static final int LENGTH = 32;

  private final byte[] bytes;

  private Secret(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A new secret; for real use the generator is a {@link java.security.SecureRandom}. */
  public static Secret random(RandomGenerator random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new Secret(bytes);
  }

  static Secret of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException(
          "A secret has %d bytes, not %d".formatted(LENGTH, bytes.length));
    }
    return new Secret(bytes.clone());
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** 32 bytes that a text is turned into; each purpose has its own. */
  byte[] hash(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
      mac.update((purpose + '\0').getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
    }
  }
}
