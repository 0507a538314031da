package io.haidang.gateway.web.draft;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.draft.NewDraft;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.Upload;
import io.haidang.gateway.http.kit.RequestBodies.FormFile;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.SegmentedDocument;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
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
    Optional<DocumentFormat> kind = kind(file.name());
    if (kind.isEmpty()) {
      return with(content, format, ErrorCode.NOT_TEXT);
    }
    try {
      String text = SegmentedDocument.decode(file.content().getBytes());
      return with(text, PublicName.of(kind.get()), null);
    } catch (DocumentException e) {
      return with(content, format, ErrorCode.NOT_TEXT);
    }
  }

  private SubmitForm with(String text, String kind, @Nullable ErrorCode problem) {
    return new SubmitForm(title, text, kind, source, targets, sensitivity, textDate, problem);
  }

  private static Optional<DocumentFormat> kind(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.endsWith(".htm")) {
      return Optional.of(DocumentFormat.HTML);
    }
    return Arrays.stream(DocumentFormat.values())
        .filter(format -> name.endsWith("." + format.extension()))
        .findFirst();
  }

  /** What is wrong before the text itself is looked at, by field. */
  Map<String, String> problems(Texts texts) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (title.strip().length() > MAX_TITLE) {
      problems.put("title", texts.get("submit.title-too-long", MAX_TITLE));
    }
    if (fileProblem != null) {
      problems.put("file", texts.get("submit.file-unreadable"));
    }
    if (targets.isEmpty()) {
      problems.put("target", texts.get("submit.no-target"));
    }
    if (constant(DocumentFormat.class, format).isEmpty()) {
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
