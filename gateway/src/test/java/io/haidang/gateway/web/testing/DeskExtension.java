package io.haidang.gateway.web.testing;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One running desk for each test class. */
public final class DeskExtension implements BeforeAllCallback, AfterAllCallback {

  private @Nullable RunningDesk desk;

  @Override
  public void beforeAll(ExtensionContext context) {
    desk = RunningDesk.start();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    desk().close();
  }

  public RunningDesk desk() {
    if (desk == null) {
      throw new IllegalStateException("desk: not started (expected: inside a test)");
    }
    return desk;
  }
}
