/**
 * What an image adds to what is known of a person anyway: a cross-validated study of a table of
 * films with a label, classes and covariates.
 *
 * <p>Units in force: those of the table; a T-score has none.
 */
@NullMarked
package org.trabecula.learning.labelled;

import org.jspecify.annotations.NullMarked;
