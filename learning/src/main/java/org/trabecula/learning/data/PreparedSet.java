package org.trabecula.learning.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Examples in one memory-mapped file, one slot for each row of a manifest. A slot is pending, ready
 * or refused; an interrupted preparation goes on where it stopped.
 */
public final class PreparedSet {
  private static final byte[] MAGIC = "trabecula-prepared/2".getBytes(StandardCharsets.US_ASCII);
  private static final int SLOTS_PER_CHUNK = 4096;

  /** What a slot holds. */
  enum State {
    PENDING,
    READY,
    REFUSED
  }

  private final int count;
  private final MappedByteBuffer states;
  private final List<MappedByteBuffer> chunks;

  private PreparedSet(int count, MappedByteBuffer states, List<MappedByteBuffer> chunks) {
    this.count = count;
    this.states = states;
    this.chunks = chunks;
  }

  private static boolean isOfThisVersion(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    }
  }

  /** Opens the file, or makes it with all slots pending. */
  static PreparedSet open(Path file, int count) throws IOException {
    if (count < 1) {
      throw new IllegalArgumentException("A set of %d examples is empty".formatted(count));
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    long header = MAGIC.length + (long) count;
    long length = header + (long) count * ExampleCodec.BYTES;
    boolean fits = Files.exists(file) && Files.size(file) == length && isOfThisVersion(file);
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (!fits) {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(MAGIC), 0);
      }
      var states = channel.map(FileChannel.MapMode.READ_WRITE, MAGIC.length, count);
      List<MappedByteBuffer> chunks = new ArrayList<>();
      for (int from = 0; from < count; from += SLOTS_PER_CHUNK) {
        long slots = Math.min(SLOTS_PER_CHUNK, count - from);
        chunks.add(
            channel.map(
                FileChannel.MapMode.READ_WRITE,
                header + (long) from * ExampleCodec.BYTES,
                slots * ExampleCodec.BYTES));
      }
      return new PreparedSet(count, states, chunks);
    }
  }

  /** Slots, whatever their state. */
  public int count() {
    return count;
  }

  /** The slots that hold an example, in order. */
  public List<Integer> ready() {
    List<Integer> slots = new ArrayList<>();
    for (int slot = 0; slot < count; slot++) {
      if (state(slot) == State.READY) {
        slots.add(slot);
      }
    }
    return List.copyOf(slots);
  }

  /** How many radiographs were refused. */
  public int refused() {
    int sum = 0;
    for (int slot = 0; slot < count; slot++) {
      sum += state(slot) == State.REFUSED ? 1 : 0;
    }
    return sum;
  }

  /**
   * Reads an example.
   *
   * @throws IllegalArgumentException if the slot does not hold one
   */
  public Example example(int slot) {
    if (state(slot) != State.READY) {
      throw new IllegalArgumentException("Slot %d is %s".formatted(slot, state(slot)));
    }
    return ExampleCodec.read(slice(slot));
  }

  State state(int slot) {
    return State.values()[states.get(slot)];
  }

  /** Fills a slot; several threads may fill different slots. */
  void put(int slot, Example example) {
    ExampleCodec.write(example, slice(slot));
    states.put(slot, (byte) State.READY.ordinal());
  }

  void refuse(int slot) {
    states.put(slot, (byte) State.REFUSED.ordinal());
  }

  void force() {
    chunks.forEach(MappedByteBuffer::force);
    states.force();
  }

  private ByteBuffer slice(int slot) {
    MappedByteBuffer chunk = chunks.get(slot / SLOTS_PER_CHUNK);
    return chunk.slice(slot % SLOTS_PER_CHUNK * ExampleCodec.BYTES, ExampleCodec.BYTES);
  }
}
