package io.quanyu.serve.ask.platform;

/** The platform is not running or does not answer. Its message says what to do; commands end with exit code 3. */
public final class PlatformUnreachable extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public PlatformUnreachable(String message) {
        super(message);
    }

    public PlatformUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
