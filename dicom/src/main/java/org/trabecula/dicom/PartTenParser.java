package org.trabecula.dicom;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Finds the parts of a file (PS3.10 section 7): preamble, meta information, data set.
 *
 * <p>A file without preamble starts with its first element. Where the meta information does not
 * name a transfer syntax it is guessed from the first element: the group number, which is small,
 * tells the byte order; two letters that are a VR tell explicit from implicit. The same test
 * corrects a file whose declared form contradicts its first element.
 */
final class PartTenParser {
  private static final int PREAMBLE = 128;
  private static final int HIGHEST_FIRST_GROUP = 0x0050;

  private final Bytes file;
  private final Limits limits;
  private final DataSetParser parser;

  PartTenParser(Bytes file, Limits limits) {
    this.file = file;
    this.limits = limits;
    this.parser = new DataSetParser(limits);
  }

  DicomObject parse() throws ParseException {
    int start = start();
    DicomInput in = new DicomInput(file, start, file.length(), false);
    boolean bare = start == 0;
    DataSet meta = parser.parseMeta(in, isVr(in.peek(4), in.peek(5)));
    if (bare && meta.size() == 0) {
      requirePlausible(in);
    }
    return data(meta, in);
  }

  private DicomObject data(DataSet meta, DicomInput in) throws ParseException {
    Optional<TransferSyntax> declared = meta.string(Tag.TransferSyntaxUID).map(TransferSyntax::of);
    if (declared.isPresent() && declared.get().form() == TransferSyntax.Form.DEFLATED) {
      Bytes inflated = inflate(file.slice(in.position(), in.remaining()));
      DicomInput all = new DicomInput(inflated, 0, inflated.length(), false);
      return new DicomObject(meta, parser.parse(all, true), declared.get());
    }
    TransferSyntax seen = seen(declared, in);
    DicomInput rest = new DicomInput(file, in.position(), file.length(), seen.bigEndian());
    // A compressed syntax keeps its name: it also says what the pixels are.
    TransferSyntax syntax = declared.filter(TransferSyntax::encapsulated).orElse(seen);
    return new DicomObject(meta, parser.parse(rest, seen.explicit()), syntax);
  }

  /** The form of the elements: the declared one unless the first element shows another. */
  private static TransferSyntax seen(Optional<TransferSyntax> declared, DicomInput in) {
    if (in.remaining() < 8) {
      return declared.orElse(TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
    }
    TransferSyntax guess = guess(in);
    if (declared.isEmpty()) {
      return guess;
    }
    boolean same =
        declared.get().explicit() == guess.explicit()
            && declared.get().bigEndian() == guess.bigEndian();
    boolean oddStart = firstGroup(in, guess.bigEndian()) > HIGHEST_FIRST_GROUP;
    return same || oddStart ? declared.get() : guess;
  }

  private static TransferSyntax guess(DicomInput in) {
    boolean big = firstGroup(in, false) > firstGroup(in, true);
    if (!isVr(in.peek(4), in.peek(5))) {
      return TransferSyntax.IMPLICIT_LITTLE_ENDIAN;
    }
    return big ? TransferSyntax.EXPLICIT_BIG_ENDIAN : TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
  }

  private static int firstGroup(DicomInput in, boolean big) {
    return big ? in.peek(0) << 8 | in.peek(1) : in.peek(1) << 8 | in.peek(0);
  }

  private static boolean isVr(int first, int second) {
    return Vr.of(first, second).isPresent();
  }

  private int start() throws ParseException {
    if (isMagic(PREAMBLE)) {
      return PREAMBLE + 4;
    }
    if (file.length() == 0) {
      throw new ParseException(new DicomFailure.NotDicom("it is empty"));
    }
    return isMagic(0) ? 4 : 0;
  }

  private boolean isMagic(int at) {
    return file.length() >= at + 4
        && file.at(at) == 'D'
        && file.at(at + 1) == 'I'
        && file.at(at + 2) == 'C'
        && file.at(at + 3) == 'M';
  }

  /** Without preamble and meta information the first element must look like one. */
  private static void requirePlausible(DicomInput in) throws ParseException {
    if (in.remaining() >= 8) {
      TransferSyntax seen = guess(in);
      int group = firstGroup(in, seen.bigEndian());
      DicomInput probe = in.window(in.remaining(), seen.bigEndian());
      ElementHeader header = ElementHeader.read(probe, seen.explicit());
      boolean known = Tag.keyword(header.tag()).isPresent() || (header.tag() & 0xFFFF) == 0;
      boolean fits = header.undefined() || header.length() <= probe.remaining();
      if (group >= 0x0008 && group <= HIGHEST_FIRST_GROUP && known && fits) {
        return;
      }
    }
    throw new ParseException(
        new DicomFailure.NotDicom("no preamble and no data element at the start"));
  }

  /** PS3.5 section A.5: the deflated bytes have no zlib header. */
  private Bytes inflate(Bytes deflated) throws ParseException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(deflated.toArray());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] chunk = new byte[1 << 16];
      while (!inflater.finished()) {
        int size = inflater.inflate(chunk);
        if (size == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw new ParseException(new DicomFailure.Truncated(file.length(), 1));
        }
        out.write(chunk, 0, size);
        if (out.size() > limits.fileBytes()) {
          throw new ParseException(
              new DicomFailure.LimitExceeded("inflated size", out.size(), limits.fileBytes()));
        }
      }
      return Bytes.wrap(out.toByteArray());
    } catch (DataFormatException e) {
      throw new ParseException(
          new DicomFailure.Malformed(file.length() - deflated.length(), "it cannot be inflated"));
    } finally {
      inflater.end();
    }
  }
}
