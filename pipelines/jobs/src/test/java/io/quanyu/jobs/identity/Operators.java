package io.quanyu.jobs.identity;

import io.quanyu.domain.identity.IdentityPolicy;
import io.quanyu.jobs.identity.hub.ForHub;
import io.quanyu.jobs.identity.hub.WatchHubOperator;
import io.quanyu.jobs.identity.label.DrawLabels;
import io.quanyu.jobs.identity.label.Labelled;
import io.quanyu.jobs.identity.label.ResolveLabel;
import io.quanyu.jobs.record.TextType;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** The operators of the identity job, each alone, keyed as {@link IdentityJob} keys it. */
final class Operators {

    private Operators() {}

    static OneInputStreamOperatorTestHarness<ForHub, Addressed> watchHub() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new WatchHubOperator(IdentityPolicy.standard()),
                in -> Tuple2.of(in.tenant(), in.hub()),
                Types.TUPLE(TextType.TEXT, TextType.TEXT));
    }

    static OneInputStreamOperatorTestHarness<Addressed, Labelled> drawLabels() throws Exception {
        return new OneInputStreamOperatorTestHarness<>(new DrawLabels());
    }

    static OneInputStreamOperatorTestHarness<Labelled, ForOwner> keepMember() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new KeepMember(IdentityPolicy.standard())),
                in -> Tuple2.of(in.tenant(), in.member()),
                Types.TUPLE(TextType.TEXT, Types.LONG));
    }

    static KeyedOneInputStreamOperatorTestHarness<Tuple2<String, Long>, ForOwner, Statement> resolveLabel()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new ResolveLabel(IdentityPolicy.standard())),
                in -> Tuple2.of(in.tenant(), in.label()),
                Types.TUPLE(TextType.TEXT, Types.LONG));
    }

    static OneInputStreamOperatorTestHarness<Statement, Assigned> announce() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new Announce()), Statement::identifier, TextType.TEXT);
    }

    static OneInputStreamOperatorTestHarness<ConflictChange, ConflictChange> announceConflict() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new AnnounceConflict()), ConflictChange::key, TextType.TEXT);
    }
}
