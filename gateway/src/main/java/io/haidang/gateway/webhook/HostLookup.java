package io.haidang.gateway.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. */
@FunctionalInterface
interface HostLookup {

  /** As this machine does it. */
  HostLookup SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  /**
   * At least one address. Blocking.
   *
   * @throws UnknownHostException when the host has none
   */
  List<InetAddress> of(String host) throws UnknownHostException;
}
