package io.haidang.translation.document.xliff;

import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.TextUnit;
import io.haidang.translation.document.inplace.Edits;
import io.haidang.translation.document.inplace.InPlaceUnit;
import io.haidang.translation.document.inplace.InlineMarkup;
import io.haidang.translation.document.xml.XmlAttribute;
import io.haidang.translation.document.xml.XmlElement;
import io.haidang.translation.document.xml.XmlReader;
import org.jspecify.annotations.Nullable;

/**
 * A source and its target.
 *
 * @param text what is to be translated
 * @param stateOwner the element whose state is that of the target; null for the target itself
 * @param behind the element that a new target follows
 * @param target null where there is none yet
 */
record XliffUnit(
    TextUnit unit,
    InlineMarkup text,
    String file,
    @Nullable XmlElement stateOwner,
    XmlElement behind,
    @Nullable XmlElement target)
    implements InPlaceUnit {

  private static final String STATE = "state=\"translated\"";

  @Override
  public void write(String translation, MergeOptions options, Edits edits) {
    String content = text.write(translation, XmlReader::escape);
    if (stateOwner != null) {
      translated(stateOwner, edits);
    }
    if (target == null) {
      edits.insert(behind.end(), indent() + created(content));
    } else if (target.isOneTag()) {
      edits.replace(target.start(), target.end(), created(content));
    } else {
      if (stateOwner == null) {
        translated(target, edits);
      }
      edits.replace(target.contentStart(), target.contentEnd(), content);
    }
  }

  /** Says of an element that it is translated, and nothing more exact. */
  private static void translated(XmlElement element, Edits edits) {
    XmlAttribute state = element.attribute("state").orElse(null);
    if (state == null) {
      edits.insert(element.start() + 1 + element.name().length(), " " + STATE);
    } else {
      edits.replace(state.valueStart(), state.valueEnd(), "translated");
    }
    for (String detail : new String[] {"subState", "state-qualifier"}) {
      element
          .attribute(detail)
          .ifPresent(attribute -> edits.replace(attribute.start() - 1, attribute.end(), ""));
    }
  }

  private String created(String content) {
    String name = behind.prefix() + "target";
    String language =
        target == null
            ? ""
            : target
                .attribute("xml:lang")
                .map(each -> " xml:lang=\"" + each.value() + "\"")
                .orElse("");
    String state = stateOwner == null ? " " + STATE : "";
    return "<" + name + language + state + ">" + content + "</" + name + ">";
  }

  /** The white space in front of the source, so that the target stands below it. */
  private String indent() {
    int start = behind.start();
    while (start > 0 && Character.isWhitespace(file.charAt(start - 1))) {
      start--;
    }
    return file.substring(start, behind.start());
  }
}
