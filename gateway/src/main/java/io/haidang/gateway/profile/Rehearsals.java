package io.haidang.gateway.profile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.haidang.gateway.auth.ApiKey;
import io.haidang.gateway.http.dialect.DialectException;
import io.haidang.gateway.http.kit.Blocking;
import io.haidang.gateway.http.kit.Rehearsal;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** The sessions of DeepL's own mock server, by its headers. */
final class Rehearsals implements Rehearsal {

  private static final String SCHEME = "DeepL-Auth-Key ";
  private static final RehearsedSession NONE =
      new RehearsedSession(MultiMap.caseInsensitiveMultiMap());

  private final RehearsedAccounts accounts;
  private final Cache<String, RehearsedSession> sessions =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(Duration.ofMinutes(10)).build();

  Rehearsals(RehearsedAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public void precede(Route all, Blocking blocking) {
    all.handler(request -> play(request, session(request.request().headers()), blocking));
  }

  /** Headers are copied: those of a request are gone after it. */
  private RehearsedSession session(MultiMap headers) {
    String id = headers.get(RehearsedSession.HEADER);
    return id == null
        ? NONE
        : sessions.get(
            id, key -> new RehearsedSession(MultiMap.caseInsensitiveMultiMap().setAll(headers)));
  }

  private void play(RoutingContext request, RehearsedSession session, Blocking blocking) {
    String path = request.request().path();
    boolean writes = path.contains("/translate") || path.endsWith("/rephrase");
    if (session.leavesUnanswered()) {
      return; // Until the client or the server loses patience.
    }
    if (session.expectsProxy() && request.request().getHeader("Forwarded") == null) {
      request.fail(DialectException.badRequest("Expected a request via proxy."));
    } else if (session.fails()) {
      request.fail(DialectException.of(session.fault(), "A fault that was asked for"));
    } else if (writes && session.refuses()) {
      request.fail(DialectException.of(429, "Too many requests, as was asked for"));
    } else {
      admit(request, session, blocking);
    }
  }

  private void admit(RoutingContext request, RehearsedSession session, Blocking blocking) {
    String header = request.request().getHeader("Authorization");
    String key =
        header != null && header.startsWith(SCHEME) ? header.substring(SCHEME.length()) : "";
    if (accounts.isKnown(key)) {
      request.next();
      return;
    }
    request.request().pause(); // What comes before somebody reads it would be lost.
    blocking
        .run(
            () -> {
              accounts.make(key, session);
              return key;
            })
        .onFailure(request::fail)
        .onSuccess(made -> request.next());
  }

  @Override
  public Duration queueing(MultiMap headers) {
    return session(headers).queueing();
  }

  @Override
  public Duration translating(MultiMap headers) {
    return session(headers).translating();
  }

  @Override
  public boolean failsDocument(MultiMap headers) {
    return session(headers).failsDocument();
  }

  @Override
  public boolean isTeam(ApiKey key) {
    return accounts.isTeam(key);
  }
}
