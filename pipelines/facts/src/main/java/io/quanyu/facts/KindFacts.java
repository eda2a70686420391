package io.quanyu.facts;

import io.quanyu.contract.EventKind;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * How events of one kind are read.
 *
 * @param content a pure function: no state, no clock. Of an account it need not say when it was seen nor which phones it has:
 *     {@link Facts} adds that to every kind
 */
public record KindFacts<E extends SpecificRecordBase>(EventKind kind, Class<E> type, Function<E, Content> content) {

    Content of(SpecificRecordBase event) {
        return content.apply(type.cast(event));
    }
}
