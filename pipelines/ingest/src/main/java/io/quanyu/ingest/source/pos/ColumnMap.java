package io.quanyu.ingest.source.pos;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanyu.ingest.fields.ColumnReader;
import io.quanyu.ingest.fields.Spec;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a point-of-sale file make orders. Compiled from YAML:
 *
 * <pre>
 * name: online-retail
 * version: 1
 * group_by: InvoiceNo                                # rows of one order; a column or a list
 * currency: GBP                                      # default CNY
 * charset: GBK                                       # default UTF-8
 * delimiter: ";"                                     # default a comma
 * refund_when: {column: InvoiceNo, starts_with: C}   # or {column: …, is: [退款, 退货]}
 * columns:
 *   number: {column: InvoiceNo}                      # of the order, or of the refund
 *   time: {column: InvoiceDate, format: "yyyy-MM-dd HH:mm:ss", zone: Europe/London}
 *   quantity: {column: Quantity}
 *   price: {column: UnitPrice, unit: yuan}           # of a piece; or paid: {column: …, unit: fen} of the line
 *   product: {column: StockCode}
 *   member: {column: CustomerID, integer: true}      # "12923.0" is 12923; empty: the order stands for the customer
 * </pre>
 *
 * <p>Optional columns: {@code member}, {@code phone}, {@code region}, {@code store}, {@code product}, {@code sku},
 * {@code title}, {@code category}, {@code original_order} (of a refund). {@code constant: X} may stand for a column.
 */
final class ColumnMap {

    private static final String[] ROLES = {
        "number",
        "time",
        "quantity",
        "price",
        "paid",
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
    final Charset charset;
    final char delimiter;
    final RefundRule refundRule;
    final ColumnReader number;
    final ColumnReader time;
    final ColumnReader quantity;
    final @Nullable ColumnReader price;
    final @Nullable ColumnReader paid;
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
        map.onlyWith("name", "version", "group_by", "currency", "charset", "delimiter", "refund_when", "columns");
        mappingVersion = map.needed("name") + "/" + map.needed("version");
        groupBy = List.copyOf(map.texts("group_by"));
        if (groupBy.isEmpty()) {
            throw map.wrong("needs \"group_by\": the column that all rows of an order share");
        }
        currency = currency(map);
        charset = charset(map);
        delimiter = delimiter(map);
        refundRule = RefundRule.of(map);
        Spec columns = map.object("columns").onlyWith(ROLES);
        number = needed(columns, "number", ColumnReader::id);
        time = needed(columns, "time", ColumnReader::time);
        quantity = needed(columns, "quantity", ColumnReader::integer);
        price = column(columns, "price", ColumnReader::amount);
        paid = column(columns, "paid", ColumnReader::amount);
        if (price == null && paid == null) {
            throw columns.wrong("needs \"price\" of a piece or \"paid\" of a line");
        }
        member = column(columns, "member", ColumnReader::id);
        phone = column(columns, "phone", ColumnReader::id);
        region = column(columns, "region", ColumnReader::text);
        store = column(columns, "store", ColumnReader::text);
        product = column(columns, "product", ColumnReader::id);
        sku = column(columns, "sku", ColumnReader::id);
        title = column(columns, "title", ColumnReader::text);
        category = column(columns, "category", ColumnReader::text);
        originalOrder = column(columns, "original_order", ColumnReader::id);
    }

    /**
     * Compiles a column map.
     *
     * @throws IllegalArgumentException naming the entry and what to do, if the map cannot work
     */
    static ColumnMap parse(String file, String yaml) {
        return new ColumnMap(Spec.parse(file, yaml));
    }

    /** Which groups take money back: by a word in a column. Without a rule, none. */
    record RefundRule(@Nullable String column, @Nullable String startsWith, List<String> words) {

        static RefundRule of(Spec map) {
            if (!map.has("refund_when")) {
                return new RefundRule(null, null, List.of());
            }
            Spec rule = map.object("refund_when").onlyWith("column", "starts_with", "is");
            List<String> words = rule.texts("is");
            if (!rule.has("starts_with") && words.isEmpty()) {
                throw rule.wrong("needs \"starts_with\" or \"is\"");
            }
            return new RefundRule(rule.needed("column"), rule.text("starts_with"), List.copyOf(words));
        }

        boolean matches(JsonNode row) {
            String cell = column == null ? "" : row.path(column).asText().strip();
            return column != null && (words.contains(cell) || (startsWith != null && cell.startsWith(startsWith)));
        }
    }

    /** Every column that the map reads, so that a file without it can be refused at once. */
    List<String> columns() {
        List<String> columns = new ArrayList<>(groupBy);
        Stream.of(
                        number,
                        time,
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
                        originalOrder)
                .filter(Objects::nonNull)
                .map(ColumnReader::column)
                .filter(Objects::nonNull)
                .forEach(columns::add);
        if (refundRule.column() != null) {
            columns.add(refundRule.column());
        }
        return columns.stream().distinct().toList();
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

    private static Charset charset(Spec map) {
        String name = map.text("charset");
        return name == null ? StandardCharsets.UTF_8 : map.checked("\"charset\"", () -> Charset.forName(name));
    }

    private static char delimiter(Spec map) {
        String text = Objects.requireNonNullElse(map.text("delimiter"), ",");
        if (text.length() != 1) {
            throw map.wrong("\"delimiter\" must be one character");
        }
        return text.charAt(0);
    }
}
