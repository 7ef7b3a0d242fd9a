package org.trabecula.dicom.deidentify;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Makes new identifiers of old ones and remembers which is which. The same secret makes the same
 * identifiers in every run. For one thread.
 */
public final class Ledger {
  /** What an entry of the ledger is about. */
  public enum Kind {
    PATIENT,
    UID,
    FILE
  }

  /**
   * A new identifier with what it is about.
   *
   * @param made the new identifier
   */
  public record Entry(Kind kind, String made) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int byKind = kind.compareTo(other.kind);
      return byKind != 0 ? byKind : made.compareTo(other.made);
    }
  }

  /** Dates go back by 1 to so many days. */
  private static final long MOST_DAYS = 3650;

  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int PSEUDONYM_LETTERS = 16;

  /** UIDs of PS3.6 annex A: short components only, so that no number of a person hides in one. */
  private static final Pattern STANDARD = Pattern.compile("1\\.2\\.840\\.10008(\\.\\d{1,4}){1,9}");

  private final Secret secret;
  private final SortedMap<Entry, String> originals = new TreeMap<>();

  /** An empty ledger. */
  public Ledger(Secret secret) {
    this.secret = secret;
  }

  Secret secret() {
    return secret;
  }

  /** New identifiers and what they stand for. */
  public SortedMap<Entry, String> originals() {
    return Collections.unmodifiableSortedMap(originals);
  }

  /** The pseudonym of a patient. */
  String patient(String original) {
    byte[] hash = secret.hash("patient", original);
    StringBuilder name = new StringBuilder("P");
    for (int i = 0; i < PSEUDONYM_LETTERS; i++) {
      name.append(LETTERS.charAt(hash[i] & 31));
    }
    return note(Kind.PATIENT, name.toString(), original);
  }

  /** By how many days the dates of a patient go back. */
  long daysBack(String patient) {
    long hash = ByteBuffer.wrap(secret.hash("days", patient)).getLong();
    return 1 + Long.remainderUnsigned(hash, MOST_DAYS);
  }

  /**
   * The UID in place of another: 2.25 and a UUID of the hash as a number (PS3.5 section B.2, RFC
   * 9562 version 8). What DICOM itself registers stays.
   */
  String uid(String original) {
    if (STANDARD.matcher(original).matches()) {
      return original;
    }
    byte[] uuid = Arrays.copyOf(secret.hash("uid", original), 16);
    uuid[6] = (byte) (uuid[6] & 0x0F | 0x80);
    uuid[8] = (byte) (uuid[8] & 0x3F | 0x80);
    return note(Kind.UID, "2.25." + new BigInteger(1, uuid), original);
  }

  /** The name of a file in place of its own: it says nothing, whatever options keep. */
  String fileName(String identity) {
    byte[] hash = Arrays.copyOf(secret.hash("file", identity), 12);
    return String.format(Locale.ROOT, "%024x", new BigInteger(1, hash));
  }

  /** Notes what a new identifier stands for. */
  String note(Kind kind, String made, String original) {
    originals.put(new Entry(kind, made), original);
    return made;
  }
}
