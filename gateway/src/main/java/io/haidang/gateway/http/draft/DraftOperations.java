package io.haidang.gateway.http.draft;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.draft.Asset;
import io.haidang.gateway.draft.Drafts;
import io.haidang.gateway.draft.NewDraft;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.Submission;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.Upload;
import io.haidang.gateway.draft.Uploads;
import io.haidang.gateway.engine.Directions;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Operations;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.http.language.LanguageJson;
import io.haidang.gateway.limit.Allowances;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.language.LanguageGuess;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Drafts are handed in, and found again. */
public final class DraftOperations {

  /** Translations of a list, as many as the page of drafts shows. */
  private static final int MOST = 200;

  private static final JsonArray TRANSLATION = JsonArray.of(ProductForm.TRANSLATION.id());

  private final Drafts drafts;
  private final Allowances allowances;
  private final Directions directions;
  private final Clock clock;

  private DraftOperations(
      Drafts drafts, Allowances allowances, Directions directions, Clock clock) {
    this.drafts = drafts;
    this.allowances = allowances;
    this.directions = directions;
    this.clock = clock;
  }

  public static void add(Operations operations) {
    HttpServices services = operations.services();
    DraftOperations drafts =
        new DraftOperations(
            services.drafts(),
            services.allowances(),
            services.texts().directions(),
            services.clock());
    operations.making("submitDraft", drafts::submit);
    operations.making("submitDrafts", drafts::submitAll);
    operations.json("getDraft", drafts::get);
    operations.json("listDrafts", drafts::list);
  }

  private Reply submit(ApiCall call) {
    JsonObject draft =
        allowances.chargeDocument(
            call.key(),
            () ->
                submit(
                    newDraft(call, text(call)),
                    call,
                    known -> drafts.submit(call.making(), known, call.account())));
    return Reply.json(202, draft).with("Location", draft.getString("href"));
  }

  private JsonObject submit(NewDraft wanted, ApiCall call, Function<NewDraft, List<Target>> door) {
    Optional<LanguageGuess> guess = guess(call.body(), wanted);
    NewDraft known = guess.map(found -> wanted.in(found.language().toLanguageTag())).orElse(wanted);
    JsonObject draft = draft(door.apply(known));
    guess.ifPresent(found -> draft.put("detectedLanguage", LanguageJson.guess(found)));
    return draft;
  }

  /** Several files, each by itself; when none is taken in, the first refusal speaks for all. */
  private Reply submitAll(ApiCall call) {
    List<Upload> files = files(call);
    boolean together = call.body().getBoolean("together", false);
    Submission submission = new Submission(drafts, together, call.account());
    List<GatewayException> refusals = new ArrayList<>();
    JsonArray results = new JsonArray();
    for (Upload file : files) {
      UUID id = id(call, results.size());
      JsonObject result = new JsonObject().put("fileName", Uploads.name(file));
      try {
        NewDraft draft = newDraft(call, file);
        result.put(
            "draft",
            allowances.chargeDocument(
                call.key(), () -> submit(draft, call, known -> submission.add(id, known))));
      } catch (GatewayException e) {
        refusals.add(e);
        result.put("code", e.code().id()).put("detail", e.getMessage());
      }
      results.add(result);
    }
    if (refusals.size() == files.size()) {
      throw refusals.get(0);
    }
    return Reply.json(202, new JsonObject().put("results", results));
  }

  private static UUID id(ApiCall call, int file) {
    return UUID.nameUUIDFromBytes((call.making() + "/" + file).getBytes(StandardCharsets.US_ASCII));
  }

  private static List<Upload> files(ApiCall call) {
    List<Upload> files = call.files("file");
    if (files.isEmpty() || files.size() > Submission.MOST) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST,
          "file: " + files.size() + " of them (expected: 1 to " + Submission.MOST + ")");
    }
    return files;
  }

  /** Empty when the draft says its language. */
  private Optional<LanguageGuess> guess(JsonObject request, NewDraft draft) {
    if (!LanguageJson.isLeftToText(request)) {
      return Optional.empty();
    }
    Upload upload = draft.upload();
    SegmentedDocument document = Uploads.read(upload, Uploads.format(upload), Locale.ROOT);
    List<Locale> targets = draft.targetLanguages().stream().map(Locale::forLanguageTag).toList();
    return Optional.of(directions.tell(document, targets));
  }

  private NewDraft newDraft(ApiCall call, Upload upload) {
    JsonObject json = call.body();
    String textDate = json.getString("textDate");
    return new NewDraft(
        json.getString("title", ""),
        upload,
        json.getString("sourceLanguage", ""),
        json.getJsonArray("targetLanguages").stream().map(String::valueOf).toList(),
        json.getJsonArray("forms", TRANSLATION).stream()
            .map(id -> new ProductForm(String.valueOf(id)))
            .toList(),
        PublicName.constant(Sensitivity.class, json.getString("sensitivity", "internal")),
        textDate == null ? LocalDate.now(clock) : ApiCall.day("textDate", textDate),
        ApiCall.instant("deadline", json.getString("deadline")),
        json.getString("note", ""));
  }

  private static Upload text(ApiCall call) {
    String content = call.body().getString("content");
    Optional<Upload> file = call.file("file");
    if ((content == null) == file.isEmpty()) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST,
          "content: beside a file, or neither (expected: one of the two)");
    }
    return file.orElseGet(
        () ->
            Upload.text(
                PublicName.constant(DocumentFormat.class, call.body().getString("format", "plain")),
                content));
  }

  private JsonObject list(ApiCall call) {
    List<Target> recent =
        call.text("scope").orElse("own").equals("own")
            ? drafts.recentOf(call.account().id(), MOST)
            : drafts.recent(call.account(), MOST);
    Map<UUID, List<Target>> byDraft =
        recent.stream()
            .collect(
                Collectors.groupingBy(
                    target -> target.asset().id(), LinkedHashMap::new, Collectors.toList()));
    return ApiJson.list("drafts", List.copyOf(byDraft.values()), DraftOperations::draft);
  }

  private JsonObject get(ApiCall call) {
    List<Target> targets = drafts.targets(call.id());
    if (targets.isEmpty()) {
      throw new GatewayException(ErrorCode.NOT_FOUND, "draft: unknown");
    }
    return draft(targets);
  }

  private static JsonObject draft(List<Target> targets) {
    Asset asset = targets.get(0).asset();
    return new JsonObject()
        .put("id", asset.id().toString())
        .put("title", asset.title())
        .put("author", asset.author().displayName())
        .put("sourceLanguage", asset.sourceLanguage().toLanguageTag())
        .put("textDate", asset.textDate().toString())
        .put("sensitivity", PublicName.of(asset.sensitivity()))
        .put("href", "/api/v1/drafts/" + asset.id())
        .put("targets", ApiJson.array(targets, ApiJson::target));
  }
}
