package io.haidang.gateway.cluster;

import io.haidang.gateway.QuietFault;
import io.haidang.gateway.traces.Step;
import io.haidang.gateway.traces.Tracer;
import io.haidang.models.Generation;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelException;
import io.haidang.models.TextGenerator;
import io.haidang.models.registry.ModelRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers for the models of this node, whoever in the cluster asks. */
final class ModelServer extends VerticleBase {

  private static final Logger LOG = LoggerFactory.getLogger(ModelServer.class);

  /** More than a model computes at a time: the model itself puts callers together. */
  private static final int CALLERS = 64;

  private static final long LOOK_MILLIS = 5_000;
  private static final int FAILED = 1;

  private final ModelRegistry models;
  private final Generators generators;
  private final Tracer tracer;
  private final Map<String, MessageConsumer<JsonObject>> consumers = new HashMap<>();
  private final Set<Future<?>> running = ConcurrentHashMap.newKeySet();

  ModelServer(ModelRegistry models, Tracer tracer) {
    this.models = models;
    this.tracer = tracer;
    generators = new TracedGenerators(models::acquire, tracer);
  }

  @Override
  public Future<?> start() {
    WorkerExecutor callers = vertx.createSharedWorkerExecutor("models", CALLERS, 1, TimeUnit.HOURS);
    vertx.setPeriodic(LOOK_MILLIS, timer -> follow(callers));
    return follow(callers);
  }

  /** Listens for the models that there are now, and for no others. */
  private Future<?> follow(WorkerExecutor callers) {
    Map<String, LanguagePair> wanted = addresses();
    List<Future<?>> changes = new ArrayList<>();
    for (String address : Set.copyOf(consumers.keySet())) {
      if (!wanted.containsKey(address)) {
        changes.add(Objects.requireNonNull(consumers.remove(address)).unregister());
      }
    }
    wanted.forEach(
        (address, pair) ->
            changes.add(
                consumers
                    .computeIfAbsent(address, absent -> listen(callers, address, pair))
                    .completion()));
    return Future.join(changes);
  }

  private MessageConsumer<JsonObject> listen(
      WorkerExecutor callers, String address, LanguagePair pair) {
    return vertx.eventBus().consumer(address, message -> serve(callers, pair, message));
  }

  private Map<String, LanguagePair> addresses() {
    Map<String, LanguagePair> addresses = new HashMap<>();
    for (ModelDescriptor model : models.models()) {
      for (LanguagePair pair : model.pairs()) {
        addresses.put(Colleagues.address(model, pair), pair);
      }
    }
    return addresses;
  }

  private void serve(WorkerExecutor callers, LanguagePair pair, Message<JsonObject> message) {
    Future<JsonObject> done = callers.executeBlocking(() -> answer(pair, message), false);
    running.add(done);
    done.onSuccess(message::reply)
        .onFailure(
            failure -> {
              LOG.warn("a question of another node failed", QuietFault.of(failure));
              message.fail(FAILED, failure.getClass().getSimpleName());
            })
        .onComplete(end -> running.remove(done));
  }

  private JsonObject answer(LanguagePair pair, Message<JsonObject> message) {
    String traceparent = message.headers().get(Tracer.TRACEPARENT);
    return tracer.begin(Step.ANSWER_NODE, traceparent).during(() -> generate(pair, message.body()));
  }

  private JsonObject generate(LanguagePair pair, JsonObject question) {
    try (TextGenerator model = generators.acquire(pair)) {
      List<Generation> generations =
          model.generate(
              GenerationJson.requests(question),
              GenerationJson.options(question),
              GenerationJson.call(question, Clock.systemUTC()));
      return GenerationJson.answer(generations);
    } catch (ModelException e) {
      return GenerationJson.answer(e);
    }
  }

  /** Lets nobody ask any more, and completes when all who did are answered. */
  @Override
  public Future<?> stop() {
    List<Future<?>> closed = new ArrayList<>();
    consumers.values().forEach(consumer -> closed.add(consumer.unregister()));
    return Future.join(closed).eventually(() -> Future.join(List.copyOf(running)).otherwiseEmpty());
  }
}
