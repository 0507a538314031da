package io.haidang.translation.document.po;

import io.haidang.translation.document.DocumentFilter;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.DocumentSkeleton;
import io.haidang.translation.document.FilterOptions;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.TextFile;
import io.haidang.translation.document.inplace.Edits;
import io.haidang.translation.document.inplace.FileLine;
import io.haidang.translation.document.inplace.InPlaceSkeleton;
import io.haidang.translation.document.inplace.MessageText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Message catalogues of GNU gettext. A message that has no translation, or a fuzzy one, is a unit;
 * one with a plural is two. Translations that stand are kept. Comments, contexts and obsolete
 * messages stay as they are; of a message that is filled in, the flag {@code fuzzy} goes.
 */
public final class PoFilter implements DocumentFilter {

  private static final Pattern LANGUAGE =
      Pattern.compile("\\\\nLanguage:[ \\t]*([\\w@.-]*)|\"Language:[ \\t]*([\\w@.-]*)");

  @Override
  public Set<DocumentFormat> formats() {
    return Set.of(DocumentFormat.PO);
  }

  @Override
  public DocumentSkeleton open(DocumentFormat format, byte[] content, FilterOptions options) {
    TextFile file = TextFile.decode(content);
    String lineEnd = FileLine.endOf(file.text());
    List<PoMessage> messages = new ArrayList<>();
    List<PoEntry> filled = new ArrayList<>();
    List<PoEntry> entries = PoReader.read(file.text());
    for (PoEntry entry : entries) {
      List<PoMessage> found = entry.isTranslated() ? List.of() : messages(entry, lineEnd);
      if (!found.isEmpty()) {
        messages.addAll(found);
        filled.add(entry);
      }
    }
    return new InPlaceSkeleton(
        file,
        messages,
        (merge, edits) -> {
          filled.forEach(entry -> unflag(entry, file.text(), edits));
          entries.stream().findFirst().ifPresent(head -> name(head, file.text(), merge, edits));
        });
  }

  private static List<PoMessage> messages(PoEntry entry, String lineEnd) {
    PoString source = entry.string("msgid").orElse(null);
    List<PoString> places = entry.translations();
    if (source == null || places.isEmpty() || !MessageText.isRead(source.value())) {
      return List.of(); // The header has an empty source.
    }
    String name = entry.string("msgctxt").map(PoString::value).orElse("");
    PoString plural = entry.string("msgid_plural").orElse(null);
    if (plural == null) {
      return List.of(PoMessage.of(source, places, name, lineEnd));
    }
    if (places.size() == 1) {
      return List.of(PoMessage.of(plural, places, name, lineEnd)); // A language without plurals.
    }
    return List.of(
        PoMessage.of(source, places.subList(0, 1), name, lineEnd),
        PoMessage.of(plural, places.subList(1, places.size()), name, lineEnd));
  }

  private static void unflag(PoEntry entry, String text, Edits edits) {
    FileLine flags = entry.flags();
    if (flags == null || !entry.isFuzzy()) {
      return;
    }
    String left = entry.flagsWithoutFuzzy();
    int end = flags.end();
    if (left.isEmpty()) {
      end += FileLine.endOf(text.substring(end, Math.min(text.length(), end + 2))).length();
    }
    edits.replace(flags.start(), Math.min(end, text.length()), left);
  }

  /** Says in the header which language the file has now. */
  private static void name(PoEntry header, String text, MergeOptions options, Edits edits) {
    PoString fields = header.string("msgstr").orElse(null);
    boolean isHeader = header.string("msgid").filter(id -> id.value().isEmpty()).isPresent();
    if (fields == null || !isHeader) {
      return;
    }
    Matcher field = LANGUAGE.matcher(text).region(fields.start(), fields.end());
    if (field.find()) {
      int group = field.group(1) != null ? 1 : 2;
      String now = options.language().getLanguage();
      if (!field.group(group).split("[_@.-]", -1)[0].equals(now)) {
        edits.replace(field.start(group), field.end(group), now);
      }
    }
  }
}
