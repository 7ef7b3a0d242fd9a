package org.trabecula.dicom;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a data set is turned into bytes (PS3.5 section 10 and annex A, PS3.6 annex A).
 *
 * @param uid the identifier
 * @param name the name in PS3.6, or "unknown"
 * @param form how data elements are written
 * @param coding how the pixels are
 */
public record TransferSyntax(String uid, String name, Form form, Coding coding) {
  /** How data elements are written. */
  public enum Form {
    IMPLICIT_LITTLE,
    EXPLICIT_LITTLE,
    EXPLICIT_BIG,
    DEFLATED
  }

  /** How pixels are written. */
  public enum Coding {
    NATIVE,
    RLE,
    JPEG_BASELINE,
    JPEG_EXTENDED,
    JPEG_LOSSLESS,
    JPEG_LS_LOSSLESS,
    JPEG_LS_NEAR,
    JPEG_2000_LOSSLESS,
    JPEG_2000,
    UNSUPPORTED
  }

  public static final TransferSyntax IMPLICIT_LITTLE_ENDIAN =
      new TransferSyntax(
          "1.2.840.10008.1.2", "Implicit VR Little Endian", Form.IMPLICIT_LITTLE, Coding.NATIVE);
  public static final TransferSyntax EXPLICIT_LITTLE_ENDIAN =
      little(".1", "Explicit VR Little Endian", Coding.NATIVE);
  public static final TransferSyntax EXPLICIT_BIG_ENDIAN =
      new TransferSyntax(
          "1.2.840.10008.1.2.2", "Explicit VR Big Endian", Form.EXPLICIT_BIG, Coding.NATIVE);
  public static final TransferSyntax DEFLATED =
      new TransferSyntax(
          "1.2.840.10008.1.2.1.99",
          "Deflated Explicit VR Little Endian",
          Form.DEFLATED,
          Coding.NATIVE);
  public static final TransferSyntax RLE = little(".5", "RLE Lossless", Coding.RLE);
  public static final TransferSyntax JPEG_BASELINE =
      little(".4.50", "JPEG Baseline (Process 1)", Coding.JPEG_BASELINE);
  public static final TransferSyntax JPEG_LS_LOSSLESS =
      little(".4.80", "JPEG-LS Lossless", Coding.JPEG_LS_LOSSLESS);

  private static final Map<String, TransferSyntax> KNOWN = known();

  /** The syntax with this UID; an unknown one is taken as compressed and not supported. */
  public static TransferSyntax of(String uid) {
    TransferSyntax known = KNOWN.get(uid);
    return known != null
        ? known
        : new TransferSyntax(uid, "unknown", Form.EXPLICIT_LITTLE, Coding.UNSUPPORTED);
  }

  /** Whether VRs are written. */
  public boolean explicit() {
    return form != Form.IMPLICIT_LITTLE;
  }

  /** Whether the high byte comes first. */
  public boolean bigEndian() {
    return form == Form.EXPLICIT_BIG;
  }

  /** Whether pixels are compressed, in fragments. */
  public boolean encapsulated() {
    return coding != Coding.NATIVE;
  }

  private static TransferSyntax little(String suffix, String name, Coding coding) {
    return new TransferSyntax("1.2.840.10008.1.2" + suffix, name, Form.EXPLICIT_LITTLE, coding);
  }

  private static Map<String, TransferSyntax> known() {
    Map<String, TransferSyntax> all = new LinkedHashMap<>();
    for (TransferSyntax syntax :
        new TransferSyntax[] {
          IMPLICIT_LITTLE_ENDIAN,
          EXPLICIT_LITTLE_ENDIAN,
          EXPLICIT_BIG_ENDIAN,
          DEFLATED,
          RLE,
          JPEG_BASELINE,
          JPEG_LS_LOSSLESS,
          little(".4.51", "JPEG Extended (Process 2 and 4)", Coding.JPEG_EXTENDED),
          little(".4.57", "JPEG Lossless (Process 14)", Coding.JPEG_LOSSLESS),
          little(".4.70", "JPEG Lossless (Process 14, SV1)", Coding.JPEG_LOSSLESS),
          little(".4.81", "JPEG-LS Near-Lossless", Coding.JPEG_LS_NEAR),
          little(".4.90", "JPEG 2000 Lossless", Coding.JPEG_2000_LOSSLESS),
          little(".4.91", "JPEG 2000", Coding.JPEG_2000),
        }) {
      all.put(syntax.uid(), syntax);
    }
    refused(all);
    return Map.copyOf(all);
  }

  /** Known by name only, so that a refusal can say it. */
  private static void refused(Map<String, TransferSyntax> all) {
    String[][] names = {
      {".1.98", "Encapsulated Uncompressed Explicit VR Little Endian"},
      {".4.52", "JPEG Extended (Process 3 and 5)"},
      {".4.53", "JPEG Spectral Selection (Process 6 and 8)"},
      {".4.55", "JPEG Full Progression (Process 10 and 12)"},
      {".4.92", "JPEG 2000 Multi-component Lossless"},
      {".4.93", "JPEG 2000 Multi-component"},
      {".4.94", "JPIP Referenced"},
      {".4.95", "JPIP Referenced Deflate"},
      {".4.100", "MPEG2 Main Profile at Main Level"},
      {".4.100.1", "Fragmentable MPEG2 Main Profile at Main Level"},
      {".4.101", "MPEG2 Main Profile at High Level"},
      {".4.101.1", "Fragmentable MPEG2 Main Profile at High Level"},
      {".4.102", "MPEG-4 AVC/H.264 High Profile"},
      {".4.102.1", "Fragmentable MPEG-4 AVC/H.264 High Profile"},
      {".4.103", "MPEG-4 AVC/H.264 BD-compatible High Profile"},
      {".4.103.1", "Fragmentable MPEG-4 AVC/H.264 BD-compatible High Profile"},
      {".4.104", "MPEG-4 AVC/H.264 High Profile For 2D Video"},
      {".4.105", "MPEG-4 AVC/H.264 High Profile For 3D Video"},
      {".4.106", "MPEG-4 AVC/H.264 Stereo High Profile"},
      {".4.107", "HEVC/H.265 Main Profile"},
      {".4.108", "HEVC/H.265 Main 10 Profile"},
      {".4.110", "JPEG XL Lossless"},
      {".4.111", "JPEG XL JPEG Recompression"},
      {".4.112", "JPEG XL"},
      {".4.201", "High-Throughput JPEG 2000 Lossless"},
      {".4.202", "High-Throughput JPEG 2000 RPCL Lossless"},
      {".4.203", "High-Throughput JPEG 2000"},
      {".4.204", "JPIP HTJ2K Referenced"},
      {".4.205", "JPIP HTJ2K Referenced Deflate"},
      {".8.1", "Deflated Image Frame Compression"},
    };
    for (String[] name : names) {
      TransferSyntax syntax = little(name[0], name[1], Coding.UNSUPPORTED);
      all.put(syntax.uid(), syntax);
    }
  }
}
