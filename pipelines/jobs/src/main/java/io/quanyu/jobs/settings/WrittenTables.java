package io.quanyu.jobs.settings;

import io.quanyu.contract.StoredTopic;
import io.quanyu.contract.StoredTopics;
import java.util.List;
import java.util.stream.Stream;

/** Every table that a job writes. */
final class WrittenTables {

    static final List<String> ALL = Stream.concat(
                    StoredTopics.all().stream().map(StoredTopic::table),
                    Stream.of(
                            "ods.event_repeat",
                            "dim.identity_change",
                            "dim.identity_evidence_change",
                            "dim.identity_conflict_change",
                            "dws.profile_change",
                            "dws.tag_change",
                            "dws.credit_change",
                            "dws.channel_day_change",
                            "ads.alert"))
            .toList();

    private WrittenTables() {}
}
