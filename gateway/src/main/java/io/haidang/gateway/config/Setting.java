package io.haidang.gateway.config;

import io.haidang.gateway.cluster.ClusterSettings;
import io.haidang.gateway.traces.TraceSettings;
import java.util.Locale;

/**
 * Everything that can be configured; {@code docs/configuration.md} is checked against this table.
 *
 * <p>A value comes from the environment ({@link #variable}), else from the configuration file
 * ({@link #key}), else from the default.
 */
public enum Setting {
  HTTP_HOST("127.0.0.1", "address", "The address to listen on; 0.0.0.0 for all."),
  HTTP_PORT("8080", "port, 0-65535", "The port to listen on; 0 takes any free one."),
  HTTP_TLS_CERTIFICATE(
      "",
      "PEM file",
      "The server's certificate, with those between it and a known authority after it; with it the"
          + " server speaks TLS alone. Read at the start."),
  HTTP_TLS_KEY(
      "",
      "PEM file, PKCS #8",
      "The certificate's private key. Required with http.tls.certificate."),
  HTTP_DRAIN(
      "0",
      "seconds, 0-60",
      "How long a server that is told to stop goes on answering while /health/ready says 503, so"
          + " that what shares requests out sends no more."),
  HTTP_PROXIES(
      "127.0.0.0/8,::1",
      "addresses with commas between, such as 10.1.0.7 or 10.1.0.0/16",
      "Proxies in front of the server. X-Forwarded-Proto is believed of them alone; empty for"
          + " nobody."),
  DATA_FOLDER("data", "folder", "Where the embedded database keeps its file."),
  DATABASE_URL(
      "",
      "JDBC URL",
      "A PostgreSQL database, jdbc:postgresql://…; empty for the embedded one (H2)."),
  DATABASE_USER("haidang", "text", "The database account."),
  DATABASE_PASSWORD(
      "", "text", "Its password; env:NAME or file:PATH keeps it out of the configuration file."),
  OFFICE(
      "Văn phòng",
      "name, 1-100 characters",
      "The office of the accounts that the first start makes, and of new ones unless told otherwise."),
  ADMIN_PASSWORD(
      "",
      "text, 12-200 characters",
      "The password of the account admin that the first start makes when nobody has an account,"
          + " instead of asking for it on a page; env:NAME or file:PATH."),
  OIDC_ISSUER(
      "",
      "https://… or http://… of this machine",
      "An OpenID provider at which people sign in, too; empty for local accounts alone."),
  OIDC_CLIENT("", "text", "The name under which the provider knows this desk."),
  OIDC_SECRET(
      "", "env:NAME or file:PATH", "The client's secret; empty for a client that has none (PKCE)."),
  OIDC_ACCOUNTS(
      "link",
      "link or make",
      "Whether only people with an account of the same login come in, or others get one at their"
          + " first sign-in."),
  OIDC_LOGIN_CLAIM("preferred_username", "text", "The claim that holds the login."),
  OIDC_GROUPS_CLAIM("groups", "text", "The claim that lists the groups of a person."),
  OIDC_OFFICE_CLAIM("", "text", "The claim that names the office; empty for office."),
  OIDC_ROLES(
      "",
      "GROUP=ROLE with commas between",
      "Which groups have which roles, such as desk-reviewers=reviewer; then the groups decide at"
          + " each sign-in, and who is in none does not come in."),
  MODELS_FOLDER("models/bundled", "folder", "The folder whose sub-folders are models."),
  MODELS_OWN(
      "data/models",
      "folder",
      "The office's own models, which ./haidang models add puts there; they go before the others."),
  MODELS_MEMORY(
      "4096",
      "megabytes, 64-1048576",
      "Memory for loaded models, by the size of their files; idle ones make room."),
  MEMORY_FOLDER(
      "",
      "folder",
      "Where this node keeps the index of the translation memory, which is made anew when it is"
          + " lost; empty for memory in data.folder."),
  WEBHOOKS_ALLOW(
      "",
      "addresses with commas between, such as 10.1.0.0/16",
      "Ranges of the house's own net that webhooks may go to, on any port and without TLS."),
  MAIL_HOST("", "host", "The SMTP server that letters are handed to; empty for no letters at all."),
  MAIL_PORT("587", "port, 1-65535", "Its port."),
  MAIL_SECURITY(
      "starttls",
      "starttls, tls or none",
      "How the connection is kept private; with starttls and tls nothing is sent to a server that"
          + " cannot prove who it is."),
  MAIL_USER("", "text", "The account at the SMTP server; empty for none."),
  MAIL_PASSWORD("", "text", "Its password; env:NAME or file:PATH."),
  MAIL_FROM("", "address", "Who the letters are from. Required with mail.host."),
  MAIL_SITE(
      "",
      "http://… or https://…",
      "Where people find the pages; links in letters begin with it. Required with mail.host."),
  LIBRETRANSLATE_ROOT(
      "false",
      "true or false",
      "Whether what is below /libretranslate is at the root, too, for clients that take a host"
          + " alone."),
  METRICS_ADDRESS(
      "",
      "HOST:PORT",
      "Where GET /metrics is answered for Prometheus, such as 127.0.0.1:9464; empty for nowhere."
          + " It asks for no key: let nobody but the machine that watches get there."),
  TRACES_ENDPOINT(
      "",
      TraceSettings.ENDPOINT_FORM,
      "The collector that traces are sent to (OpenTelemetry, OTLP over HTTP), such as"
          + " http://127.0.0.1:4318; /v1/traces is added when it has no path; empty for none."),
  TRACES_AUTHORIZATION(
      "",
      TraceSettings.AUTHORIZATION_FORM,
      "What the collector wants to see in the header Authorization; env:NAME or file:PATH."),
  TRACES_PERCENT(
      "100",
      "percent, 1-100",
      "How many of all traces are kept, chosen by chance; the same on all nodes of a cluster."),
  WORKERS("2", "threads, 1-64", "Translations that run at the same time, one thread each."),
  CLUSTER_ADDRESS(
      "127.0.0.1:5701",
      ClusterSettings.ADDRESS_FORM,
      "Where this node meets the others, with serve --cluster and worker; messages take the port"
          + " after it. Nodes trust whoever reaches these ports: keep them in a net of their own."),
  CLUSTER_MEMBERS(
      "",
      ClusterSettings.MEMBER_FORM,
      "The cluster.address of other nodes that this one looks for; it may name itself, too."),
  CLUSTER_TRANSLATE(
      "true",
      "true or false",
      "Whether a node of a cluster takes up jobs and translates for the others; false leaves that"
          + " to those that do, as long as there are any.");

  private final String defaultValue;
  private final String form;
  private final String effect;

  Setting(String defaultValue, String form, String effect) {
    this.defaultValue = defaultValue;
    this.form = form;
    this.effect = effect;
  }

  /** As it is written in the configuration file, such as {@code http.port}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  /** As it is written in the environment, such as {@code HAIDANG_HTTP_PORT}. */
  public String variable() {
    return "HAIDANG_" + name();
  }

  public String defaultValue() {
    return defaultValue;
  }

  /** What a value looks like: type, unit and range. */
  public String form() {
    return form;
  }

  /** What it does. */
  public String effect() {
    return effect;
  }
}
