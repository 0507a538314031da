package io.haidang.gateway.cluster;

import io.haidang.models.CallContext;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelException;
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

  Colleagues(EventBus bus, OpenQuestions questions) {
    this.bus = bus;
    this.questions = questions;
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
      String address,
      List<GenerationRequest> requests,
      GenerationOptions options,
      CallContext call) {
    call.check();
    Duration left = call.deadline().remaining().orElse(PATIENCE).plusMillis(1);
    JsonObject body = GenerationJson.question(requests, options, call);
    Question question = new Question(bus, address, body, left);
    questions.ask(question);
    question.giveUpAfter(left.dividedBy(SHARE));
    Optional<JsonObject> answer = await(question);
    call.check();
    return answer.map(GenerationJson::generations);
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
