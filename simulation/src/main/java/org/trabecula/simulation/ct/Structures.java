package org.trabecula.simulation.ct;

import java.util.Locale;
import java.util.OptionalInt;
import org.trabecula.densitometry.Site;

/**
 * The numbers and names of structures in label maps: class map "total" of TotalSegmentator, version
 * 2. The vertebrae's numbers were checked on a published label map, the others are [K].
 */
public final class Structures {
  public static final int SACRUM = 25;
  public static final int S1 = 26;
  public static final int L5 = 27;
  public static final int L1 = 31;
  public static final int T12 = 32;
  public static final int C1 = 50;
  public static final int FEMUR_LEFT = 75;
  public static final int FEMUR_RIGHT = 76;

  /** Stands for any structure that is no bone. */
  public static final int ORGAN = 1;

  private static final int HUMERUS_LEFT = 69;
  private static final int HIP_LEFT = 77;
  private static final int HIP_RIGHT = 78;
  private static final int SKULL = 91;
  private static final int FIRST_LEFT_RIB = 92;
  private static final int FIRST_RIGHT_RIB = 104;
  private static final int STERNUM = 116;

  private Structures() {}

  /** The label of a measured vertebra. */
  public static int vertebra(Site site) {
    return L1 - Site.VERTEBRAE.indexOf(site);
  }

  /** Whether a label stands for a vertebra, S1 included. */
  public static boolean isVertebra(int label) {
    return label >= S1 && label <= C1;
  }

  /** Whether a label stands for bone. */
  public static boolean isBone(int label) {
    return (label >= SACRUM && label <= C1)
        || (label >= HUMERUS_LEFT && label <= HIP_RIGHT)
        || (label >= SKULL && label <= STERNUM);
  }

  /** What a person calls a label. */
  public static String name(int label) {
    if (label >= L5 && label <= L1) {
      return "vertebra L" + (L1 - label + 1);
    }
    return switch (label) {
      case T12 -> "vertebra T12";
      case FEMUR_LEFT -> "left femur";
      case FEMUR_RIGHT -> "right femur";
      default -> "structure";
    };
  }

  /**
   * The label for the name of a mask file, without its ending, as TotalSegmentator writes one for
   * each structure. Names that are not known stand for organs.
   */
  public static int label(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.startsWith("vertebrae_")) {
      return vertebra(name.substring("vertebrae_".length())).orElse(ORGAN);
    }
    if (name.startsWith("rib_left_") || name.startsWith("rib_right_")) {
      int first = name.startsWith("rib_left_") ? FIRST_LEFT_RIB : FIRST_RIGHT_RIB;
      OptionalInt number = number(name.substring(name.lastIndexOf('_') + 1), 12);
      return number.isPresent() ? first + number.getAsInt() - 1 : ORGAN;
    }
    return switch (name) {
      case "sacrum" -> SACRUM;
      case "humerus_left", "humerus_right" -> HUMERUS_LEFT;
      case "scapula_left", "scapula_right", "clavicula_left", "clavicula_right" -> HUMERUS_LEFT;
      case "femur_left" -> FEMUR_LEFT;
      case "femur_right" -> FEMUR_RIGHT;
      case "hip_left" -> HIP_LEFT;
      case "hip_right" -> HIP_RIGHT;
      case "skull" -> SKULL;
      case "sternum" -> STERNUM;
      default -> ORGAN;
    };
  }

  private static java.util.Optional<Integer> vertebra(String name) {
    if (name.isEmpty()) {
      return java.util.Optional.empty();
    }
    OptionalInt number = number(name.substring(1), 12);
    if (number.isEmpty()) {
      return java.util.Optional.empty();
    }
    int n = number.getAsInt();
    return switch (name.charAt(0)) {
      case 's' -> n == 1 ? java.util.Optional.of(S1) : java.util.Optional.empty();
      case 'l' -> n <= 5 ? java.util.Optional.of(L1 + 1 - n) : java.util.Optional.empty();
      case 't' -> java.util.Optional.of(T12 + 12 - n);
      case 'c' -> n <= 7 ? java.util.Optional.of(C1 + 1 - n) : java.util.Optional.empty();
      default -> java.util.Optional.empty();
    };
  }

  private static OptionalInt number(String digits, int most) {
    boolean number = !digits.isEmpty() && digits.length() <= 2;
    for (int i = 0; number && i < digits.length(); i++) {
      number = Character.isDigit(digits.charAt(i));
    }
    int value = number ? Integer.parseInt(digits) : 0;
    return value >= 1 && value <= most ? OptionalInt.of(value) : OptionalInt.empty();
  }
}
