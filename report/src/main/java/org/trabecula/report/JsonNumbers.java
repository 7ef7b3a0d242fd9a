package org.trabecula.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.OptionalDouble;
import org.trabecula.report.content.Rounding;

/** Writes numbers with a fixed count of digits. */
record JsonNumbers(JsonGenerator json) {
  void write(String name, int places, double value) throws IOException {
    json.writeFieldName(name);
    json.writeNumber(Rounding.to(places, value));
  }

  void write(String name, int places, OptionalDouble value) throws IOException {
    if (value.isPresent()) {
      write(name, places, value.getAsDouble());
    } else {
      json.writeNullField(name);
    }
  }

  void pair(String name, int places, double first, double second) throws IOException {
    json.writeArrayFieldStart(name);
    json.writeNumber(Rounding.to(places, first));
    json.writeNumber(Rounding.to(places, second));
    json.writeEndArray();
  }
}
