package io.quanyu.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trino.spi.QueryId;
import io.trino.spi.connector.CatalogSchemaTableName;
import io.trino.spi.security.AccessDeniedException;
import io.trino.spi.security.Identity;
import io.trino.spi.security.SystemAccessControl;
import io.trino.spi.security.SystemSecurityContext;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WriterOnlyTest {

    private static final CatalogSchemaTableName TABLE = new CatalogSchemaTableName("lake", "dws", "profile");

    private final SystemAccessControl control = WriterOnly.of("quanyu");

    @Test
    void letsTheWriterRunProceduresOfTables() {
        assertThatCode(() -> control.checkCanExecuteTableProcedure(asked("quanyu"), TABLE, "optimize"))
                .doesNotThrowAnyException();
    }

    @Test
    void letsNobodyElseRunThem() {
        assertThatThrownBy(() -> control.checkCanExecuteTableProcedure(asked("analyst"), TABLE, "optimize"))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("optimize");
    }

    @SuppressWarnings("deprecation") // Trino asks both ways.
    @Test
    void agreesToAllElse() {
        SystemSecurityContext analyst = asked("analyst");

        assertThatCode(() -> control.checkCanShowSchemas(analyst, "lake")).doesNotThrowAnyException();
        assertThat(control.canAccessCatalog(analyst, "lake")).isTrue();
        assertThat(control.filterCatalogs(analyst, Set.of("lake"))).containsExactly("lake");
        assertThat(control.filterColumns(analyst, TABLE, Set.of("one_id"))).containsExactly("one_id");
        assertThat(control.getRowFilters(analyst, TABLE)).isEmpty();
        assertThat(control.getEventListeners()).isEmpty();
        assertThat(control).hasSameHashCodeAs(control).hasToString(control.toString());
    }

    private static SystemSecurityContext asked(String user) {
        return new SystemSecurityContext(Identity.ofUser(user), QueryId.valueOf("q_1"), Instant.EPOCH);
    }
}
