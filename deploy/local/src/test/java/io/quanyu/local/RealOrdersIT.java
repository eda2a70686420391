package io.quanyu.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quanyu.local.Shell.Outcome;
import io.quanyu.local.platform.Installation;
import io.quanyu.serve.ask.platform.RunningPlatform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The orders of a real shop, through the file door into the lake, against an independent computation by DuckDB over the file.
 *
 * <p>The file stays outside the repository. Without it this test is skipped and says so.
 */
class RealOrdersIT {

    private static final Path FILE = Path.of(System.getProperty(Installation.PROPERTY))
            .resolve("../shared/data/online-retail/online_retail_30k.csv.gz")
            .normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration AT_REST = Duration.ofSeconds(2);

    /** What the file itself says: an invoice whose number starts with C takes back, an empty customer is nobody. */
    private static final String BY_DUCKDB =
            """
            with lines as (
                select InvoiceNo, CustomerID, Country,
                    cast(Quantity as integer) * cast(UnitPrice as decimal(12, 2)) as amount,
                    InvoiceNo like 'C%%' as takes_back
                from read_csv('%s', all_varchar = true, header = true)
            )
            select Country,
                count(distinct InvoiceNo) filter (where not takes_back) as orders,
                cast(sum(amount) as decimal(18, 2)) as net_revenue,
                count(distinct CustomerID) filter (where not takes_back) as customers
            from lines group by Country order by Country
            """;

    private static final String BY_TRINO =
            """
            with members as (
                select distinct one_id from lake.dim.identity where tenant = 'retail' and identifier_type = 'pos_member'
            ),
            orders as (
                select region, count(*) as orders, sum(net_revenue_yuan) as revenue,
                    count(distinct if(one_id in (select one_id from members), one_id)) as customers
                from lake.dwd.paid_order where tenant = 'retail' group by region
            ),
            refunds as (
                select region, sum(refund_yuan) as refunded from lake.dwd.refund_state
                where tenant = 'retail' and order_key is null and status = 'SUCCEEDED' group by region
            )
            select coalesce(orders.region, refunds.region), coalesce(orders, 0),
                coalesce(revenue, 0) - coalesce(refunded, 0), coalesce(customers, 0)
            from orders full join refunds on refunds.region = orders.region order by 1
            """;

    @TempDir
    Path folder;

    @Test
    void paidOrdersNetRevenueAndCustomersPerCountryEqualAComputationOverTheFile() throws Exception {
        assumeTrue(Files.exists(FILE), "Skipped: the real orders are not beside this clone (" + FILE + ")");
        List<String> expected = byDuckDb();
        Shell shell = Shell.on(folder.resolve("data"));
        try {
            assertThat(shell.quanyu(
                            "up", "--kafka-port=0", "--trino-port=0", "--flink-port=0", "--checkpoint-seconds=3"))
                    .returns(0, Outcome::exitCode);
            assertThat(shell.quanyu("tenant", "retail", "--currency=GBP")).returns(0, Outcome::exitCode);
            Path map = Path.of("src/test/resources/online-retail.yaml").toAbsolutePath();
            Outcome ingested = shell.quanyu(
                    "ingest", "--platform=pos-csv", "--tenant=retail", "--shop=uk", "--map=" + map, FILE.toString());
            assertThat(ingested).as(ingested.err()).returns(0, Outcome::exitCode);

            assertThat(answerOnceItIs(shell, expected)).containsExactlyElementsOf(expected);
            Outcome query = shell.quanyu("query", BY_TRINO, "--format", "tsv");
            assertThat(query.out().lines().skip(1)).containsExactlyElementsOf(expected);
            Outcome audit = shell.quanyu("audit");
            assertThat(audit).as(audit.out() + audit.err()).returns(0, Outcome::exitCode);
        } finally {
            shell.quanyu("down");
        }
        assertThat(expected).hasSizeGreaterThan(30);
    }

    private static List<String> byDuckDb() throws SQLException {
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:")) {
            return SqlRows.of(duckDb, BY_DUCKDB.formatted(FILE));
        }
    }

    /**
     * The jobs need a while, and a process for every question would take theirs away, as would one question right after the other. The last
     * answer counts.
     */
    private static List<String> answerOnceItIs(Shell shell, List<String> expected) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<String> answer = List.of();
        try (Connection trino = RunningPlatform.read(shell.data()).connect()) {
            while (!answer.equals(expected) && System.nanoTime() < deadline) {
                long asked = System.nanoTime();
                answer = SqlRows.of(trino, BY_TRINO);
                TimeUnit.NANOSECONDS.sleep(Math.max(AT_REST.toNanos(), 4 * (System.nanoTime() - asked)));
            }
        }
        return answer;
    }
}
