package io.haidang.gateway.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

/** A provider that says what a test wants it to say. */
public final class HostileProvider implements AutoCloseable {

  public static final String CLIENT = "haidang";

  /** Made once: it takes as long as all the rest of a test. */
  private static final RSAKey FIRST = key("first");

  private final HttpServer server;
  private RSAKey key = FIRST;
  private RSAKey published = key;
  private UnaryOperator<JWTClaimsSet.Builder> claims = builder -> builder;
  private boolean unsigned;
  private String issuer;
  private String tokenEndpoint;
  private String form = "";
  private String nonce = "";
  private int keyRequests;

  public HostileProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    issuer = address();
    tokenEndpoint = address() + "/token";
    server.createContext("/.well-known/openid-configuration", this::discovery);
    server.createContext("/jwks", this::keys);
    server.createContext("/token", this::token);
    server.start();
  }

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public URI issuer() {
    return URI.create(address());
  }

  /** What the next ID token says; nonce and time are right before. */
  public void saying(UnaryOperator<JWTClaimsSet.Builder> wanted) {
    claims = wanted;
  }

  void unsigned() {
    unsigned = true;
  }

  /** Signs with another key from now on. */
  void rotate(boolean publish) {
    key = key("another");
    if (publish) {
      published = key;
    }
  }

  void callingItself(String other) {
    issuer = other;
  }

  void sendingCodesTo(String other) {
    tokenEndpoint = other;
  }

  /** What the last code came with. */
  String form() {
    return form;
  }

  int keyRequests() {
    return keyRequests;
  }

  private void discovery(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        "{\"issuer\":\""
            + issuer
            + "\",\"authorization_endpoint\":\""
            + address()
            + "/authorize\",\"token_endpoint\":\""
            + tokenEndpoint
            + "\",\"jwks_uri\":\""
            + address()
            + "/jwks\",\"end_session_endpoint\":\""
            + address()
            + "/end\",\"response_types_supported\":[\"code\"],\"subject_types_supported\":[\"public\"],"
            + "\"id_token_signing_alg_values_supported\":[\"RS256\"]}");
  }

  private void keys(HttpExchange exchange) throws IOException {
    keyRequests++;
    answer(exchange, new JWKSet(published.toPublicJWK()).toString());
  }

  /** What the browser brought along. */
  public void visited(URI address) {
    nonce = parameter(address.getRawQuery(), "nonce");
  }

  public static String parameter(String query, String name) {
    for (String field : query.split("&", -1)) {
      if (field.startsWith(name + "=")) {
        return URLDecoder.decode(field.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  private void token(HttpExchange exchange) throws IOException {
    form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    answer(
        exchange,
        "{\"access_token\":\"unused\",\"token_type\":\"Bearer\",\"id_token\":\""
            + idToken()
            + "\"}");
  }

  private String idToken() {
    JWTClaimsSet set =
        claims
            .apply(
                new JWTClaimsSet.Builder()
                    .issuer(address())
                    .audience(List.of(CLIENT))
                    .subject("subject-1")
                    .claim("nonce", nonce)
                    .claim("preferred_username", "lan")
                    .claim("name", "Nguyễn Thị Lan")
                    .claim("groups", List.of("writers"))
                    .issueTime(Date.from(Instant.now()))
                    .expirationTime(Date.from(Instant.now().plusSeconds(300))))
            .build();
    if (unsigned) {
      return new PlainJWT(set).serialize();
    }
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), set);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
