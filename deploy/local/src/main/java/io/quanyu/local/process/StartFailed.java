package io.quanyu.local.process;

/** The platform could not start, or a part of it ended. The message says what to do; commands end with exit code 3. */
public final class StartFailed extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public StartFailed(String message) {
        super(message);
    }

    public StartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
