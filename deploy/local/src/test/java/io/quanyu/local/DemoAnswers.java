package io.quanyu.local;

import io.quanyu.serve.ask.platform.RunningPlatform;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a platform answers that has played a demo: two that have played the same one answer the same. */
final class DemoAnswers {

    private static final List<String> ANSWERS = List.of(
            "select identifier_text, one_id from lake.dim.identity",
            "select * from lake.dws.profile",
            "select * from lake.dws.tag",
            "select one_id, tag, change, value, valid_at, decided_at, reason from lake.dws.tag_change"
                    + " where coalesce(generation, 1) = (select generation from lake.dim.generation)",
            "select order_id, model, source, sum(credit_yuan) from lake.dws.credit group by order_id, model, source",
            "select * from lake.ads.live_code_funnel",
            "select * from lake.ads.channel_attribution",
            "select channel, day, spend_yuan, revenue_yuan, roi from lake.ads.channel_roi",
            "select * from lake.ads.roi_alert",
            "select platform, reason, count(*) from lake.ods.dead_letter group by platform, reason");

    private DemoAnswers() {}

    /** Every row of every answer as a text, sorted within its query. */
    static List<String> of(Shell shell) throws SQLException {
        var answers = new ArrayList<String>();
        try (Connection trino = RunningPlatform.read(shell.data()).connect()) {
            for (String query : ANSWERS) {
                answers.add(query);
                answers.addAll(SqlRows.of(trino, query).stream().sorted().toList());
            }
        }
        return answers;
    }
}
