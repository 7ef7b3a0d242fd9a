/** Agreement and diagnostic-accuracy statistics. */
@NullMarked
package org.trabecula.validation;

import org.jspecify.annotations.NullMarked;
