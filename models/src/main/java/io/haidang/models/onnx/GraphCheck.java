package io.haidang.models.onnx;

import static io.haidang.models.onnx.OnnxGraph.ANY;
import static io.haidang.models.onnx.OnnxGraph.FLAG;
import static io.haidang.models.onnx.OnnxGraph.FLOAT;
import static io.haidang.models.onnx.OnnxGraph.IDS;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether graphs read and write what {@code config.json} makes us expect of an export by Optimum.
 * Ids and masks may be of 32 or 64 bits; weights of any kind, as long as tensors are float32.
 */
record GraphCheck(Seq2SeqConfig config) {

  private static final String IDS_INPUT = "input_ids";
  private static final String HIDDEN = "encoder_hidden_states";
  private static final String MASK = "encoder_attention_mask";
  private static final String BRANCH = "use_cache_branch";

  /** The names of a cache's tensors without their prefix, two for each layer. */
  static List<String> caches(int layers, String part) {
    List<String> names = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      names.add(layer + "." + part + ".key");
      names.add(layer + "." + part + ".value");
    }
    return names;
  }

  void encoder(OnnxGraph graph) {
    graph.requireInput(IDS_INPUT, IDS, ANY, ANY);
    graph.requireInput("attention_mask", IDS, ANY, ANY);
    graph.requireInputsAmong(Set.of(IDS_INPUT, "attention_mask"));
    graph.requireOutput("last_hidden_state", FLOAT, ANY, ANY, config.hiddenSize());
  }

  /** What {@code models/tools/fuse_m2m100.py} writes. */
  void fused(OnnxGraph encoder, OnnxGraph decoder, int outputTokens) {
    encoder.requireInput(IDS_INPUT, IDS, ANY, ANY);
    encoder.requireInput("attention_mask", IDS, ANY, ANY);
    encoder.requireInputsAmong(Set.of(IDS_INPUT, "attention_mask"));
    present(encoder, "encoder");
    decoder.requireInput("candidates", IDS, 1);
    decoder.requireInput(MASK, IDS, ANY, ANY);
    past(decoder);
    present(decoder, "decoder");
    decoder.requireOutput("top_scores", FLOAT, ANY, ANY);
    decoder.requireOutput("top_tokens", IDS, ANY, ANY);
    decoder.requireOutput("logits", FLOAT, ANY, outputTokens);
    knownInputs(decoder, Set.of(IDS_INPUT, MASK, "candidates"));
  }

  /** One graph for the first tokens and the others. */
  void mergedDecoder(OnnxGraph graph) {
    graph.requireInput(BRANCH, FLAG, 1);
    hidden(graph);
    past(graph);
    present(graph, "decoder");
    present(graph, "encoder");
    common(graph, Set.of(IDS_INPUT, MASK, HIDDEN, BRANCH));
  }

  /** The graph for the first tokens, beside one for the others. */
  void firstDecoder(OnnxGraph graph) {
    hidden(graph);
    present(graph, "decoder");
    present(graph, "encoder");
    common(graph, Set.of(IDS_INPUT, MASK, HIDDEN));
  }

  /** The graph for the tokens after the first; some exports leave out what it does not use. */
  void laterDecoder(OnnxGraph graph) {
    if (graph.takes(HIDDEN)) {
      hidden(graph);
    }
    past(graph);
    present(graph, "decoder");
    common(graph, Set.of(IDS_INPUT, MASK, HIDDEN));
  }

  private void common(OnnxGraph graph, Set<String> names) {
    graph.requireInput(IDS_INPUT, IDS, ANY, ANY);
    if (graph.takes(MASK)) {
      graph.requireInput(MASK, IDS, ANY, ANY);
    }
    graph.requireOutput("logits", FLOAT, ANY, ANY, config.vocabularySize());
    knownInputs(graph, names);
  }

  private void knownInputs(OnnxGraph graph, Set<String> names) {
    Set<String> known = new HashSet<>(names);
    for (String part : List.of("decoder", "encoder")) {
      caches(config.decoderLayers(), part).forEach(name -> known.add("past_key_values." + name));
    }
    graph.requireInputsAmong(known);
  }

  private void hidden(OnnxGraph graph) {
    graph.requireInput(HIDDEN, FLOAT, ANY, ANY, config.hiddenSize());
  }

  private void past(OnnxGraph graph) {
    for (String part : List.of("decoder", "encoder")) {
      for (String name : caches(config.decoderLayers(), part)) {
        graph.requireInput("past_key_values." + name, FLOAT, cacheShape());
      }
    }
  }

  private void present(OnnxGraph graph, String part) {
    for (String name : caches(config.decoderLayers(), part)) {
      graph.requireOutput("present." + name, FLOAT, cacheShape());
    }
  }

  private long[] cacheShape() {
    return new long[] {ANY, config.heads(), ANY, config.headSize()};
  }
}
