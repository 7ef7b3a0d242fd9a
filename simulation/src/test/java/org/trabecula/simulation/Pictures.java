package org.trabecula.simulation;

import java.nio.file.*;
import java.util.*;
import org.trabecula.radiography.*;
import org.trabecula.simulation.projection.*;

final class Pictures {
  public static void main(String[] args) throws Exception {
    Path out = Path.of(args[0]);
    Files.createDirectories(out);
    double pitch = Double.parseDouble(args[1]);
    Simulator sim = Simulator.of(Protocol.of(args[2]));
    for (int warm = 0; warm < 2; warm++) {
      long total = 0;
      int n = 24;
      for (int i = 0; i < n; i++) {
        Projection p = new PhantomScene(pitch, 1.0, 14 + i % 6 * 3).project(new SplittableRandom(i));
        long t = System.nanoTime();
        Film film = sim.film(p, new PhantomScene(1, 1, 20).person(), i);
        total += System.nanoTime() - t;
        if (warm == 1) {
          GrayImageFile.write(FilmFiles.gray(film.image()), out.resolve("film" + (i + 100) + ".png"));
          System.out.println(i + " " + film.look().name() + " " + film.look().rendering() + " " + film.exposure());
        }
      }
      System.out.printf("%.1f ms per film%n", total / 1e6 / n);
    }
  }
}
