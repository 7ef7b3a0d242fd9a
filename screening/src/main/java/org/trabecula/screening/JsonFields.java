package org.trabecula.screening;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a JSON object, each of its kind; says where one that must be there is not. */
record JsonFields(JsonNode node, String path) {

  static JsonFields of(JsonNode node, String path) throws IOException {
    if (!node.isObject()) {
      throw new IOException("%s is not a JSON object".formatted(path));
    }
    return new JsonFields(node, path);
  }

  /** Whether a field is there; for those that a file may lack. */
  boolean has(String name) {
    return node.hasNonNull(name);
  }

  String text(String name) throws IOException {
    JsonNode value = field(name);
    if (!value.isTextual()) {
      throw wrong(name, "a text");
    }
    return value.textValue();
  }

  double number(String name) throws IOException {
    JsonNode value = field(name);
    if (!value.isNumber()) {
      throw wrong(name, "a number");
    }
    return value.doubleValue();
  }

  long integer(String name) throws IOException {
    JsonNode value = field(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(name, "an integer");
    }
    return value.longValue();
  }

  boolean flag(String name) throws IOException {
    JsonNode value = field(name);
    if (!value.isBoolean()) {
      throw wrong(name, "true or false");
    }
    return value.booleanValue();
  }

  JsonFields object(String name) throws IOException {
    return of(field(name), path + "." + name);
  }

  List<Double> numbers(String name) throws IOException {
    List<Double> values = new ArrayList<>();
    for (JsonNode value : array(name)) {
      if (!value.isNumber()) {
        throw wrong(name, "a list of numbers");
      }
      values.add(value.doubleValue());
    }
    return values;
  }

  List<String> texts(String name) throws IOException {
    List<String> values = new ArrayList<>();
    for (JsonNode value : array(name)) {
      if (!value.isTextual()) {
        throw wrong(name, "a list of texts");
      }
      values.add(value.textValue());
    }
    return values;
  }

  List<JsonFields> objects(String name) throws IOException {
    List<JsonFields> values = new ArrayList<>();
    for (JsonNode value : array(name)) {
      values.add(of(value, path + "." + name + "[" + values.size() + "]"));
    }
    return values;
  }

  /** The fields of an object whose names are free, in the order of the file. */
  Map<String, JsonNode> entries(String name) throws IOException {
    Map<String, JsonNode> entries = new LinkedHashMap<>();
    object(name).node.properties().forEach(e -> entries.put(e.getKey(), e.getValue()));
    return entries;
  }

  private JsonNode array(String name) throws IOException {
    JsonNode value = field(name);
    if (!value.isArray()) {
      throw wrong(name, "a list");
    }
    return value;
  }

  private JsonNode field(String name) throws IOException {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      throw new IOException("%s.%s is missing".formatted(path, name));
    }
    return value;
  }

  private IOException wrong(String name, String expected) {
    return new IOException("%s.%s is not %s".formatted(path, name, expected));
  }
}
