package io.quanyu.jobs.record;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of a value: how it becomes bytes and is read from them. A form describes itself in every savepoint, so that a later
 * version of a record can read what an earlier one wrote.
 */
sealed interface Form {

    void write(Object value, Encoded out);

    @Nullable
    Object read(DataInput in) throws IOException;

    /** Writes what {@link Forms#read} makes this form of again. */
    void describe(DataOutput out) throws IOException;

    /** Whether a value that was written in {@code older} form can be read and kept in this one. */
    boolean takes(Form older);

    /** What a component of this form has in a record that was written before the component was there. */
    @Nullable
    Object absent();

    /** Values without parts. */
    enum Plain implements Form {
        TEXT {
            @Override
            public void write(Object value, Encoded out) {
                out.text((String) value);
            }

            @Override
            public Object read(DataInput in) throws IOException {
                return Encoded.text(in);
            }

            @Override
            public Object absent() {
                return "";
            }
        },
        LONG {
            @Override
            public void write(Object value, Encoded out) {
                out.number((Long) value);
            }

            @Override
            public Object read(DataInput in) throws IOException {
                return Encoded.number(in);
            }

            @Override
            public Object absent() {
                return 0L;
            }
        },
        INT {
            @Override
            public void write(Object value, Encoded out) {
                out.number((Integer) value);
            }

            @Override
            public Object read(DataInput in) throws IOException {
                return Math.toIntExact(Encoded.number(in));
            }

            @Override
            public Object absent() {
                return 0;
            }
        },
        FLAG {
            @Override
            public void write(Object value, Encoded out) {
                out.flag((Boolean) value);
            }

            @Override
            public Object read(DataInput in) throws IOException {
                return in.readByte() != 0;
            }

            @Override
            public Object absent() {
                return false;
            }
        },
        BYTES {
            @Override
            public void write(Object value, Encoded out) {
                out.block((byte[]) value);
            }

            @Override
            public Object read(DataInput in) throws IOException {
                return Encoded.block(in);
            }

            @Override
            public Object absent() {
                return new byte[0];
            }
        },
        LONGS {
            @Override
            public void write(Object value, Encoded out) {
                long[] numbers = (long[]) value;
                out.count(numbers.length);
                for (long number : numbers) {
                    out.fixed(number);
                }
            }

            @Override
            public Object read(DataInput in) throws IOException {
                long[] numbers = new long[Encoded.count(in)];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = in.readLong();
                }
                return numbers;
            }

            @Override
            public Object absent() {
                return new long[0];
            }
        };

        @Override
        public void describe(DataOutput out) throws IOException {
            out.writeUTF(name());
        }

