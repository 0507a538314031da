package io.haidang.gateway.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands letters to an SMTP server, each over a connection of its own.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> the server, for a limited
 * time.
 */
final class SmtpSender {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpSender.class);
  private static final String PATIENCE_MILLIS = "20000";
  private static final int FIRST_FINAL = 500;

  private final MailServer server;
  private final Session session;

  SmtpSender(MailServer server) {
    this.server = server;
    this.session = Session.getInstance(properties(server));
  }

  private static Properties properties(MailServer server) {
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", server.host());
    properties.setProperty("mail.smtp.port", String.valueOf(server.port()));
    properties.setProperty("mail.smtp.auth", String.valueOf(!server.user().isEmpty()));
    properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
    properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
    properties.setProperty("mail.smtp.quitwait", "false");
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    boolean isTls = server.security() == MailServer.Security.TLS;
    boolean isStarttls = server.security() == MailServer.Security.STARTTLS;
    properties.setProperty("mail.smtp.ssl.enable", String.valueOf(isTls));
    properties.setProperty("mail.smtp.starttls.enable", String.valueOf(isStarttls));
    properties.setProperty("mail.smtp.starttls.required", String.valueOf(isStarttls));
    return properties;
  }

  /**
   * Sends a letter once; whatever goes wrong is in the answer, and the words stay out of the log.
   */
  Outcome send(Errand errand, String address, LetterText text) {
    try (Transport transport = session.getTransport()) {
      Message message = message(errand, address, text);
      transport.connect(
          server.user().isEmpty() ? null : server.user(),
          server.user().isEmpty() ? null : server.password());
      transport.sendMessage(message, new Address[] {new InternetAddress(address, true)});
      return Outcome.TAKEN;
    } catch (MessagingException e) {
      LOG.info("letter {}: {}", errand.letter(), e.getClass().getSimpleName());
      return outcome(e);
    }
  }

  private Message message(Errand errand, String address, LetterText text)
      throws MessagingException {
    MimeMessage message = new Numbered(session, errand.letter(), domain());
    message.setFrom(new InternetAddress(server.from(), true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
    message.setSubject(text.subject(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(errand.createdAt()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setText(text.body(), StandardCharsets.UTF_8.name());
    message.saveChanges();
    return message;
  }

  private String domain() {
    return server.from().substring(server.from().indexOf('@') + 1);
  }

  private static Outcome outcome(MessagingException failure) {
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      if (cause instanceof SSLException) {
        return Outcome.NOT_TRUSTED;
      }
      if (cause instanceof AuthenticationFailedException) {
        return Outcome.NOT_ADMITTED;
      }
      if (cause instanceof SMTPAddressFailedException refused) {
        return answered(refused.getReturnCode());
      }
      if (cause instanceof SMTPSendFailedException refused && refused.getReturnCode() > 0) {
        return answered(refused.getReturnCode());
      }
    }
    boolean isOpen = String.valueOf(failure.getMessage()).contains("STARTTLS");
    return isOpen
        ? Outcome.NOT_TRUSTED
        : failure instanceof SendFailedException ? Outcome.PUT_OFF : Outcome.UNREACHABLE;
  }

  private static @Nullable Throwable next(Throwable failure) {
    return failure instanceof MessagingException mail && mail.getNextException() != null
        ? mail.getNextException()
        : failure.getCause();
  }

  private static Outcome answered(int code) {
    return code >= FIRST_FINAL ? Outcome.REFUSED : Outcome.PUT_OFF;
  }

  /** A message with the same id for each try, by which mailboxes know one that comes twice. */
  private static final class Numbered extends MimeMessage {

    private final UUID letter;
    private final String domain;

    Numbered(Session session, UUID letter, String domain) {
      super(session);
      this.letter = letter;
      this.domain = domain;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<letter-" + letter + "@" + domain + ">");
    }
  }
}
