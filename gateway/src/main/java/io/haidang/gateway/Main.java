package io.haidang.gateway;

/** The command line of Hải Đăng. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    throw new UnsupportedOperationException();
  }
}
