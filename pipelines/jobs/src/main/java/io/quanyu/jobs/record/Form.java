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

    /** Writes what {@link StoredForms} makes this form of again. */
    void describe(DataOutput out) throws IOException;

    /** Whether a value that was written in {@code older} form, whose own parts are settled, can be kept in this one. */
    boolean takes(Form older);

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
            out.writeUTF(NamedTypes.ALL.of(type).name());
            out.writeInt(constants.size());
            for (Object constant : constants) {
                out.writeUTF(((Enum<?>) constant).name());
            }
        }

        @Override
        public boolean takes(Form older) {
            return older instanceof OneOf one && one.type.equals(type);
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
    }

    /**
     * A record, its components one after the other.
     *
     * @param fields as they were written; those that the record no longer has are read and dropped
     * @param absent what a record has in the places that no field is for; null in all others
     */
    @SuppressWarnings("ArrayRecordComponent") // Forms are compared by what they describe.
    record Whole(RecordClass type, List<Field> fields, @Nullable Object[] absent) implements Form {

        static final String NAME = "RECORD";

        /**
         * A component as it was written.
         *
         * @param name today; if it is no longer there, as it was
         * @param place among the components of the record today; {@link #NOWHERE} if it is no longer there
         */
        record Field(String name, Form form, int place) {

            static final int NOWHERE = -1;
        }

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
            Object[] components = absent.clone();
            for (Field field : fields) {
                Object read = field.form().read(in);
                if (field.place() != Field.NOWHERE) {
                    components[field.place()] = read;
                }
            }
            return type.make(components);
        }

        @Override
        public void describe(DataOutput out) throws IOException {
            out.writeUTF(NAME);
            out.writeUTF(NamedTypes.ALL.of(type.type()).name());
            out.writeInt(fields.size());
            for (Field field : fields) {
                out.writeUTF(field.name());
                field.form().describe(out);
            }
        }

        @Override
        public boolean takes(Form older) {
            return older instanceof Whole whole && whole.type.type() == type.type();
        }
    }

    /** A record in state that nobody needs any more: read over. */
    record Gone(List<Form> parts) implements Form {

        static final String NAME = "GONE";

        @Override
        public void write(Object value, Encoded out) {
            throw new IllegalStateException("What was dropped is never written");
        }

        /** Something not null, because it may be the key of a map. */
        @Override
        public Object read(DataInput in) throws IOException {
            List<@Nullable Object> read = new ArrayList<>(parts.size());
            for (Form part : parts) {
                read.add(part.read(in));
            }
            return read;
        }

        @Override
        public void describe(DataOutput out) throws IOException {
            out.writeUTF(NAME);
        }

        @Override
        public boolean takes(Form older) {
            return false;
        }
    }
}
