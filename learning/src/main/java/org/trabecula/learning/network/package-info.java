/**
 * A neural network as data: layers, shapes, parameters; two interpreters read it, libtorch for
 * training and ONNX for serving.
 *
 * <p>Units in force: none; a value is a tensor whose first dimension is the batch.
 */
@NullMarked
package org.trabecula.learning.network;

import org.jspecify.annotations.NullMarked;
