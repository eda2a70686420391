package io.quanyu.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaParser;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is published stays readable. A schema that changes is frozen anew as {@code published/<event>/<n + 1>.avsc}; a
 * published file is never edited.
 */
class SchemasTest {

    static Stream<Schema> records() {
        return Stream.of(
                OrderChanged.getClassSchema(),
                RefundChanged.getClassSchema(),
                MessageSent.getClassSchema(),
                ContactChanged.getClassSchema(),
                LiveCodeScanned.getClassSchema(),
                Behaved.getClassSchema(),
                CouponChanged.getClassSchema(),
                SpendReported.getClassSchema(),
                LiveCodeDefined.getClassSchema(),
                IdentityRuled.getClassSchema(),
                IdentityAssigned.getClassSchema(),
                DeadLetter.getClassSchema());
    }

    @ParameterizedTest
    @MethodSource("records")
    void theCurrentSchemaReadsEveryPublishedOne(Schema current) throws SchemaValidationException {
        List<Schema> published = published(current);

        assertThat(published).isNotEmpty();
        new SchemaValidatorBuilder().canReadStrategy().validateAll().validate(current, published);
    }

    @ParameterizedTest
    @MethodSource("records")
    void theLastPublishedSchemaReadsTheCurrentOne(Schema current) {
        Schema last = last(current);

        assertThat(SchemaCompatibility.checkReaderWriterCompatibility(last, current)
                        .getType())
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    @ParameterizedTest
    @MethodSource("records")
    void theCurrentSchemaIsPublished(Schema current) {
        Schema last = last(current);

        assertThat(last)
                .as("freeze the change as the next file below schemas/published/%s", folderOf(current))
                .isEqualTo(current);
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyFieldSaysWhatItMeans(Schema current) {
        List<String> silent = new ArrayList<>();
        collectSilent(current, silent);

        assertThat(silent).isEmpty();
    }

    private static void collectSilent(Schema schema, List<String> silent) {
        switch (schema.getType()) {
            case RECORD -> {
                addIfSilent(schema.getName(), schema.getDoc(), silent);
                for (Schema.Field field : schema.getFields()) {
                    addIfSilent(schema.getName() + "." + field.name(), field.doc(), silent);
                    collectSilent(field.schema(), silent);
                }
            }
            case ENUM -> addIfSilent(schema.getName(), schema.getDoc(), silent);
            case ARRAY -> collectSilent(schema.getElementType(), silent);
            case UNION -> schema.getTypes().forEach(type -> collectSilent(type, silent));
            default -> {
                // A primitive is explained by its field.
            }
        }
    }

    private static void addIfSilent(String name, String doc, List<String> silent) {
        if (doc == null || doc.isBlank()) {
            silent.add(name);
        }
    }

    private static Schema last(Schema current) {
        List<Schema> published = published(current);
        return published.get(published.size() - 1);
    }

    private static List<Schema> published(Schema current) {
        try (Stream<Path> files = Files.list(Path.of("published", folderOf(current)))) {
            return files.sorted(Comparator.comparingInt(SchemasTest::number))
                    .map(SchemasTest::read)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int number(Path file) {
        return Integer.parseInt(file.getFileName().toString().replace(".avsc", ""));
    }

    private static Schema read(Path file) {
        try {
            return new SchemaParser().parse(file).mainSchema();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String folderOf(Schema schema) {
        return schema.getName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
