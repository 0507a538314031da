package io.haidang.gateway.discussion;

/** Whether somebody still has to do something about a thread; each leads to the other. */
public enum ThreadState {
  /** It waits for an answer or a change; approvers are warned. */
  OPEN,
  /** Done; a further reply opens it again. */
  RESOLVED
}
