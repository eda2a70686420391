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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFolderTest {

    @TempDir
    Path folder;

    @Test
    void aKeyIsMadeOnceAndOnlyItsOwnerMayReadIt() throws IOException {
        byte[] key = TenantKeys.inFolder(folder.resolve("keys")).keyOf("acme");
        Path file = folder.resolve("keys/acme.key");

        assertThat(key)
                .hasSize(32)
                .isEqualTo(TenantKeys.inFolder(folder.resolve("keys")).keyOf("acme"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("keys"))
                .isDirectoryContaining(path -> path.equals(file))
                .isDirectoryNotContaining("glob:**.tmp");
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
    void aDamagedKeyIsNeverReplaced() throws IOException {
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
