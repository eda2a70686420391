package io.quanyu.serve.command.rows;

import io.quanyu.ingest.CanonicalJson;
import io.quanyu.ingest.Outcome;
import io.quanyu.ingest.Outcome.Accepted;
import io.quanyu.ingest.Outcome.Refused;
import io.quanyu.ingest.RawPayload;
import io.quanyu.ingest.TenantKeys;
import io.quanyu.serve.ask.feed.PayloadTarget;
import io.quanyu.serve.ask.platform.DataKeys;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Prints what ingestion makes of payloads: events as JSON lines on stdout, refusals on stderr. */
public final class DryRun implements PayloadTarget {

    private static final int KEY_BYTES = 32;

    private final PrintWriter out;
    private final PrintWriter err;

    public DryRun(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** The keys of a data folder where it has them; else made up for this run, so that a dry run leaves nothing behind. */
    public static TenantKeys keys(Path dataFolder) {
        TenantKeys kept = DataKeys.in(dataFolder);
        Map<String, byte[]> madeUp = new ConcurrentHashMap<>();
        return tenant -> {
            Path file = dataFolder.resolve(DataKeys.FOLDER).resolve(tenant + ".key");
            return Files.exists(file) ? kept.keyOf(tenant) : madeUp.computeIfAbsent(tenant, any -> randomKey());
        };
    }

    @Override
    public void take(String key, RawPayload raw, List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Accepted accepted) {
                out.print(CanonicalJson.line(accepted.event()) + "\n");
            } else if (outcome instanceof Refused refused) {
                err.println(
                        raw.position().topic() + " payload " + raw.position().offset()
                                + (refused.item() == Refused.WHOLE ? "" : " item " + refused.item()) + " refused as "
                                + refused.reason() + ": " + refused.detail());
            }
        }
        out.flush();
    }

    private static byte[] randomKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
