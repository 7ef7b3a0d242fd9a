package org.trabecula.simulation.population;

/**
 * How common what distorts a film is, each as a share of subjects.
 *
 * @param osteophytes osteophytes and end-plate sclerosis
 * @param calcifiedAorta plaques in the aorta's wall
 * @param fractures a wedge or crush fracture of T12 to L4
 * @param scoliosis more than 10 degrees
 * @param schmorlNodes a Schmorl node in at least one end-plate of T7 to L5
 * @param gasOverSpine bowel gas over at least one of L2 to L4
 * @param spineImplants metal or cement in the spine
 * @param hipImplants metal in a femur, as a share of femora
 * @param objects harmless things in or on the body
 */
public record Prevalence(
    ByAge osteophytes,
    ByAge calcifiedAorta,
    ByAge fractures,
    ByAge scoliosis,
    ByAge schmorlNodes,
    ByAge gasOverSpine,
    ByAge spineImplants,
    ByAge hipImplants,
    ByAge objects) {

  /** Of those large enough to show in a radiograph [K]; the protocol gives no share. */
  private static final ByAge SCHMORL_NODES = new ByAge(0.20, 0.30);

  /** As the reference cohort's protocol has it, which leaves metal out. */
  public static final Prevalence STANDARD =
      new Prevalence(
          new ByAge(0.20, 0.60),
          new ByAge(0.10, 0.50),
          new ByAge(0.02, 0.20),
          ByAge.always(0.10),
          SCHMORL_NODES,
          ByAge.always(0.60),
          ByAge.always(0),
          ByAge.always(0),
          ByAge.always(0));

  /** The same with another share of curved spines. */
  public Prevalence curved(ByAge share) {
    return new Prevalence(
        osteophytes,
        calcifiedAorta,
        fractures,
        share,
        schmorlNodes,
        gasOverSpine,
        spineImplants,
        hipImplants,
        objects);
  }

  /** The same with foreign bodies. */
  public Prevalence with(ByAge spine, ByAge hip, ByAge things) {
    return new Prevalence(
        osteophytes, calcifiedAorta, fractures, scoliosis, schmorlNodes, gasOverSpine, spine, hip, things);
  }
}
