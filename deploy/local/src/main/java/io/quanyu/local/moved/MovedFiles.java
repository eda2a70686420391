package io.quanyu.local.moved;

import io.quanyu.jobs.iceberg.LocalFiles;
import java.nio.file.Path;
import org.apache.iceberg.hadoop.HadoopFileIO;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/**
 * The files of a lake that was moved: what is asked for at its old place is read at the new one. Nothing is written or deleted.
 *
 * @param origin folder of the lake as it was
 * @param home folder of the lake as it is
 */
record MovedFiles(Path origin, Path home, FileIO files) implements FileIO {

    static MovedFiles between(Path origin, Path home) {
        return new MovedFiles(origin, home, new HadoopFileIO(LocalFiles.hadoop()));
    }

    /** The path of a place. Neither Iceberg nor Hadoop escapes anything in it, so it is no URI. */
    static Path pathOf(String place) {
        return Path.of(place.replaceFirst("^file:/+", "/"));
    }

    /** A text with every place in it as it is now, for example the metadata of a table. */
    String moved(String text) {
        return text.replace("file://" + origin + "/", "file://" + home + "/")
                .replace("file:" + origin + "/", "file://" + home + "/");
    }

    @Override
    public InputFile newInputFile(String place) {
        return files.newInputFile(moved(place));
    }

    @Override
    public OutputFile newOutputFile(String place) {
        throw new UnsupportedOperationException("Nothing is written while a folder is told its place: " + place);
    }

    @Override
    public void deleteFile(String place) {
        throw new UnsupportedOperationException("Nothing is deleted while a folder is told its place: " + place);
    }
}
