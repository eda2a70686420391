package io.quanyu.jobs.iceberg;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.iceberg.Schema;
import org.apache.iceberg.flink.FlinkSchemaUtil;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * Makes a row of an Iceberg table out of a Java record, by names: {@link RecordColumns} has the rules.
 *
 * <p>A column that finds a component of a type that does not fit, or none though it may not be null, is refused when the job
 * is built. Components without a column are left out.
 *
 * @param <R> a record
 */
public final class RecordRows<R extends Record> extends RichMapFunction<R, RowData>
        implements ResultTypeQueryable<RowData> {

    private static final long serialVersionUID = 1L;

    private final String table;
    private final Class<R> record;
    private final Schema schema;
    private final Map<String, Serializable> constants;

    private transient @Nullable List<Cell<R>> cells;

    private RecordRows(String table, Class<R> record, Schema schema, Map<String, Serializable> constants) {
        this.table = table;
        this.record = record;
        this.schema = schema;
        this.constants = constants;
    }

    /** Rows of a table whose columns are all the record's. */
    public static <R extends Record> RecordRows<R> of(String table, Class<R> record, Schema schema) {
        return of(table, record, schema, Map.of());
    }

    /**
     * Rows of a table.
     *
     * @param table its name, for messages
     * @throws IllegalArgumentException if a column cannot be filled
     */
    public static <R extends Record> RecordRows<R> of(
            String table, Class<R> record, Schema schema, Map<String, Serializable> constants) {
        var rows = new RecordRows<>(table, record, schema, Map.copyOf(constants));
        rows.cells();
        return rows;
    }

    @Override
    public void open(OpenContext context) {
        cells = cells();
    }

    @Override
    public RowData map(R value) {
        List<Cell<R>> columns = cells == null ? cells() : cells;
        var row = new GenericRowData(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            row.setField(i, columns.get(i).of(value));
        }
        return row;
    }

    @Override
    public TypeInformation<RowData> getProducedType() {
        return InternalTypeInfo.of(FlinkSchemaUtil.convert(schema));
    }

    private List<Cell<R>> cells() {
        var columns = new RecordColumns<>(table, record);
        return schema.columns().stream()
                .map((Types.NestedField column) -> cell(columns, column))
                .toList();
    }

    private Cell<R> cell(RecordColumns<R> columns, Types.NestedField column) {
        Serializable constant = constants.get(column.name());
        return constant == null ? columns.cell(column) : source -> constant;
    }
}
