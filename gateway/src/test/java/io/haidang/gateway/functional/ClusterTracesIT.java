package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.node.Gateway;
import io.haidang.gateway.testing.Collector;
import io.haidang.gateway.testing.ReceivedSpan;
import io.haidang.translation.review.Role;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A sentence that passes from node to node. */
class ClusterTracesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Nodes nodes = new Nodes();

  @AfterEach
  void stop() throws Exception {
    nodes.stop();
  }

  @Test
  void sentence_translatedElsewhere_isOneTraceOfBothNodes() {
    try (Collector collector = Collector.start()) {
      nodes.gateway(true, config -> config.with(collector.settings()));
      Gateway asking = nodes.gateway(false, config -> config.with(collector.settings()));

      String text = "Sở Tài chính họp báo sáng nay.";
      editor(asking)
          .post(
              "translations", Map.of("text", text, "sourceLanguage", "vi", "targetLanguage", "en"));

      ReceivedSpan request = arrived(collector, "POST /api/v1/translations", "");
      ReceivedSpan translate = arrived(collector, "translate", request.spanId());
      ReceivedSpan ask = arrived(collector, "ask node", translate.spanId());
      ReceivedSpan answer = arrived(collector, "answer node", ask.spanId());
      ReceivedSpan generate = arrived(collector, "generate", answer.spanId());
      assertThat(generate.attribute("haidang.model")).isEqualTo("bundled/vi-en");
      assertThat(collector.spans(span -> span.traceId().equals(request.traceId())))
          .contains(translate, ask, answer, generate);
      assertThat(answer.resource().get("service.instance.id"))
          .isNotEqualTo(ask.resource().get("service.instance.id"))
          .isEqualTo(generate.resource().get("service.instance.id"));
      assertThat(collector.everything()).doesNotContain(text, "Department of Finance", "lan-of");
    }
  }

  private static ReceivedSpan arrived(Collector collector, String name, String parent) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                !collector
                    .spans(span -> span.isNamed(name) && span.parentId().equals(parent))
                    .isEmpty());
    return collector.spans(span -> span.isNamed(name) && span.parentId().equals(parent)).get(0);
  }

  private static ApiClient editor(Gateway gateway) {
    Account account =
        gateway
            .accounts()
            .create("lan-of-the-office", "lan", Office.FIRST, "secret", Set.of(Role.EDITOR));
    return new ApiClient(gateway.address(), gateway.accounts().createApiKey(account.id(), "test"));
  }
}
