package io.quanyu.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFolderTest {

    @TempDir
    Path data;

    private Path folder;

    @BeforeEach
    void nameTheFolder() {
        folder = data.resolve("keys");
    }

    @Test
    void aKeyIsMadeOnceAndOnlyItsOwnerMayReadIt() throws IOException {
        byte[] key = TenantKeys.inFolder(folder).keyOf("acme");
        Path file = folder.resolve("acme.key");

        assertThat(key).hasSize(32).isEqualTo(TenantKeys.inFolder(folder).keyOf("acme"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file)).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void whoeverComesFirstAllUseOneKey() {
        Set<String> keys = IntStream.range(0, 16)
                .parallel()
                .mapToObj(worker ->
                        HexFormat.of().formatHex(TenantKeys.inFolder(folder).keyOf("acme")))
                .collect(Collectors.toSet());

        assertThat(keys).hasSize(1);
    }

    @Test
    void aLostKeyIsNeverReplaced() throws IOException {
        TenantKeys.inFolder(folder).keyOf("acme");
        Files.move(folder, data.resolve("elsewhere"));

        assertThatThrownBy(() -> TenantKeys.inFolder(folder).keyOf("acme"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tenant acme is lost", "acme.key")
                .hasMessageContaining("backup");
        assertThat(folder).doesNotExist();
        assertThat(TenantKeys.inFolder(folder).keyOf("new")).hasSize(32);
    }

    @Test
    void anotherKeyIsRefused() throws IOException {
        TenantKeys.inFolder(folder).keyOf("acme");
        Files.delete(folder.resolve("acme.key"));
        Files.writeString(folder.resolve("acme.key"), "ab".repeat(32));

        assertThatThrownBy(() -> TenantKeys.inFolder(folder).keyOf("acme"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not the one by which phones have been hashed");
    }

    @Test
    void allKeysAreHeldAgainstWhatIsKnown() throws IOException {
        KeyFingerprints.of(folder).requireKeys();
        TenantKeys.inFolder(folder).keyOf("acme");
        TenantKeys.inFolder(folder).keyOf("mei");
        KeyFingerprints.of(folder).requireKeys();

        Files.delete(folder.resolve("mei.key"));

        assertThatThrownBy(() -> KeyFingerprints.of(folder).requireKeys())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tenant mei is lost");
    }

    @Test
    void aKeyThatIsGoneForGoodIsReplacedOnceItsFingerprintIsDeleted() throws IOException {
        byte[] first = TenantKeys.inFolder(folder).keyOf("acme");
        Files.delete(folder.resolve("acme.key"));
        Files.delete(data.resolve("keys-fingerprints/acme.sha256"));

        assertThat(TenantKeys.inFolder(folder).keyOf("acme")).isNotEqualTo(first);
    }

    @Test
    void aDamagedKeyIsNeverReplaced() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("acme.key"), "abc");

        assertThatThrownBy(() -> TenantKeys.inFolder(folder).keyOf("acme"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("restore it from a backup");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../acme", "a/b", "", ".hidden"})
    void aTenantThatIsNoFileNameIsRefused(String tenant) {
        assertThatThrownBy(() -> TenantKeys.inFolder(folder).keyOf(tenant))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
