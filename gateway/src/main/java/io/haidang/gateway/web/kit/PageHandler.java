package io.haidang.gateway.web.kit;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.QuietFault;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Sessions;
import io.haidang.gateway.auth.Sessions.WebSession;
import io.haidang.gateway.draft.Visibility;
import io.haidang.gateway.http.kit.Answers;
import io.haidang.gateway.http.kit.Blocking;
import io.haidang.gateway.http.kit.Download;
import io.haidang.gateway.http.kit.Reply;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out who asks, refuses forged forms, and runs a page where it may block. */
public final class PageHandler {

  /** The field of every form that proves where the form was made. */
  static final String TOKEN_FIELD = "token";

  private static final Logger LOG = LoggerFactory.getLogger(PageHandler.class);
  private static final int TOKEN_BYTES = 24;

  private final SecureRandom random = new SecureRandom();
  private final Sessions sessions;
  private final Visibility visibility;
  private final Blocking blocking;

  public PageHandler(Sessions sessions, Visibility visibility, Blocking blocking) {
    this.sessions = sessions;
    this.visibility = visibility;
    this.blocking = blocking;
  }

  /** For anybody. */
  Handler<RoutingContext> open(Page page) {
    return request -> run(request, visit -> page.answer(checked(visit)));
  }

  /** For those who are signed in; others sign in first and come back. */
  Handler<RoutingContext> signedIn(Page page) {
    return request ->
        run(
            request,
            visit ->
                visit.session().isEmpty() && !visit.request().isPost()
                    ? signInFirst(visit.request())
                    : page.answer(checked(admitted(visit))));
  }

  /** A file for those who are signed in; others sign in first and come back. */
  Handler<RoutingContext> download(Function<Account, Download> file) {
    return request -> {
      WebRequest asked = WebRequest.of(request);
      blocking
          .run(
              () ->
                  visit(asked)
                      .session()
                      .map(session -> new Made(session, file.apply(session.account()))))
          .onFailure(request::fail)
          .onSuccess(
              made ->
                  made.ifPresentOrElse(
                      ready -> {
                        by(request, ready.session());
                        ready.download().send(request, blocking);
                      },
                      () -> signInFirst(asked).send(request)));
    };
  }

  private record Made(WebSession session, Download download) {}

  /** Lets requests of those pass who are signed in, with what they send still unread. */
  void requireSession(RoutingContext request) {
    request.request().pause(); // What comes before somebody reads it would be lost.
    WebRequest asked = WebRequest.of(request);
    blocking
        .run(() -> asked.cookie(BrowserCookies.SESSION).flatMap(sessions::find).isPresent())
        .onFailure(request::fail)
        .onSuccess(
            known -> {
              if (known) {
                request.next();
              } else {
                request.fail(Visit.noSession());
              }
            });
  }

  /** Has a request of somebody who is signed in answered on its event loop. */
  void withSession(RoutingContext request, Consumer<WebSession> answer) {
    WebRequest asked = WebRequest.of(request);
    blocking
        .run(() -> asked.cookie(BrowserCookies.SESSION).flatMap(sessions::find))
        .map(
            found -> {
              WebSession session = found.orElseThrow(Visit::noSession);
              by(request, session);
              answer.accept(session);
              return found;
            })
        .onFailure(request::fail);
  }

  /** Whether a session has not been ended since. */
  boolean isSignedIn(WebSession session) {
    return sessions.find(session.token()).isPresent();
  }

  /**
   * A page about a failed request, for a stranger where who asks cannot be found out.
   *
   * @param asksWho whether to look; not worth while when the database is what has failed
   */
  public void failure(RoutingContext request, boolean asksWho, Page page) {
    WebRequest asked = WebRequest.of(request);
    blocking
        .run(() -> page.answer(asksWho ? visit(asked) : visit(asked, Optional.empty())))
        .recover(fault -> blocking.run(() -> page.answer(visit(asked, Optional.empty()))))
        .onSuccess(reply -> reply.send(request))
        .onFailure(
            fault -> {
              LOG.error("request {}: no error page", asked.id(), QuietFault.of(fault));
              request.response().setStatusCode(500).end(asked.id());
            });
  }

  private void run(RoutingContext request, Page page) {
    WebRequest asked = WebRequest.of(request);
    AtomicReference<@Nullable WebSession> session = new AtomicReference<>();
    blocking
        .run(
            () -> {
              Visit visit = visit(asked);
              visit.session().ifPresent(session::set);
              return page.answer(visit);
            })
        .onComplete(
            done -> Optional.ofNullable(session.get()).ifPresent(known -> by(request, known)))
        .onSuccess(reply -> reply.send(request))
        .onFailure(request::fail);
  }

  private static void by(RoutingContext request, WebSession session) {
    Answers.by(request, session.account());
  }

  private Visit visit(WebRequest request) {
    Optional<WebSession> session =
        request
            .cookie(BrowserCookies.SESSION)
            .flatMap(request.isByItself() ? sessions::find : sessions::use);
    return visit(request, session);
  }

  private Visit visit(WebRequest request, Optional<WebSession> session) {
    String token =
        session
            .map(WebSession::csrfToken)
            .or(() -> request.cookie(BrowserCookies.VISITOR).filter(value -> !value.isEmpty()))
            .orElseGet(this::newToken);
    return new Visit(request, Texts.of(Languages.of(request)), session, token);
  }

  private String newToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private Visit admitted(Visit visit) {
    visibility.requireAddress(visit.request().path(), visit.account());
    return visit;
  }

  private static Visit checked(Visit visit) {
    byte[] expected = visit.formToken().getBytes(StandardCharsets.UTF_8);
    byte[] given = visit.request().field(TOKEN_FIELD).getBytes(StandardCharsets.UTF_8);
    if (visit.request().isPost() && !MessageDigest.isEqual(expected, given)) {
      throw new GatewayException(
          ErrorCode.INVALID_CSRF_TOKEN, "form: too old (expected: one of this sign-in)");
    }
    return visit;
  }

  private static Reply signInFirst(WebRequest request) {
    String next = URLEncoder.encode(request.path(), StandardCharsets.UTF_8);
    String signIn = "/sign-in?next=" + next;
    return request.fragment()
        ? Reply.html("").with("HX-Redirect", "/sign-in")
        : Reply.redirect(signIn);
  }
}
