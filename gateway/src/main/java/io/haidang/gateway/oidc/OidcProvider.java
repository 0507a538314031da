package io.haidang.gateway.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The provider as the protocol has it: what it says of itself (OpenID Connect Discovery 1.0), its
 * keys, and one exchange of a code for an ID token (Core 1.0, section 3.1; PKCE, RFC 7636). Nothing
 * is asked of it before somebody wants to sign in; no redirect is followed, and every address that
 * it names has to be over TLS, unless it is on this machine itself.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> for a limited time.
 */
final class OidcProvider {

  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 10_000;
  private static final int MOST_BYTES = 256 << 10;

  /** How far clocks may be apart. */
  private static final Duration SKEW = Duration.ofSeconds(60);

  /**
   * Signatures with a key pair; {@code none}, and secrets that both sides know, are none of them.
   */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private final OidcSettings settings;
  private final DefaultResourceRetriever retriever =
      new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MOST_BYTES);
  private volatile @Nullable Known known;

  OidcProvider(OidcSettings settings) {
    this.settings = settings;
  }

  /** What the provider has said of itself, and what holds its ID tokens against that. */
  private record Known(OIDCProviderMetadata metadata, IDTokenValidator validator) {}

  /** The provider could not be asked, or did not answer as the protocol has it. */
  static final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }

  /** Where the browser goes. */
  URI authorization(URI callback, String state, String nonce, String verifier) throws Unusable {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE,
            new Scope("openid", "profile"),
            new ClientID(settings.client()),
            callback)
        .endpointURI(safe(known().metadata().getAuthorizationEndpointURI()))
        .state(new State(state))
        .nonce(new Nonce(nonce))
        .codeChallenge(new CodeVerifier(verifier), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /** Who comes back with a code. */
  IDTokenClaimsSet claims(String code, URI callback, String nonce, String verifier)
      throws Unusable {
    Known provider = known();
    try {
      HTTPRequest request =
          request(
              safe(provider.metadata().getTokenEndpointURI()),
              new AuthorizationCodeGrant(
                  new AuthorizationCode(code), callback, new CodeVerifier(verifier)));
      request.setFollowRedirects(false);
      request.setConnectTimeout(CONNECT_MILLIS);
      request.setReadTimeout(READ_MILLIS);
      var answer = OIDCTokenResponseParser.parse(request.send());
      if (!answer.indicatesSuccess()) {
        throw new Unusable("code: refused by the provider");
      }
      OIDCTokenResponse tokens = (OIDCTokenResponse) answer.toSuccessResponse();
      return provider.validator().validate(tokens.getOIDCTokens().getIDToken(), new Nonce(nonce));
    } catch (IOException | ParseException | BadJOSEException | JOSEException e) {
      throw new Unusable("id token: " + e.getClass().getSimpleName());
    }
  }

  private HTTPRequest request(URI endpoint, AuthorizationCodeGrant grant) {
    ClientID client = new ClientID(settings.client());
    return (settings.secret().isEmpty()
            ? new TokenRequest.Builder(endpoint, client, grant)
            : new TokenRequest.Builder(
                endpoint, new ClientSecretBasic(client, new Secret(settings.secret())), grant))
        .build()
        .toHTTPRequest();
  }

  /** Where the browser goes to sign out there, too; empty when the provider has no such place. */
  Optional<URI> endSession() throws Unusable {
    URI end = known().metadata().getEndSessionEndpointURI();
    return end == null ? Optional.empty() : Optional.of(safe(end));
  }

  /** Asked once; a provider that could not be asked is asked again by the next visit. */
  private Known known() throws Unusable {
    Known present = known;
    if (present == null) {
      present = discover();
      known = present;
    }
    return present;
  }

  private Known discover() throws Unusable {
    try {
      String issuer = settings.issuer().toString();
      String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
      OIDCProviderMetadata metadata =
          OIDCProviderMetadata.parse(
              retriever
                  .retrieveResource(new URL(base + "/.well-known/openid-configuration"))
                  .getContent());
      if (!metadata.getIssuer().getValue().equals(issuer)) {
        throw new Unusable("issuer: another one (expected: that of the settings)");
      }
      return new Known(metadata, validator(metadata));
    } catch (IOException | ParseException e) {
      throw new Unusable("discovery: " + e.getClass().getSimpleName());
    }
  }

  private IDTokenValidator validator(OIDCProviderMetadata metadata)
      throws Unusable, MalformedURLException {
    JWKSource<SecurityContext> keys =
        JWKSourceBuilder.create(safe(metadata.getJWKSetURI()).toURL(), retriever)
            .retrying(true)
            .build();
    IDTokenValidator validator =
        new IDTokenValidator(
            new Issuer(settings.issuer()),
            new ClientID(settings.client()),
            new JWSVerificationKeySelector<>(ALGORITHMS, keys),
            null);
    validator.setMaxClockSkew((int) SKEW.toSeconds());
    return validator;
  }

  private static URI safe(@Nullable URI address) throws Unusable {
    if (address == null || !OidcSettings.isSafe(address)) {
      throw new Unusable("address of the provider: unfit (expected: https://…)");
    }
    return address;
  }
}
