package io.haidang.gateway.functional;

import io.haidang.gateway.node.Gateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What a proxy in front of several nodes does: takes those in turns that say they are ready. */
final class ReadyNodes {

  private final HttpClient probe = HttpClient.newHttpClient();
  private final List<String> addresses = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();

  ReadyNodes(Gateway... gateways) {
    List.of(gateways).forEach(this::add);
  }

  void add(Gateway gateway) {
    addresses.add(gateway.address());
  }

  /** The address of one that is ready at this moment. */
  String next() {
    while (true) {
      String address = addresses.get(turn.getAndIncrement() % addresses.size());
      if (isReady(address)) {
        return address;
      }
    }
  }

  private boolean isReady(String address) {
    HttpRequest ready = HttpRequest.newBuilder(URI.create(address + "/health/ready")).build();
    try {
      return probe.send(ready, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException("stopped", e);
    }
  }
}
