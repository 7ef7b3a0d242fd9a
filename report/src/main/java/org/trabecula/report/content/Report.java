package org.trabecula.report.content;

import org.trabecula.screening.ModelPackage;
import org.trabecula.screening.ScreenRequest;

/**
 * All that is reported of one film.
 *
 * @param film that the report is about
 * @param finding densities, or a refusal
 * @param request that was made: reference and call policy
 * @param model that estimates
 */
public record Report(Film film, Finding finding, ScreenRequest request, ModelPackage model) {}
