package io.quanyu.jobs.iceberg;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.contract.EventKinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The view of all events has a branch for each kind of event: a new kind cannot be forgotten there. */
class EveryEventTest {

    private static final Path VIEW = Path.of("..", "..", "sql", "dwd", "every_event.sql");
    private static final Pattern BRANCH =
            Pattern.compile("'(\\w+)' as kind, '(\\w+)' as table_name,[^']*?from lake\\.(\\w+\\.\\w+)");

    @Test
    void everyKindHasItsBranchWithItsTable() throws IOException {
        var branches = BRANCH.matcher(Files.readString(VIEW))
                .results()
                .map(branch -> branch.group(1) + " is dwd." + branch.group(2) + " from " + branch.group(3));

        assertThat(branches)
                .containsExactlyElementsOf(EventKinds.all().stream()
                        .map(kind -> kind.name() + " is " + kind.table() + " from " + kind.table())
                        .toList());
    }
}
