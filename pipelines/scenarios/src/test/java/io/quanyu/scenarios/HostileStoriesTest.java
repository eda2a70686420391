package io.quanyu.scenarios;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.scenarios.StoryReader.BadStory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts by which somebody means harm, given as stories. The limits themselves are those of all YAML. */
class HostileStoriesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "events: &a [*a]                             | line 1: what stands here contains itself",
                "{story: x, ? [a, b] : c}                    | the name of an entry must be a text",
                "{story: x, story: y}                        | stands twice",
                "{a: &a [x,x,x,x,x,x,x,x], b: [*a, *a, *c]}  | undefined alias",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ | Depth exceeded",
            })
    void isNoStoryAndTheFileIsNamed(String text, String words) throws IOException {
        Path file = Files.writeString(folder.resolve("hostile.yaml"), text);

        assertThatThrownBy(() -> StoryReader.read(file))
                .isInstanceOf(BadStory.class)
                .hasMessageStartingWith(file + " is not YAML: ")
                .hasMessageContaining(words);
    }
}
