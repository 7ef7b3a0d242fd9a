package org.trabecula.learning.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.StoredImage;
import org.trabecula.simulation.Film;
import org.trabecula.simulation.Retake;
import org.trabecula.simulation.look.Look;
import org.trabecula.simulation.look.Rendering;
import org.trabecula.simulation.look.VendorFamily;
import org.trabecula.simulation.physics.Beam;
import org.trabecula.simulation.physics.Exposure;
import org.trabecula.simulation.population.Body;
import org.trabecula.simulation.population.SimulatedSubject;
import org.trabecula.simulation.projection.CollimatedField;

/** The perturbations of the robustness card. */
final class Perturbations {
  static final double BLUR_MM = 1;
  static final double LESS_DOSE = 0.25;

  /** A film for processing of middle gain. */
  private static final Rendering.RawLog RAW = new Rendering.RawLog(1, 0);

  private Perturbations() {}

  static List<Perturbation> card() {
    List<Perturbation> card = new ArrayList<>();
    card.add(retaken("kVp -10", e -> withKvp(e, -10)));
    card.add(retaken("kVp +10", e -> withKvp(e, 10)));
    card.add(new Perturbation.Body("soft tissue -4 cm", s -> thicker(s, -4)));
    card.add(new Perturbation.Body("soft tissue +4 cm", s -> thicker(s, 4)));
    card.add(retaken("dose x0.25", e -> withDose(e, LESS_DOSE)));
    card.add(
        Perturbation.Finished.always(
            "blur, sigma 1 mm",
            film -> Picture.edited(film, p -> p.blurred(BLUR_MM / film.pitchMm()))));
    card.add(
        Perturbation.Finished.always(
            "JPEG quality 70", film -> Picture.edited(film, p -> p.throughJpeg(70))));
    card.add(
        Perturbation.Finished.always(
            "turned by 10 degrees", film -> Picture.edited(film, p -> p.turned(10))));
    card.add(
        new Perturbation.Retaken(
            "tight collimation",
            sitting -> Retake.exposed(e -> withField(e, Places.tight(sitting.projection())))));
    card.add(curve("gamma 0.8", v -> Math.pow(v, 0.8)));
    card.add(curve("gamma 1.25", v -> Math.pow(v, 1.25)));
    for (VendorFamily family : VendorFamily.REFERENCE_V1) {
      card.add(look(family));
    }
    card.add(
        new Perturbation.Retaken(
            "look: for processing", s -> Retake.looking(l -> as(l, Optional.empty(), RAW))));
    card.add(
        new Perturbation.Finished("other polarity, rightly tagged", Perturbations::otherPolarity));
    card.add(
        Perturbation.Finished.always(
            "no tags but the view", f -> f.with(Radiograph.Description.UNKNOWN)));
    return List.copyOf(card);
  }

  private static Perturbation retaken(
      String name, java.util.function.UnaryOperator<Exposure> change) {
    return new Perturbation.Retaken(name, sitting -> Retake.exposed(change));
  }

  private static Perturbation curve(String name, DoubleUnaryOperator curve) {
    return Perturbation.Finished.always(name, f -> Picture.edited(f, p -> p.through(curve)));
  }

  private static Perturbation look(VendorFamily family) {
    String name = "look: " + family.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return new Perturbation.Retaken(
        name,
        sitting ->
            Retake.looking(l -> as(l, Optional.of(family), family.draw(sitting.random(name)))));
  }

  private static Look as(Look look, Optional<VendorFamily> family, Rendering rendering) {
    // A viewer's JPEG stays one: bits, marks and shutter are those of the first film.
    OptionalInt jpeg = look.jpegQuality();
    return new Look(
        family, rendering, look.bits(), look.monochrome1(), look.shutter(), look.marks(), jpeg);
  }

  static Exposure withKvp(Exposure e, double change) {
    Beam b = e.beam();
    return new Exposure(
        new Beam(b.kvp() + change, b.filtrationMmAl(), b.gridRatio(), b.scatterFactor()),
        e.receptor(),
        e.field(),
        e.dose(),
        e.focalBlurMm(),
        e.heelPerCm());
  }

  static Exposure withDose(Exposure e, double factor) {
    return new Exposure(
        e.beam(), e.receptor(), e.field(), factor * e.dose(), e.focalBlurMm(), e.heelPerCm());
  }

  static Exposure withField(Exposure e, CollimatedField field) {
    return new Exposure(e.beam(), e.receptor(), field, e.dose(), e.focalBlurMm(), e.heelPerCm());
  }

  /** More or less soft tissue before and behind the bones; the width stays. */
  static SimulatedSubject thicker(SimulatedSubject s, double cm) {
    Body body = s.body();
    double thickness = Math.clamp(body.thicknessCm() + cm, 11, 50);
    double ratio = Math.clamp(body.thicknessCm() * body.widthRatio() / thickness, 1.1, 2);
    return new SimulatedSubject(
        s.number(),
        s.sex(),
        s.ageYears(),
        s.heightCm(),
        s.weightKg(),
        s.densities(),
        s.degeneration(),
        new Body(thickness, ratio, body.fatShare(), body.gasOverSpine(), body.gas()),
        s.foreign(),
        s.arms(),
        s.shapeSeed());
  }

  /** Black and white exchanged, and the tag with them; a JPEG has no such tag. */
  static Optional<Film> otherPolarity(Film film) {
    if (film.look().jpegQuality().isPresent()) {
      return Optional.empty();
    }
    StoredImage.Encoding was = film.image().encoding();
    StoredImage.Encoding other =
        new StoredImage.Encoding(
            was.bitsStored(), !was.monochrome1(), was.intensity(), was.intent(), was.window());
    int top = (1 << was.bitsStored()) - 1;
    short[] samples = film.image().samples();
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (top - (samples[i] & 0xFFFF));
    }
    return Optional.of(
        film.with(StoredImage.copyOf(film.image().rows(), film.image().columns(), samples, other)));
  }
}
