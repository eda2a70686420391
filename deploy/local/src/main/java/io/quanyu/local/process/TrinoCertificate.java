package io.quanyu.local.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The key by which clients know that they talk to this Trino, signed by itself for 127.0.0.1 and localhost. Made once; whoever deletes it
 * gets another at the next start.
 *
 * @param keyStore file of the key, PKCS12
 * @param pem file of the certificate alone, for clients
 * @param password file of the word that opens the key store
 */
record TrinoCertificate(Path keyStore, Path pem, Path password) {

    private static final String ALIAS = "trino";
    private static final String DAYS = "3650";
    private static final long PATIENCE_SECONDS = 60;

    /** The certificate of this folder, made with the JDK's {@code keytool} if it is not there. */
    static TrinoCertificate in(Path folder, Path pem, Jdk jdk) {
        var certificate = new TrinoCertificate(folder.resolve("trino.p12"), pem, folder.resolve("trino.word"));
        try {
            if (!Files.exists(pem) || !Files.exists(certificate.keyStore) || !Files.exists(certificate.password)) {
                certificate.make(jdk);
            }
            return certificate;
        } catch (IOException | GeneralSecurityException e) {
            throw new StartFailed("Cannot make the key of Trino in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** The word that opens the key store. */
    String word() {
        try {
            return Files.readString(password).strip();
        } catch (IOException e) {
            throw new StartFailed("Cannot read " + password + ": delete it, and start again", e);
        }
    }

    private void make(Jdk jdk) throws IOException, GeneralSecurityException {
        Files.createDirectories(keyStore.getParent());
        Files.deleteIfExists(keyStore);
        Files.writeString(password, NewPasswords.any() + "\n");
        Path log = Files.createTempFile(keyStore.getParent(), "keytool", ".log");
        Process keytool = new ProcessBuilder(command(jdk))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!ended(keytool) || keytool.exitValue() != 0) {
            throw new IOException("keytool says " + Files.readString(log).strip());
        }
        Files.delete(log);
        writePem();
    }

    private List<String> command(Jdk jdk) {
        return List.of(
                jdk.home().resolve("bin/keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-keystore",
                keyStore.toString(),
                "-storetype",
                "PKCS12",
                "-storepass:file",
                password.toString(),
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                DAYS,
                "-dname",
                "CN=Quanyu on this machine",
                "-ext",
                "san=ip:" + Ports.HOST + ",dns:localhost");
    }

    /** Last and in one step: where it is, the rest is. */
    private void writePem() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            store.load(in, word().toCharArray());
        }
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(store.getCertificate(ALIAS).getEncoded());
        Path draft = pem.resolveSibling(pem.getFileName() + ".tmp");
        Files.writeString(draft, "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
        Files.move(draft, pem, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
