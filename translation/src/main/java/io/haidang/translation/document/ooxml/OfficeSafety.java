package io.haidang.translation.document.ooxml;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import io.haidang.translation.document.ooxml.Relationships.Relationship;
import io.haidang.translation.document.packed.PackedFile;
import java.util.Locale;
import java.util.Set;

/** Refuses what would run, or load something that runs, when the file is opened. */
final class OfficeSafety {

  /** Kinds of reference that an office program follows without being asked. */
  private static final Set<String> FOLLOWED =
      Set.of("attachedTemplate", "oleObject", "frame", "subDocument");

  private OfficeSafety() {}

  static void check(PackedFile file, ContentTypes types, MainPart main) {
    boolean hasProgram =
        file.names().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .anyMatch(name -> name.endsWith("vbaproject.bin"));
    if (main.hasMacros() || types.hasMacros() || hasProgram) {
      throw new DocumentException(
          Reason.MACROS, "document.macros: present (expected: a file without programs)");
    }
    for (String list : file.names()) {
      if (list.endsWith(".rels")) {
        checkReferences(file, list);
      }
    }
  }

  private static void checkReferences(PackedFile file, String list) {
    String part = list.replaceFirst("_rels/([^/]*)\\.rels$", "$1");
    for (Relationship reference : Relationships.of(file, part).all()) {
      if (reference.external() && FOLLOWED.contains(reference.type()) && isRemote(reference)) {
        throw new DocumentException(
            Reason.UNSAFE,
            list + ": " + reference.type() + " on another machine (expected: in the file)");
      }
    }
  }

  /** A text may name the template on the same disk that it was made with. */
  private static boolean isRemote(Relationship reference) {
    String address = reference.target().strip().toLowerCase(Locale.ROOT).replace('\\', '/');
    return address.matches("(?:https?|ftp|mhtml|ldap|smb):.*")
        || address.startsWith("//")
        || address.matches("file:(?://[^/].*|////.*)");
  }
}
