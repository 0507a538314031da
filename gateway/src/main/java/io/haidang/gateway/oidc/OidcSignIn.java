package io.haidang.gateway.oidc;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Identities;
import io.haidang.gateway.auth.Identity;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.auth.Secrets;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.Role;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signing in at the provider: a visit begins here, goes there, and comes back once, to the browser
 * that began it, within {@link #LIFE}. Visits are in SQL, so that any node takes any return.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL and calls of the provider;
 * never call it on an event loop.
 */
public final class OidcSignIn {

  /** How long a person may take at the provider. */
  public static final Duration LIFE = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);

  private final OidcSettings settings;
  private final OidcProvider provider;
  private final Identities identities;
  private final Database database;
  private final Clock clock;

  public OidcSignIn(OidcSettings settings, Identities identities, Database database, Clock clock) {
    this.settings = settings;
    this.provider = new OidcProvider(settings);
    this.identities = identities;
    this.database = database;
    this.clock = clock;
  }

  /**
   * A visit that begins.
   *
   * @param address where the browser goes
   * @param browser the secret that it has to bring back in a cookie
   */
  public record Departure(URI address, String browser) {}

  /** A person who has come back, and where they wanted to go. */
  public record Arrival(Account account, String next) {}

  private record Visit(String nonce, String verifier, String callback, String next) {}

  /** The provider's host, to be named on the button. */
  public String host() {
    return settings.issuer().getHost();
  }

  /**
   * Begins a visit.
   *
   * @param callback where the provider sends the browser back
   * @param next where the person wants to go afterwards, a path of this server
   * @throws GatewayException {@code wrong-credentials} when the provider cannot be used
   */
  public Departure depart(URI callback, String next) {
    String state = Secrets.random();
    String browser = Secrets.random();
    String nonce = Secrets.random();
    String verifier = Secrets.random();
    try {
      URI address = provider.authorization(callback, state, nonce, verifier);
      database
          .jdbi()
          .useTransaction(
              handle -> {
                handle.execute("delete from oidc_visit where expires_at < ?", now());
                handle.execute(
                    "insert into oidc_visit (state, browser, nonce, verifier, callback, next_path,"
                        + " expires_at) values (?, ?, ?, ?, ?, ?, ?)",
                    Secrets.digest(state),
                    Secrets.digest(browser),
                    nonce,
                    verifier,
                    callback.toString(),
                    next,
                    now().plus(LIFE));
              });
      return new Departure(address, browser);
    } catch (OidcProvider.Unusable e) {
      throw refused(e);
    }
  }

  /**
   * Ends a visit.
   *
   * @param browser what its cookie holds; empty without one
   * @throws GatewayException {@code wrong-credentials} for whatever is not as it began here, and
   *     for a person without an open account
   */
  public Arrival arrive(String code, String state, String browser) {
    Visit visit = take(state, browser).orElseThrow(OidcSignIn::unknown);
    if (code.isEmpty()) {
      throw unknown();
    }
    try {
      IDTokenClaimsSet claims =
          provider.claims(code, URI.create(visit.callback()), visit.nonce(), visit.verifier());
      return new Arrival(identities.account(identity(claims), settings.makes()), visit.next());
    } catch (OidcProvider.Unusable e) {
      throw refused(e);
    }
  }

  /** A state is taken once, right or wrong. */
  private Optional<Visit> take(String state, String browser) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              Optional<Visit> visit =
                  handle
                      .createQuery(
                          "select * from oidc_visit where state = :state and browser = :browser"
                              + " and expires_at >= :now for update")
                      .bind("state", Secrets.digest(state))
                      .bind("browser", Secrets.digest(browser))
                      .bind("now", now())
                      .map(
                          (row, context) ->
                              new Visit(
                                  row.getString("nonce"),
                                  row.getString("verifier"),
                                  row.getString("callback"),
                                  row.getString("next_path")))
                      .findOne();
              handle.execute("delete from oidc_visit where state = ?", Secrets.digest(state));
              return visit;
            });
  }

  private Identity identity(IDTokenClaimsSet claims) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    List<String> groups = claims.getStringListClaim(settings.groupsClaim());
    if (groups != null) {
      groups.forEach(group -> roles.addAll(settings.roles().getOrDefault(group, Set.of())));
    }
    if (!settings.roles().isEmpty() && roles.isEmpty()) {
      throw new GatewayException(
          ErrorCode.WRONG_CREDENTIALS, "groups: none of the desk (expected: one of oidc.roles)");
    }
    return new Identity(
        settings.issuer().toString(),
        claims.getSubject().getValue(),
        text(claims, settings.loginClaim()),
        text(claims, "name"),
        office(claims),
        roles);
  }

  private Office office(IDTokenClaimsSet claims) {
    String name = settings.officeClaim().isEmpty() ? "" : text(claims, settings.officeClaim());
    return Office.isName(name) ? new Office(name) : settings.office();
  }

  private static String text(IDTokenClaimsSet claims, String name) {
    String text = claims.getStringClaim(name);
    return text == null ? "" : text;
  }

  /** Where the browser signs out at the provider, too; empty when it cannot. */
  public Optional<URI> signOut(URI back) {
    try {
      return provider
          .endSession()
          .map(
              end ->
                  URI.create(
                      end
                          + (end.getQuery() == null ? "?" : "&")
                          + "client_id="
                          + encoded(settings.client())
                          + "&post_logout_redirect_uri="
                          + encoded(back.toString())));
    } catch (OidcProvider.Unusable e) {
      return Optional.empty();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static GatewayException unknown() {
    return new GatewayException(
        ErrorCode.WRONG_CREDENTIALS, "visit: unknown, used or too old (expected: one begun here)");
  }

  private static GatewayException refused(OidcProvider.Unusable failure) {
    LOG.warn("sign-in at the provider: {}", failure.getMessage());
    return new GatewayException(ErrorCode.WRONG_CREDENTIALS, String.valueOf(failure.getMessage()));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
