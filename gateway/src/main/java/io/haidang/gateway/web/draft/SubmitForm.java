package io.haidang.gateway.web.draft;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.draft.NewDraft;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.Submission;
import io.haidang.gateway.draft.Upload;
import io.haidang.gateway.draft.Uploads;
import io.haidang.gateway.web.kit.DayField;
import io.haidang.gateway.web.kit.Forms;
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

/**
 * Drafts as they were typed or chosen, right or wrong.
 *
 * @param content the text area; the text of a file that is text, so that it is not lost
 * @param format wire name of a document format, for what is typed
 * @param source language of the text
 * @param targets languages to make products in
 * @param forms ids of the products to make
 * @param deadline day and time by which it has to be read; may be empty
 * @param note for whoever reviews it
 * @param together whether the files tell one story
 * @param files that take the place of what is typed; none when it was typed
 */
record SubmitForm(
    String title,
    String content,
    String format,
    String source,
    Set<String> targets,
    Set<String> forms,
    String sensitivity,
    String textDate,
    String deadline,
    String note,
    boolean together,
    List<Upload> files) {

  /** What can be typed or pasted. */
  static final List<DocumentFormat> TYPED = List.of(DocumentFormat.PLAIN, DocumentFormat.HTML);

  private static final int MAX_TITLE = 200;
  private static final int MAX_NOTE = 2_000;

  SubmitForm {
    targets = Set.copyOf(targets);
    forms = Set.copyOf(forms);
    files = List.copyOf(files);
  }

  /** Nothing typed yet. A text stays in the house until somebody says that it may leave. */
  static SubmitForm empty(LocalDate today) {
    return new SubmitForm(
        "",
        "",
        PublicName.of(DocumentFormat.PLAIN),
        "vi",
        Set.of("en"),
        Set.of(ProductForm.TRANSLATION.id()),
        PublicName.of(Sensitivity.INTERNAL),
        DayField.write(today),
        "",
        "",
        false,
        List.of());
  }

  static SubmitForm of(WebRequest request) {
    return new SubmitForm(
        request.field("title"),
        request.field("content"),
        request.field("format"),
        request.field("source"),
        Set.copyOf(request.fields("target")),
        known(request.fields("product")),
        request.field("sensitivity"),
        request.field("textDate"),
        request.field("deadline"),
        request.field("note"),
        request.field("together").equals("on"),
        request.files("file").stream()
            .map(file -> Upload.file(file.name(), file.content().getBytes()))
            .toList());
  }

  private static Set<String> known(List<String> forms) {
    return Forms.ALL.stream()
        .map(ProductForm::id)
        .filter(forms::contains)
        .collect(Collectors.toSet());
  }

  /** A browser sends no file twice; of one that can be typed, the text stays in the form. */
  SubmitForm withTextOfFile() {
    if (files.size() != 1) {
      return this;
    }
    Upload file = files.get(0);
    try {
      DocumentFormat kind = DocumentFormats.detect(Uploads.name(file), file.bytes());
      return TYPED.contains(kind)
          ? with(TextFile.decode(file.bytes()).text(), PublicName.of(kind))
          : this;
    } catch (DocumentException e) {
      return this; // What cannot be read is told beside the file.
    }
  }

  private SubmitForm with(String text, String kind) {
    return new SubmitForm(
        title,
        text,
        kind,
        source,
        targets,
        forms,
        sensitivity,
        textDate,
        deadline,
        note,
        together,
        files);
  }

  /** What is wrong before any text itself is looked at, by field. */
  Map<String, String> problems(Texts texts) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (title.strip().length() > MAX_TITLE) {
      problems.put("title", texts.get("submit.title-too-long", MAX_TITLE));
    }
    if (files.size() > Submission.MOST) {
      problems.put("file", texts.get("submit.too-many-files", Submission.MOST));
    }
    if (forms.isEmpty()) {
      problems.put("product", texts.get("submit.no-form"));
    }
    if (targets.isEmpty()) {
      problems.put("target", texts.get("submit.no-target"));
    } else if (isTranslatedIntoItself()) {
      problems.put("target", texts.get("submit.same-language"));
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

  private boolean isTranslatedIntoItself() {
    return forms.equals(Set.of(ProductForm.TRANSLATION.id())) && targets.equals(Set.of(source));
  }

  boolean hasFiles() {
    return !files.isEmpty();
  }

  /** Whether everything becomes one story, with the title that was typed. */
  boolean isOneStory() {
    return together || files.size() <= 1;
  }

  /** A draft of each file, else of what is typed; only when there are no {@link #problems}. */
  List<NewDraft> drafts() {
    return hasFiles()
        ? files.stream().map(this::draft).toList()
        : List.of(
            draft(Upload.text(constant(DocumentFormat.class, format).orElseThrow(), content)));
  }

  private NewDraft draft(Upload upload) {
    return new NewDraft(
        title.strip(),
        upload,
        source,
        targets.stream().sorted().toList(),
        forms.stream().sorted().map(ProductForm::new).toList(),
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
      default -> hasFiles() ? "file" : "content";
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
