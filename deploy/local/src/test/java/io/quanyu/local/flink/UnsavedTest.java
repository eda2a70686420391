package io.quanyu.local.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class UnsavedTest {

    @Test
    void aJobSavesItselfOnceAfterItsStartAndThenNotWhileNothingIsNew() {
        assertThat(saves(0, 0, 0)).containsExactly(true, false, false);
    }

    @Test
    void aJobSavesItselfOnceMoreThanThereIsSomethingNew() {
        assertThat(saves(0, 0, 7, 9, 9, 9, 9)).containsExactly(true, false, true, true, true, false, false);
    }

    @Test
    void aJobThatCountsAnewHasSomethingNew() {
        assertThat(saves(9, 9, 9, 3, 3, 3)).containsExactly(true, true, false, true, true, false);
    }

    private static List<Boolean> saves(long... work) {
        var unsaved = new Unsaved();
        var saves = new ArrayList<Boolean>();
        LongStream.of(work).forEach(now -> saves.add(unsaved.is(now)));
        return saves;
    }
}
