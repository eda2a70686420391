package io.quanyu.ingest.door;

import io.quanyu.contract.RawTopics;
import io.quanyu.ingest.PhoneGuard;
import io.quanyu.ingest.file.Cut;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One kind of payloads of a platform.
 *
 * @param name for example "wecom-chat": small letters, digits and single hyphens, since it names the topic and files
 * @param cut how its files become payloads
 * @param adapter makes what reads its payloads; phones go through the guard that it is given
 */
public record Source(String name, Cut cut, Function<PhoneGuard, Adapter> adapter) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public Source {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A source is named in small letters, digits and single hyphens, for"
                    + " example \"wecom-chat\", but this one is \"" + name + "\"");
        }
    }

    /** Where collectors write its payloads. */
    public String topic() {
        return RawTopics.of(name);
    }
}
