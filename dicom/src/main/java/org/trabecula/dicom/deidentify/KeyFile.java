package org.trabecula.dicom.deidentify;

import java.io.IOException;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret and the way back, encrypted: AES-256 in Galois/counter mode (NIST SP 800-38D) under a
 * key from the passphrase by PBKDF2 with HMAC-SHA256 (RFC 8018).
 *
 * <p>Layout: {@code TRABKEY}, version (1 byte), iterations (4 bytes, high first), salt (16), nonce
 * (12), then the encrypted text with its tag (16). All before the text is authenticated with it.
 */
public final class KeyFile {
  /** A key file that cannot be opened; the message is one sentence. */
  public static final class Unreadable extends IOException {
    @Serial private static final long serialVersionUID = 1;

    private Unreadable(Path file, String why) {
      super("The key file " + file + " cannot be opened: " + why);
    }
  }

  /** Guesses of a passphrase cost as many hashes. */
  public static final int ITERATIONS = 600_000;

  /** A passphrase for a new key has at least so many characters. */
  public static final int SHORTEST_PASSPHRASE = 12;

  private static final byte[] MAGIC = "TRABKEY".getBytes(StandardCharsets.US_ASCII);
  private static final byte VERSION = 1;
  private static final int SALT = 16;
  private static final int NONCE = 12;
  private static final int TAG = 16;
  private static final int HEADER = 7 + 1 + 4 + SALT + NONCE;
  private static final int FEWEST_ITERATIONS = 1_000;
  private static final int MOST_ITERATIONS = 10_000_000;

  private KeyFile() {}

  /** Writes a key file: whole or not at all, for its owner only where the file system can. */
  public static void write(Path file, Ledger ledger, char[] passphrase) throws IOException {
    write(file, ledger, passphrase, ITERATIONS);
  }

  static void write(Path file, Ledger ledger, char[] passphrase, int iterations)
      throws IOException {
    SecureRandom random = new SecureRandom();
    byte[] salt = random.generateSeed(SALT);
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] header =
        ByteBuffer.allocate(HEADER)
            .put(MAGIC)
            .put(VERSION)
            .putInt(iterations)
            .put(salt)
            .put(nonce)
            .array();
    byte[] text = LedgerText.of(ledger).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] secret = cipher(Cipher.ENCRYPT_MODE, header, passphrase, iterations).doFinal(text);
      byte[] whole = Arrays.copyOf(header, HEADER + secret.length);
      System.arraycopy(secret, 0, whole, HEADER, secret.length);
      replace(file, whole);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES/GCM and PBKDF2", e);
    }
  }

  /**
   * Opens a key file.
   *
   * @throws Unreadable if it is none, is damaged, or the passphrase is another
   */
  public static Ledger read(Path file, char[] passphrase) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    if (whole.length < 8 || !Arrays.equals(MAGIC, Arrays.copyOf(whole, MAGIC.length))) {
      throw new Unreadable(file, "it is not a key file of Trabecula.");
    }
    if (whole[MAGIC.length] != VERSION) {
      throw new Unreadable(file, "version %d is not known.".formatted(whole[MAGIC.length]));
    }
    if (whole.length < HEADER + TAG) {
      throw new Unreadable(file, "it ends early; take a copy of it.");
    }
    int iterations = ByteBuffer.wrap(whole).getInt(MAGIC.length + 1);
    if (iterations < FEWEST_ITERATIONS || iterations > MOST_ITERATIONS) {
      throw new Unreadable(file, "it is damaged; take a copy of it.");
    }
    byte[] header = Arrays.copyOf(whole, HEADER);
    try {
      byte[] text =
          cipher(Cipher.DECRYPT_MODE, header, passphrase, iterations)
              .doFinal(whole, HEADER, whole.length - HEADER);
      return LedgerText.parse(new String(text, StandardCharsets.UTF_8));
    } catch (AEADBadTagException e) {
      throw new Unreadable(file, "the passphrase is wrong, or the file was altered or cut.");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES/GCM and PBKDF2", e);
    }
  }

  private static Cipher cipher(int mode, byte[] header, char[] passphrase, int iterations)
      throws GeneralSecurityException {
    byte[] salt = Arrays.copyOfRange(header, MAGIC.length + 5, MAGIC.length + 5 + SALT);
    byte[] nonce = Arrays.copyOfRange(header, HEADER - NONCE, HEADER);
    PBEKeySpec spec = new PBEKeySpec(passphrase, salt, iterations, 256);
    byte[] key =
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    spec.clearPassword();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * TAG, nonce));
    cipher.updateAAD(header);
    Arrays.fill(key, (byte) 0);
    return cipher;
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException(file + " is no file");
    }
    Files.createDirectories(folder);
    Path temporary = folder.resolve("." + file.getFileName() + ".writing");
    try {
      Files.deleteIfExists(temporary);
      if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            temporary,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.write(temporary, bytes);
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
