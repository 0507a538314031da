package io.haidang.gateway.web;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.oidc.OidcSignIn;
import io.haidang.gateway.oidc.OidcSignIn.Arrival;
import io.haidang.gateway.oidc.OidcSignIn.Departure;
import io.haidang.gateway.web.kit.BrowserCookies;
import io.haidang.gateway.web.kit.LocalPath;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import java.net.URI;

/** To the provider and back: a link on the page for signing in, and where the provider leads. */
final class ProviderPages {

  static final String BEGIN = "/sign-in/provider";
  static final String CALLBACK = "/sign-in/provider/callback";

  private final OidcSignIn provider;
  private final Entrance entrance;
  private final SignInPage signIn;

  ProviderPages(OidcSignIn provider, Entrance entrance, SignInPage signIn) {
    this.provider = provider;
    this.entrance = entrance;
    this.signIn = signIn;
  }

  Reply begin(Visit visit) {
    WebRequest request = visit.request();
    try {
      Departure departure =
          provider.depart(
              URI.create(request.origin() + CALLBACK), LocalPath.of(request.parameter("next")));
      return Reply.redirect(departure.address().toString())
          .with(BrowserCookies.temporary(request, BrowserCookies.DEPARTED, departure.browser()));
    } catch (GatewayException e) {
      return refused(visit, e);
    }
  }

  /** With a new session, whatever session the browser had. */
  Reply callback(Visit visit) {
    WebRequest request = visit.request();
    try {
      Arrival arrival =
          provider.arrive(
              request.parameter("code"),
              request.parameter("state"),
              request.cookie(BrowserCookies.DEPARTED).orElse(""));
      Visit admitted = entrance.admit(visit, arrival.account());
      return Entrance.remembered(admitted, Reply.redirect(LocalPath.of(arrival.next())))
          .with(BrowserCookies.removed(request, BrowserCookies.DEPARTED))
          .with(BrowserCookies.temporary(request, BrowserCookies.PROVIDER, "yes"));
    } catch (GatewayException e) {
      return refused(visit, e).with(BrowserCookies.removed(request, BrowserCookies.DEPARTED));
    }
  }

  private Reply refused(Visit visit, GatewayException e) {
    if (e.code() != ErrorCode.WRONG_CREDENTIALS) {
      throw e;
    }
    return signIn.refused(visit, 401, visit.texts().get("sign-in.provider.refused"));
  }
}
