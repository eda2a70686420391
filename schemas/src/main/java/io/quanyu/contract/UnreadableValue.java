package io.quanyu.contract;

/** Bytes that are not Avro in single-object encoding of the schema that stands here. */
public final class UnreadableValue extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableValue(Exception cause) {
        super(cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
    }
}
