package org.trabecula.cohort.pairing;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.trabecula.cohort.Densities;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Laterality;

/** What a radiograph was matched with. */
public sealed interface Match {
  /**
   * The densities that belong to a film.
   *
   * @param scale of all of them
   * @param subject what the exam says of the person
   * @param days from film to the exam of the view's own sites
   * @param otherDays from film to the exam of the other sites, if that is another
   * @param femur whose side the femoral densities are
   * @param rows indices of the lines that are used
   * @param tie a sentence, if another exam was as near
   */
  record Found(
      Densities densities,
      ScannerScale scale,
      String scanner,
      Subject subject,
      OptionalLong days,
      OptionalLong otherDays,
      Laterality femur,
      Set<Integer> rows,
      Optional<String> tie)
      implements Match {}

  /** There is none, and why. */
  record None(Exclusion exclusion) implements Match {}
}
