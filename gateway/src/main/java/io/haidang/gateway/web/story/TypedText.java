package io.haidang.gateway.web.story;

import io.haidang.gateway.draft.Upload;
import io.haidang.gateway.http.kit.RequestBodies.FormFile;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.translation.document.DocumentFormat;
import java.util.Optional;

/** A text that a form brings: the file, else what was typed. */
final class TypedText {

  private TypedText() {}

  /**
   * The text; empty when there is neither a file nor anything typed.
   *
   * @throws io.haidang.translation.document.DocumentException when it holds half a character
   */
  static Optional<Upload> of(WebRequest request) {
    Optional<Upload> file = request.file("file").map(TypedText::upload);
    String typed = request.field("content");
    return file.or(
        () ->
            typed.isBlank()
                ? Optional.empty()
                : Optional.of(Upload.text(DocumentFormat.PLAIN, typed)));
  }

  static Upload upload(FormFile file) {
    return Upload.file(file.name(), file.content().getBytes());
  }
}
