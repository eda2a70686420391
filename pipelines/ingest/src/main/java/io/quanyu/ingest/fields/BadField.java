package io.quanyu.ingest.fields;

/** A field of a payload that is absent though needed, or holds what its type does not allow. Carries no stack trace. */
public final class BadField extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean missing;

    private BadField(boolean missing, String detail) {
        super(detail, null, false, false);
        this.missing = missing;
    }

    public static BadField missing(String detail) {
        return new BadField(true, detail);
    }

    public static BadField bad(String detail) {
        return new BadField(false, detail);
    }

    /** True if the field is absent, false if its value is wrong. */
    public boolean isMissing() {
        return missing;
    }

    /** The same, with the place before it. */
    public BadField in(String place) {
        return new BadField(missing, place + getMessage());
    }
}
