/**
 * Runs networks with ONNX Runtime; the only package that knows of it. Tensors are dense float32,
 * row-major, without units.
 */
@NullMarked
package org.trabecula.screening.inference;

import org.jspecify.annotations.NullMarked;
