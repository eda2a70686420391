package io.quanyu.door;

import io.quanyu.door.Door.Answer;
import io.trino.spi.Plugin;
import io.trino.spi.security.AccessDeniedException;
import io.trino.spi.security.BasicPrincipal;
import io.trino.spi.security.HeaderAuthenticator;
import io.trino.spi.security.HeaderAuthenticator.Headers;
import io.trino.spi.security.HeaderAuthenticatorFactory;
import io.trino.spi.security.PasswordAuthenticator;
import io.trino.spi.security.PasswordAuthenticatorFactory;
import io.trino.spi.security.SystemAccessControl;
import io.trino.spi.security.SystemAccessControlFactory;
import java.nio.file.Path;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets Trino ask the {@link Door}: by the headers of each request, and by what is typed into the form of its web page, with the setting
 * {@code passwords=DIR}; and {@link WriterOnly}, with {@code writer=USER}. All are named {@value #NAME} in Trino's settings.
 */
public final class TrinoDoor implements Plugin {

    static final String NAME = "door";

    @Override
    public Iterable<HeaderAuthenticatorFactory> getHeaderAuthenticatorFactories() {
        return List.of(new OfHeaders());
    }

    @Override
    public Iterable<PasswordAuthenticatorFactory> getPasswordAuthenticatorFactories() {
        return List.of(new OfForm());
    }

    @Override
    public Iterable<SystemAccessControlFactory> getSystemAccessControlFactories() {
        return List.of(new OfProcedures());
    }

    private static Door door(Map<String, String> settings) {
        return new Door(Path.of(needed(settings, "passwords")));
    }

    private static String needed(Map<String, String> settings, String name) {
        String value = settings.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The door lacks its setting " + name);
        }
        return value;
    }

    private static Principal principal(Answer answer) {
        if (answer instanceof Answer.Welcome welcome) {
            return new BasicPrincipal(welcome.user());
        }
        throw new AccessDeniedException(
                answer instanceof Answer.Unknown unknown ? unknown.why() : ((Answer.Foreign) answer).why());
    }

    /** A header that stands there twice is none that anybody accepts. */
    private static @Nullable String only(Headers headers, String name) {
        List<String> values = headers.getHeader(name);
        return values == null || values.isEmpty() ? null : String.join(", ", values);
    }

    private static final class OfHeaders implements HeaderAuthenticatorFactory {

        @Override
        public String getName() {
            return NAME;
        }

        @Override
        public HeaderAuthenticator create(Map<String, String> settings) {
            Door door = door(settings);
            return headers -> principal(
                    door.answer(only(headers, "Host"), only(headers, "Origin"), only(headers, "Authorization")));
        }
    }

    private static final class OfForm implements PasswordAuthenticatorFactory {

        @Override
        public String getName() {
            return NAME;
        }

        @Override
        public PasswordAuthenticator create(Map<String, String> settings) {
            Door door = door(settings);
            return (user, password) -> principal(door.answer(user, password));
        }
    }

    private static final class OfProcedures implements SystemAccessControlFactory {

        @Override
        public String getName() {
            return NAME;
        }

        @Override
        public SystemAccessControl create(Map<String, String> settings, SystemAccessControlContext context) {
            return WriterOnly.of(needed(settings, "writer"));
        }

        // Gone from Trino since the version whose interfaces are compiled against.
        @Override
        @Deprecated
        public SystemAccessControl create(Map<String, String> settings) {
            throw new UnsupportedOperationException("Trino asks with a context");
        }
    }
}
