package io.haidang.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.events.Notifier;
import io.haidang.gateway.events.Occasion;
import io.haidang.gateway.inbox.Inbox;
import io.haidang.gateway.inbox.InboxSettings;
import io.haidang.gateway.inbox.MailAddress;
import io.haidang.gateway.inbox.Pace;
import io.haidang.gateway.inbox.Way;
import io.haidang.gateway.mail.MailServer.Security;
import io.haidang.gateway.outbox.RetryPlan;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestDatabase;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From what people are told to a real mail server, whatever that does; on every database. */
@OnEveryDatabase
class PostmanContractTest {

  private static final String SITE = "https://desk.example";
  private static final String PASSWORD = "mật khẩu";

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final Database database;
  private final Inbox inbox;
  private final Account editor;
  private final Drafted drafted;
  private final GreenMail mailbox = new GreenMail(setup(ServerSetup.PROTOCOL_SMTP));

  PostmanContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    database = store.database();
    inbox = new Inbox(database, clock);
    drafted = Drafted.in(database, target -> {}, clock);
    editor = drafted.editor();
    mailbox.start();
    mailbox.setUser("desk@office.example", "desk", PASSWORD);
  }

  @AfterEach
  void close() {
    mailbox.stop();
    store.close();
  }

  private static ServerSetup setup(String protocol) {
    return new ServerSetup(0, "127.0.0.1", protocol);
  }

  private MailServer server(Security security, String user, String password) {
    return new MailServer(
        "127.0.0.1",
        mailbox.getSmtp().getPort(),
        security,
        user,
        password,
        "desk@office.example",
        SITE + "/");
  }

  private Postman postman(MailServer server) {
    return new Postman(database, server, new RetryPlan(RetryPlan.PAUSES, () -> 0.5), clock);
  }

  private void run() {
    postman(server(Security.NONE, "desk", PASSWORD)).run();
  }

  private void wantsLetters(Pace pace, Locale language) {
    inbox.choose(
        editor,
        new InboxSettings(
            Map.of(Occasion.APPROVED, Way.MAIL, Occasion.MENTIONED, Way.MAIL),
            new MailAddress("lan@office.example", pace, language)));
  }

  private Target text(String title, Sensitivity sensitivity) {
    return drafted.submit(title, "Cảng Hải Phòng.", sensitivity, "en").get(0);
  }

  private void tell(Occasion occasion, Target target) {
    database
        .jdbi()
        .useTransaction(
            handle ->
                Notifier.tell(
                    handle,
                    occasion,
                    editor.id(),
                    target.id(),
                    null,
                    "Tên\r\nBcc: x@evil.example",
                    clock.instant()));
  }

  private List<Letter> letters() {
    return database.jdbi().withHandle(handle -> LetterTable.page(handle, null, 0, 50));
  }

  private static String body(MimeMessage message) {
    try {
      return String.valueOf(message.getContent()).replace("\r\n", "\n");
    } catch (IOException | jakarta.mail.MessagingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void notifications_ofOneMinute_comeInOneLetterWithLinksAndNoText() throws Exception {
    wantsLetters(Pace.AT_ONCE, Locale.ENGLISH);
    tell(Occasion.APPROVED, text("Tin công khai", Sensitivity.PUBLIC));
    tell(Occasion.MENTIONED, text("Tin nội bộ", Sensitivity.INTERNAL));
    run();
    assertThat(mailbox.getReceivedMessages()).isEmpty();
    clock.tick(Duration.ofMinutes(2));

    run();
    run();

    assertThat(mailbox.getReceivedMessages()).hasSize(1);
    MimeMessage letter = mailbox.getReceivedMessages()[0];
    assertThat(letter.getAllRecipients())
        .extracting(String::valueOf)
        .containsExactly("lan@office.example");
    assertThat(letter.getSubject()).isEqualTo("Hải Đăng: 2 notifications");
    assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(letter.getContentType()).startsWith("text/plain");
    assertThat(body(letter))
        .contains("A text of yours was approved: Tin công khai\n")
        .contains("You were mentioned in a comment\n")
        .contains(SITE + "/inbox/")
        .doesNotContain("nội bộ", "Cảng", "evil", "Tên");
    assertThat(letters()).extracting(Letter::state).containsExactly(Letter.State.SENT);
  }

  @Test
  void letter_inVietnamese_keepsEveryMark() throws Exception {
    wantsLetters(Pace.AT_ONCE, Locale.forLanguageTag("vi"));
    tell(Occasion.APPROVED, text("Hải Phòng đón khách", Sensitivity.PUBLIC));
    clock.tick(Duration.ofMinutes(2));

    run();

    MimeMessage letter = mailbox.getReceivedMessages()[0];
    assertThat(letter.getSubject()).isEqualTo("Hải Đăng: Một văn bản của bạn đã được duyệt");
    assertThat(body(letter)).contains("đã được duyệt: Hải Phòng đón khách\n");
  }

  @Test
  void title_withLineEnds_addsNoHeaderAndNoLine() throws Exception {
    wantsLetters(Pace.AT_ONCE, Locale.ENGLISH);
    Target target = text("Tin", Sensitivity.PUBLIC);
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "update asset set title = ?",
                    "Tin\r\nBcc: all@evil.example\r\n\r\n.\r\nMAIL FROM:<x@evil.example>"));
    tell(Occasion.APPROVED, target);
    clock.tick(Duration.ofMinutes(2));

    run();

    assertThat(mailbox.getReceivedMessages()).hasSize(1);
    MimeMessage letter = mailbox.getReceivedMessages()[0];
    assertThat(letter.getHeader("Bcc")).isNull();
    assertThat(letter.getAllRecipients()).hasSize(1);
    assertThat(body(letter)).contains("approved: Tin Bcc: all@evil.example . MAIL FROM");
  }

  @Test
  void notification_readInThePages_isNotMailed() {
    wantsLetters(Pace.AT_ONCE, Locale.ENGLISH);
    tell(Occasion.APPROVED, text("Tin", Sensitivity.PUBLIC));
    inbox.open(editor, inbox.page(editor, true, 0, 1).get(0).id());
    clock.tick(Duration.ofMinutes(2));

    run();

    assertThat(letters()).isEmpty();
  }

  @Test
  void daily_lettersWaitForTheMorning() {
    wantsLetters(Pace.DAILY, Locale.ENGLISH);
    tell(Occasion.APPROVED, text("Tin", Sensitivity.PUBLIC));
    clock.tick(Duration.ofMinutes(2));
    run();
    assertThat(letters()).isEmpty();

    clock.tick(Duration.ofDays(1));
    run();

    assertThat(mailbox.getReceivedMessages()).hasSize(1);
  }

  @Test
  void occasion_wantedInThePagesAlone_isNotMailed() {
    wantsLetters(Pace.AT_ONCE, Locale.ENGLISH);
    tell(Occasion.STALE, text("Tin", Sensitivity.PUBLIC));
    clock.tick(Duration.ofDays(2));

    run();

    assertThat(letters()).isEmpty();
  }

  @Test
  void server_thatIsAway_getsTheSameLetterLater() throws Exception {
    wantsLetters(Pace.AT_ONCE, Locale.ENGLISH);
    tell(Occasion.APPROVED, text("Tin", Sensitivity.PUBLIC));
    clock.tick(Duration.ofMinutes(2));
    MailServer away =
        new MailServer("127.0.0.1", 1, Security.NONE, "", "", "desk@office.example", SITE);
    postman(away).run();
    assertThat(letters().get(0).outcome()).isEqualTo(Outcome.UNREACHABLE);
    run();
    assertThat(mailbox.getReceivedMessages()).isEmpty();
    clock.tick(Duration.ofMinutes(1));

    run();

    assertThat(mailbox.getReceivedMessages()).hasSize(1);
    assertThat(mailbox.getReceivedMessages()[0].getMessageID())
        .isEqualTo("<letter-" + letters().get(0).id() + "@office.example>");
  }

  @Test
  void letter_triedTooOften_isDeadUntilSomebodyAsks() {
    wantsLetters(Pace.AT_ONCE, Locale.ENGLISH);
    tell(Occasion.APPROVED, text("Tin", Sensitivity.PUBLIC));
    clock.tick(Duration.ofMinutes(2));
    Postman away =
        postman(new MailServer("127.0.0.1", 1, Security.NONE, "", "", "d@office.example", SITE));
    for (int i = 0; i <= RetryPlan.PAUSES.size(); i++) {
      away.run();
      clock.tick(Duration.ofDays(1));
    }
    Letter dead = letters().get(0);
    assertThat(dead.state()).isEqualTo(Letter.State.DEAD);
    assertThat(dead.tries()).isEqualTo(10);

    database.jdbi().useHandle(handle -> LetterTable.replay(handle, dead.id(), clock.instant()));
    run();

    assertThat(letters()).extracting(Letter::state).containsExactly(Letter.State.SENT);
  }

  @Test
  void password_thatIsWrong_isTold() {
    assertThat(outcome(server(Security.NONE, "desk", "sai"))).isEqualTo(Outcome.NOT_ADMITTED);
  }

  @Test
  void server_thatCannotBePrivate_getsNothing() {
    assertThat(outcome(server(Security.STARTTLS, "desk", PASSWORD))).isEqualTo(Outcome.NOT_TRUSTED);
    assertThat(mailbox.getReceivedMessages()).isEmpty();
  }

  @Test
  void server_withACertificateOfItsOwn_getsNothing() {
    GreenMail stranger = new GreenMail(setup(ServerSetup.PROTOCOL_SMTPS));
    stranger.start();
    try {
      MailServer server =
          new MailServer(
              "127.0.0.1",
              stranger.getSmtps().getPort(),
              Security.TLS,
              "desk",
              PASSWORD,
              "desk@office.example",
              SITE);
      assertThat(outcome(server)).isEqualTo(Outcome.NOT_TRUSTED);
      assertThat(stranger.getReceivedMessages()).isEmpty();
    } finally {
      stranger.stop();
    }
  }

  private Outcome outcome(MailServer server) {
    wantsLetters(Pace.AT_ONCE, Locale.ENGLISH);
    tell(Occasion.APPROVED, text("Tin", Sensitivity.PUBLIC));
    clock.tick(Duration.ofMinutes(2));
    postman(server).run();
    Outcome outcome = letters().get(0).outcome();
    return Objects.requireNonNull(outcome);
  }

  @Test
  void address_takenBack_letterIsNotWanted() {
    wantsLetters(Pace.AT_ONCE, Locale.ENGLISH);
    tell(Occasion.APPROVED, text("Tin", Sensitivity.PUBLIC));
    inbox.choose(editor, InboxSettings.USUAL);
    clock.tick(Duration.ofMinutes(2));

    run();

    assertThat(letters().get(0).outcome()).isEqualTo(Outcome.NOT_WANTED);
    assertThat(mailbox.getReceivedMessages()).isEmpty();
  }

  @Test
  void letter_ofLongAgo_isForgotten() {
    wantsLetters(Pace.AT_ONCE, Locale.ENGLISH);
    tell(Occasion.APPROVED, text("Tin", Sensitivity.PUBLIC));
    clock.tick(Duration.ofMinutes(2));
    run();
    clock.tick(Duration.ofDays(31));

    postman(MailServer.OFF).tidy();

    assertThat(letters()).isEmpty();
    assertThat(inbox.count(editor, false)).isEqualTo(1);
  }

  @Test
  void news_olderThanTheServer_isNotMailed() {
    wantsLetters(Pace.AT_ONCE, Locale.ENGLISH);
    tell(Occasion.APPROVED, text("Tin", Sensitivity.PUBLIC));
    clock.tick(Duration.ofDays(4));

    run();

    assertThat(letters()).isEmpty();
  }
}
