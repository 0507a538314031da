package io.haidang.gateway.testing;

import io.haidang.gateway.config.HttpAddress;
import io.haidang.gateway.config.TlsFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A certificate for this machine, made by the JDK's own tool, and clients that trust it alone. */
public record TestCertificate(TlsFiles files, KeyStore store) {

  private static final String PASSWORD = "changeit";

  private static @Nullable KeyStore made;

  /** Writes the certificate and its key into a folder; all tests have the same. */
  public static TestCertificate in(Path folder)
      throws IOException, GeneralSecurityException, InterruptedException {
    KeyStore keys = keys(folder);
    byte[] key = keys.getKey("desk", PASSWORD.toCharArray()).getEncoded();
    byte[] certificate = keys.getCertificate("desk").getEncoded();
    TlsFiles files =
        new TlsFiles(
            Files.writeString(folder.resolve("desk.pem"), pem("CERTIFICATE", certificate)),
            Files.writeString(folder.resolve("desk.key"), pem("PRIVATE KEY", key)));
    return new TestCertificate(files, keys);
  }

  /** Made once: the tool takes a second or more. */
  private static synchronized KeyStore keys(Path folder)
      throws IOException, GeneralSecurityException, InterruptedException {
    KeyStore present = made == null ? make(folder.resolve("server.p12")) : made;
    made = present;
    return present;
  }

  private static KeyStore make(Path store)
      throws IOException, GeneralSecurityException, InterruptedException {
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-keyalg",
            "EC",
            "-alias",
            "desk",
            "-dname",
            "CN=desk",
            "-ext",
            "san=ip:127.0.0.1",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            PASSWORD)
        .inheritIO()
        .start()
        .waitFor();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream read = Files.newInputStream(store)) {
      keys.load(read, PASSWORD.toCharArray());
    }
    return keys;
  }

  private static String pem(String kind, byte[] content) {
    String base64 = Base64.getMimeEncoder().encodeToString(content);
    return "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n";
  }

  public HttpAddress address() {
    return new HttpAddress("127.0.0.1", 0, Optional.of(files), Duration.ZERO, HttpAddress.LOOPBACK);
  }

  /** Asks over one version of TLS. */
  public HttpResponse<String> get(int port, String path, String version)
      throws IOException, GeneralSecurityException, InterruptedException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {version});
    return HttpClient.newBuilder()
        .sslContext(context)
        .sslParameters(parameters)
        .build()
        .send(
            HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path)).build(),
            BodyHandlers.ofString());
  }
}
