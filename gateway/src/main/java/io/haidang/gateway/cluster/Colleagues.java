package io.haidang.gateway.cluster;

import io.haidang.gateway.traces.Span;
import io.haidang.gateway.traces.Step;
import io.haidang.gateway.traces.Tracer;
import io.haidang.models.CallContext;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelException;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * The nodes that hold a model, this one among them when it serves; the bus asks them in turns.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
final class Colleagues {

  /** For calls without a deadline. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * Of the time there is, how much others have: a node that hangs, or that a cut cable has taken
   * away, is taken for gone as late as answers are due.
   */
  private static final int SHARE = 2;

  private final EventBus bus;
  private final OpenQuestions questions;
  private final Tracer tracer;

  Colleagues(EventBus bus, OpenQuestions questions, Tracer tracer) {
    this.bus = bus;
    this.questions = questions;
    this.tracer = tracer;
  }

  /** Where the nodes listen that hold this version of a model; others would write other texts. */
  static String address(ModelDescriptor model, LanguagePair pair) {
    return "haidang.generate." + pair + "." + model.version();
  }

  /**
   * Has one of them generate.
   *
   * <p><b>Blocking:</b> until the answer, or half of the time until the deadline.
   *
   * @return empty when none holds the model, or none has answered by then
   * @throws ModelException what the node that was asked threw, or that it is too late
   */
  Optional<List<Generation>> generate(
      ModelDescriptor model,
      LanguagePair pair,
      List<GenerationRequest> requests,
      GenerationOptions options,
      CallContext call) {
    call.check();
    Span span = TracedGenerators.begin(tracer, Step.ASK_NODE, model, requests.size(), call);
    JsonObject body = GenerationJson.question(requests, options, call);
    return span.during(
        () -> {
          Optional<JsonObject> answer = ask(address(model, pair), body, call, span);
          call.check();
          return answer.map(GenerationJson::generations);
        });
  }

  private Optional<JsonObject> ask(String address, JsonObject body, CallContext call, Span span) {
    Duration left = call.deadline().remaining().orElse(PATIENCE).plusMillis(1);
    DeliveryOptions options =
        new DeliveryOptions()
            .setSendTimeout(left.toMillis())
            .addHeader(Tracer.TRACEPARENT, span.traceparent());
    Question question = new Question(bus, address, body, options);
    questions.ask(question);
    question.giveUpAfter(left.dividedBy(SHARE));
    return await(question);
  }

  private static Optional<JsonObject> await(Question question) {
    try {
      return question.answer().get();
    } catch (ExecutionException e) {
      throw new ModelException.Failed("generation: another node failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException.Cancelled();
    }
  }
}
