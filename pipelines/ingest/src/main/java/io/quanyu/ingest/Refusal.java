package io.quanyu.ingest;

import io.quanyu.ingest.fields.BadField;

/** Stops the reading of a payload, or of one item of it, with a reason. Carries no stack trace: it is an answer. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    Refusal(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    static Refusal of(BadField field) {
        return new Refusal(field.isMissing() ? Reason.MISSING_FIELD : Reason.BAD_VALUE, field.getMessage());
    }

    static Refusal contradictory(String detail) {
        return new Refusal(Reason.CONTRADICTORY, detail);
    }

    Reason reason() {
        return reason;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
