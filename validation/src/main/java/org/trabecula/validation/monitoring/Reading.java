package org.trabecula.validation.monitoring;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.densitometry.Sex;

/**
 * One value of a quantity, or one event that happened (1) or did not (0).
 *
 * @param value as charted: in its unit, or its logarithm
 */
record Reading(LocalDate date, double value, Optional<Sex> sex, OptionalDouble ageYears) {}
