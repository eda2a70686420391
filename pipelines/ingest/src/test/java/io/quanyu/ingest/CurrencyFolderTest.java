package io.quanyu.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrencyFolderTest {

    @TempDir
    Path folder;

    @Test
    void keepsWhatWasSetAndLeavesNoDraft() throws IOException {
        new CurrencyFolder(folder.resolve("keys")).set("retail", "GBP");

        assertThat(new CurrencyFolder(folder.resolve("keys")).currencyOf("retail"))
                .isEqualTo("GBP");
        assertThat(new CurrencyFolder(folder.resolve("keys")).currencyOf("another"))
                .isEqualTo("CNY");
        try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
            assertThat(files).containsExactly(folder.resolve("keys/retail.currency"));
        }
    }

    @Test
    void countsInTheDefaultWhereNoFileCanHaveTheTenantsName() {
        var currencies = new CurrencyFolder(folder);

        assertThat(currencies.currencyOf("../retail")).isEqualTo("CNY");
        assertThat(currencies.currencyOf("")).isEqualTo("CNY");
        assertThatThrownBy(() -> currencies.set("../retail", "GBP")).hasMessageContaining("../retail");
    }

    @Test
    void namesTheFileThatHoldsNoCurrency() throws IOException {
        Path file = Files.writeString(folder.resolve("retail.currency"), "pounds\n");

        assertThatThrownBy(() -> new CurrencyFolder(folder).currencyOf("retail"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("\"pounds\"");
    }

    @Test
    void refusesACodeThatIsNoneAndKeepsTheLast() {
        var currencies = new CurrencyFolder(folder);
        currencies.set("retail", "GBP");

        assertThatThrownBy(() -> currencies.set("retail", "pounds")).isInstanceOf(IllegalArgumentException.class);
        assertThat(currencies.currencyOf("retail")).isEqualTo("GBP");
    }
}
