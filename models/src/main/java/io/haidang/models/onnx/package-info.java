/** Encoder-decoder models on ONNX Runtime: sessions, tensors, decoding. */
@NullMarked
package io.haidang.models.onnx;

import org.jspecify.annotations.NullMarked;
