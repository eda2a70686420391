package io.quanyu.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrinoCertificateTest {

    private static final Jdk JDK = new Jdk(Path.of(System.getProperty("java.home")), 17);

    @TempDir
    Path folder;

    @Test
    void isMadeOnceAndForThisMachineAlone() throws Exception {
        Path pem = folder.resolve("trino.pem");

        TrinoCertificate made = TrinoCertificate.in(folder, pem, JDK);

        assertThat(made.word()).matches("[0-9a-f]{32}");
        assertThat(certificate(pem).getSubjectAlternativeNames().stream().map(name -> String.valueOf(name.get(1))))
                .containsExactlyInAnyOrder("127.0.0.1", "localhost");
        String first = Files.readString(pem);
        assertThat(TrinoCertificate.in(folder, pem, JDK)).isEqualTo(made);
        assertThat(pem).hasContent(first);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void saysWhyItCannotBeMade() {
        assertThatThrownBy(() -> TrinoCertificate.in(folder, folder.resolve("trino.pem"), new Jdk(folder, 17)))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("Cannot make the key of Trino in " + folder);
    }

    private static X509Certificate certificate(Path pem) throws Exception {
        try (InputStream in = Files.newInputStream(pem)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
