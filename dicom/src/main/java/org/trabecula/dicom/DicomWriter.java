package org.trabecula.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.Deflater;

/** Writes Part 10 files (PS3.10 section 7.1). */
public final class DicomWriter {
  private static final int PREAMBLE = 128;

  private DicomWriter() {}

  /**
   * Writes a file: first under another name, forced to the disk, then renamed, so that the name
   * never stands for half a file.
   */
  public static void write(DicomObject object, Path file) throws IOException {
    byte[] bytes = toBytes(object);
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException(file + " is no file");
    }
    Path temporary = folder.resolve("." + file.getFileName() + ".writing");
    try {
      try (FileChannel channel =
          FileChannel.open(
              temporary,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
          channel.write(left);
        }
        channel.force(true);
      }
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** The bytes of a file. */
  public static byte[] toBytes(DicomObject object) {
    requireAgreement(object);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[PREAMBLE]);
    out.writeBytes(new byte[] {'D', 'I', 'C', 'M'});
    writeMeta(object, out);
    if (object.syntax().form() == TransferSyntax.Form.DEFLATED) {
      ByteArrayOutputStream plain = new ByteArrayOutputStream();
      new DataSetWriter(plain, object.syntax()).write(object.data());
      out.writeBytes(deflated(plain.toByteArray()));
    } else {
      new DataSetWriter(out, object.syntax()).write(object.data());
    }
    return out.toByteArray();
  }

  /** Meta information is in explicit VR little endian and says its own length (PS3.10 7.1). */
  private static void writeMeta(DicomObject object, ByteArrayOutputStream out) {
    DataSet meta =
        object.meta().toBuilder()
            .put(Tag.TransferSyntaxUID, object.syntax().uid())
            .remove(Tag.FileMetaInformationGroupLength)
            .build();
    TransferSyntax little = TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
    ByteArrayOutputStream group = new ByteArrayOutputStream();
    new DataSetWriter(group, little).write(meta);
    DataSet length =
        DataSet.builder().putInts(Tag.FileMetaInformationGroupLength, group.size()).build();
    new DataSetWriter(out, little).write(length);
    out.writeBytes(group.toByteArray());
  }

  private static byte[] deflated(byte[] plain) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      deflater.setInput(plain);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] chunk = new byte[1 << 16];
      while (!deflater.finished()) {
        out.write(chunk, 0, deflater.deflate(chunk));
      }
      if (out.size() % 2 == 1) {
        out.write(0);
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void requireAgreement(DicomObject object) {
    boolean fragments =
        object
            .data()
            .element(Tag.PixelData)
            .filter(Element.Encapsulated.class::isInstance)
            .isPresent();
    boolean wrong =
        object.data().contains(Tag.PixelData) && fragments != object.syntax().encapsulated();
    if (wrong) {
      throw new IllegalArgumentException(
          "pixel data are %sin fragments, unlike transfer syntax %s"
              .formatted(fragments ? "" : "not ", object.syntax().name()));
    }
  }
}
