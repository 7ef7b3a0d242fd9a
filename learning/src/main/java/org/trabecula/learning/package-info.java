/** Network description, training, evaluation and ONNX export. */
@NullMarked
package org.trabecula.learning;

import org.jspecify.annotations.NullMarked;
