package io.haidang.models;

/**
 * Names a configured model, such as {@code bundled/vi-en}.
 *
 * @param value letters, digits and {@code . _ - /}; never blank
 */
public record ModelId(String value) {

  public ModelId {
    if (!value.matches("[A-Za-z0-9._/-]+")) {
      throw new IllegalArgumentException(
          "model.id: " + value + " (expected: letters, digits and . _ - /)");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
