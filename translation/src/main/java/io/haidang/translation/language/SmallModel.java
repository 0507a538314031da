package io.haidang.translation.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.langdetect.LanguageDetectorFactory;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * OpenNLP's model of 103 languages without those that nobody asks for: half the memory, a third of
 * the time, and the same order among those kept, since the rest of a softmax does not move it.
 */
final class SmallModel {

  private static final String FILE = "/langdetect-183.bin";

  private final List<String> features = new ArrayList<>();
  private final List<Context> weights = new ArrayList<>();

  private SmallModel() {}

  /** Loads the model and keeps {@code languages} of it. */
  static LanguageDetectorModel load(Set<String> languages) {
    AbstractModel whole = (AbstractModel) whole().getMaxentModel();
    SmallModel kept = new SmallModel();
    String[] names = kept.keep(whole.getDataStructures(), languages);
    GISModel small =
        new GISModel(
            kept.weights.toArray(Context[]::new), kept.features.toArray(String[]::new), names);
    return new LanguageDetectorModel(small, new HashMap<>(), new LanguageDetectorFactory());
  }

  private static LanguageDetectorModel whole() {
    try (InputStream file = SmallModel.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("model of languages: missing (expected: " + FILE + ")");
      }
      return new LanguageDetectorModel(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The parts are, as OpenNLP documents them, the weights, the same by feature, and the names. */
  @SuppressWarnings("unchecked")
  private String[] keep(Object[] parts, Set<String> languages) {
    Map<String, Context> byFeature = (Map<String, Context>) parts[1];
    String[] all = (String[]) parts[2];
    String[] names = Arrays.stream(all).filter(languages::contains).toArray(String[]::new);
    int[] numbers = Arrays.stream(all).mapToInt(Arrays.asList(names)::indexOf).toArray();
    byFeature.forEach((feature, context) -> keep(feature, context, numbers));
    return names;
  }

  private void keep(String feature, Context context, int[] numbers) {
    int[] outcomes = context.getOutcomes();
    double[] parameters = context.getParameters();
    int kept = 0;
    int[] fewer = new int[outcomes.length];
    double[] theirs = new double[outcomes.length];
    for (int i = 0; i < outcomes.length; i++) {
      if (numbers[outcomes[i]] >= 0) {
        fewer[kept] = numbers[outcomes[i]];
        theirs[kept++] = parameters[i];
      }
    }
    if (kept > 0) {
      features.add(feature);
      weights.add(new Context(Arrays.copyOf(fewer, kept), Arrays.copyOf(theirs, kept)));
    }
  }
}
