package io.quanyu.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkSearchTest {

    @TempDir
    Path folder;

    @Test
    void takesTheOneThatTheUserNames() throws IOException {
        Path named = jdk("named", "26.0.1");
        Path javaHome = jdk("home", "25.0.1");

        assertThat(new JdkSearch(named.toString(), javaHome.toString(), List.of()).atLeast(25))
                .isEqualTo(new Jdk(named, 26));
    }

    @Test
    void refusesToReplaceAWrongOneThatTheUserNames() throws IOException {
        Path named = jdk("named", "17.0.15");
        Path javaHome = jdk("home", "25.0.1");

        assertThatThrownBy(() -> new JdkSearch(named.toString(), javaHome.toString(), List.of()).atLeast(25))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("QUANYU_JDK25_HOME is " + named);
    }

    @Test
    void passesOverAJavaHomeThatIsTooOld() throws IOException {
        Path javaHome = jdk("home", "17.0.15");
        Path installed = jdk("installed/temurin-25", "25");

        assertThat(new JdkSearch(null, javaHome.toString(), List.of(folder.resolve("installed"))).atLeast(25))
                .isEqualTo(new Jdk(installed, 25));
    }

    @Test
    void takesTheOldestThatIsNewEnough() throws IOException {
        jdk("installed/a", "26");
        Path best = jdk("installed/b", "25.0.2");
        jdk("installed/c", "21.0.1");

        assertThat(new JdkSearch(null, null, List.of(folder.resolve("installed")))
                        .atLeast(25)
                        .home())
                .isEqualTo(best);
    }

    @Test
    void findsOneInTheFormOfMacOs() throws IOException {
        Path home = jdk("installed/temurin-25.jdk/Contents/Home", "25.0.1");

        assertThat(new JdkSearch(null, null, List.of(folder.resolve("installed")))
                        .atLeast(25)
                        .home())
                .isEqualTo(home);
    }

    @Test
    void saysWhereToGetOne() {
        assertThatThrownBy(() -> new JdkSearch(null, null, List.of(folder)).atLeast(25))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("https://adoptium.net")
                .hasMessageContaining("QUANYU_JDK25_HOME");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Path java = home.resolve("bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }
}
