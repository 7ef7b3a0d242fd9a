package org.trabecula.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/**
 * The command line run within this process.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error, as far as the command line's own messages go
 */
record CommandRun(int code, String out, String err) {
  static CommandRun of(Object... arguments) {
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      CommandLine line = Trabecula.commandLine();
      line.setErr(new PrintWriter(err, true));
      line.setOut(new PrintWriter(System.out, true));
      int code = line.execute(words);
      return new CommandRun(code, out.toString(StandardCharsets.UTF_8), err.toString());
    } finally {
      System.setOut(before);
    }
  }
}
