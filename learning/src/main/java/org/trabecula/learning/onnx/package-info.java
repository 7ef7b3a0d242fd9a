/**
 * Writes a network and its weights as an ONNX graph that any runtime opens, and reads them back.
 *
 * <p>Units in force: those of the network's values.
 */
@NullMarked
package org.trabecula.learning.onnx;

import org.jspecify.annotations.NullMarked;
