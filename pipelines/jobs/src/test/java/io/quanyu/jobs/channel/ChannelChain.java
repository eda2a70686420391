package io.quanyu.jobs.channel;

import io.quanyu.domain.alert.RoiPolicy;
import io.quanyu.jobs.customer.CreditChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

/** The operators of channels, one behind the other, for a test that holds the clock. */
public final class ChannelChain implements AutoCloseable {

    private final List<ChannelDayChange> days = new ArrayList<>();
    private final List<AlertChange> alerts = new ArrayList<>();

    private KeyedTwoInputStreamOperatorTestHarness<String, CreditChange, LiveCodeFact, ChannelCredit> names;
    private KeyedTwoInputStreamOperatorTestHarness<String, SpendFact, ChannelCredit, ChannelDayChange> watch;

    private ChannelChain() throws Exception {
        names = names();
        watch = watch();
    }

    public static ChannelChain open() throws Exception {
        var chain = new ChannelChain();
        chain.names.open();
        chain.watch.open();
        return chain;
    }

    /** A credit, a definition or a report. */
    public void bring(Object fact) throws Exception {
        if (fact instanceof CreditChange credit) {
            names.processElement1(credit, 0);
        } else if (fact instanceof LiveCodeFact definition) {
            names.processElement2(definition, 0);
        } else {
            watch.processElement1((SpendFact) fact, 0);
        }
        passOn();
    }

    public void tick(long millis) throws Exception {
        names.processBothWatermarks(new Watermark(millis));
        passOn();
        watch.processBothWatermarks(new Watermark(millis));
        collect();
    }

    /** Both operators die and come back from a checkpoint. */
    void restore() throws Exception {
        var ofNames = names.snapshot(1, 1);
        var ofWatch = watch.snapshot(1, 1);
        close();
        names = names();
        watch = watch();
        names.initializeState(ofNames);
        watch.initializeState(ofWatch);
        names.open();
        watch.open();
    }

    public List<ChannelDayChange> days() {
        return days;
    }

    List<AlertChange> alerts() {
        return alerts;
    }

    ChannelTruth truth(long asOfMillis) {
        return ChannelTruth.said(days, alerts, asOfMillis);
    }

    @Override
    public void close() throws Exception {
        names.close();
        watch.close();
    }

    private void passOn() throws Exception {
        for (ChannelCredit credit : names.extractOutputValues()) {
            watch.processElement2(credit, 0);
        }
        names.getOutput().clear();
        collect();
    }

    private void collect() {
        days.addAll(watch.extractOutputValues());
        watch.getOutput().clear();
        Queue<StreamRecord<AlertChange>> said = watch.getSideOutput(WatchRoi.ALERTS);
        if (said != null) {
            said.forEach(row -> alerts.add(row.getValue()));
            said.clear();
        }
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, CreditChange, LiveCodeFact, ChannelCredit> names()
            throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new NameChannels()),
                credit -> credit.tenant() + "|" + credit.source(),
                definition -> definition.tenant() + "|" + NameChannels.CODE + definition.code(),
                Types.STRING);
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, SpendFact, ChannelCredit, ChannelDayChange> watch()
            throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new WatchRoi(RoiPolicy.standard())),
                SpendFact::tenant,
                ChannelCredit::tenant,
                Types.STRING);
    }
}
