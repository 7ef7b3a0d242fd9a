/** The main job: from a canonical view to a density estimate and a call, or a refusal. */
@NullMarked
package org.trabecula.screening;

import org.jspecify.annotations.NullMarked;
