package io.quanyu.serve.command.identity;

import io.quanyu.serve.ask.audit.IdentityAudit.Judged;
import io.quanyu.serve.ask.audit.IdentityComparison;
import io.quanyu.serve.ask.audit.IdentityComparison.Difference;
import io.quanyu.serve.command.ExitCode;
import io.quanyu.serve.command.rows.AlignedRows;
import io.quanyu.serve.command.rows.FirstRows;
import io.quanyu.serve.command.rows.ShanghaiTime;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;

/** Prints how the platform stands against evidence, tenant by tenant, and counts the differences. */
final class IdentityAuditReport {

    private static final int SHOWN_ROWS = 50;

    private final PrintWriter out;
    private long differences;

    IdentityAuditReport(PrintWriter out) {
        this.out = out;
    }

    void print(Judged judged) {
        IdentityComparison comparison = judged.comparison();
        int found = comparison.differences().size();
        out.println(String.format(
                "%-9s %s: %d identifiers, %d persons, %d held back, %s as of %s",
                found == 0 ? "ok" : "DIFFERS",
                judged.tenant(),
                comparison.identifiers(),
                comparison.persons(),
                comparison.heldBack(),
                found == 1 ? "1 difference" : found + " differences",
                ShanghaiTime.text(judged.asOfMillis())));
        if (found > 0) {
            print(comparison.differences());
        }
        out.flush();
        differences += found;
    }

    /** Prints how many differences there are in all, and returns the exit code: alarming if there is one. */
    int finish() {
        out.println(differences == 0 ? "0 differences" : differences + " differences");
        out.flush();
        return differences == 0 ? ExitCode.OK : ExitCode.ALARMING;
    }

    private void print(List<Difference> some) {
        var rows = new FirstRows(new AlignedRows(out), SHOWN_ROWS);
        rows.columns(List.of("标识或证据 subject", "平台 live", "重算 due"));
        for (Difference difference : some) {
            rows.row(Arrays.asList(difference.subject(), difference.live(), difference.due()));
        }
        rows.end();
    }
}
