package io.quanyu.jobs.record;

import io.quanyu.jobs.record.Form.Gone;
import io.quanyu.jobs.record.Form.ListOf;
import io.quanyu.jobs.record.Form.MapOf;
import io.quanyu.jobs.record.Form.Maybe;
import io.quanyu.jobs.record.Form.OneOf;
import io.quanyu.jobs.record.Form.Plain;
import io.quanyu.jobs.record.Form.Whole;
import io.quanyu.jobs.record.Form.Whole.Field;
import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the form that {@link Form#describe} wrote into a savepoint, and settles what became of each part since. What would be
 * lost or invented is a {@link Refusal}.
 */
final class StoredForms {

    private final DataInput in;
    private final ClassLoader classes;

    private StoredForms(DataInput in, ClassLoader classes) {
        this.in = in;
        this.classes = classes;
    }

    /** The form of a record in state, which makes records of today. */
    static Whole read(DataInput in, ClassLoader classes) throws IOException {
        if (new StoredForms(in, classes).form() instanceof Whole whole) {
            return whole;
        }
        throw new IOException("State describes something else where a record should be");
    }

    private Form form() throws IOException {
        String kind = in.readUTF();
        return switch (kind) {
            case Maybe.NAME -> new Maybe(form());
            case ListOf.NAME -> new ListOf(form());
            case MapOf.NAME -> new MapOf(form(), form());
            case OneOf.NAME -> oneOf(NamedTypes.ALL.called(in.readUTF(), classes));
            case Whole.NAME -> whole(NamedTypes.ALL.called(in.readUTF(), classes));
            default -> Plain.valueOf(kind);
        };
    }

    private OneOf oneOf(StateName type) throws IOException {
        Map<String, Object> today = new HashMap<>();
        OneOf.of(type.type()).constants().forEach(constant -> today.put(((Enum<?>) constant).name(), constant));
        List<Object> constants = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            String then = in.readUTF();
            Object constant = today.get(type.today(then));
            if (constant == null) {
                throw Refusal.lostConstant(type, then);
            }
            constants.add(constant);
        }
        return new OneOf(type.type(), constants);
    }

    private Whole whole(StateName type) throws IOException {
        Whole today = Forms.of(type.type());
        Map<String, Field> missing = new HashMap<>();
        today.fields().forEach(field -> missing.put(field.name(), field));
        List<Field> fields = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            String then = in.readUTF();
            if (type.dropped().contains(then)) {
                fields.add(new Field(then, gone(), Field.NOWHERE));
            } else {
                fields.add(kept(type, then, today, missing.remove(type.today(then))));
            }
        }
        return new Whole(today.type(), fields, absent(type, today.type(), missing));
    }

    private Field kept(StateName type, String then, Whole today, @Nullable Field home) throws IOException {
        if (home == null) {
            boolean taken =
                    today.fields().stream().anyMatch(field -> field.name().equals(type.today(then)));
            throw taken ? Refusal.twice(type, then) : Refusal.lost(type, then);
        }
        Form stored = form();
        if (!home.form().takes(stored)) {
            throw Refusal.otherType(type, then);
        }
        return new Field(home.name(), stored, home.place());
    }

    /** What records have in the places that state has nothing for. */
    private static @Nullable Object[] absent(StateName type, RecordClass record, Map<String, Field> missing)
            throws IOException {
        @Nullable Object[] values = record.blank();
        Object neutral = missing.isEmpty() ? null : Neutral.of(type.type());
        for (Field field : missing.values()) {
            Object value = neutral == null ? null : record.component(field.place(), neutral);
            if (value == null && !(field.form() instanceof Maybe)) {
                throw Refusal.absent(type, field.name());
            }
            values[field.place()] = value;
        }
        return values;
    }

    /** A form without classes, for what nobody needs any more: they may be gone too. */
    private Form gone() throws IOException {
        String kind = in.readUTF();
        return switch (kind) {
            case Maybe.NAME -> new Maybe(gone());
            case ListOf.NAME -> new ListOf(gone());
            case MapOf.NAME -> new MapOf(gone(), gone());
            case OneOf.NAME -> goneConstants();
            case Whole.NAME -> goneRecord();
            default -> Plain.valueOf(kind);
        };
    }

    private OneOf goneConstants() throws IOException {
        in.readUTF();
        List<Object> names = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            names.add(in.readUTF());
        }
        return new OneOf(Object.class, names);
    }

    private Gone goneRecord() throws IOException {
        in.readUTF();
        List<Form> parts = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            in.readUTF();
            parts.add(gone());
        }
        return new Gone(parts);
    }
}
