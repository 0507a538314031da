package io.haidang.gateway.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Stands before a server, and can be slow, or silent: what is sent then is neither refused nor
 * answered, as by a machine that hangs.
 *
 * <p><b>Owns:</b> its port and threads, until {@link #close}.
 */
public final class TcpProxy implements AutoCloseable {

  private static final int PIECE = 64 << 10;

  private final ServerSocket door;
  private final InetSocketAddress server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool(TcpProxy::daemon);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition speaking = lock.newCondition();
  private boolean silent;
  private volatile long delayMillis;

  private TcpProxy(ServerSocket door, InetSocketAddress server) {
    this.door = door;
    this.server = server;
  }

  /** One at a free port of an address of this machine. */
  public static TcpProxy at(InetAddress address, InetSocketAddress server) {
    try {
      TcpProxy proxy = new TcpProxy(new ServerSocket(0, 50, address), server);
      proxy.threads.execute(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "tcp-proxy");
    thread.setDaemon(true);
    return thread;
  }

  public int port() {
    return door.getLocalPort();
  }

  /** Makes everything that is sent arrive later, in either direction; zero for at once. */
  public void delay(Duration delay) {
    delayMillis = delay.toMillis();
  }

  /** Passes nothing on, and accepts nobody, until {@link #speak}. */
  public void fallSilent() {
    setSilent(true);
  }

  /** Passes on what was kept back, and all that follows. */
  public void speak() {
    setSilent(false);
  }

  private void setSilent(boolean wanted) {
    lock.lock();
    try {
      silent = wanted;
      speaking.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void awaitSpeaking() throws InterruptedException {
    lock.lock();
    try {
      while (silent) {
        speaking.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        open.add(client);
        threads.execute(() -> connect(client));
      }
    } catch (IOException e) {
      // It was closed.
    }
  }

  private void connect(Socket client) {
    try {
      awaitSpeaking();
      Socket there = new Socket(server.getAddress(), server.getPort());
      open.add(there);
      threads.execute(() -> pass(client, there));
      pass(there, client);
    } catch (IOException e) {
      hangUp(client);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pass(Socket from, Socket to) {
    byte[] piece = new byte[PIECE];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(piece); length > 0; length = in.read(piece)) {
        Thread.sleep(delayMillis);
        awaitSpeaking();
        out.write(piece, 0, length);
      }
    } catch (IOException e) {
      // One of the two is gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      hangUp(from);
      hangUp(to);
    }
  }

  private void hangUp(Socket socket) {
    open.remove(socket);
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone anyhow.
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
    Set.copyOf(open).forEach(this::hangUp);
  }
}
