package org.trabecula.radiography;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What part of the body a header's words name, as far as screening cares. Words come from code
 * strings, coded meanings and free text, so patterns are matched in an order that lets the specific
 * win: {@code THORACOLUMBAR} is neither thorax nor lumbar spine.
 */
enum BodyPart {
  /** Parts whose radiograph may show the lumbar spine or the hips among others. */
  PERHAPS(
      "THORACO ?LUMB|THORACOABD|T ?L ?SPINE|ABDO|\\bKUB\\b|WHOLE ?SPINE|FULL ?SPINE"
          + "|\\bSPINE\\b|SCOLIOSIS|SACR|S ?SPINE\\b|FEMUR|THIGH|UPPER LEG|WHOLE ?BODY"
          + "|全脊椎|腹部|大腿|仙"),
  LUMBAR("LUMB|\\bL[ -]?S?[ -]?SPINE\\b|\\bLWS\\b|腰椎"),
  HIP("\\bHIPS?\\b|HIP ?JOINT|PELV|\\bCOXA|FEMORAL NECK|股関節|骨盤|BECKEN|HUEFT|HÜFT"),
  OTHER(
      "CHEST|THORA|LUNG|HEART|\\bRIBS?\\b|STERNUM|KNEE|PATELLA|TIBIA|FIBULA|LOWER LEG|\\bLEG\\b"
          + "|ANKLE|FOOT|FEET|CALCAN|\\bTOES?\\b|HEEL|HAND|WRIST|FINGER|THUMB|ELBOW|FOREARM"
          + "|HUMER|\\bARM\\b|SHOULDER|CLAVIC|SCAPULA|SKULL|\\bHEAD\\b|BRAIN|FACE|FACIAL|SINUS"
          + "|\\bJAW|MANDIB|TEETH|TOOTH|DENTAL|(?<!FEMORAL )\\bNECK\\b|[CT][ -]?SPINE\\b|CERVIC|BREAST"
          + "|EXTREMIT|ORBIT|NASAL|HALS|SCHAEDEL|SCHÄDEL|胸|膝|頭|頸|肩|手|足|下腿|乳"),
  UNKNOWN("");

  private final Pattern words;

  BodyPart(String words) {
    this.words = Pattern.compile(words, Pattern.UNICODE_CHARACTER_CLASS);
  }

  static BodyPart of(String text) {
    String plain = text.toUpperCase(Locale.ROOT).replaceAll("[_^/,.;:()\\[\\]-]+", " ").strip();
    if (plain.isEmpty()) {
      return UNKNOWN;
    }
    boolean lumbar = LUMBAR.words.matcher(plain).find() && !plain.contains("THORACO");
    boolean hip = HIP.words.matcher(plain).find();
    if (lumbar || hip) {
      boolean both = (lumbar && hip) || OTHER.words.matcher(plain).find();
      return both ? PERHAPS : lumbar ? LUMBAR : HIP;
    }
    if (OTHER.words.matcher(plain).find() && !plain.contains("THORACO")) {
      return OTHER;
    }
    return PERHAPS.words.matcher(plain).find() ? PERHAPS : UNKNOWN;
  }
}
