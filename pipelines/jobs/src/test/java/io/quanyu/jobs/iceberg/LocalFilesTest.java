package io.quanyu.jobs.iceberg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.iceberg.hadoop.HadoopFileIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadByItsOwnerAndNothingLiesBeside() throws IOException {
        Path file = folder.resolve("data/day=1/rows");
        Configuration hadoop = LocalFiles.hadoop();
        // Hadoop keeps the first files that anybody in this process asked for.
        hadoop.setBoolean("fs.file.impl.disable.cache", true);
        try (var io = new HadoopFileIO(hadoop)) {
            io.initialize(Map.of());
            try (var out = io.newOutputFile(file.toUri().toString()).create()) {
                out.write("事实".getBytes(UTF_8));
            }
            try (var in = io.newInputFile(file.toUri().toString()).newStream()) {
                assertThat(in.readAllBytes()).isEqualTo("事实".getBytes(UTF_8));
            }
        }
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
        assertThat(List.of(file, file.getParent(), file.getParent().getParent()))
                .extracting(made -> PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .containsExactly("rw-------", "rwx------", "rwx------");
    }

    @Test
    void permissionsAreThoseAskedFor() throws IOException {
        Path file = Files.createFile(folder.resolve("rows"));
        try (FileSystem files = FileSystem.newInstance(file.toUri(), LocalFiles.hadoop())) {
            assertThat(files).isInstanceOf(LocalFiles.class);
            files.setPermission(new org.apache.hadoop.fs.Path(file.toUri()), new FsPermission((short) 0640));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }
}
