package io.haidang.gateway.web.testing;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.engine.EngineSettings;
import io.haidang.gateway.node.Gateway;
import io.haidang.gateway.oidc.OidcSettings;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestConfig;
import io.haidang.gateway.testing.TestFolders;
import io.haidang.translation.review.Role;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * A whole gateway with the bundled model on a free port, an empty database, and people with known
 * passwords.
 *
 * <p><b>Owns:</b> gateway and folder, until {@link #close}.
 */
public final class RunningDesk implements AutoCloseable {

  public static final String PASSWORD = "mật khẩu của bài thử";

  private final Path folder;
  private final Gateway gateway;

  private RunningDesk(Path folder, Gateway gateway) {
    this.folder = folder;
    this.gateway = gateway;
  }

  /**
   * Starts with {@code lan} (writes), {@code minh} (reviews), {@code hoa} (does both), and {@code
   * mai} and {@code nam} (keep the official names), and {@code son} (keeps accounts).
   */
  public static RunningDesk start() {
    return start(EngineSettings.LOCAL_ONLY);
  }

  /** Starts with services beside the bundled model. */
  public static RunningDesk start(EngineSettings engines) {
    return staffed(unclaimed(engines, Optional.empty()));
  }

  /** Starts with a provider at which people sign in, too. */
  public static RunningDesk start(OidcSettings provider) {
    return staffed(unclaimed(EngineSettings.LOCAL_ONLY, Optional.of(provider)));
  }

  private static RunningDesk staffed(RunningDesk desk) {
    desk.hire("lan", "Nguyễn Thị Lan", Role.EDITOR);
    desk.hire("minh", "Trần Quang Minh", Role.REVIEWER);
    desk.hire("hoa", "Phạm Thanh Hoa", Role.EDITOR, Role.REVIEWER);
    desk.hire("mai", "Lê Thị Mai", Role.TERMINOLOGIST);
    desk.hire("nam", "Vũ Hoài Nam", Role.TERMINOLOGIST);
    desk.hire("son", "Đỗ Hồng Sơn", Role.ADMIN);
    return desk;
  }

  /** Starts with nobody. */
  public static RunningDesk unclaimed() {
    return unclaimed(EngineSettings.LOCAL_ONLY, Optional.empty());
  }

  private static RunningDesk unclaimed(EngineSettings engines, Optional<OidcSettings> provider) {
    Path folder = TestFolders.withNames();
    Gateway gateway =
        Gateway.start(
            TestConfig.in(folder).with(engines).with(provider).build(), TestAccount.CHEAP);
    return new RunningDesk(folder, gateway);
  }

  /** The folder that holds everything, docs included. */
  public static Path repository() {
    return Path.of(System.getProperty("haidang.repository"));
  }

  private Account hire(String login, String name, Role... roles) {
    return gateway
        .accounts()
        .create(login, name, Office.FIRST, PASSWORD, EnumSet.copyOf(List.of(roles)));
  }

  /** Where the first administrator chooses a password. */
  public Optional<String> setupAddress() {
    return gateway.setupAddress();
  }

  public String address() {
    return gateway.address();
  }

  @Override
  public void close() {
    gateway.close();
    TestFolders.delete(folder);
  }
}
