package io.haidang.translation.pipeline;

import io.haidang.models.GenerationOptions;
import io.haidang.models.ModelDescriptor.Locality;
import io.haidang.models.SentenceSimilarity;
import io.haidang.models.TextGenerator;
import io.haidang.translation.SegmentAlternatives;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.SimilarTranslations;
import io.haidang.translation.language.LanguageDetector;
import io.haidang.translation.memory.TranslationMemory;
import java.util.List;
import java.util.Set;

/** Makes translators. */
public final class SegmentTranslators {

  private SegmentTranslators() {}

  /**
   * A translator over one model, searching as {@link GenerationOptions#DEFAULT} says. The caller
   * keeps the generator and closes it.
   */
  public static SegmentTranslator local(TextGenerator generator) {
    return local(generator, GenerationOptions.DEFAULT);
  }

  /** The same with another search. */
  public static SegmentTranslator local(TextGenerator generator, GenerationOptions options) {
    return new EnforcingTranslator(generator, options, SimilarTranslations.NONE);
  }

  /** A translator over any model, whose hints include what {@code memory} finds. */
  public static SegmentTranslator over(TextGenerator generator, SimilarTranslations memory) {
    return new EnforcingTranslator(generator, GenerationOptions.DEFAULT, memory);
  }

  /** The other translations that one model has, where its search gives several outputs. */
  public static SegmentAlternatives alternatives(TextGenerator generator) {
    return new AlternativeWriter(generator);
  }

  /**
   * One engine in an order of fail-over.
   *
   * @param locality whether texts leave the machine
   */
  public record Engine(Locality locality, SegmentTranslator translator) {}

  /**
   * A translator that asks {@code engines} in order until one answers. One that is remote is passed
   * over, never asked, by a call whose texts may not leave. When none answers, a failure that may
   * pass is thrown before one that is for good.
   */
  public static SegmentTranslator firstOf(List<Engine> engines) {
    return new FailoverTranslator(engines);
  }

  /**
   * The same translator, asked only for what {@code memory} does not have: a segment that was
   * approved before, or differs from such a one by figures or inline codes, is taken as it is while
   * its names are still official and the checks find no new error.
   *
   * @param labels of texts that those to be translated may see
   */
  public static SegmentTranslator remembering(
      SegmentTranslator translator, TranslationMemory memory, Set<String> labels) {
    return new MemoryTranslator(translator, memory, labels);
  }

  /**
   * The same translator, not asked for segments that are in the language of the target already, as
   * in a text of several languages: these stay as they are, and say so in a finding {@code
   * already-translated}.
   */
  public static SegmentTranslator passing(SegmentTranslator translator, LanguageDetector detector) {
    return new PassingTranslator(translator, detector);
  }

  /**
   * The same translator, not asked for segments that are one name of the glossary and nothing else:
   * they are written as the glossary writes it.
   */
  public static SegmentTranslator naming(SegmentTranslator translator) {
    return new NameTranslator(translator);
  }

  /**
   * The same translator, whose segments also tell how close they are in meaning and carry the
   * warning {@code low-similarity} when that is hardly at all. The caller keeps the encoder.
   */
  public static SegmentTranslator comparing(
      SegmentTranslator translator, SentenceSimilarity similarity) {
    return new ComparingTranslator(translator, similarity);
  }
}
