package io.haidang.gateway.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterSettingsTest {

  @ParameterizedTest
  @CsvSource({"0.0.0.0,5701", "::,5701", "'',5701", "no such host.invalid,5701"})
  void address_thatIsNotOneOfThisMachine_isRefused(String host, int port) {
    assertThatThrownBy(() -> new ClusterSettings(host, port, List.of(), true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("cluster.address: ");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 65_535, -1})
  void port_withoutRoomForTheNext_isRefused(int port) {
    assertThat(ClusterSettings.isAddress("127.0.0.1", port)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.5", "10.0.0.5:", "host:0", "a b:5701", "10.0.0.5:570100"})
  void member_thatIsNoAddress_isRefused(String member) {
    assertThatThrownBy(() -> new ClusterSettings("127.0.0.1", 5701, List.of(member), true))
        .hasMessageStartingWith("cluster.members: " + member);
  }

  @Test
  void member_joining_listensOnOneAddressAndTellsNobodyElse() {
    Config config = HazelcastConfig.of(ClusterSettings.LOCAL, "a");

    JoinConfig join = config.getNetworkConfig().getJoin();
    assertThat(join.getMulticastConfig().isEnabled()).isFalse();
    assertThat(join.getAutoDetectionConfig().isEnabled()).isFalse();
    assertThat(join.getTcpIpConfig().isEnabled()).isTrue();
    assertThat(config.getNetworkConfig().getInterfaces().getInterfaces())
        .containsExactly("127.0.0.1");
    assertThat(config.getProperty("hazelcast.socket.bind.any")).isEqualTo("false");
    assertThat(config.getProperty("hazelcast.phone.home.enabled")).isEqualTo("false");
  }

  @Test
  void members_ofOtherDatabases_areNone() {
    assertThat(HazelcastConfig.of(ClusterSettings.LOCAL, "a").getClusterName())
        .isNotEqualTo(HazelcastConfig.of(ClusterSettings.LOCAL, "b").getClusterName());
  }
}
