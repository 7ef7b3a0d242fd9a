package org.trabecula.app;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The command as it was typed, so that a result can name the command that makes it again. */
final class CommandWords {
  private CommandWords() {}

  /** One line that a shell understands. */
  static String of(CommandSpec command) {
    List<String> words = new ArrayList<>(List.of("./trabecula"));
    for (String word : command.root().commandLine().getParseResult().originalArgs()) {
      words.add(quoted(word));
    }
    return String.join(" ", words);
  }

  static String quoted(String word) {
    boolean plain = word.matches("[A-Za-z0-9._/=:,+-]+");
    return plain ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
