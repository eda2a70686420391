package io.quanyu.serve.ask.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DataDictionaryTest {

    private static final Path PAGE = SqlFile.SQL.resolve("DICTIONARY.md");

    @Test
    void thePageSaysWhatTheDdlSays() throws IOException {
        String page = DataDictionary.page();
        if (Boolean.getBoolean("dictionary.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("sql/DICTIONARY.md is old: mvn -pl pipelines/serve -am test -Dtest=DataDictionaryTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Ddictionary.write=true writes it")
                .isEqualTo(page);
    }
}
