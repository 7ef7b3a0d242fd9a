package org.trabecula.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Parses the elements of one file (PS3.5 sections 7 and annex A). One file, one parser. */
final class DataSetParser {
  /**
   * What holds for the elements of one data set and is handed down to items.
   *
   * @param signed Pixel Representation is 1
   * @param bits Bits Allocated
   */
  private record Scope(boolean explicit, CharacterSet characters, boolean signed, int bits) {
    static Scope top(boolean explicit) {
      return new Scope(explicit, CharacterSet.DEFAULT, false, 0);
    }

    Scope implicit() {
      return new Scope(false, characters, signed, bits);
    }

    /** What the elements after this one may rely on. */
    Scope after(Element element) {
      if (!(element instanceof Element.Plain plain)) {
        return this;
      }
      return switch (plain.tag()) {
        case Tag.SpecificCharacterSet ->
            new Scope(
                explicit,
                CharacterSet.of(Values.strings(plain, CharacterSet.DEFAULT)),
                signed,
                bits);
        case Tag.PixelRepresentation -> new Scope(explicit, characters, first(plain) == 1, bits);
        case Tag.BitsAllocated -> new Scope(explicit, characters, signed, first(plain));
        default -> this;
      };
    }

    private static int first(Element.Plain plain) {
      return plain.bytes().length() > 0 ? plain.bytes().at(0) : 0;
    }
  }

  private final Limits limits;
  private int count;
  private int depth;

  DataSetParser(Limits limits) {
    this.limits = limits;
  }

  /** The elements up to the end of the window. */
  DataSet parse(DicomInput in, boolean explicit) throws ParseException {
    return elements(in, Scope.top(explicit), false);
  }

  /** Group 0002 only; the input is left at the first element after it. */
  DataSet parseMeta(DicomInput in, boolean explicit) throws ParseException {
    Map<Integer, Element> found = new TreeMap<>(Integer::compareUnsigned);
    Scope scope = Scope.top(explicit);
    while (in.peek(0) == 2 && in.peek(1) == 0) {
      Element element = element(in, ElementHeader.read(in, explicit), scope);
      found.putIfAbsent(element.tag(), element);
    }
    return new DataSet(new ArrayList<>(found.values()), CharacterSet.DEFAULT);
  }

  /** Of two elements with one tag, which PS3.5 section 7.1 forbids, the first counts. */
  private DataSet elements(DicomInput in, Scope outer, boolean delimited) throws ParseException {
    Map<Integer, Element> found = new TreeMap<>(Integer::compareUnsigned);
    Scope scope = outer;
    while (in.remaining() > 0 || delimited) {
      if (!delimited && in.remaining() < 8 && in.onlyZerosLeft()) {
        break;
      }
      ElementHeader header = ElementHeader.read(in, scope.explicit());
      if (header.tag() == Tag.ITEM_DELIMITATION && delimited) {
        break;
      }
      if (header.tag() == Tag.ITEM_DELIMITATION || header.tag() == Tag.SEQUENCE_DELIMITATION) {
        // Left behind by writers that closed a sequence of defined length.
        continue;
      }
      Element element = element(in, header, scope);
      found.putIfAbsent(element.tag(), element);
      scope = scope.after(element);
    }
    return new DataSet(new ArrayList<>(found.values()), scope.characters());
  }

  private Element element(DicomInput in, ElementHeader header, Scope scope) throws ParseException {
    countOne();
    int tag = header.tag();
    if (tag == Tag.ITEM) {
      throw malformed(in, "an item outside a sequence");
    }
    if (header.undefined()) {
      return undefined(in, header, scope);
    }
    if (header.length() > limits.elementBytes()) {
      throw new ParseException(
          new DicomFailure.LimitExceeded(
              "length of " + Tag.text(tag), header.length(), limits.elementBytes()));
    }
    Vr vr = header.vr() == Vr.UN && !Tag.isPrivate(tag) ? Tag.vr(tag) : header.vr();
    if (vr == Vr.SQ) {
      return header.vr() == Vr.SQ
          ? sequence(in, header, scope)
          : unknownSequence(in, header, scope);
    }
    Vr settled = settle(tag, vr, header.vr() != vr || !scope.explicit(), scope);
    Bytes raw = in.take(header.length());
    int width = in.bigEndian() && header.vr() != Vr.UN ? width(tag, settled, scope) : 1;
    return new Element.Plain(tag, settled, raw.swapped(width));
  }

