package io.haidang.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {

  /** As the reference library of Standard Webhooks signs the same. */
  @Test
  void signature_ofAMessage_isThatOfTheSpecification() {
    WebhookSecret secret = new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void secret_new_has256BitsAndIsNotPrinted() {
    WebhookSecret secret = WebhookSecret.random();

    assertThat(Base64.getDecoder().decode(secret.text().substring(6))).hasSize(32);
    assertThat(secret).isNotEqualTo(WebhookSecret.random());
    assertThat(secret.toString()).isEqualTo("whsec_***");
  }
}
