package io.haidang.gateway.config;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.inbox.MailAddress;
import io.haidang.gateway.mail.MailServer;
import io.haidang.gateway.mail.MailServer.Security;

/** Reads {@code mail.*}; without a host the rest says nothing. */
final class MailReader {

  private MailReader() {}

  static MailServer read(Settings settings, SecretReader secrets) {
    String host = settings.text(Setting.MAIL_HOST);
    if (host.isEmpty()) {
      return MailServer.OFF;
    }
    return new MailServer(
        host,
        settings.number(Setting.MAIL_PORT, 1, 65_535),
        security(settings),
        settings.text(Setting.MAIL_USER),
        settings.secret(Setting.MAIL_PASSWORD, secrets),
        settings.fit(Setting.MAIL_FROM, MailAddress::isAddress),
        settings.fit(Setting.MAIL_SITE, MailServer::isSite));
  }

  private static Security security(Settings settings) {
    String name = settings.fit(Setting.MAIL_SECURITY, MailReader::isSecurity);
    return isSecurity(name) ? PublicName.constant(Security.class, name) : Security.STARTTLS;
  }

  private static boolean isSecurity(String name) {
    for (Security security : Security.values()) {
      if (PublicName.of(security).equals(name)) {
        return true;
      }
    }
    return false;
  }
}