  /** The choice between representations that the dictionary leaves open. */
  private static Vr settle(int tag, Vr vr, boolean fromDictionary, Scope scope) {
    boolean signed = fromDictionary && Dictionary.choice(tag) == Dictionary.Choice.SIGN;
    return signed && scope.signed() ? Vr.SS : vr;
  }

  /** Pixels of 32 bits are swapped as such, although their VR is OW (PS3.5 section 8.1.1). */
  private static int width(int tag, Vr vr, Scope scope) {
    return tag == Tag.PixelData && vr == Vr.OW && scope.bits() == 32 ? 4 : vr.width();
  }

  private Element undefined(DicomInput in, ElementHeader header, Scope scope)
      throws ParseException {
    if (header.tag() == Tag.PixelData && header.vr() != Vr.SQ) {
      return encapsulated(in, header);
    }
    return switch (header.vr()) {
      case SQ -> new Element.Sequence(header.tag(), itemsUntilDelimiter(in, scope));
      // PS3.5 section 6.2.2 note 4: the items are in implicit VR little endian.
      case UN -> {
        DicomInput little = in.littleEndian();
        List<DataSet> items = itemsUntilDelimiter(little, scope.implicit());
        in.seek(little.position());
        yield new Element.Sequence(header.tag(), items);
      }
      default -> throw malformed(in, Tag.text(header.tag()) + " has no length");
    };
  }

  private Element sequence(DicomInput in, ElementHeader header, Scope scope) throws ParseException {
    DicomInput window = in.window(header.length(), in.bigEndian());
    List<DataSet> items = items(window, scope, false);
    in.seek(window.end());
    return new Element.Sequence(header.tag(), items);
  }

  /** A known sequence under VR UN: implicit VR little endian, or else opaque. */
  private Element unknownSequence(DicomInput in, ElementHeader header, Scope scope)
      throws ParseException {
    DicomInput window = in.window(header.length(), false);
    Bytes raw = in.take(header.length());
    int depthBefore = depth;
    try {
      return new Element.Sequence(header.tag(), items(window, scope.implicit(), false));
    } catch (ParseException e) {
      if (e.failure() instanceof DicomFailure.LimitExceeded) {
        throw e;
      }
      depth = depthBefore;
      return new Element.Plain(header.tag(), Vr.UN, raw);
    }
  }

  private List<DataSet> itemsUntilDelimiter(DicomInput in, Scope scope) throws ParseException {
    return items(in, scope, true);
  }

  private List<DataSet> items(DicomInput in, Scope scope, boolean delimited) throws ParseException {
    if (++depth > limits.depth()) {
      throw new ParseException(new DicomFailure.LimitExceeded("nesting", depth, limits.depth()));
    }
    List<DataSet> items = new ArrayList<>();
    while (in.remaining() > 0 || delimited) {
      int tag = in.tag();
      long length = in.u32();
      if (tag == Tag.SEQUENCE_DELIMITATION) {
        break;
      }
      if (tag != Tag.ITEM) {
        throw malformed(in, Tag.text(tag) + " where an item belongs");
      }
      countOne();
      items.add(item(in, length, scope));
    }
    depth--;
    return items;
  }

  private DataSet item(DicomInput in, long length, Scope scope) throws ParseException {
    if (length == DicomInput.UNDEFINED) {
      return elements(in, scope, true);
    }
    DicomInput window = in.window(length, in.bigEndian());
    DataSet item = elements(window, scope, false);
    in.seek(window.end());
    return item;
  }

  private Element encapsulated(DicomInput in, ElementHeader header) throws ParseException {
    List<Bytes> fragments = new ArrayList<>();
    while (true) {
      int tag = in.tag();
      long length = in.u32();
      if (tag == Tag.SEQUENCE_DELIMITATION) {
        return new Element.Encapsulated(header.tag(), Vr.OB, fragments);
      }
      if (tag != Tag.ITEM) {
        throw malformed(in, Tag.text(tag) + " where a fragment belongs");
      }
      countOne();
      fragments.add(in.take(length));
    }
  }

  private void countOne() throws ParseException {
    if (++count > limits.elements()) {
      throw new ParseException(
          new DicomFailure.LimitExceeded("number of elements", count, limits.elements()));
    }
  }

  private static ParseException malformed(DicomInput in, String what) {
    return new ParseException(new DicomFailure.Malformed(in.position(), what));
  }
}
