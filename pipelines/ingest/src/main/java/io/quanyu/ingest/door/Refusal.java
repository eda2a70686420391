package io.quanyu.ingest.door;

import io.quanyu.ingest.Reason;
import io.quanyu.ingest.fields.BadField;

/** Stops the reading of a payload, or of one item of it, with a reason. Carries no stack trace: it is an answer. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public Refusal(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    public static Refusal of(BadField field) {
        return new Refusal(field.isMissing() ? Reason.MISSING_FIELD : Reason.BAD_VALUE, field.getMessage());
    }

    public static Refusal contradictory(String detail) {
        return new Refusal(Reason.CONTRADICTORY, detail);
    }

    public Reason reason() {
        return reason;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
