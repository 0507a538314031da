package io.haidang.translation.document.inplace;

import io.haidang.translation.document.DocumentSkeleton;
import io.haidang.translation.document.Measure;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.PlaceFinding;
import io.haidang.translation.document.TextFile;
import io.haidang.translation.document.TextUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** A text file of which nothing changes but the places of its units. */
public final class InPlaceSkeleton implements DocumentSkeleton {

  private final TextFile file;
  private final List<InPlaceUnit> units;
  private final BiConsumer<MergeOptions, Edits> rest;

  public InPlaceSkeleton(TextFile file, List<? extends InPlaceUnit> units) {
    this(file, units, (options, edits) -> {});
  }

  /**
   * For formats that say something of themselves when they are written.
   *
   * @param rest adds changes outside of the units
   */
  public InPlaceSkeleton(
      TextFile file, List<? extends InPlaceUnit> units, BiConsumer<MergeOptions, Edits> rest) {
    this.file = file;
    this.units = List.copyOf(units);
    this.rest = rest;
  }

  @Override
  public List<TextUnit> units() {
    return units.stream().map(InPlaceUnit::unit).toList();
  }

  @Override
  public byte[] merge(List<String> texts, MergeOptions options) {
    return file.encode(mergedText(texts, options));
  }

  @Override
  public List<PlaceFinding> check(List<String> texts, MergeOptions options) {
    List<PlaceFinding> findings = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      findings.addAll(units.get(i).check(i, texts.get(i), options));
    }
    return findings;
  }

  @Override
  public List<Measure> measure(int unit, String text, MergeOptions options) {
    return units.get(unit).measure(text, options);
  }

  /** {@link #merge} before it is encoded. */
  public String mergedText(List<String> texts, MergeOptions options) {
    Edits edits = new Edits();
    for (int i = 0; i < units.size(); i++) {
      units.get(i).write(texts.get(i), options, edits);
    }
    rest.accept(options, edits);
    return edits.apply(file.text());
  }
}
