package org.trabecula.dicom.deidentify;

import java.util.HexFormat;
import java.util.List;

/** A ledger as text, one entry a line, cells between tabs. */
final class LedgerText {
  private static final String SECRET = "SECRET";

  private LedgerText() {}

  static String of(Ledger ledger) {
    StringBuilder text =
        new StringBuilder(SECRET)
            .append('\t')
            .append(HexFormat.of().formatHex(ledger.secret().bytes()))
            .append('\n');
    ledger
        .originals()
        .forEach((entry, original) ->
            text.append(entry.kind())
                .append('\t')
                .append(escaped(entry.made()))
                .append('\t')
                .append(escaped(original))
                .append('\n'));
    return text.toString();
  }

  static Ledger parse(String text) {
    List<String> lines = text.lines().toList();
    String[] first = lines.isEmpty() ? new String[0] : lines.getFirst().split("\t", -1);
    if (first.length != 2 || !first[0].equals(SECRET)) {
      throw new IllegalArgumentException("The first line of a ledger is its secret");
    }
    Ledger ledger = new Ledger(Secret.of(HexFormat.of().parseHex(first[1])));
    for (int i = 1; i < lines.size(); i++) {
      String[] cell = lines.get(i).split("\t", -1);
      if (cell.length != 3) {
        throw new IllegalArgumentException("Line " + (i + 1) + " of the ledger is broken");
      }
      ledger.note(Ledger.Kind.valueOf(cell[0]), plain(cell[1]), plain(cell[2]));
    }
    return ledger;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        plain.append(
            switch (text.charAt(i)) {
              case 't' -> '\t';
              case 'n' -> '\n';
              default -> text.charAt(i);
            });
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
