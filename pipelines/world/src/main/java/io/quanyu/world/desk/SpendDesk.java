package io.quanyu.world.desk;

import io.quanyu.world.Chronicle;
import io.quanyu.world.Merchant;
import io.quanyu.world.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Writes the cost reports of Ocean Engine: one a pull, a row for each project that cost something that day. */
public final class SpendDesk {

    static final String SOURCE = "oceanengine";

    private SpendDesk() {}

    /** The report of a day as it is pulled at an instant: channel to cost in fen. */
    public static void report(Chronicle chronicle, int day, SortedMap<String, Long> costs, long pulledAt) {
        String text = form(day, costs, pulledAt).text();
        chronicle.post(SOURCE, Merchant.ADVERTISER, pulledAt, 0, Merchant.ADVERTISER, text);
    }

    private static PayloadForm form(int day, SortedMap<String, Long> costs, long pulledAt) {
        PayloadForm report = PayloadForm.of("oceanengine-report");
        List<PayloadForm> rows = new ArrayList<>();
        costs.forEach((channel, fen) -> rows.add(row(report.part("/data/rows/0"), day, channel, fen)));
        long total = costs.values().stream().mapToLong(Long::longValue).sum();
        return report.with("/request_id", Moments.digits(pulledAt) + "demo")
                .withForms("/data/rows", rows)
                .with("/data/total_metrics/stat_cost", YouzanDesk.yuan(total))
                .with("/data/total_metrics/show_cnt", String.valueOf(total / 12))
                .with("/data/page_info/total_number", costs.size());
    }

    private static PayloadForm row(PayloadForm row, int day, String channel, long fen) {
        int project = Merchant.PAID_CHANNELS.indexOf(channel);
        return row.with("/dimensions/stat_time_day", Moments.date(Moments.at(day, 0)))
                .with("/dimensions/cdp_project_id", String.valueOf(7_300_000_000_000_000_001L + project))
                .with("/dimensions/cdp_project_name", channel + "/秋季投放")
                .with("/metrics/stat_cost", YouzanDesk.yuan(fen))
                .with("/metrics/show_cnt", String.valueOf(fen / 12))
                .with("/metrics/click_cnt", String.valueOf(fen / 480))
                .with("/metrics/convert_cnt", String.valueOf(fen / 9600));
    }
}
