package io.quanyu.ingest.source.events;

import io.quanyu.events.Behaved;
import io.quanyu.events.CouponChanged;
import io.quanyu.events.LiveCodeDefined;
import io.quanyu.events.LiveCodeScanned;
import io.quanyu.events.SpendReported;
import io.quanyu.ingest.fields.FieldMap;
import io.quanyu.ingest.fields.Spec;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a file, or the fields of its JSON, make events of one kind. The page {@code maps.md} has the form.
 *
 * @param name name and version, for messages
 * @param shop of all its events; null if the header says it
 * @param columns all that it reads
 * @param fields the fields of the record, and the facts {@code time}, {@code id} and {@code version}
 */
record EventMap(
        String name,
        Kind kind,
        @Nullable String shop,
        @Nullable Charset charset,
        @Nullable Character delimiter,
        List<String> columns,
        FieldMap<? extends SpecificRecord> fields) {

    /** Without a version in the file, the adapter says when it was fed. */
    static final String FED_ORDER = "\u0000fed";

    private static final Map<String, String> FED = Map.of("path", "/" + FED_ORDER, "type", "int", "required", "true");

    /** The kinds of events that files may hold. The names are those of {@link io.quanyu.contract.EventKinds}. */
    enum Kind {
        BEHAVIOR(Behaved.class),
        COUPON(CouponChanged.class),
        SCAN(LiveCodeScanned.class),
        SPEND(SpendReported.class),
        LIVE_CODE(LiveCodeDefined.class);

        final Class<? extends SpecificRecord> type;

        Kind(Class<? extends SpecificRecord> type) {
            this.type = type;
        }

        /** True if what is said of the same thing later holds. */
        boolean isVersioned() {
            return this == SPEND || this == LIVE_CODE;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException naming all there are, if it is none of them */
        static Kind of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("\"" + word + "\" is none of "
                            + Arrays.stream(values()).map(Kind::word).toList()));
        }
    }

    /**
     * Compiles a map.
     *
     * @throws IllegalArgumentException naming the entry and what to do, if the map cannot work
     */
    static EventMap parse(String file, String yaml) {
        Spec map = Spec.parse(file, yaml);
        String word = map.needed("kind");
        Kind kind = map.checked("kind", () -> Kind.of(word));
        String charset = map.text("charset");
        String delimiter = map.text("delimiter");
        if (delimiter != null && delimiter.length() != 1) {
            throw map.wrong("\"delimiter\" must be one character");
        }
        Spec fields = map.without("kind", "shop", "charset", "delimiter").with("record", kind.type.getSimpleName());
        if (kind.isVersioned()) {
            fields = fields.withDefault("fields", "version", FED);
        }
        return new EventMap(
                map.needed("name") + "/" + map.needed("version"),
                kind,
                map.text("shop"),
                charset == null ? null : map.checked("\"charset\"", () -> Charset.forName(charset)),
                delimiter == null ? null : delimiter.charAt(0),
                map.columns(),
                FieldMap.of(fields, kind.type));
    }
}
