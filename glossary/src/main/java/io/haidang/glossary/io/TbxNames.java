package io.haidang.glossary.io;

import java.util.Map;
import java.util.Set;

/** Namespaces, elements and data categories of TBX. */
final class TbxNames {

  static final String NAMESPACE = "urn:iso:std:iso:30042:ed-2";
  static final String MIN = "http://www.tbxinfo.net/ns/min";
  static final String BASIC = "http://www.tbxinfo.net/ns/basic";

  /** Elements that begin a level, in the forms since 2019 and before. */
  static final Set<String> CONCEPT = Set.of("conceptEntry", "termEntry");

  static final Set<String> LANGUAGE = Set.of("langSec", "langSet");
  static final Set<String> TERM = Set.of("termSec", "tig", "ntig");

  /** Elements whose {@code type} names a data category; in DCT the element itself does. */
  static final Set<String> TYPED =
      Set.of(
          "descrip",
          "descripNote",
          "termNote",
          "admin",
          "adminNote",
          "transac",
          "transacNote",
          "ref",
          "xref");

  /** Structure without content of its own. */
  static final Set<String> GROUPS =
      Set.of(
          "descripGrp",
          "termGrp",
          "adminGrp",
          "transacGrp",
          "termNoteGrp",
          "hi",
          "foreign",
          "sc",
          "ec",
          "ph",
          "bpt",
          "ept",
          "it",
          "ut",
          "xref",
          "termCompList",
          "termCompGrp");

  /** Data categories that are spelled otherwise by some program; their name here. */
  private static final Map<String, String> SYNONYMS =
      Map.of(
          "status", "administrativeStatus",
          "normativeAuthorization", "administrativeStatus",
          "Translation needed", "translate",
          "domain", "subjectField",
          "Definition", "definition",
          "Source", "source");

  static final Set<String> SHORT_FORMS =
      Set.of("abbreviation", "acronym", "initialism", "shortForm", "clippedTerm");

  private TbxNames() {}

  static String category(String type) {
    return SYNONYMS.getOrDefault(type, type);
  }
}
