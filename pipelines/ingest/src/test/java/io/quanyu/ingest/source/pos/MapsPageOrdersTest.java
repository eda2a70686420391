package io.quanyu.ingest.source.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.ingest.file.MapsPage;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MapsPageOrdersTest {

    @Test
    void everyMapOfOrdersOnThePageCompiles() {
        List<String> maps = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(MapsPage.text())
                .results()
                .map(hit -> hit.group(1))
                .filter(map -> map.contains("\ncolumns:"))
                .toList();

        assertThat(maps).hasSize(4).allSatisfy(map -> assertThat(
                        ColumnMap.parse("maps.md", map).columns())
                .isNotEmpty());
    }

    @Test
    void aWrongEntryIsNamedWithItsLine() {
        String map = "name: a\nversion: 1\ncolumns:\n  number: {column: no}\n  tme: {column: time}\n";

        assertThatThrownBy(() -> ColumnMap.parse("map.yaml", map))
                .hasMessageStartingWith("map.yaml line 5: columns: ")
                .hasMessageContaining("\"tme\"");
    }
}
