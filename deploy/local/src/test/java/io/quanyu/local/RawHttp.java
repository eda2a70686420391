package io.quanyu.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Requests as anybody on the machine may write them, also such as no decent client sends. */
final class RawHttp {

    private static final int PATIENCE_MILLIS = 20_000;

    private final URI address;
    private final Path certificate;

    /** @param certificate in PEM; the only one that is trusted where the address is one of https */
    RawHttp(String address, Path certificate) {
        this.address = URI.create(address);
        this.certificate = certificate;
    }

    /** The host that a decent client names. */
    String host() {
        return address.getAuthority();
    }

    /**
     * The status of the answer.
     *
     * @param request method and path, for example {@code GET /v1/info}
     * @param headers each {@code Name: value}
     */
    int status(String request, String... headers) throws IOException, GeneralSecurityException {
        String body = request.startsWith("POST") ? "select 1" : "";
        String text = request + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                + "\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        try (Socket socket = connected()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            var answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            return Integer.parseInt(answer.readLine().replaceFirst("HTTP/1.1 ([0-9]+).*", "$1"));
        }
    }

    private Socket connected() throws IOException, GeneralSecurityException {
        InetAddress here = InetAddress.getLoopbackAddress();
        return address.getScheme().equals("https")
                ? trusting().getSocketFactory().createSocket(here, address.getPort())
                : new Socket(here, address.getPort());
    }

    private SSLContext trusting() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(certificate)) {
            store.setCertificateEntry(
                    "trino", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
