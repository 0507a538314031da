package io.haidang.gateway.http.deepl.style;

import io.haidang.gateway.auth.Scope;
import io.haidang.gateway.http.deepl.kit.LanguageCode;
import io.haidang.gateway.http.deepl.kit.Page;
import io.haidang.gateway.http.deepl.kit.ResourceId;
import io.haidang.gateway.http.dialect.Dialect;
import io.haidang.gateway.http.dialect.DialectCall;
import io.haidang.gateway.http.dialect.DialectReply;
import io.haidang.gateway.http.dialect.Parameters;
import io.haidang.gateway.style.CustomInstruction;
import io.haidang.gateway.style.StyleRule;
import io.haidang.gateway.style.StyleRules;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** {@code /v3/style_rules}: how a client wants its translations to be worded. */
public final class StyleRuleOperations {

  private static final String ALL = "/v3/style_rules";
  private static final String ID = "style_id";
  private static final String ONE = ALL + "/:" + ID;
  private static final String CONFIGURED = "configured_rules";
  private static final String INSTRUCTIONS = "custom_instructions";
  private static final String INSTRUCTION = "instruction_id";
  private static final String ONE_INSTRUCTION = ONE + "/" + INSTRUCTIONS + "/:" + INSTRUCTION;

  /** The languages of the dialect, and ours. */
  private static final Set<String> LANGUAGES =
      Set.of("de", "en", "es", "fr", "it", "ja", "ko", "vi", "zh");

  private final StyleRules rules;

  private StyleRuleOperations(Dialect dialect) {
    this.rules = dialect.services().clients().styles();
  }

  public static void add(Dialect dialect) {
    StyleRuleOperations operations = new StyleRuleOperations(dialect);
    dialect.get(ALL, operations::list);
    dialect.post(ALL, operations::create);
    dialect.get(ONE, operations::get);
    dialect.patch(ONE, operations::rename);
    dialect.delete(ONE, operations::delete);
    dialect.put(ONE + "/" + CONFIGURED, operations::configure);
    dialect.post(ONE + "/" + INSTRUCTIONS, operations::addInstruction);
    dialect.get(ONE_INSTRUCTION, operations::instruction);
    dialect.put(ONE_INSTRUCTION, operations::replaceInstruction);
    dialect.delete(ONE_INSTRUCTION, operations::removeInstruction);
  }

  private DialectReply list(DialectCall call) {
    Page page = Page.of(call.parameters());
    boolean detailed = call.parameters().flag("detailed", false);
    JsonArray list = new JsonArray();
    page.of(rules.list(owner(call)))
        .forEach(
            rule -> list.add(detailed ? StyleRuleJson.detailed(rule) : StyleRuleJson.brief(rule)));
    return DialectReply.json(new JsonObject().put("style_rules", list));
  }

  private DialectReply create(DialectCall call) {
    UUID owner = owner(call);
    Parameters parameters = call.parameters();
    Map<String, Map<String, String>> configured =
        parameters.objects(CONFIGURED).stream()
            .findFirst()
            .map(options -> StyleRuleJson.configured(options.json()))
            .orElse(Map.of());
    List<CustomInstruction> instructions =
        parameters.objects(INSTRUCTIONS).stream()
            .map(wish -> StyleRuleJson.instruction(UUID.randomUUID(), wish))
            .toList();
    StyleRule made =
        rules.create(
            owner, parameters.required("name"), language(parameters), configured, instructions);
    return DialectReply.json(201, StyleRuleJson.detailed(made));
  }

  private static Locale language(Parameters parameters) {
    Locale language = LanguageCode.base(LanguageCode.required(parameters, "language"));
    if (!LANGUAGES.contains(language.getLanguage())) {
      throw LanguageCode.unsupported("language");
    }
    return language;
  }

  private DialectReply get(DialectCall call) {
    UUID owner = owner(call);
    return DialectReply.json(StyleRuleJson.detailed(rules.find(id(call), owner)));
  }

  private DialectReply rename(DialectCall call) {
    UUID owner = owner(call);
    String name = call.parameters().required("name");
    return DialectReply.json(StyleRuleJson.detailed(rules.rename(id(call), owner, name)));
  }

  private DialectReply configure(DialectCall call) {
    UUID owner = owner(call);
    Map<String, Map<String, String>> configured =
        StyleRuleJson.configured(call.parameters().json());
    return DialectReply.json(StyleRuleJson.detailed(rules.configure(id(call), owner, configured)));
  }

  private DialectReply delete(DialectCall call) {
    UUID owner = owner(call);
    rules.delete(id(call), owner);
    return DialectReply.nothing();
  }

  private DialectReply addInstruction(DialectCall call) {
    UUID owner = owner(call);
    CustomInstruction wish = StyleRuleJson.instruction(UUID.randomUUID(), call.parameters());
    rules.add(id(call), owner, wish);
    return DialectReply.json(201, StyleRuleJson.instruction(wish));
  }

  private DialectReply instruction(DialectCall call) {
    UUID owner = owner(call);
    return DialectReply.json(
        StyleRuleJson.instruction(rules.instruction(id(call), owner, instructionId(call))));
  }

  private DialectReply replaceInstruction(DialectCall call) {
    UUID owner = owner(call);
    CustomInstruction wish = StyleRuleJson.instruction(instructionId(call), call.parameters());
    rules.replace(id(call), owner, wish);
    return DialectReply.json(StyleRuleJson.instruction(wish));
  }

  private DialectReply removeInstruction(DialectCall call) {
    UUID owner = owner(call);
    rules.remove(id(call), owner, instructionId(call));
    return DialectReply.nothing();
  }

  private static UUID owner(DialectCall call) {
    call.key().require(Scope.TRANSLATE);
    return call.account().id();
  }

  private static UUID id(DialectCall call) {
    return ResourceId.of(call, ID);
  }

  private static UUID instructionId(DialectCall call) {
    return ResourceId.of(call, INSTRUCTION);
  }
}
