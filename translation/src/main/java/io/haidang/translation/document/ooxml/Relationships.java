package io.haidang.translation.document.ooxml;

import io.haidang.translation.document.packed.PackedFile;
import io.haidang.translation.document.packed.XmlScanner;
import io.haidang.translation.document.packed.XmlScanner.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a part refers to. */
final class Relationships {

  private static final Map<String, String> NAMESPACES =
      Map.of("http://schemas.openxmlformats.org/package/2006/relationships", "rel");

  /**
   * A reference.
   *
   * @param type the last word of its address, such as {@code slide}
   * @param target a part of the package, or an address when {@code external}
   */
  record Relationship(String id, String type, String target, boolean external) {}

  private final List<Relationship> all = new ArrayList<>();

  private Relationships() {}

  /** Of a part; none when it has no list. */
  static Relationships of(PackedFile file, String part) {
    Relationships relationships = new Relationships();
    int slash = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, slash);
    String list = folder + "_rels/" + part.substring(slash) + ".rels";
    if (file.has(list)) {
      relationships.read(new XmlScanner(file.xml(list), NAMESPACES), folder);
    }
    return relationships;
  }

  private void read(XmlScanner scanner, String folder) {
    while (scanner.next() != Token.DONE) {
      if (scanner.isStart("rel:Relationship")) {
        String type = Objects.requireNonNullElse(scanner.attribute("Type"), "");
        String target = Objects.requireNonNullElse(scanner.attribute("Target"), "");
        boolean external = "External".equals(scanner.attribute("TargetMode"));
        all.add(
            new Relationship(
                Objects.requireNonNullElse(scanner.attribute("Id"), ""),
                type.substring(type.lastIndexOf('/') + 1),
                external ? target : resolve(folder, target),
                external));
      }
    }
  }

  /** A target is relative to the folder of its part, or to the package. */
  private static String resolve(String folder, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    List<String> path = new ArrayList<>(List.of(folder.split("/", -1)));
    path.remove(path.size() - 1);
    for (String step : target.split("/", -1)) {
      if (!step.equals("..")) {
        path.add(step);
      } else if (!path.isEmpty()) {
        path.remove(path.size() - 1);
      }
    }
    return String.join("/", path);
  }

  List<Relationship> all() {
    return all;
  }

  /** The part that an id refers to. */
  Optional<String> part(String id) {
    return all.stream()
        .filter(relationship -> relationship.id.equals(id) && !relationship.external)
        .map(Relationship::target)
        .findFirst();
  }

  /** Parts of a kind. */
  List<String> parts(String type) {
    return all.stream()
        .filter(relationship -> relationship.type.equals(type) && !relationship.external)
        .map(Relationship::target)
        .toList();
  }
}
