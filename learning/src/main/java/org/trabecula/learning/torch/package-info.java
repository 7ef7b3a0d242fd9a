/**
 * The libtorch side: the only package that loads its native code, and only when first used.
 *
 * <p>Units in force: those of the network's values.
 */
@NullMarked
package org.trabecula.learning.torch;

import org.jspecify.annotations.NullMarked;
