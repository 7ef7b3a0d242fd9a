package org.trabecula.validation.figure;

import java.nio.file.Files;
import java.nio.file.Path;

final class SampleSheet {
  public static void main(String[] args) throws Exception {
    StringBuilder html =
        new StringBuilder("<html><body style='font-family:sans-serif;width:900px'>");
    for (Figure f : SampleValues.figures(SampleValues.pairs(Integer.parseInt(args[1]), 3))) {
      Files.writeString(Path.of(args[0], f.name() + ".svg"), f.svg());
      String w = f.drawing().width() > 400 ? "860px" : "420px";
      html.append(
          "<div style='width:"
              + w
              + ";display:inline-block;vertical-align:top'>"
              + f.inline()
              + "<p style='font-size:11px'>"
              + f.caption()
              + "</p></div>");
    }
    Files.writeString(Path.of(args[0], "sheet.html"), html.toString());
  }
}
