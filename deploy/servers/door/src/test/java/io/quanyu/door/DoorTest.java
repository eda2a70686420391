package io.quanyu.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.door.Door.Answer;
import io.trino.spi.security.AccessDeniedException;
import io.trino.spi.security.HeaderAuthenticator;
import io.trino.spi.security.PasswordAuthenticator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest {

    private static final String HERE = "127.0.0.1:18080";
    private static final String RIGHT = basic("analyst:right:with colon");

    @TempDir
    Path folder;

    private Door door;

    @BeforeEach
    void twoUsers() throws Exception {
        Path users = Files.createDirectory(folder.resolve("users"));
        Files.writeString(users.resolve("analyst"), "right:with colon\n");
        Files.writeString(users.resolve("nobody"), "\n");
        Files.writeString(folder.resolve("outside"), "right");
        door = new Door(users);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1:18080", "localhost:1", "[::1]:18080"})
    void letsAUserInWhoAsksThisMachine(String host) {
        assertThat(door.answer(host, null, RIGHT)).isEqualTo(new Answer.Welcome("analyst"));
        assertThat(door.answer(host, "http://" + host, RIGHT)).isEqualTo(new Answer.Welcome("analyst"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:18080", "127.0.0.1.evil.example", "localhost@evil.example", ""})
    void refusesAnotherHostWhoeverAsks(String host) {
        assertThat(door.answer(host, null, RIGHT)).isInstanceOf(Answer.Foreign.class);
    }

    @Test
    void refusesARequestForNoHost() {
        assertThat(door.answer(null, null, RIGHT)).isInstanceOf(Answer.Foreign.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://127.0.0.1:18081", "http://localhost:18080", ""})
    void refusesAPageFromElsewhereWhoeverAsks(String origin) {
        assertThat(door.answer(HERE, origin, RIGHT)).isInstanceOf(Answer.Foreign.class);
    }

    @ParameterizedTest
    @CsvSource({
        "analyst:wrong",
        "analyst:",
        "nobody:",
        "stranger:right",
        "../outside:right",
        ":right",
        "analyst",
        "''",
    })
    void doesNotKnowWhoeverHasNoPassword(String userAndPassword) {
        assertThat(door.answer(HERE, null, basic(userAndPassword))).isInstanceOf(Answer.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic %%%", "Bearer abc", ""})
    void doesNotKnowOtherWordsThanUserAndPassword(String authorization) {
        assertThat(door.answer(HERE, null, authorization)).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void takesANewPasswordAtOnce() throws Exception {
        Files.writeString(folder.resolve("users/analyst"), "another");

        assertThat(door.answer("analyst", "another")).isEqualTo(new Answer.Welcome("analyst"));
        assertThat(door.answer("analyst", "right:with colon")).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void isAskedByTrinoForEachRequestAndForItsForm() {
        Map<String, String> settings = Map.of("passwords", door.passwords().toString());
        HeaderAuthenticator headers = new TrinoDoor()
                .getHeaderAuthenticatorFactories()
                .iterator()
                .next()
                .create(settings);
        PasswordAuthenticator form = new TrinoDoor()
                .getPasswordAuthenticatorFactories()
                .iterator()
                .next()
                .create(settings);

        assertThat(headers.createAuthenticatedPrincipal(given(Map.of("Host", HERE, "Authorization", RIGHT)))
                        .getName())
                .isEqualTo("analyst");
        assertThat(form.createAuthenticatedPrincipal("analyst", "right:with colon")
                        .getName())
                .isEqualTo("analyst");
        assertThatThrownBy(() -> headers.createAuthenticatedPrincipal(
                        given(Map.of("Host", HERE, "Origin", "http://evil.example", "Authorization", RIGHT))))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("from elsewhere");
        assertThatThrownBy(() -> form.createAuthenticatedPrincipal("analyst", "wrong"))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("password is wrong");
    }

    private static HeaderAuthenticator.Headers given(Map<String, String> headers) {
        return name -> headers.containsKey(name) ? List.of(Objects.requireNonNull(headers.get(name))) : List.of();
    }

    private static String basic(String userAndPassword) {
        return "Basic " + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
    }
}
