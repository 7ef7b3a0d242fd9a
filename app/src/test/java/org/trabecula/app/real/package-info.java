/**
 * What the starter model does on real radiographs, which stay outside the project.
 *
 * <p>The tests look for a folder {@code shared/data} beside the project, or at the system property
 * {@code trabecula.data}, and skip where there is none.
 */
@NullMarked
package org.trabecula.app.real;

import org.jspecify.annotations.NullMarked;
