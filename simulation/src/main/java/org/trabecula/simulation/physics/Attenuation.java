package org.trabecula.simulation.physics;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Narrow-beam attenuation (Beer-Lambert). Sources and their standing are in the tables beside this
 * class; energies from 10 to 150 keV.
 */
public final class Attenuation {
  private static final Map<Substance, LogLogTable> TABLES = tables();

  private Attenuation() {}

  private static Map<Substance, LogLogTable> tables() {
    Map<Substance, LogLogTable> tables = new EnumMap<>(Substance.class);
    for (Substance substance : Substance.values()) {
      String resource =
          switch (substance) {
            case TUNGSTEN -> "tungsten.csv";
            case CAESIUM_IODIDE -> "caesium-iodide.csv";
            default -> "attenuation.csv";
          };
      tables.put(substance, LogLogTable.read(resource, substance.name()));
    }
    return tables;
  }

  /**
   * Returns the mass attenuation coefficient with coherent scattering, cm²/g.
   *
   * @param energyKev in [5, 150] keV; below 10 keV the first segment is extended
   */
  public static double massCoefficient(Substance substance, double energyKev) {
    if (!(energyKev >= 5 && energyKev <= 150)) {
      throw new IllegalArgumentException(
          "energyKev is %s keV, not within 5 to 150".formatted(energyKev));
    }
    return Objects.requireNonNull(TABLES.get(substance)).at(energyKev);
  }

  /**
   * Returns the share of photons that pass, {@code exp(-μ/ρ · m)}, in (0, 1].
   *
   * @param arealMass in g/cm², not negative
   */
  public static double transmission(Substance substance, double arealMass, double energyKev) {
    if (!(arealMass >= 0)) {
      throw new IllegalArgumentException("arealMass is %s g/cm²".formatted(arealMass));
    }
    return Math.exp(-massCoefficient(substance, energyKev) * arealMass);
  }
}
