package io.quanyu.serve.ask.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlFolderTest {

    @TempDir
    Path folder;

    @Test
    void whatAViewReadsIsMadeBeforeIt() {
        var made = new TreeSet<String>();
        for (SqlObject object : SqlFolder.at(SqlFile.SQL).inApplyOrder()) {
            assertThat(made).as("what %s reads", object.qualifiedName()).containsAll(object.references());
            made.add(object.qualifiedName());
        }
        assertThat(made).contains("dws.profile", "ads.live_code_funnel", "ods.dead_letter");
    }

    @Test
    void aViewOfAnEarlierLayerMayReadOneOfALaterLayer() throws IOException {
        view("dwd", "a", "lake.dim.b");
        view("dim", "b", "lake.ads.t");
        write("ads", "t", "create table if not exists lake.ads.t (x varchar)");

        assertThat(SqlFolder.at(folder).inApplyOrder())
                .extracting(SqlObject::qualifiedName)
                .containsExactly("ads.t", "dim.b", "dwd.a");
    }

    @Test
    void viewsThatReadEachOtherAreRefused() throws IOException {
        view("dws", "a", "lake.dws.b");
        view("dws", "b", "lake.dws.a");

        assertThatThrownBy(() -> SqlFolder.at(folder).inApplyOrder())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("circle")
                .hasMessageContaining("dws.a");
    }

    @Test
    void aNameInACommentOrATextIsNoReference() {
        SqlObject view = SqlObject.parse(
                "-- a: like lake.dws.b\ncreate or replace view lake.dws.a as select 'lake.dws.c' as x from lake.dws.d",
                "a.sql");

        assertThat(view.references()).containsExactly("dws.d");
    }

    @Test
    void aFileThatDefinesNothingIsRefusedByName() throws IOException {
        write("dws", "a", "select 1");

        assertThatThrownBy(() -> SqlFolder.at(folder).inApplyOrder())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.sql");
    }

    @Test
    void layersAreMadeEvenIfTheyAreEmpty() {
        assertThat(SqlFolder.LAYERS).isEqualTo(List.of("ods", "dwd", "dim", "dws", "ads"));
    }

    private void view(String layer, String name, String reads) throws IOException {
        write(layer, name, "create or replace view lake." + layer + "." + name + " as select x from " + reads);
    }

    private void write(String layer, String name, String sql) throws IOException {
        Files.createDirectories(folder.resolve(layer));
        Files.writeString(folder.resolve(layer).resolve(name + ".sql"), "-- " + name + ": test\n" + sql);
    }
}
