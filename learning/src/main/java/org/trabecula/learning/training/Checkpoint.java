package org.trabecula.learning.training;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.trabecula.learning.torch.TrainerState;

/**
 * A training as it stood between two steps.
 *
 * @param fingerprint of network, settings and data: a checkpoint goes on only with the same
 * @param state of the trainer
 * @param total steps that were planned
 * @param seconds trained so far
 */
record Checkpoint(String fingerprint, TrainerState state, long total, double seconds) {
  private static final int MAGIC = 0x54524243; // "TRBC"
  private static final int VERSION = 1;

  /** Writes the file; whoever reads it never sees half of it. */
  void write(Path file) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".part");
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      DataOutputStream out =
          new DataOutputStream(
              new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      out.writeUTF(fingerprint);
      out.writeLong(state.step());
      out.writeLong(total);
      out.writeDouble(seconds);
      writeFloats(out, state.weights());
      writeFloats(out, state.average());
      writeFloats(out, state.first());
      writeFloats(out, state.second());
      out.flush();
      channel.force(true);
    }
    Files.move(
        temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Reads a checkpoint.
   *
   * @throws IOException if the file is not one
   */
  static Checkpoint read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      if (in.readInt() != MAGIC || in.readInt() != VERSION) {
        throw new IOException("%s is not a checkpoint of this version".formatted(file));
      }
      String fingerprint = in.readUTF();
      long step = in.readLong();
      long total = in.readLong();
      double seconds = in.readDouble();
      float[] weights = readFloats(in);
      float[] average = readFloats(in);
      float[] first = readFloats(in);
      float[] second = readFloats(in);
      return new Checkpoint(
          fingerprint, new TrainerState(step, weights, average, first, second), total, seconds);
    } catch (EOFException e) {
      throw new IOException("%s is cut short".formatted(file), e);
    }
  }

  private static void writeFloats(DataOutputStream out, float[] values) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
    bytes.asFloatBuffer().put(values);
    out.writeInt(values.length);
    out.write(bytes.array());
  }

  private static float[] readFloats(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > 1 << 28) {
      throw new IOException("A checkpoint of %d numbers is damaged".formatted(length));
    }
    byte[] bytes = in.readNBytes(Float.BYTES * length);
    if (bytes.length != Float.BYTES * length) {
      throw new EOFException();
    }
    float[] values = new float[length];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return values;
  }
}
