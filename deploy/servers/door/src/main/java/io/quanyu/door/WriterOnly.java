package io.quanyu.door;

import io.trino.spi.connector.CatalogSchemaTableName;
import io.trino.spi.security.AccessDeniedException;
import io.trino.spi.security.SystemAccessControl;
import io.trino.spi.security.SystemSecurityContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets one user alone run the procedures of tables, such as {@code optimize} and {@code expire_snapshots}: Trino's own file of rules has no
 * word for them, and allows them to everybody who may read. Agrees to all else, so it stands beside that file and never alone.
 */
final class WriterOnly implements InvocationHandler {

    private static final String QUESTION = "checkCanExecuteTableProcedure";

    private final String writer;

    private WriterOnly(String writer) {
        this.writer = writer;
    }

    /** As Trino asks it. Made at run time, because what else Trino asks grows with its versions. */
    static SystemAccessControl of(String writer) {
        return (SystemAccessControl) Proxy.newProxyInstance(
                WriterOnly.class.getClassLoader(), new Class<?>[] {SystemAccessControl.class}, new WriterOnly(writer));
    }

    @Override
    public @Nullable Object invoke(Object control, Method question, Object @Nullable [] given)
            throws ReflectiveOperationException {
        if (question.getDeclaringClass() == Object.class) {
            return question.invoke(this, given);
        }
        if (question.getName().equals(QUESTION) && given != null) {
            requireWriter((SystemSecurityContext) given[0], (CatalogSchemaTableName) given[1], (String) given[2]);
        }
        return agreement(question.getReturnType(), given == null ? "" : given[given.length - 1]);
    }

    private void requireWriter(SystemSecurityContext context, CatalogSchemaTableName table, String procedure) {
        if (!context.getIdentity().getUser().equals(writer)) {
            AccessDeniedException.denyExecuteTableProcedure(table.toString(), procedure);
        }
    }

    /** What leaves everything as it is: all that was to be filtered, or a mere yes. */
    private static @Nullable Object agreement(Class<?> answer, Object last) {
        if (answer == boolean.class) {
            return true;
        }
        if (answer == Optional.class) {
            return Optional.empty();
        }
        if (answer.isInstance(last)) {
            return last;
        }
        if (answer == Map.class) {
            return Map.of();
        }
        return answer.isAssignableFrom(List.class) ? List.of() : null;
    }
}
