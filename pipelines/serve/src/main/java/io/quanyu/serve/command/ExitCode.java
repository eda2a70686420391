package io.quanyu.serve.command;

/** How every command of {@code ./quanyu} ends. The numbers are an interface: scripts rely on them. */
public final class ExitCode {

    /** Answered, and all is well. */
    public static final int OK = 0;

    /** Answered, and the answer alarms: a violated invariant, a story that came out differently. */
    public static final int ALARMING = 1;

    /** The command was used wrongly: an unknown option, a file that is not there, SQL that does not parse. */
    public static final int USAGE = 2;

    /** The platform is not running, did not answer, or could not start. */
    public static final int UNREACHABLE = 3;

    private ExitCode() {}
}
