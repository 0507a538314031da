package io.haidang.gateway.store;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Has the pool part with connections to an embedded database that has closed itself, as it does
 * when its disk is full. H2 calls them valid, so that they would be handed out for ever; the next
 * new one opens the file again. Immutable.
 */
final class ClosedConnections implements SQLExceptionOverride {

  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    return DatabaseOutage.isOne(failure) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
  }
}
