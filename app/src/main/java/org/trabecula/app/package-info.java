/** The command line; the only place that wires modules together. */
@NullMarked
package org.trabecula.app;

import org.jspecify.annotations.NullMarked;
