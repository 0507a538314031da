package io.haidang.gateway.http.story;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.draft.AssetKind;
import io.haidang.gateway.draft.NewProducts;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.Upload;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.story.NewAsset;
import io.haidang.gateway.story.NewStory;
import io.haidang.translation.document.DocumentFormat;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Stories as they are read from the wire, after the contract has let the call through. */
final class BundleRequests {

  private BundleRequests() {}

  /** Without a label it stays at home, without a date it is of today. */
  static NewStory story(JsonObject json, Clock clock) {
    String date = json.getString("textDate");
    return new NewStory(
        json.getString("title", ""),
        PublicName.constant(Sensitivity.class, json.getString("sensitivity", "internal")),
        date == null ? LocalDate.now(clock) : ApiCall.day("textDate", date));
  }

  /**
   * A part: its text in {@code content} or as the file {@code file}, a picture or recording as the
   * file {@code medium}.
   */
  static NewAsset asset(JsonObject json, ApiCall call) {
    return new NewAsset(
        PublicName.constant(AssetKind.class, json.getString("kind", "article")),
        json.getString("title", ""),
        json.getString("language", "vi"),
        text(json, call).orElse(null),
        call.file("medium").orElse(null));
  }

  /** What is handed in as a text, typed or as a file. */
  static Optional<Upload> text(JsonObject json, ApiCall call) {
    String content = json.getString("content");
    Optional<Upload> file = call.file("file");
    if (content != null && file.isPresent()) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "content: beside a file (expected: one of the two)");
    }
    return content == null ? file : Optional.of(Upload.text(format(json), content));
  }

  /** The same where there has to be one. */
  static Upload requiredText(JsonObject json, ApiCall call) {
    return text(json, call)
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.INVALID_REQUEST, "content: (none) (expected: a text or a file)"));
  }

  private static DocumentFormat format(JsonObject json) {
    return PublicName.constant(DocumentFormat.class, json.getString("format", "plain"));
  }

  static NewProducts products(JsonObject json) {
    return new NewProducts(
        texts(json.getJsonArray("forms")).stream().map(ProductForm::new).toList(),
        texts(json.getJsonArray("languages")));
  }

  static List<String> texts(JsonArray array) {
    return array.stream().map(String::valueOf).toList();
  }
}
