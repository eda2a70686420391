package io.quanyu.serve.command;

import io.quanyu.ingest.CurrencyFolder;
import io.quanyu.serve.ask.platform.DataKeys;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows and sets what holds for one merchant. */
@Command(
        name = "tenant",
        mixinStandardHelpOptions = true,
        description = "Shows what holds for a merchant, and sets it. Needs no running platform.",
        footer = {
            "",
            "Amounts in another currency than the merchant's are kept and shown (dwd.foreign_order), and never added.",
            "Set the currency before the first payload: what has come in stays as it was counted.",
            "Example: ./quanyu tenant retail --currency GBP"
        })
public final class TenantCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "TENANT", description = "The merchant.")
    String tenant = "";

    @Option(names = "--currency", paramLabel = "CODE", description = "The currency that it counts in, ISO 4217.")
    @Nullable
    String currency;

    @Mixin
    DataFolder data = new DataFolder();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        return Attempt.run(spec.commandLine().getErr(), this::tenant);
    }

    private int tenant() {
        CurrencyFolder currencies = DataKeys.currencies(data.path());
        if (currency != null) {
            currencies.set(tenant, currency);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print("currency\t" + currencies.currencyOf(tenant) + "\n");
        out.flush();
        return ExitCode.OK;
    }
}
