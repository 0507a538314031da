package io.haidang.gateway.http.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormTreeTest {

  private final FormTree tree = new FormTree();

  @Test
  void field_repeated_isAListInItsOrder() {
    tree.add("text", "b");
    tree.add("text", "a");
    tree.add("target_lang", "VI");
    assertThat(read().texts("text")).containsExactly("b", "a");
    assertThat(read().text("target_lang")).contains("VI");
  }

  @Test
  void field_withIndicesAndMembers_isAListOfObjects() {
    tree.add("dictionaries[1].source_lang", "de");
    tree.add("dictionaries[0].source_lang", "en");
    tree.add("dictionaries[0][entries]", "a\tb");
    assertThat(tree.toJson())
        .isEqualTo(
            new JsonObject(
                """
                { "dictionaries": [ { "source_lang": "en", "entries": "a\\tb" },
                                    { "source_lang": "de" } ] }"""));
  }

  @Test
  void field_withHugeIndexOrDepth_takesNoRoom() {
    tree.add("a[999999]", "1");
    tree.add("b[99999999999]", "2");
    tree.add("c" + "[0]".repeat(10_000), "3");
    tree.add("[", "4");
    tree.add("", "5");
    assertThat(read().texts("a")).containsExactly("1");
    assertThat(tree.toJson().size()).isEqualTo(5);
  }

  @Test
  void reader_otherTypes_areTakenOrRefusedByName() {
    Parameters json =
        Parameters.of(
            new JsonObject(
                "{ \"a\": [\"x\", 3], \"b\": true, \"c\": {}, \"d\": \"x, y,\", \"e\": 9 }"));
    assertThat(json.texts("a")).isEqualTo(List.of("x", "3"));
    assertThat(json.flag("b", false)).isTrue();
    assertThat(json.commaTexts("d")).containsExactly("x", "y");
    assertThat(json.number("e", 1, 0, 9)).isEqualTo(9);
    assertThat(json.choice("none", Set.of("q"))).isEmpty();
    assertRefused("c", () -> json.text("c"));
    assertRefused("d", () -> json.flag("d", true));
    assertRefused("e", () -> json.number("e", 1, 0, 8));
    assertRefused("e", () -> json.choice("e", Set.of("q")));
    assertRefused("none", () -> json.required("none"));
    assertRefused("a", () -> json.objects("a"));
  }

  private static void assertRefused(String name, Runnable reader) {
    assertThatThrownBy(reader::run).isInstanceOf(DialectException.class).hasMessageContaining(name);
  }

  private Parameters read() {
    return new Parameters(tree.toJson());
  }
}
