package io.quanyu.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.serve.ask.platform.Passwords;
import io.quanyu.serve.ask.platform.Passwords.User;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewPasswordsTest {

    @TempDir
    Path folder;

    @Test
    void eachUserWithoutOneGetsOneAndTheOthersKeepTheirs() throws Exception {
        var passwords = new Passwords(folder.resolve("passwords"));
        Files.createDirectory(passwords.folder());
        Files.writeString(passwords.file(User.QUANYU), "chosen by its owner\n");

        NewPasswords.makeMissing(passwords);
        String made = passwords.of(User.ANALYST);
        NewPasswords.makeMissing(passwords);

        assertThat(passwords.of(User.QUANYU)).isEqualTo("chosen by its owner");
        assertThat(passwords.of(User.ANALYST)).isEqualTo(made).matches("[0-9a-f]{32}");
        assertThat(NewPasswords.any()).isNotEqualTo(NewPasswords.any());
    }
}
