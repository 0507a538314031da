package io.haidang.gateway.story;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.review.Deliveries;
import io.haidang.gateway.review.ExportedFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What may leave the house of a story: texts in the answer itself, other documents as Base64. */
final class Content {

  private final Bundle bundle;
  private final Deliveries deliveries;

  Content(Bundle bundle, Deliveries deliveries) {
    this.bundle = bundle;
    this.deliveries = deliveries;
  }

  Map<String, Object> asMap() {
    Map<String, List<Object>> languages = new TreeMap<>();
    bundle.products().stream()
        .filter(deliveries::mayLeave)
        .forEach(
            target ->
                languages
                    .computeIfAbsent(target.language().toLanguageTag(), l -> new ArrayList<>())
                    .add(product(target)));
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("id", bundle.story().id().toString());
    content.put("title", bundle.story().title());
    content.put("textDate", bundle.story().textDate().toString());
    content.put("languages", languages);
    return content;
  }

  private Map<String, Object> product(Target target) {
    ExportedFile file = deliveries.file(target);
    boolean isText = file.isText();
    Map<String, Object> product = new LinkedHashMap<>();
    product.put("id", target.id().toString());
    product.put("form", target.form().id());
    product.put("asset", target.asset().id().toString());
    product.put("version", target.version());
    product.put("approvedBy", target.approvedBy());
    product.put("mediaType", file.mediaType());
    product.put("encoding", isText ? "text" : "base64");
    product.put(
        "content",
        isText
            ? new String(file.content(), StandardCharsets.UTF_8)
            : Base64.getEncoder().encodeToString(file.content()));
    return product;
  }
}
