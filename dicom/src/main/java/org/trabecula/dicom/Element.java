package org.trabecula.dicom;

import java.util.List;

/** A data element (PS3.5 section 7.1): a tag, a value representation and a value. */
public sealed interface Element {
  /** The tag, {@code group << 16 | element}. */
  int tag();

  /** The value representation. */
  Vr vr();

  /** A value of bytes in little-endian order, not padded or padded. */
  record Plain(int tag, Vr vr, Bytes bytes) implements Element {
    /** Checks the representation. */
    public Plain {
      if (vr == Vr.SQ) {
        throw new IllegalArgumentException(Tag.text(tag) + " with VR SQ needs items");
      }
    }
  }

  /** A sequence of items (PS3.5 section 7.5). */
  record Sequence(int tag, List<DataSet> items) implements Element {
    /** Copies the list. */
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public Vr vr() {
      return Vr.SQ;
    }
  }

  /** Encapsulated pixel data (PS3.5 section A.4); the first fragment is the basic offset table. */
  record Encapsulated(int tag, Vr vr, List<Bytes> fragments) implements Element {
    /** Copies the list. */
    public Encapsulated {
      fragments = List.copyOf(fragments);
    }
  }
}
