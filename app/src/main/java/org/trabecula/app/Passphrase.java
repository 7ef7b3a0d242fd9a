package org.trabecula.app;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a passphrase comes from: never from an argument, which others on the machine can read.
 *
 * @param variable of the environment
 * @param file whose first line it is
 */
record Passphrase(String variable, Optional<Path> file) {
  /** The passphrase: of the file, or else of the variable, or else typed in. */
  // From version 22 on, a JDK gives a console without a terminal too; nothing can be typed there.
  @SuppressWarnings("SystemConsoleNull")
  char[] get(Map<String, String> environment, boolean forNewKey) throws IOException {
    if (file.isPresent()) {
      List<String> lines = Files.readAllLines(file.get(), StandardCharsets.UTF_8);
      if (lines.isEmpty() || lines.get(0).isBlank()) {
        throw WrongUsage.of("The passphrase file " + file.get() + " is empty.");
      }
      return lines.get(0).toCharArray();
    }
    String set = environment.get(variable);
    if (set != null && !set.isEmpty()) {
      return set.toCharArray();
    }
    Console console = System.console();
    if (console == null) {
      throw WrongUsage.of(
          "The key needs a passphrase: set the variable %s, or name a file by --passphrase-file."
              .formatted(variable));
    }
    return typed(console, forNewKey);
  }

  private static char[] typed(Console console, boolean twice) {
    char[] first = console.readPassword("Passphrase of the key: ");
    if (first == null || first.length == 0) {
      throw WrongUsage.of("No passphrase was typed.");
    }
    if (twice) {
      char[] second = console.readPassword("Once more: ");
      if (!Arrays.equals(first, second)) {
        throw WrongUsage.of("The two passphrases differ.");
      }
    }
    return first;
  }
}
