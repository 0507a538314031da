package io.haidang.gateway.http.dialect;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Fields of a form as the JSON that they stand for: {@code text} twice is a list, {@code
 * dictionaries[0].source_lang} a member of the first object of a list. Indices only give an order,
 * so that a large one takes no room. Not thread-safe.
 */
final class FormTree {

  private static final String STEP = "\\.[^.\\[\\]]+|\\[[^.\\[\\]]*\\]";

  /** Names that go deeper are taken as they are. */
  private static final Pattern PATH = Pattern.compile("[^.\\[\\]]+(?:" + STEP + "){0,6}");

  private static final Pattern STEPS = Pattern.compile("[^.\\[\\]]+|\\[\\]");
  private static final Pattern INDEX = Pattern.compile("\\d{1,6}");

  private final Node root = new Node();

  /** Adds a field; one of the same name before it makes a list. */
  void add(String name, String value) {
    Node node = root;
    if (PATH.matcher(name).matches()) {
      for (String step : STEPS.matcher(name).results().map(MatchResult::group).toList()) {
        node = node.step(step);
      }
    } else {
      node = root.members.computeIfAbsent(name, key -> new Node());
    }
    node.values.add(value);
  }

  JsonObject toJson() {
    return root.object();
  }

  /** A place of the tree: values, or what is below it. */
  private static final class Node {

    private final List<String> values = new ArrayList<>();
    private final Map<String, Node> members = new LinkedHashMap<>();
    private final SortedMap<Integer, Node> elements = new TreeMap<>();

    private Node step(String name) {
      if (name.equals("[]")) {
        return this;
      }
      return INDEX.matcher(name).matches()
          ? elements.computeIfAbsent(Integer.valueOf(name), key -> new Node())
          : members.computeIfAbsent(name, key -> new Node());
    }

    private JsonObject object() {
      JsonObject object = new JsonObject();
      members.forEach((name, node) -> object.put(name, node.json()));
      return object;
    }

    private Object json() {
      if (!elements.isEmpty()) {
        return new JsonArray(elements.values().stream().map(Node::json).toList());
      }
      if (!members.isEmpty()) {
        return object();
      }
      return values.size() == 1 ? values.get(0) : new JsonArray(List.copyOf(values));
    }
  }
}
