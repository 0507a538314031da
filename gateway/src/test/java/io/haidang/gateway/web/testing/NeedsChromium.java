package io.haidang.gateway.web.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Passes tests over where there is no browser; a build server has to have one. */
public final class NeedsChromium implements BeforeEachCallback {

  @Override
  public void beforeEach(ExtensionContext context) {
    if (System.getenv("CI") == null) {
      Assumptions.assumeTrue(Chromium.isInstalled(), "Debian's chromium is not installed");
    }
    assertThat(Chromium.isInstalled()).as("chromium and chromium-driver in /usr/bin").isTrue();
  }
}
