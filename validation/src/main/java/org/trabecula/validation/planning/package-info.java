/**
 * How many subjects a study needs for an interval of given width.
 *
 * <p>Units in force: shares in [0, 1].
 */
@NullMarked
package org.trabecula.validation.planning;

import org.jspecify.annotations.NullMarked;