        @Override
        public boolean takes(Form older) {
            return this == older;
        }
    }

    /** A value that may be null. */
    record Maybe(Form of) implements Form {

        static final String NAME = "MAYBE";

        @Override
        public void write(@Nullable Object value, Encoded out) {
            out.flag(value != null);
            if (value != null) {
                of.write(value, out);
            }
        }

        @Override
        public @Nullable Object read(DataInput in) throws IOException {
            return in.readByte() == 0 ? null : of.read(in);
        }

        @Override
        public void describe(DataOutput out) throws IOException {
            out.writeUTF(NAME);
            of.describe(out);
        }

        @Override
        public boolean takes(Form older) {
            return of.takes(older instanceof Maybe maybe ? maybe.of : older);
        }

        @Override
        public @Nullable Object absent() {
            return null;
        }
    }

    /** One of the constants of an enum, by its place in the list of names. */
    record OneOf(Class<?> type, List<Object> constants) implements Form {

        static final String NAME = "ONE_OF";

        static OneOf of(Class<?> type) {
            return new OneOf(type, Arrays.asList(type.getEnumConstants()));
        }

        @Override
        public void write(Object value, Encoded out) {
            out.count(constants.indexOf(value));
        }

        @Override
        public Object read(DataInput in) throws IOException {
            return constants.get(Encoded.count(in));
        }

        @Override
        public void describe(DataOutput out) throws IOException {
            out.writeUTF(NAME);
            out.writeUTF(type.getName());
            out.writeInt(constants.size());
            for (Object constant : constants) {
                out.writeUTF(((Enum<?>) constant).name());
            }
        }

        @Override
        public boolean takes(Form older) {
            return older instanceof OneOf one && one.type.equals(type);
        }

        @Override
        public Object absent() {
            return constants.get(0);
        }
    }

    /** A list, not to be changed. */
    record ListOf(Form of) implements Form {

        static final String NAME = "LIST";

        @Override
        public void write(Object value, Encoded out) {
            List<?> list = (List<?>) value;
            out.count(list.size());
            for (Object one : list) {
                of.write(one, out);
            }
        }

        @Override
        public Object read(DataInput in) throws IOException {
            Object[] read = new Object[Encoded.count(in)];
            for (int i = 0; i < read.length; i++) {
                read[i] = of.read(in);
            }
            return List.of(read);
        }

        @Override
        public void describe(DataOutput out) throws IOException {
            out.writeUTF(NAME);
            of.describe(out);
        }

        @Override
        public boolean takes(Form older) {
            return older instanceof ListOf list && of.takes(list.of);
        }

        @Override
        public Object absent() {
            return List.of();
        }
    }

    /** A map, not to be changed. */
    record MapOf(Form key, Form value) implements Form {

        static final String NAME = "MAP";

        @Override
        public void write(Object value, Encoded out) {
            Map<?, ?> map = (Map<?, ?>) value;
            out.count(map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                key.write(entry.getKey(), out);
                this.value.write(entry.getValue(), out);
            }
        }

        /** Not {@code Map.ofEntries}, whose order is another in each process. */
        @Override
        public Object read(DataInput in) throws IOException {
            int size = Encoded.count(in);
            if (size == 0) {
                return Map.of();
            }
            if (size == 1) {
                return Map.of(key.read(in), value.read(in));
            }
            Map<Object, Object> read = new HashMap<>(2 * size);
            for (int i = 0; i < size; i++) {
                read.put(key.read(in), value.read(in));
            }
            return read;
        }

        @Override
        public void describe(DataOutput out) throws IOException {
            out.writeUTF(NAME);
            key.describe(out);
            value.describe(out);
        }

        @Override
        public boolean takes(Form older) {
            return older instanceof MapOf map && key.takes(map.key) && value.takes(map.value);
        }

        @Override
        public Object absent() {
            return Map.of();
        }
    }

    /**
     * A record, its components one after the other.
     *
     * @param fields as they were written; those that the record no longer has are read and dropped
     */
    record Whole(RecordClass type, List<Field> fields) implements Form {

        static final String NAME = "RECORD";

        /**
         * A component as it was written.
         *
         * @param place among the components of the record today; negative if it is no longer there
         */
        record Field(String name, Form form, int place) {}

        @Override
        public void write(Object value, Encoded out) {
            for (Field field : fields) {
                Object component = type.component(field.place(), value);
                try {
                    field.form().write(component, out);
                } catch (NullPointerException e) {
                    throw component != null
                            ? e
                            : new NullPointerException("Component " + field.name() + " of " + type.name()
                                    + " is null and not @Nullable: " + value);
                }
            }
        }

        @Override
        public Object read(DataInput in) throws IOException {
            Object[] components = type.absent();
            for (Field field : fields) {
                Object read = field.form().read(in);
                if (field.place() >= 0) {
                    components[field.place()] = read;
                }
            }
            return type.make(components);
        }

        @Override
        public void describe(DataOutput out) throws IOException {
            out.writeUTF(NAME);
            out.writeUTF(type.name());
            out.writeInt(fields.size());
            for (Field field : fields) {
                out.writeUTF(field.name());
                field.form().describe(out);
            }
        }

        @Override
        public boolean takes(Form older) {
            if (!(older instanceof Whole whole) || !whole.type.name().equals(type.name())) {
                return false;
            }
            return whole.fields.stream()
                    .filter(field -> field.place() >= 0)
                    .allMatch(field -> fields.get(field.place()).form().takes(field.form()));
        }

        @Override
        public Object absent() {
            List<Object> components = new ArrayList<>();
            fields.forEach(field -> components.add(field.form().absent()));
            return type.make(components.toArray());
        }
    }
}
