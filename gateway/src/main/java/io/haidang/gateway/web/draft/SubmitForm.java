package io.haidang.gateway.web.draft;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.draft.NewDraft;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.Upload;
import io.haidang.gateway.draft.Uploads;
import io.haidang.gateway.http.kit.RequestBodies.FormFile;
import io.haidang.gateway.web.kit.DayField;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.DocumentFormats;
import io.haidang.translation.document.TextFile;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A draft as it was typed, right or wrong.
 *
 * @param content the text area; the text of a file that is text, so that it is not lost
 * @param format wire name of a document format, for what is typed
 * @param source language of the text
 * @param targets languages to translate into
 * @param deadline day and time by which it has to be read; may be empty
 * @param note for whoever reviews it
 * @param file that takes the place of what is typed, or null
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
    String deadline,
    String note,
    @Nullable Upload file,
    @Nullable ErrorCode fileProblem) {

  /** What can be typed or pasted. */
  static final List<DocumentFormat> TYPED = List.of(DocumentFormat.PLAIN, DocumentFormat.HTML);

  private static final int MAX_TITLE = 200;
  private static final int MAX_NOTE = 2_000;

  SubmitForm {
    targets = Set.copyOf(targets);
  }

  /** Nothing typed yet. A text stays in the house until somebody says that it may leave. */
  static SubmitForm empty(LocalDate today) {
    return new SubmitForm(
        "",
        "",
        PublicName.of(DocumentFormat.PLAIN),
        "vi",
        Set.of("en"),
        PublicName.of(Sensitivity.INTERNAL),
        DayField.write(today),
        "",
        "",
        null,
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
            request.field("deadline"),
            request.field("note"),
            null,
            null);
    return request.file().map(typed::with).orElse(typed);
  }

  /** A browser sends no file twice; of what can be typed, the text stays in the form. */
  private SubmitForm with(FormFile chosen) {
    byte[] bytes = chosen.content().getBytes();
    Upload upload = Upload.file(chosen.name(), bytes);
    try {
      DocumentFormat kind = Uploads.format(upload);
      return TYPED.contains(kind)
          ? with(TextFile.decode(bytes).text(), PublicName.of(kind), upload, null)
          : with(content, format, upload, null);
    } catch (GatewayException e) {
      return with(content, format, null, e.code());
    } catch (DocumentException e) {
      return with(content, format, null, Uploads.code(e.reason()));
    }
  }

  private SubmitForm with(
      String text, String kind, @Nullable Upload upload, @Nullable ErrorCode problem) {
    return new SubmitForm(
        title, text, kind, source, targets, sensitivity, textDate, deadline, note, upload, problem);
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
    if (constant(DocumentFormat.class, format).filter(TYPED::contains).isEmpty()) {
      problems.put("format", texts.error("invalid-request.meaning"));
    }
    if (constant(Sensitivity.class, sensitivity).isEmpty()) {
      problems.put("sensitivity", texts.error("invalid-request.meaning"));
    }
    if (date().isEmpty()) {
      problems.put("textDate", texts.get("submit.no-date"));
    }
    if (!deadline.isBlank() && moment().isEmpty()) {
      problems.put("deadline", texts.get("submit.no-deadline"));
    }
    if (note.length() > MAX_NOTE) {
      problems.put("note", texts.get("submit.note-too-long", MAX_NOTE));
    }
    return problems;
  }

  /** The draft; only when there are no {@link #problems}. */
  NewDraft draft() {
    return new NewDraft(
        title.strip(),
        file == null
            ? Upload.text(constant(DocumentFormat.class, format).orElseThrow(), content)
            : file,
        source,
        targets.stream().sorted().toList(),
        constant(Sensitivity.class, sensitivity).orElseThrow(),
        date().orElseThrow(),
        moment().orElse(null),
        note);
  }

  /** What a browser offers to choose: every format that is read here, and its extensions. */
  static String accepted() {
    return DocumentFormats.available().stream()
        .map(kind -> "." + kind.extension() + "," + kind.mediaType())
        .collect(Collectors.joining(","));
  }

  /** Where to show a failure of the whole draft. */
  String fieldOf(ErrorCode code) {
    return switch (code) {
      case UNKNOWN_LANGUAGE, UNSUPPORTED_PAIR -> "target";
      default -> file == null ? "content" : "file";
    };
  }

  private Optional<LocalDate> date() {
    try {
      return Optional.of(DayField.read(textDate));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** On the clock of the office. */
  private Optional<Instant> moment() {
    try {
      return deadline.isBlank()
          ? Optional.empty()
          : Optional.of(DayField.readMoment(deadline).atZone(Office.ZONE).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String id) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> PublicName.of(constant).equals(id))
        .findFirst();
  }
}
