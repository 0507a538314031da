package io.haidang.models.onnx;

import io.haidang.models.internal.JsonFile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The kinds of model that are decoded, by {@code model_type} of {@code config.json}. */
enum Architecture {
  MARIAN,
  /** M2M100 and NLLB. */
  M2M_100,
  BART,
  /** mBART-25 and mBART-50. */
  MBART,
  T5,
  MT5;

  static Architecture of(JsonFile config) {
    String type = config.text("model_type");
    return Arrays.stream(values())
        .filter(architecture -> architecture.type().equals(type))
        .findFirst()
        .orElseThrow(() -> config.fault("model_type", type, "one of " + types()));
  }

  private String type() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static List<String> types() {
    return Arrays.stream(values()).map(Architecture::type).toList();
  }

  /** Whether T5's names are used in {@code config.json}; BART's are otherwise. */
  boolean isT5() {
    return this == T5 || this == MT5;
  }

  /** Whether an output begins with a token that stands for its language. */
  boolean namesTarget() {
    return this == M2M_100 || this == MBART;
  }
}
