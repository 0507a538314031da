package io.haidang.models.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The tiny models' folders, and copies of them that lack something or say something else. */
final class TinyFolders {

  private static final Path REPOSITORY = Path.of(System.getProperty("haidang.repository"));
  private static final Path ROOT = REPOSITORY.resolve("models/src/test/resources/tiny");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private TinyFolders() {}

  static Path bundled() {
    return REPOSITORY.resolve("models/bundled/vi-en");
  }

  static Path of(String name) {
    return ROOT.resolve(name);
  }

  static Stream<String> names() {
    return Stream.of("bart", "m2m100", "marian", "mbart", "mbart50", "mt5", "nllb", "t5");
  }

  /** The tokenizer's files without the named ones. */
  static Path copy(String name, Path to, String... without) throws IOException {
    try (Stream<Path> files = Files.list(of(name))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String plain = file.getFileName().toString();
        if (!plain.endsWith(".onnx") && !Set.of(without).contains(plain)) {
          Files.copy(file, to.resolve(plain));
        }
      }
    }
    return to;
  }

  static void change(Path folder, String file, Consumer<ObjectNode> change) throws IOException {
    ObjectNode root = (ObjectNode) json(folder.resolve(file));
    change.accept(root);
    MAPPER.writeValue(folder.resolve(file).toFile(), root);
  }

  static JsonNode json(Path file) throws IOException {
    return MAPPER.readTree(file.toFile());
  }

  static int[] ints(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  static List<Integer> list(int... ids) {
    return IntStream.of(ids).boxed().toList();
  }
}
