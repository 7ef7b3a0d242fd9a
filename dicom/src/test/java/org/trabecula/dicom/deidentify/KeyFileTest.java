package org.trabecula.dicom.deidentify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
  private static final int FEW = 1_000;
  private static final char[] PASSPHRASE = "correct horse battery".toCharArray();

  @TempDir Path folder;
  private final Ledger ledger = new Ledger(Samples.secret(7));
  private Path file = Path.of("");

  @BeforeEach
  void write() throws IOException {
    ledger.patient("4711\twith\ttabs\\and\nlines");
    ledger.uid("1.2.3");
    ledger.note(Ledger.Kind.FILE, "P/x.dcm", "Müller.dcm");
    file = folder.resolve("study.key");
    KeyFile.write(file, ledger, PASSPHRASE, FEW);
  }

  @Test
  void whatWasWrittenIsReadBack() throws IOException {
    Ledger back = KeyFile.read(file, PASSPHRASE);

    assertThat(back.originals()).isEqualTo(ledger.originals());
    assertThat(back.uid("9.9")).isEqualTo(ledger.uid("9.9"));
    assertThat(back.originals()).containsValue("4711\twith\ttabs\\and\nlines");
  }

  @Test
  void nothingCanBeReadInTheFile() throws IOException {
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
        .startsWith("TRABKEY")
        .doesNotContain("4711", "Müller", "SECRET");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void twoFilesOfOneLedgerDiffer() throws IOException {
    byte[] first = Files.readAllBytes(file);
    KeyFile.write(file, ledger, PASSPHRASE, FEW);

    assertThat(Files.readAllBytes(file)).isNotEqualTo(first);
  }

  @Test
  void anotherPassphraseIsOneSentence() {
    assertThatThrownBy(() -> KeyFile.read(file, "wrong".toCharArray()))
        .isInstanceOf(KeyFile.Unreadable.class)
        .hasMessageContaining("the passphrase is wrong, or the file was altered or cut");
  }

  @Test
  void anAlteredByteAnywhereIsFound() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 60; i++) {
      byte[] altered = whole.clone();
      int at = i < 40 ? i : random.nextInt(whole.length);
      // The high bytes of the iterations would only make a slow test of the same.
      if (at >= 8 && at < 11) {
        continue;
      }
      altered[at] ^= 1;
      Files.write(file, altered);
      assertThatThrownBy(() -> KeyFile.read(file, PASSPHRASE))
          .as("byte %d", at)
          .isInstanceOf(KeyFile.Unreadable.class)
          .hasMessageMatching("[^\n]+\\.");
    }
  }

  @Test
  void aCutFileIsFoundAtAnyLength() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += 5) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> KeyFile.read(file, PASSPHRASE))
          .isInstanceOf(KeyFile.Unreadable.class);
    }
  }

  @Test
  void anUnreasonableNumberOfIterationsIsNotTried() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Arrays.fill(whole, 8, 12, (byte) 0x7F);
    Files.write(file, whole);

    assertThatThrownBy(() -> KeyFile.read(file, PASSPHRASE)).hasMessageContaining("damaged");
  }
}
