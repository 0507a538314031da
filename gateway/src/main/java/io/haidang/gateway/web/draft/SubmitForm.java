package io.haidang.gateway.web.draft;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.draft.NewDraft;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.Upload;
import io.haidang.gateway.draft.Uploads;
import io.haidang.gateway.http.kit.RequestBodies.FormFile;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.DocumentFormats;
import io.haidang.translation.document.TextFile;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A draft as it was typed, right or wrong.
 *
 * @param content the text area, and once a file could be read, its text
 * @param format wire name of a document format; of the file's name when there is a file
 * @param source language of the text
 * @param targets languages to translate into
 * @param fileProblem why the chosen file could not be read, or null
 */
record SubmitForm(
    String title,
    String content,
    String format,
    String source,
    Set<String> targets,
    String sensitivity,
    String textDate,
    @Nullable ErrorCode fileProblem) {

  /** What can be typed or pasted. */
  static final List<DocumentFormat> TYPED = List.of(DocumentFormat.PLAIN, DocumentFormat.HTML);

  private static final int MAX_TITLE = 200;

  SubmitForm {
    targets = Set.copyOf(targets);
  }

  /** Nothing typed yet; translates as most drafts are. */
  static SubmitForm empty(LocalDate today) {
    return new SubmitForm(
        "",
        "",
        PublicName.of(DocumentFormat.PLAIN),
        "vi",
        Set.of("en"),
        PublicName.of(Sensitivity.PUBLIC),
        today.toString(),
        null);
  }

  static SubmitForm of(WebRequest request) {
    SubmitForm typed =
        new SubmitForm(
            request.field("title"),
            request.field("content"),
            request.field("format"),
            request.field("source"),
            Set.copyOf(request.form().getAll("target")),
            request.field("sensitivity"),
            request.field("textDate"),
            null);
    return request.file().map(typed::with).orElse(typed);
  }

  private SubmitForm with(FormFile file) {
    byte[] bytes = file.content().getBytes();
    try {
      DocumentFormat kind = DocumentFormats.detect(file.name(), bytes);
      return with(TextFile.decode(bytes).text(), PublicName.of(kind), null);
    } catch (DocumentException e) {
      return with(content, format, Uploads.code(e.reason()));
    }
  }

  private SubmitForm with(String text, String kind, @Nullable ErrorCode problem) {
    return new SubmitForm(title, text, kind, source, targets, sensitivity, textDate, problem);
  }

  /** What is wrong before the text itself is looked at, by field. */
  Map<String, String> problems(Texts texts) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (title.strip().length() > MAX_TITLE) {
      problems.put("title", texts.get("submit.title-too-long", MAX_TITLE));
    }
    if (fileProblem != null) {
      String id = fileProblem.id();
      problems.put("file", texts.error(id + ".meaning") + " " + texts.error(id + ".action"));
    }
    if (targets.isEmpty()) {
      problems.put("target", texts.get("submit.no-target"));
    }
    if (constant(DocumentFormat.class, format).filter(SubmitForm::isReadAsText).isEmpty()) {
      problems.put("format", texts.error("invalid-request.meaning"));
    }
    if (constant(Sensitivity.class, sensitivity).isEmpty()) {
      problems.put("sensitivity", texts.error("invalid-request.meaning"));
    }
    if (date().isEmpty()) {
      problems.put("textDate", texts.get("submit.no-date"));
    }
    return problems;
  }

  private static boolean isReadAsText(DocumentFormat kind) {
    return kind.isText() && DocumentFormats.available().contains(kind);
  }

  /** The draft; only when there are no {@link #problems}. */
  NewDraft draft() {
    return new NewDraft(
        title.strip(),
        Upload.text(constant(DocumentFormat.class, format).orElseThrow(), content),
        source,
        targets.stream().sorted().toList(),
        constant(Sensitivity.class, sensitivity).orElseThrow(),
        date().orElseThrow());
  }

  /** Where to show a failure of the whole draft. */
  String fieldOf(ErrorCode code) {
    return switch (code) {
      case UNKNOWN_LANGUAGE, UNSUPPORTED_PAIR -> "target";
      default -> "content";
    };
  }

  private Optional<LocalDate> date() {
    try {
      return Optional.of(LocalDate.parse(textDate));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String id) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> PublicName.of(constant).equals(id))
        .findFirst();
  }
}
