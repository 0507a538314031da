package io.haidang.gateway.engine;

import io.haidang.models.CallContext;
import io.haidang.models.ModelDescriptor.Locality;
import io.haidang.models.ModelException;
import io.haidang.models.Recording;
import io.haidang.models.SpeechModel;
import io.haidang.models.SpokenPiece;
import io.haidang.models.remote.RemoteSpeechModels;
import io.haidang.models.remote.UsageRecorder;
import java.time.Clock;
import java.util.List;

/**
 * Every service of a node that writes down speech. None by default.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Owns:</b> the models, until {@link #close}.
 */
public final class SpeechEngines implements AutoCloseable {

  private static final String ROUTE = "speech";

  /** Nothing writes down speech. */
  public static final SpeechEngines NONE = new SpeechEngines(List.of());

  private final List<Ear> ears;
  private final RouteControls controls;

  private record Ear(String name, SpeechModel model) {}

  /**
   * Engines over models.
   *
   * @param models in the order in which they are asked
   */
  public SpeechEngines(List<SpeechModel> models) {
    this(models.stream().map(model -> new Ear("", model)).toList(), RouteControls.NONE);
  }

  private SpeechEngines(List<Ear> ears, RouteControls controls) {
    this.ears = List.copyOf(ears);
    this.controls = controls;
  }

  /**
   * Opens no connection yet.
   *
   * @param controls what is off
   * @param usage is told of every call
   */
  public static SpeechEngines open(
      EngineSettings settings, RouteControls controls, UsageRecorder usage, Clock clock) {
    return new SpeechEngines(
        settings.speech().stream()
            .map(service -> new Ear(service.name(), RemoteSpeechModels.open(service, usage, clock)))
            .toList(),
        controls);
  }

  /** Those that are on, in their order. */
  private List<SpeechModel> models() {
    return ears.stream()
        .filter(ear -> !controls.inForce(ROUTE, List.of(ear.name())).isEmpty())
        .map(Ear::model)
        .toList();
  }

  /** Whether recordings that may go so far have somebody to write them down. */
  public boolean serves(Locality reach) {
    return models().stream().anyMatch(model -> mayReach(model, reach));
  }

  private static boolean mayReach(SpeechModel model, Locality reach) {
    return model.locality() == Locality.LOCAL || reach == Locality.REMOTE;
  }

  /**
   * What was heard.
   *
   * @param engine id of the model
   * @param version as the service names the model
   */
  public record Heard(List<SpokenPiece> pieces, String engine, String version) {

    public Heard {
      pieces = List.copyOf(pieces);
    }
  }

  /**
   * Asks the first model that the recording may reach, and the next one when it fails.
   *
   * @throws ModelException of several failures one that may pass, so that the job tries again;
   *     {@link ModelException.Refused} when no model may be asked
   */
  public Heard transcribe(Recording recording, CallContext call) {
    ModelException failure =
        new ModelException.Refused(
            "speech: no engine for " + call.reach() + " (expected: one that may be asked)");
    for (SpeechModel model : models()) {
      if (mayReach(model, call.reach())) {
        try {
          return new Heard(model.transcribe(recording, call), model.id().value(), model.version());
        } catch (ModelException e) {
          call.check();
          failure = failure.retryable() ? failure : e;
        }
      }
    }
    throw failure;
  }

  @Override
  public void close() {
    ears.forEach(ear -> ear.model().close());
  }
}
