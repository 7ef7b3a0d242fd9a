package org.trabecula.radiography;

import java.util.Optional;
import org.trabecula.dicom.Bytes;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.Tag;

/** A lookup table as Modality and VOI LUT Sequences hold it (PS3.3 C.11.1.1, C.11.2.1.1). */
final class LookupTable {
  private static final int MOST_ENTRIES = 1 << 16;

  private final int first;
  private final int bits;
  private final int[] entries;

  private LookupTable(int first, int bits, int[] entries) {
    this.first = first;
    this.bits = bits;
    this.entries = entries;
  }

  /**
   * Reads an item of a LUT sequence.
   *
   * @param signedInput whether what goes in may be negative; then so is the first value mapped
   * @return empty if descriptor and data do not fit each other
   */
  static Optional<LookupTable> of(DataSet item, boolean signedInput) {
    int[] descriptor = item.integers(Tag.LUTDescriptor);
    Optional<Bytes> data = item.bytes(Tag.LUTData);
    if (descriptor.length != 3 || data.isEmpty()) {
      return Optional.empty();
    }
    // 0 stands for 65,536 entries, which 16 bits cannot say.
    int count = (descriptor[0] & 0xFFFF) == 0 ? MOST_ENTRIES : descriptor[0] & 0xFFFF;
    int first = signedInput ? (short) descriptor[1] : descriptor[1] & 0xFFFF;
    int bits = descriptor[2] & 0xFFFF;
    if (bits < 1 || bits > 16) {
      return Optional.empty();
    }
    return entries(data.get(), count, bits).map(table -> new LookupTable(first, bits, table));
  }

  private static Optional<int[]> entries(Bytes data, int count, int bits) {
    // Entries of up to 8 bits may come one per byte or one per 16-bit word.
    boolean words = data.length() >= 2 * count;
    if (!words && (bits > 8 || data.length() < count)) {
      return Optional.empty();
    }
    int[] entries = new int[count];
    for (int i = 0; i < count; i++) {
      entries[i] = words ? data.at(2 * i) | data.at(2 * i + 1) << 8 : data.at(i);
    }
    return Optional.of(entries);
  }

  /** The entry for a value; the first or last one beyond the table's ends. */
  double at(double value) {
    long index = Math.round(value) - first;
    return entries[Math.clamp(index, 0, entries.length - 1)];
  }

  /** The largest value that the table's bits can hold. */
  double full() {
    return (1 << bits) - 1;
  }

  /** Whether the table ends lower than it begins. */
  boolean falling() {
    return entries[entries.length - 1] < entries[0];
  }
}
