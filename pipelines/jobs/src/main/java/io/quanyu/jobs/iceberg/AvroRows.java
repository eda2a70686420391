package io.quanyu.jobs.iceberg;

import io.quanyu.contract.StoredTopic;
import io.quanyu.contract.StoredTopics;
import io.quanyu.contract.UnreadableValue;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.iceberg.Schema;
import org.apache.iceberg.flink.FlinkSchemaUtil;
import org.jspecify.annotations.Nullable;

/** Makes rows of an event table out of the Avro values of its topic, by names: {@link AvroColumns} has the rules. */
final class AvroRows extends RichMapFunction<StoredEvent, RowData> implements ResultTypeQueryable<RowData> {

    private static final long serialVersionUID = 1L;

    /** Text, because a topic cannot travel to the task. */
    private final String home;

    private final Schema schema;

    private transient @Nullable List<Cell<AvroColumns.Stored>> cells;

    private AvroRows(String home, Schema schema) {
        this.home = home;
        this.schema = schema;
    }

    /**
     * Rows of the table of {@code home}.
     *
     * @throws IllegalArgumentException if a column cannot be filled
     */
    static AvroRows of(StoredTopic home, Schema schema) {
        var rows = new AvroRows(home.topic(), schema);
        rows.cells();
        return rows;
    }

    @Override
    public void open(OpenContext context) {
        cells = cells();
    }

    @Override
    public RowData map(StoredEvent event) throws UnreadableValue {
        var stored = new AvroColumns.Stored(topic().decode(event.value()), event);
        List<Cell<AvroColumns.Stored>> columns = cells == null ? cells() : cells;
        var row = new GenericRowData(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            row.setField(i, columns.get(i).of(stored));
        }
        return row;
    }

    @Override
    public TypeInformation<RowData> getProducedType() {
        return InternalTypeInfo.of(FlinkSchemaUtil.convert(schema));
    }

    private List<Cell<AvroColumns.Stored>> cells() {
        var columns = new AvroColumns(topic());
        return schema.columns().stream().map(columns::cell).toList();
    }

    private StoredTopic topic() {
        return StoredTopics.named(home);
    }
}
