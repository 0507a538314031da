package io.haidang.gateway.metrics;

/**
 * Every measurement of ours, as Micrometer names it; Prometheus has underscores for dots, and the
 * unit and {@code _total} at the end. Labels come from code and configuration, never from what
 * people hand in: no title, name, login, address or text.
 */
final class MetricName {

  /** Seconds; labels route, method, status. */
  static final String REQUESTS = "haidang.http.requests";

  /** Seconds, with buckets; label kind: api, dialect, page. */
  static final String REQUEST_LATENCY = "haidang.http.latency";

  /** Seconds; label outcome. */
  static final String JOB_RUNS = "haidang.job.runs";

  /** Jobs; labels queue (translate, document, webhook), state (later, due, running). */
  static final String JOBS = "haidang.jobs";

  /** Seconds that the job which should have begun first is late; label queue. */
  static final String JOBS_LATE = "haidang.jobs.late.seconds";

  /** Runs that failed and are tried again; label queue. */
  static final String JOBS_RETRYING = "haidang.jobs.retrying";

  /** Products; label state. */
  static final String TARGETS = "haidang.targets";

  /** Documents of clients; label state. */
  static final String DOCUMENTS = "haidang.documents";

  /** Messages to webhooks of the last 30 days; label state. */
  static final String DELIVERIES = "haidang.webhook.deliveries";

  /** Segments; labels engine, outcome (written, repaired, remembered, kept, failed). */
  static final String SEGMENTS = "haidang.segments";

  /** Rows of a batch; labels model, priority. */
  static final String BATCH_ROWS = "haidang.model.batch.rows";

  /** Seconds that the oldest text of a batch waited; labels model, priority. */
  static final String BATCH_WAIT = "haidang.model.wait";

  /** Seconds that a batch took; labels model, priority. */
  static final String BATCH_TIME = "haidang.model.batch";

  /** Bytes that loaded models take, by their files. */
  static final String MODEL_MEMORY = "haidang.models.memory";

  /** Look-ups in the cache of translations; label result (hit, miss). */
  static final String CACHE = "haidang.cache.lookups";

  /** Seconds; labels provider, model, outcome. */
  static final String PROVIDER_CALLS = "haidang.provider.calls";

  /** Tokens; labels provider, model, direction (input, output). */
  static final String PROVIDER_TOKENS = "haidang.provider.tokens";

  /** In units of the currency that the prices are configured in; labels provider, model. */
  static final String PROVIDER_COST = "haidang.provider.cost";

  /** Connections; label state (active, idle, awaited). */
  static final String CONNECTIONS = "haidang.database.connections";

  /** Sign-ins with a wrong name or password, or after too many of those. */
  static final String SIGN_INS_REFUSED = "haidang.sign.ins.refused";

  /** 1 up, 0.5 degraded, 0 down; label component. */
  static final String HEALTH = "haidang.health";

  /** Bytes of the process in real memory; 0 where the system does not tell. */
  static final String RESIDENT = "haidang.process.resident";

  private MetricName() {}
}
