package org.trabecula.simulation;

import java.nio.file.*;
import java.util.*;
import org.trabecula.radiography.*;
import org.trabecula.simulation.decoy.*;

final class DecoyPictures {
  public static void main(String[] args) throws Exception {
    Path out = Path.of(args[0]);
    Files.createDirectories(out);
    Simulator sim = Simulator.of(Protocol.TRAINING);
    long t = System.nanoTime();
    int n = 0;
    for (DecoyKind kind : DecoyKind.values()) {
      if (args.length > 1 && !kind.name().matches(args[1])) continue;
      int each = args.length > 1 ? 12 : 6;
      for (int i = 0; i < each; i++) {
        Decoy d = Decoy.draw(kind, 1.0, new SplittableRandom(i * 31 + kind.ordinal()));
        Film film = sim.film(d, i);
        GrayImageFile.write(FilmFiles.gray(film.image()), out.resolve("%02d-%s-%02d.png".formatted(kind.ordinal(), kind, i)));
        n++;
      }
    }
    System.out.printf("%.1f ms each%n", (System.nanoTime() - t) / 1e6 / n);
  }
}
