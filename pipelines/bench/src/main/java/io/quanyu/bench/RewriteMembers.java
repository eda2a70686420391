package io.quanyu.bench;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.jobs.identity.EvidenceSeen;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The plain way in Flink: where evidence joins two persons, every member of the smaller one is rewritten and told. Keyed by
 * tenant, because evidence may join any two of a tenant's identifiers.
 *
 * <p>It does less than Quanyu: no shared phones, no limits, no expiry, no waiting for the clock, no evidence kept, so nothing
 * that is joined can ever be parted.
 */
public final class RewriteMembers extends KeyedProcessFunction<String, EvidenceSeen, Moved> {

    private static final long serialVersionUID = 1L;

    private transient MapState<String, String> persons;
    private transient MapState<String, List<String>> members;
    private transient ValueState<Long> version;

    @Override
    public void open(OpenContext context) {
        persons = getRuntimeContext().getMapState(new MapStateDescriptor<>("persons", Types.STRING, Types.STRING));
        members = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("members", Types.STRING, Types.LIST(Types.STRING)));
        version = getRuntimeContext().getState(new ValueStateDescriptor<>("version", Types.LONG));
    }

    @Override
    public void processElement(EvidenceSeen seen, Context context, Collector<Moved> out) throws Exception {
        for (Evidence one : seen.evidence()) {
            if (one.isSighting() || one.rule().equals(UnionFind.NEVER_JOINS)) {
                meet(one.left(), seen.tenant(), out);
                meet(one.right(), seen.tenant(), out);
            } else {
                join(one, seen.tenant(), out);
            }
        }
    }

    private void meet(Identifier identifier, String tenant, Collector<Moved> out) throws Exception {
        String text = identifier.text();
        if (!persons.contains(text)) {
            enter(text, text, new ArrayList<>(1), tenant, out);
        }
    }

    private void join(Evidence tie, String tenant, Collector<Moved> out) throws Exception {
        String left = tie.left().text();
        String right = tie.right().text();
        String leftPerson = persons.get(left);
        String rightPerson = persons.get(right);
        if (leftPerson == null && rightPerson == null) {
            enter(left, left, new ArrayList<>(2), tenant, out);
            enter(right, left, members.get(left), tenant, out);
        } else if (leftPerson == null) {
            enter(left, rightPerson, members.get(rightPerson), tenant, out);
        } else if (rightPerson == null) {
            enter(right, leftPerson, members.get(leftPerson), tenant, out);
        } else if (!leftPerson.equals(rightPerson)) {
            merge(leftPerson, rightPerson, tenant, out);
        }
    }

    private void enter(String identifier, String person, List<String> with, String tenant, Collector<Moved> out)
            throws Exception {
        persons.put(identifier, person);
        with.add(identifier);
        members.put(person, with);
        out.collect(new Moved(tenant, identifier, person, null, next()));
    }

    private void merge(String person, String otherPerson, String tenant, Collector<Moved> out) throws Exception {
        List<String> some = members.get(person);
        List<String> others = members.get(otherPerson);
        boolean larger = some.size() >= others.size();
        String stays = larger ? person : otherPerson;
        String goes = larger ? otherPerson : person;
        List<String> all = larger ? some : others;
        for (String moving : larger ? others : some) {
            persons.put(moving, stays);
            all.add(moving);
            out.collect(new Moved(tenant, moving, stays, goes, next()));
        }
        members.put(stays, all);
        members.remove(goes);
    }

    private long next() throws Exception {
        long next = Objects.requireNonNullElse(version.value(), 0L) + 1;
        version.update(next);
        return next;
    }
}
