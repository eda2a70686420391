package io.quanyu.local;

import io.quanyu.jobs.io.LocalFiles;
import java.util.Map;
import org.apache.iceberg.jdbc.JdbcCatalog;

/** The database of the Iceberg catalog. Trino does not make its tables, so we do. */
final class LakeCatalog {

    private LakeCatalog() {}

    /** Makes the catalog's own tables if they are missing. */
    static void initialize(String uri, String warehouse) {
        try (JdbcCatalog catalog = new JdbcCatalog()) {
            catalog.setConf(LocalFiles.hadoop());
            catalog.initialize(
                    "lake",
                    Map.of(
                            "uri",
                            uri,
                            "warehouse",
                            warehouse,
                            "jdbc.schema-version",
                            "V1",
                            "io-impl",
                            "org.apache.iceberg.hadoop.HadoopFileIO"));
        }
    }
}
