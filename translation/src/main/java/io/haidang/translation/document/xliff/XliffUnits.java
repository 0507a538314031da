package io.haidang.translation.document.xliff;

import io.haidang.translation.document.TextUnit;
import io.haidang.translation.document.inplace.InlineMarkup;
import io.haidang.translation.document.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what is to be translated: not what is marked otherwise, nor what a person has signed. */
final class XliffUnits {

  private static final Set<String> DONE = Set.of("translated", "reviewed", "final", "signed-off");

  private final String file;
  private final List<XliffUnit> units = new ArrayList<>();

  private XliffUnits(String file) {
    this.file = file;
  }

  static List<XliffUnit> of(XmlElement root, String file) {
    XliffUnits found = new XliffUnits(file);
    found.walk(root, new Inherited(true, false));
    return found.units;
  }

  /** What an element says for all below it. */
  private record Inherited(boolean translate, boolean preserved) {

    Inherited by(XmlElement element) {
      String chosen = element.value("translate");
      String space = element.value("xml:space");
      return new Inherited(
          chosen.isEmpty() ? translate : !chosen.equals("no"),
          space.isEmpty() ? preserved : space.equals("preserve"));
    }
  }

  private void walk(XmlElement element, Inherited outer) {
    Inherited inherited = outer.by(element);
    switch (element.localName()) {
      case "trans-unit" -> transUnit(element, inherited);
      case "unit" -> unit(element, inherited);
      case "xliff", "file", "body", "group" ->
          element.children().forEach(child -> walk(child, inherited));
      default -> {} // Notes, skeletons, modules.
    }
  }

  private void transUnit(XmlElement element, Inherited inherited) {
    XmlElement source = element.child("source").orElse(null);
    XmlElement target = element.child("target").orElse(null);
    boolean signed = element.value("approved").equals("yes");
    if (source == null || signed || isDone(target, target == null ? "" : target.value("state"))) {
      return;
    }
    // A source that is cut into segments already shows where the target has to be.
    XmlElement text = element.child("seg-source").orElse(source);
    int room = element.value("size-unit").equals("char") ? number(element.value("maxwidth")) : 0;
    add(name(element), room, text, inherited, null, target);
  }

  private void unit(XmlElement element, Inherited inherited) {
    for (XmlElement segment : element.children()) {
      XmlElement source = segment.child("source").orElse(null);
      XmlElement target = segment.child("target").orElse(null);
      boolean done = isDone(target, segment.value("state"));
      if (segment.localName().equals("segment") && source != null && !done) {
        add(name(element), 0, source, inherited.by(segment), segment, target);
      }
    }
  }

  private static boolean isDone(@Nullable XmlElement target, String state) {
    return target != null && DONE.contains(state) && !target.text().isBlank();
  }

  private void add(
      String name,
      int room,
      XmlElement source,
      Inherited inherited,
      @Nullable XmlElement stateOwner,
      @Nullable XmlElement target) {
    if (!inherited.translate()) {
      return;
    }
    InlineMarkup text = XliffInline.of(source, file, inherited.by(source).preserved());
    if (!text.isBlank()) {
      TextUnit unit = new TextUnit(text.text(), name, room > 0 ? room : TextUnit.NO_LIMIT);
      units.add(new XliffUnit(unit, text, file, stateOwner, source, target));
    }
  }

  private static String name(XmlElement element) {
    String name = element.value("resname");
    return name.isEmpty() ? element.value("id") : name;
  }

  private static int number(String value) {
    return value.matches("[0-9]{1,6}") ? Integer.parseInt(value) : 0;
  }
}
