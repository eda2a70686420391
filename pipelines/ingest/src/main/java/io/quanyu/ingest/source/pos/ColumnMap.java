package io.quanyu.ingest.source.pos;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanyu.ingest.fields.ColumnReader;
import io.quanyu.ingest.fields.Spec;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the columns of a file of sales make orders, compiled from YAML. The page {@code maps.md} has the form. */
final class ColumnMap {

    private static final String[] ROLES = {
        "number",
        "time",
        "paid_at",
        "version",
        "status",
        "quantity",
        "price",
        "paid",
        "freight",
        "discount",
        "member",
        "phone",
        "region",
        "store",
        "product",
        "sku",
        "title",
        "category",
        "original_order"
    };

    final String mappingVersion;
    final List<String> groupBy;
    final String currency;
    final Table table;
    final @Nullable String shop;
    final List<RowRule> refundWhen;
    final List<RowRule> skipWhen;
    final List<RowRule> keepWhen;
    final Set<String> nobody;
    final ColumnReader number;
    final @Nullable ColumnReader day;
    final @Nullable ColumnReader originalDay;
    final ColumnReader time;
    final ZoneId zone;
    final @Nullable ColumnReader paidAt;
    final @Nullable ColumnReader version;
    final @Nullable ColumnReader status;
    final @Nullable ColumnReader quantity;
    final @Nullable ColumnReader price;
    final @Nullable ColumnReader paid;
    final @Nullable SideAmount freight;
    final @Nullable SideAmount discount;
    final @Nullable ColumnReader member;
    final @Nullable ColumnReader phone;
    final @Nullable ColumnReader region;
    final @Nullable ColumnReader store;
    final @Nullable ColumnReader product;
    final @Nullable ColumnReader sku;
    final @Nullable ColumnReader title;
    final @Nullable ColumnReader category;
    final @Nullable ColumnReader originalOrder;

    private ColumnMap(Spec map) {
        map.onlyWith(
                "name",
                "version",
                "group_by",
                "currency",
                "charset",
                "delimiter",
                "shop",
                "refund_when",
                "skip_when",
                "keep_when",
                "nobody",
                "columns");
        mappingVersion = map.needed("name") + "/" + map.needed("version");
        currency = currency(map);
        table = Table.of(map);
        shop = map.text("shop");
        refundWhen = RowRule.all(map, "refund_when");
        skipWhen = RowRule.all(map, "skip_when");
        keepWhen = RowRule.all(map, "keep_when");
        nobody = Set.copyOf(map.texts("nobody"));
        Spec columns = map.object("columns").onlyWith(ROLES);
        number = needed(columns, "number", ColumnReader::joinedId);
        time = needed(columns, "time", ColumnReader::time);
        zone = ZoneId.of(Objects.requireNonNullElse(columns.object("time").text("zone"), "Asia/Shanghai"));
        day = day(columns, "number");
        originalDay = day(columns, "original_order");
        groupBy = groupBy(map);
        paidAt = column(columns, "paid_at", ColumnReader::time);
        version = column(columns, "version", ColumnReader::version);
        status = column(columns, "status", ColumnMap::status);
        quantity = column(columns, "quantity", ColumnReader::quantity);
        price = column(columns, "price", ColumnReader::amount);
        paid = column(columns, "paid", ColumnReader::amount);
        if (paid == null && (price == null || quantity == null)) {
            throw columns.wrong("needs \"paid\" of a line, or \"price\" of a piece with \"quantity\"");
        }
        freight = SideAmount.of(columns, "freight");
        discount = SideAmount.of(columns, "discount");
        member = column(columns, "member", ColumnReader::id);
        phone = column(columns, "phone", ColumnReader::id);
        region = column(columns, "region", ColumnReader::text);
        store = column(columns, "store", ColumnReader::text);
        product = column(columns, "product", ColumnReader::id);
        sku = column(columns, "sku", ColumnReader::id);
        title = column(columns, "title", ColumnReader::text);
        category = column(columns, "category", ColumnReader::text);
        originalOrder = column(columns, "original_order", ColumnReader::joinedId);
    }

