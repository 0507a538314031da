package io.haidang.glossary.io;

import io.haidang.glossary.CaseRule;
import io.haidang.glossary.Concept;
import io.haidang.glossary.FirstMention;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes TBX-Basic in one of its three forms. Not thread-safe. */
final class TbxWriter {

  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private final TbxDialect dialect;
  private final XMLStreamWriter xml;
  private final LossReport.Counter losses = new LossReport.Counter();

  private TbxWriter(TbxDialect dialect, XMLStreamWriter xml) {
    this.dialect = dialect;
    this.xml = xml;
  }

  static LossReport write(
      Collection<Concept> concepts, GlossaryFormat format, Locale language, OutputStream out)
      throws IOException {
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      TbxWriter writer = new TbxWriter(TbxDialect.of(format), xml);
      writer.write(concepts, language);
      xml.flush();
      return writer.losses.report();
    } catch (XMLStreamException e) {
      throw new IOException("tbx: cannot be written", e);
    }
  }

  private void write(Collection<Concept> concepts, Locale language) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    newLine();
    dialect.startRoot(xml, language.toLanguageTag());
    newLine();
    xml.writeStartElement("text");
    xml.writeStartElement("body");
    for (Concept concept : concepts) {
      newLine();
      write(concept);
    }
    newLine();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    newLine();
    xml.writeEndDocument();
  }

  private void write(Concept concept) throws XMLStreamException {
    xml.writeStartElement(dialect.concept());
    xml.writeAttribute("id", plain(concept.id().value()));
    category("descrip", "subjectField", concept.domain());
    category("descrip", "definition", concept.definition());
    category("admin", "source", concept.source());
    Map<String, String> unheld = unheld(concept);
    noteOrValue(concept.note(), unheld);
    note(MachineNote.write(unheld));
    Map<Locale, List<Term>> byLanguage = new LinkedHashMap<>();
    for (Term term : concept.terms()) {
      byLanguage.computeIfAbsent(term.language(), key -> new ArrayList<>()).add(term);
    }
    for (Map.Entry<Locale, List<Term>> language : byLanguage.entrySet()) {
      newLine();
      xml.writeStartElement(dialect.language());
      xml.writeAttribute("xml", XML, "lang", language.getKey().toLanguageTag());
      for (Term term : language.getValue()) {
        write(term);
      }
      xml.writeEndElement();
    }
    newLine();
    xml.writeEndElement();
  }

  /** What TBX-Basic has no data category for. */
  private Map<String, String> unheld(Concept concept) {
    Map<String, String> values = new LinkedHashMap<>();
    put(values, "article", concept.article());
    put(values, "valid_from", concept.validity().from());
    put(values, "valid_to", concept.validity().to());
    put(values, "successor", concept.successor());
    put(values, "translate", concept.translatable() ? "" : "no");
    return values;
  }

  private void put(Map<String, String> values, String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      values.put(name, value.toString());
      losses.keptAsNote(name);
    }
  }

  private void write(Term term) throws XMLStreamException {
    newLine();
    xml.writeStartElement(dialect.term());
    element("term", term.text());
    if (term.status() == TermStatus.ABBREVIATION) {
      category("termNote", "termType", "abbreviation");
    }
    category("termNote", "administrativeStatus", status(term.status()));
    Map<String, String> values = new LinkedHashMap<>();
    noteOrValue(term.reason(), values);
    boolean usualCase = term.caseRule() == CaseRule.NAME;
    put(values, "case", usualCase ? "" : Values.name(term.caseRule()));
    boolean usualMention = term.firstMention() == FirstMention.WHEN_USED;
    put(values, "first_mention", usualMention ? "" : Values.name(term.firstMention()));
    note(MachineNote.write(values));
    xml.writeEndElement();
  }

  private static String status(TermStatus status) {
    return switch (status) {
      case PREFERRED -> "preferredTerm-admn-sts";
      case ADMITTED, ABBREVIATION -> "admittedTerm-admn-sts";
      case FORBIDDEN -> "deprecatedTerm-admn-sts";
    };
  }

  private void category(String element, String category, String value) throws XMLStreamException {
    if (!value.isEmpty()) {
      dialect.startCategory(xml, element, category);
      xml.writeCharacters(plain(value));
      xml.writeEndElement();
    }
  }

  /** A note of a person that looks like one of ours goes into ours. */
  private void noteOrValue(String note, Map<String, String> values) throws XMLStreamException {
    if (MachineNote.isOne(note)) {
      values.put("note", note);
    } else {
      note(note);
    }
  }

  private void note(String value) throws XMLStreamException {
    if (!value.isEmpty()) {
      element("note", value);
    }
  }

  private void element(String name, String value) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(plain(value));
    xml.writeEndElement();
  }

  /** XML cannot hold control characters, not even escaped, and reads every line end as one. */
  private String plain(String value) {
    String lines = value.replace("\r\n", "\n").replace('\r', '\n');
    String plain = lines.replaceAll("[\\p{Cntrl}&&[^\n\t]]|[\uFFFE\uFFFF]|\\p{Cs}", "");
    if (plain.length() < lines.length()) {
      losses.lost("control characters");
    }
    return plain;
  }

  private void newLine() throws XMLStreamException {
    xml.writeCharacters("\n");
  }
}
