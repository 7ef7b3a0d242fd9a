/** One result as JSON, HTML, PNG. */
@NullMarked
package org.trabecula.report;

import org.jspecify.annotations.NullMarked;