    /**
     * Compiles a column map.
     *
     * @throws IllegalArgumentException naming the entry and what to do, if the map cannot work
     */
    static ColumnMap parse(String file, String yaml) {
        return new ColumnMap(Spec.parse(file, yaml));
    }

    boolean takesBack(JsonNode row) {
        return refundWhen.stream().anyMatch(rule -> rule.matches(row));
    }

    /** Every column that the map reads, so that a file without it can be refused at once. */
    List<String> columns() {
        List<String> columns = new ArrayList<>(groupBy);
        Stream.of(
                        number,
                        day,
                        originalDay,
                        time,
                        paidAt,
                        version,
                        status,
                        quantity,
                        price,
                        paid,
                        member,
                        phone,
                        region,
                        store,
                        product,
                        sku,
                        title,
                        category,
                        originalOrder,
                        SideAmount.reader(freight),
                        SideAmount.reader(discount))
                .filter(Objects::nonNull)
                .forEach(column -> columns.addAll(column.columns()));
        Stream.of(refundWhen, skipWhen, keepWhen).flatMap(List::stream).forEach(rule -> columns.add(rule.column()));
        return columns.stream().distinct().toList();
    }

    private List<String> groupBy(Spec map) {
        List<String> columns = map.has("group_by") ? map.texts("group_by") : number.columns();
        if (columns.isEmpty()) {
            throw map.wrong("needs \"group_by\": the column that all rows of an order share");
        }
        return List.copyOf(columns);
    }

    /** A column whose day is part of the number, for tills that count from one each day. */
    private static @Nullable ColumnReader day(Spec columns, String role) {
        String column = columns.has(role) ? columns.object(role).text("day") : null;
        return column == null
                ? null
                : ColumnReader.time("day", columns.object("time").with("column", column));
    }

    private static ColumnReader status(String role, Spec spec) {
        return ColumnReader.word(role, spec, PosStatus.USUAL, PosStatus::of);
    }

    private static ColumnReader needed(Spec columns, String role, BiFunction<String, Spec, ColumnReader> kind) {
        return kind.apply(role, columns.object(role));
    }

    private static @Nullable ColumnReader column(
            Spec columns, String role, BiFunction<String, Spec, ColumnReader> kind) {
        return columns.has(role) ? kind.apply(role, columns.object(role)) : null;
    }

    private static String currency(Spec map) {
        String code = Objects.requireNonNullElse(map.text("currency"), "CNY");
        if (!code.matches("[A-Z]{3}")) {
            throw map.wrong("\"currency\" must be an ISO 4217 code such as CNY");
        }
        return code;
    }

    /** An amount beside the lines: said once an order, or by each row its part. */
    record SideAmount(ColumnReader column, boolean eachRow) {

        static @Nullable SideAmount of(Spec columns, String role) {
            if (!columns.has(role)) {
                return null;
            }
            Spec spec = columns.object(role);
            String each = Objects.requireNonNullElse(spec.text("each"), "order");
            if (!each.equals("order") && !each.equals("row")) {
                throw spec.wrong("\"each\" must be order or row");
            }
            return new SideAmount(ColumnReader.amount(role, spec), each.equals("row"));
        }

        static @Nullable ColumnReader reader(@Nullable SideAmount amount) {
            return amount == null ? null : amount.column;
        }
    }

    /** How the file is written. */
    record Table(@Nullable Charset charset, @Nullable Character delimiter) {

        static Table of(Spec map) {
            String charset = map.text("charset");
            String delimiter = map.text("delimiter");
            if (delimiter != null && delimiter.length() != 1) {
                throw map.wrong("\"delimiter\" must be one character");
            }
            return new Table(
                    charset == null ? null : map.checked("\"charset\"", () -> Charset.forName(charset)),
                    delimiter == null ? null : delimiter.charAt(0));
        }
    }
}
