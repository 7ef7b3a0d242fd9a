package org.trabecula.simulation.physics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A positive function of photon energy, interpolated linearly in the logarithm of both. An
 * absorption edge is two rows, one per side, a hair apart.
 */
final class LogLogTable {
  private final double[] logEnergies;
  private final double[] logValues;

  private LogLogTable(double[] logEnergies, double[] logValues) {
    this.logEnergies = logEnergies;
    this.logValues = logValues;
  }

  /** Reads one column of a table that lies beside this class. */
  static LogLogTable read(String resource, String column) {
    List<String[]> lines;
    InputStream stream =
        Objects.requireNonNull(LogLogTable.class.getResourceAsStream(resource), resource);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      lines =
          reader
              .lines()
              .filter(line -> !line.startsWith("#") && !line.isBlank())
              .map(line -> line.split(",", -1))
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
    int index = Arrays.asList(lines.getFirst()).indexOf(column);
    List<String[]> body = lines.subList(1, lines.size());
    return new LogLogTable(
        body.stream().mapToDouble(line -> Math.log(Double.parseDouble(line[0]))).toArray(),
        body.stream().mapToDouble(line -> Math.log(Double.parseDouble(line[index]))).toArray());
  }

  /** The value at an energy; beyond either end the last segment goes on. */
  double at(double energyKev) {
    double x = Math.log(energyKev);
    int found = Arrays.binarySearch(logEnergies, x);
    int right = found >= 0 ? found : -found - 1;
    right = Math.clamp(right, 1, logEnergies.length - 1);
    int left = right - 1;
    double share = (x - logEnergies[left]) / (logEnergies[right] - logEnergies[left]);
    return Math.exp(logValues[left] + share * (logValues[right] - logValues[left]));
  }
}
