package io.haidang.gateway.http.libre;

import io.haidang.gateway.http.dialect.Dialect;
import io.haidang.gateway.http.dialect.DialectCall;
import io.haidang.gateway.http.dialect.DialectReply;
import io.haidang.gateway.http.dialect.LaterReply;
import io.haidang.gateway.http.dialect.Parameters;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.MachineAnswer;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where the rooms of the dialect add their operations: below one of the prefixes at which it is
 * served.
 */
record LibreAddresses(Dialect dialect, String prefix) {

  HttpServices services() {
    return dialect.services();
  }

  /** The same with threads of their own, for operations that take them for seconds. */
  LibreAddresses apart(String threads) {
    return new LibreAddresses(dialect.apart(threads), prefix);
  }

  /** Adds an operation for those who have a key. */
  void post(String path, Function<DialectCall, DialectReply> operation) {
    dialect.post(prefix + path, operation);
  }

  /** Adds an operation that keeps an engine busy. */
  void machine(
      String path,
      Duration patience,
      Function<DialectCall, MachineAnswer<DialectReply>> operation) {
    dialect.machine(HttpMethod.POST, prefix + path, patience, operation);
  }

  /** Adds an operation whose answer takes a while to come. */
  void later(String path, Duration patience, Function<DialectCall, LaterReply> operation) {
    dialect.later(HttpMethod.POST, prefix + path, patience, operation);
  }

  /** Adds something that anybody may have who knows what to ask for. */
  void open(String path, Function<Parameters, DialectReply> operation) {
    dialect.open(prefix + path, operation);
  }

  /** Adds something that anybody may have. */
  void open(String path, Supplier<DialectReply> operation) {
    dialect.open(prefix + path, operation);
  }
}
