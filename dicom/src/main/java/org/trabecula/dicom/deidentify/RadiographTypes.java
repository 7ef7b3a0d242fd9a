package org.trabecula.dicom.deidentify;

import java.util.Map;
import java.util.Set;

/**
 * Types of attributes in the IODs of plain radiographs, where an action depends on them (PS3.15
 * section E.3.1 with PS3.3 A.2, A.8 and A.26): type 3 may be removed, type 2 emptied.
 */
final class RadiographTypes {
  /** CR, DX and mammography for presentation and for processing, secondary capture. */
  private static final Set<String> CLASSES =
      Set.of(
          "1.2.840.10008.5.1.4.1.1.1",
          "1.2.840.10008.5.1.4.1.1.1.1",
          "1.2.840.10008.5.1.4.1.1.1.1.1",
          "1.2.840.10008.5.1.4.1.1.1.2",
          "1.2.840.10008.5.1.4.1.1.1.2.1",
          "1.2.840.10008.5.1.4.1.1.7");

  private static final Map<Integer, Integer> TYPES =
      Map.ofEntries(
          Map.entry(0x00080012, 3),
          Map.entry(0x00080013, 3),
          Map.entry(0x00080021, 3),
          Map.entry(0x00080022, 3),
          Map.entry(0x00080023, 2),
          Map.entry(0x0008002A, 3),
          Map.entry(0x00080031, 3),
          Map.entry(0x00080032, 3),
          Map.entry(0x00080033, 2),
          Map.entry(0x00080080, 3),
          Map.entry(0x00080082, 3),
          Map.entry(0x00081010, 3),
          Map.entry(0x00081070, 3),
          Map.entry(0x00081072, 3),
          Map.entry(0x00081110, 3),
          Map.entry(0x00081111, 3),
          Map.entry(0x00102203, 3),
          Map.entry(0x00180010, 2),
          Map.entry(0x00181000, 3),
          Map.entry(0x00181030, 3),
          Map.entry(0x00181400, 3),
          Map.entry(0x0018700A, 3),
          Map.entry(0x0018700C, 3),
          Map.entry(0x0018700E, 3),
          Map.entry(0x00321060, 3),
          Map.entry(0x00400555, 2));

  private RadiographTypes() {}

  static boolean isRadiograph(String sopClass) {
    return CLASSES.contains(sopClass);
  }

  /** The type, 1 to 3; 0 where it is not known. */
  static int type(int tag) {
    return TYPES.getOrDefault(tag, 0);
  }
}
