package io.quanyu.jobs.iceberg;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.jobs.channel.AlertChange;
import io.quanyu.jobs.channel.ChannelDayChange;
import io.quanyu.jobs.customer.CreditChange;
import io.quanyu.jobs.customer.ProfileChange;
import io.quanyu.jobs.customer.TagChange;
import io.quanyu.jobs.identity.ConflictChange;
import io.quanyu.jobs.identity.EvidenceChange;
import io.quanyu.jobs.identity.IdentityChange;
import io.quanyu.jobs.lake.EventRepeat;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;

/**
 * Every column that {@code sql/} names is written by the record of its table. A lake may have older columns that stay null, so
 * no job would stop for a renamed component.
 */
class WrittenTablesTest {

    /** What the job fills in each row alike. */
    private static final String GENERATION = "generation";

    /** Dead letters are events of a kind; which generation is current, whoever rebuilds says. */
    private static final Set<String> BY_OTHERS = Set.of("ods.dead_letter", "dim.generation_change");

    private static final Map<String, Class<? extends Record>> RECORDS = Map.of(
            "ads.alert", AlertChange.class,
            "dim.identity_change", IdentityChange.class,
            "dim.identity_conflict_change", ConflictChange.class,
            "dim.identity_evidence_change", EvidenceChange.class,
            "dws.channel_day_change", ChannelDayChange.class,
            "dws.credit_change", CreditChange.class,
            "dws.profile_change", ProfileChange.class,
            "dws.tag_change", TagChange.class,
            "ods.event_repeat", EventRepeat.class);

    @Test
    void everyColumnHasItsComponent() throws IOException {
        for (String table : RECORDS.keySet()) {
            var columns = new RecordColumns<>(table, RECORDS.get(table));
            assertThat(Ddl.schema(table).columns())
                    .filteredOn(column -> !column.name().equals(GENERATION))
                    .isNotEmpty()
                    .allSatisfy((Types.NestedField column) -> assertThat(columns.component(column))
                            .as("%s of %s", column.name(), table)
                            .isPresent());
        }
    }

    @Test
    void everyTableIsWritten() throws IOException {
        assertThat(Ddl.tables())
                .filteredOn(table -> !table.startsWith("dwd.") && !BY_OTHERS.contains(table))
                .containsExactlyInAnyOrderElementsOf(RECORDS.keySet());
    }
}
