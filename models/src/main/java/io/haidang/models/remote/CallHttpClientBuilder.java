package io.haidang.models.remote;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;

/** Hands one call's client to the library, whose own time limits it does not need. */
final class CallHttpClientBuilder implements HttpClientBuilder {

  private final HttpClient client;
  private Duration connect = Duration.ZERO;
  private Duration read = Duration.ZERO;

  CallHttpClientBuilder(HttpClient client) {
    this.client = client;
  }

  @Override
  public Duration connectTimeout() {
    return connect;
  }

  @Override
  public HttpClientBuilder connectTimeout(Duration timeout) {
    connect = timeout;
    return this;
  }

  @Override
  public Duration readTimeout() {
    return read;
  }

  @Override
  public HttpClientBuilder readTimeout(Duration timeout) {
    read = timeout;
    return this;
  }

  @Override
  public HttpClient build() {
    return client;
  }
}
