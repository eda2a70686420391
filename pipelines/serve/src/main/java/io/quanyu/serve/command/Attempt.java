package io.quanyu.serve.command;

import io.quanyu.serve.ask.platform.PlatformUnreachable;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;

/** Runs the work of a command and turns what goes wrong into one line for people and an exit code for scripts. */
public final class Attempt {

    /** Trino numbers the errors of whoever wrote the query up to here; the rest are its own. */
    private static final int LAST_USER_ERROR = 0xFFFF;

    private Attempt() {}

    public static int run(PrintWriter err, Callable<Integer> work) {
        try {
            return work.call();
        } catch (PlatformUnreachable e) {
            return failed(err, e.getMessage(), ExitCode.UNREACHABLE);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            return failed(err, e.getMessage(), ExitCode.USAGE);
        } catch (SQLException e) {
            return failed(err, e);
        } catch (Exception e) {
            return failed(err, "This should not have happened: " + e, ExitCode.UNREACHABLE);
        }
    }

    private static int failed(PrintWriter err, SQLException e) {
        if (e.getErrorCode() > 0 && e.getErrorCode() <= LAST_USER_ERROR) {
            return failed(err, "Trino refuses the query: " + e.getMessage(), ExitCode.USAGE);
        }
        String message = "Trino did not answer: " + e.getMessage()
                + ". See ./quanyu status and the logs in the data folder; restart with ./quanyu down, ./quanyu up";
        return failed(err, message, ExitCode.UNREACHABLE);
    }

    private static int failed(PrintWriter err, String message, int exitCode) {
        err.println(message);
        err.flush();
        return exitCode;
    }
}
