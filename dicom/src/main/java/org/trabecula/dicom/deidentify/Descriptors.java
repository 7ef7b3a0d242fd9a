package org.trabecula.dicom.deidentify;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Cleans descriptions (PS3.15 section E.3.5): words of projection radiography stay, every other
 * word goes, names among them.
 */
final class Descriptors {
  private static final Set<String> WORDS =
      Set.of(
          ("ABDOMEN ANKLE AP ARM AXIAL BILATERAL BONE CHEST CR CSPINE DECUBITUS DEXA DX DXA ELBOW"
                  + " EXTENSION FEMUR FINGER FLEXION FOOT FOREARM FROG FRONTAL HAND HIP HIPS HUMERUS"
                  + " IMAGE JOINT KNEE LAT LATERAL LEFT LEG LSPINE LUMBAR LUMBOSACRAL LWS OBLIQUE"
                  + " PA PELVIS PORTABLE PROXIMAL RADIOGRAPH RIGHT RIBS SACRUM SCOLIOSIS SHOULDER"
                  + " SITTING SKULL SPINE STANDING SUPINE THORACIC THORAX TIBIA VIEW VIEWS WRIST"
                  + " XR XRAY L1 L2 L3 L4 L5 S1 T12 L R")
              .split(" "));

  private Descriptors() {}

  /** The known words of a text, in their order. */
  static String cleaned(String text) {
    return Stream.of(text.split("[^\\p{L}\\p{N}]+"))
        .filter(word -> WORDS.contains(word.toUpperCase(Locale.ROOT)))
        .collect(Collectors.joining(" "));
  }
}
