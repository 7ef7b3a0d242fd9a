package org.trabecula.cohort;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A manifest divided into three, so that no subject is in two parts.
 *
 * @param train what a model learns from
 * @param validation what it is tuned and calibrated on
 * @param test what it is judged by
 */
public record Split(Manifest train, Manifest validation, Manifest test) {

  /**
   * The shares of the subjects.
   *
   * @param train in [0, 1]
   * @param validation in [0, 1]; what remains is the test part
   */
  public record Fractions(double train, double validation) {

    /** 80 % train, 10 % validation, 10 % test. */
    public static final Fractions DEFAULT = new Fractions(0.8, 0.1);

    public Fractions {
      if (!(train >= 0 && validation >= 0 && train + validation <= 1)) {
        throw new IllegalArgumentException(
            "Shares train %s and validation %s are not within 0 to 1 in sum"
                .formatted(train, validation));
      }
    }

    private static final Pattern TEXT =
        Pattern.compile("Fractions\\[train=([0-9.E-]+), validation=([0-9.E-]+)]");

    /**
     * Reads what {@link #toString} writes, as run reports and model packages hold it.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static Fractions of(String text) {
      Matcher matcher = TEXT.matcher(text);
      if (!matcher.matches()) {
        throw new IllegalArgumentException("'%s' does not name fractions".formatted(text));
      }
      return new Fractions(
          Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)));
    }
  }

  /** A part of a study. */
  public enum Part {
    TRAIN,
    VALIDATION,
    TEST
  }

  /** Divides by a hash of the subject: order and company of the rows don't matter. */
  public static Split bySubject(Manifest manifest, Fractions fractions, long seed) {
    return new Split(
        manifest.where(row -> part(row.subjectId(), fractions, seed) == Part.TRAIN),
        manifest.where(row -> part(row.subjectId(), fractions, seed) == Part.VALIDATION),
        manifest.where(row -> part(row.subjectId(), fractions, seed) == Part.TEST));
  }

  /** The part a subject belongs to, whatever manifest it is in. */
  public static Part part(String subjectId, Fractions fractions, long seed) {
    double position = position(subjectId, seed);
    if (position < fractions.train) {
      return Part.TRAIN;
    }
    return position < fractions.train + fractions.validation ? Part.VALIDATION : Part.TEST;
  }

  /** The fold in [0, folds) a subject belongs to in a cross-validation. */
  public static int fold(String subjectId, int folds, long seed) {
    if (folds < 2) {
      throw new IllegalArgumentException("folds is %d, not at least 2".formatted(folds));
    }
    return (int) (position(subjectId, seed) * folds);
  }

  /**
   * Deals subjects to folds whose sizes differ by one at most: for few subjects, whom chance would
   * deal unevenly. Their order does not matter; who else is there does, unlike in {@link #fold}.
   */
  public static Map<String, Integer> evenFolds(
      Collection<String> subjectIds, int folds, long seed) {
    List<String> distinct = subjectIds.stream().distinct().toList();
    if (folds < 2 || folds > distinct.size()) {
      throw new IllegalArgumentException(
          "%d folds of %d subjects".formatted(folds, distinct.size()));
    }
    List<String> dealt =
        distinct.stream()
            .sorted(
                Comparator.comparingDouble((String id) -> position(id, seed))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    Map<String, Integer> byId = new HashMap<>();
    for (int i = 0; i < dealt.size(); i++) {
      byId.put(dealt.get(i), i % folds);
    }
    return byId;
  }

  /** A position in [0, 1): the first 53 bits of SHA-256 over seed and subject. */
  private static double position(String subjectId, long seed) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest((seed + ":" + subjectId).getBytes(StandardCharsets.UTF_8));
      long bits = ByteBuffer.wrap(hash).getLong() >>> 11;
      return bits * 0x1.0p-53;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
