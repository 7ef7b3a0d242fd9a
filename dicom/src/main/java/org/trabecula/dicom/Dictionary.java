package org.trabecula.dicom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The data elements known by name (PS3.6), from the table beside this class. */
final class Dictionary {
  /** Representations that the tag alone does not settle (PS3.6 section 6). */
  enum Choice {
    NONE,
    /** US or SS, by Pixel Representation. */
    SIGN,
    /** OB or OW; OW in implicit VR (PS3.5 section A.1). */
    PIXELS,
    /** US or OW; OW in implicit VR. */
    TABLE
  }

  private record Entry(Vr vr, Choice choice, String keyword) {}

  private static final Map<Integer, Entry> ENTRIES = load();

  private Dictionary() {}

  static Optional<String> keyword(int tag) {
    return Optional.ofNullable(entry(tag)).map(Entry::keyword);
  }

  static Vr vr(int tag) {
    int element = tag & 0xFFFF;
    if (element == 0) {
      return Vr.UL;
    }
    if (Tag.isPrivate(tag)) {
      // PS3.5 section 7.8.1: elements 10-FF of an odd group name the owner of a block.
      return element >= 0x10 && element <= 0xFF ? Vr.LO : Vr.UN;
    }
    Entry entry = entry(tag);
    return entry == null ? Vr.UN : entry.vr();
  }

  static Choice choice(int tag) {
    Entry entry = entry(tag);
    return entry == null ? Choice.NONE : entry.choice();
  }

  private static @Nullable Entry entry(int tag) {
    // Overlays repeat in the even groups 6000-601E (PS3.5 section 7.6).
    boolean overlay = (tag >>> 24) == 0x60 && !Tag.isPrivate(tag);
    return ENTRIES.get(overlay ? 0x60000000 | (tag & 0xFFFF) : tag);
  }

  private static Map<Integer, Entry> load() {
    try (InputStream resource = Dictionary.class.getResourceAsStream("dictionary.txt")) {
      if (resource == null) {
        throw new IllegalStateException("dictionary.txt is not beside " + Dictionary.class);
      }
      return parse(new BufferedReader(new InputStreamReader(resource, StandardCharsets.US_ASCII)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Integer, Entry> parse(BufferedReader lines) {
    Map<Integer, Entry> entries = new HashMap<>();
    try (Stream<String> all = lines.lines()) {
      all.filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 3))
          .forEach(field -> entries.put(Integer.parseUnsignedInt(field[0], 16), entry(field)));
    }
    return Map.copyOf(entries);
  }

  private static Entry entry(String[] field) {
    return switch (field[1]) {
      case "XS" -> new Entry(Vr.US, Choice.SIGN, field[2]);
      case "OX" -> new Entry(Vr.OW, Choice.PIXELS, field[2]);
      case "LUT" -> new Entry(Vr.OW, Choice.TABLE, field[2]);
      default -> new Entry(Vr.valueOf(field[1]), Choice.NONE, field[2]);
    };
  }
}
