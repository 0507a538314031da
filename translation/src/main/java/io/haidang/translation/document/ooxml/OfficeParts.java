package io.haidang.translation.document.ooxml;

import io.haidang.translation.document.FilterOptions;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.document.packed.MarkupPart;
import io.haidang.translation.document.packed.PackedFile;
import io.haidang.translation.document.packed.Region;
import io.haidang.translation.document.packed.XmlPart;
import io.haidang.translation.document.packed.XmlScanner;
import io.haidang.translation.document.packed.XmlScanner.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parts of a package that hold text, in reading order. */
final class OfficeParts {

  private static final String CHART = ".drawingml.chart+xml";
  private static final String DIAGRAM = ".drawingml.diagramData+xml";
  private static final String DIAGRAM_PICTURE = ".drawingml.diagramDrawing+xml";

  private final PackedFile file;
  private final ContentTypes types;
  private final FilterOptions options;
  private final List<MarkupPart> parts = new ArrayList<>();
  private final Map<String, Region> firstByText = new HashMap<>();
  private final Map<String, Region> firstByWords = new HashMap<>();
  private final Set<String> kept = new HashSet<>();

  OfficeParts(PackedFile file, ContentTypes types, FilterOptions options) {
    this.file = file;
    this.types = types;
    this.options = options;
  }

  List<MarkupPart> read(MainPart main) {
    for (String name : names(main)) {
      read(name);
    }
    return parts;
  }

  private Set<String> names(MainPart main) {
    return switch (main.format()) {
      case DOCX -> document(main.name());
      case PPTX -> slides(main.name());
      default -> workbook();
    };
  }

  private Set<String> document(String main) {
    Set<String> names = new LinkedHashSet<>(List.of(main));
    names.addAll(types.parts(".footnotes+xml"));
    names.addAll(types.parts(".endnotes+xml"));
    names.addAll(types.parts(".wordprocessingml.header+xml"));
    names.addAll(types.parts(".wordprocessingml.footer+xml"));
    names.addAll(types.parts(CHART));
    names.addAll(types.parts(DIAGRAM));
    names.addAll(types.parts(DIAGRAM_PICTURE));
    return names;
  }

  /** Slides in the order of the show, each with what stands on it and what is said to it. */
  private Set<String> slides(String main) {
    Set<String> names = new LinkedHashSet<>();
    Relationships show = Relationships.of(file, main);
    XmlScanner scanner = new XmlScanner(file.xml(main), OfficeNames.PREFIXES);
    while (scanner.next() != Token.DONE) {
      String id = scanner.isStart("p:sldId") ? scanner.attribute("r:id") : null;
      if (id != null) {
        show.part(id).ifPresent(slide -> addSlide(slide, names));
      }
    }
    return names;
  }

  private void addSlide(String slide, Set<String> names) {
    Relationships on = Relationships.of(file, slide);
    names.add(slide);
    for (String kind : List.of("chart", "diagramData", "diagramDrawing", "notesSlide")) {
      names.addAll(on.parts(kind));
    }
  }

  private Set<String> workbook() {
    kept.addAll(WorkbookTables.columnsInFormulas(file, types));
    Set<String> names = new LinkedHashSet<>(types.parts(".sharedStrings+xml"));
    names.addAll(types.parts(".worksheet+xml"));
    names.addAll(types.parts(WorkbookTables.TYPE));
    names.addAll(types.parts(".drawing+xml"));
    names.addAll(types.parts(CHART));
    names.addAll(types.parts(DIAGRAM));
    names.addAll(types.parts(DIAGRAM_PICTURE));
    return names;
  }

  private void read(String name) {
    String type = types.type(name);
    XmlPart original = file.xml(name);
    if (type.endsWith(".worksheet+xml") && !original.text().contains("inlineStr")) {
      return;
    }
    XmlPart part = TrackedChanges.decided(original, options.trackedChanges());
    OfficeReader reader = new OfficeReader(part);
    List<Region> regions = reader.read();
    IdentityHashMap<Region, Region> mirrors = new IdentityHashMap<>(reader.mirrors());
    boolean repeats = type.endsWith(DIAGRAM_PICTURE) || type.endsWith(CHART);
    if (type.endsWith(WorkbookTables.TYPE)) {
      regions = regions.stream().filter(region -> isHeading(region, mirrors)).toList();
    } else {
      regions = regions.stream().filter(region -> !isKept(region)).toList();
      regions.forEach(region -> remember(region, repeats, mirrors));
    }
    if (!regions.isEmpty() || !part.equals(original)) {
      parts.add(new MarkupPart(part, regions, mirrors, !part.equals(original)));
    }
  }

  private boolean isKept(Region region) {
    return !kept.isEmpty() && kept.contains(InlineCodes.strip(region.text()));
  }

  /** A column is called what its first cell says, or Excel finds the file damaged. */
  private boolean isHeading(Region column, IdentityHashMap<Region, Region> mirrors) {
    Region cell = firstByWords.get(column.text());
    if (cell != null) {
      mirrors.put(column, cell);
    }
    return cell != null;
  }

  /** A chart repeats cells, the picture of a diagram its data: one translation for both. */
  private void remember(Region region, boolean repeats, IdentityHashMap<Region, Region> mirrors) {
    Region first = firstByText.putIfAbsent(region.text(), region);
    firstByWords.putIfAbsent(InlineCodes.strip(region.text()), region);
    if (first != null && repeats) {
      mirrors.putIfAbsent(region, first);
    }
    region.inner().forEach(inner -> remember(inner, repeats, mirrors));
  }
}
