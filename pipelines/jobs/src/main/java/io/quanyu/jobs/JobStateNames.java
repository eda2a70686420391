package io.quanyu.jobs;

import io.quanyu.domain.alert.AlertStatus;
import io.quanyu.domain.alert.RoiAlert;
import io.quanyu.domain.attribution.AttributionPolicy;
import io.quanyu.domain.attribution.Credit;
import io.quanyu.domain.attribution.Model;
import io.quanyu.domain.consent.Consents;
import io.quanyu.domain.consent.Decision;
import io.quanyu.domain.customer.CouponClaim;
import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.customer.Fulfilment;
import io.quanyu.domain.customer.OrderVersion;
import io.quanyu.domain.customer.Profile;
import io.quanyu.domain.customer.RefundStatus;
import io.quanyu.domain.customer.RefundVersion;
import io.quanyu.domain.customer.Touch;
import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.domain.rule.RuleSet;
import io.quanyu.ingest.Position;
import io.quanyu.jobs.channel.AccountReports;
import io.quanyu.jobs.channel.ChannelCredit;
import io.quanyu.jobs.channel.ChannelDayKey;
import io.quanyu.jobs.channel.CreditedDay;
import io.quanyu.jobs.channel.DayTotals;
import io.quanyu.jobs.channel.LiveCodeFact;
import io.quanyu.jobs.channel.SaidAlert;
import io.quanyu.jobs.channel.SpendFact;
import io.quanyu.jobs.customer.Account;
import io.quanyu.jobs.customer.AccountFact;
import io.quanyu.jobs.customer.Contribution;
import io.quanyu.jobs.customer.CreditChange;
import io.quanyu.jobs.customer.OrderFact;
import io.quanyu.jobs.customer.Person;
import io.quanyu.jobs.customer.RulesReleased;
import io.quanyu.jobs.customer.Said;
import io.quanyu.jobs.customer.ToldOrder;
import io.quanyu.jobs.identity.Assigned;
import io.quanyu.jobs.identity.ConflictChange;
import io.quanyu.jobs.identity.Fact;
import io.quanyu.jobs.identity.ForOwner;
import io.quanyu.jobs.identity.Member;
import io.quanyu.jobs.identity.Statement;
import io.quanyu.jobs.identity.Told;
import io.quanyu.jobs.identity.ToldConflict;
import io.quanyu.jobs.identity.hub.Hub;
import io.quanyu.jobs.identity.label.Known;
import io.quanyu.jobs.identity.label.LabelPiece;
import io.quanyu.jobs.kafka.GateState;
import io.quanyu.jobs.kafka.Tick;
import io.quanyu.jobs.kafka.TopicRecord;
import io.quanyu.jobs.record.StateName;
import io.quanyu.jobs.record.StateNames;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names of everything that lies in the state of the jobs. A class may be renamed or moved without a word; of a component
 * or constant that is renamed, and of a component that is dropped, it must be said here:
 *
 * <pre>
 *   StateName.of(OrderVersion.class, "order-version", …).renamed("paidFen", "payableFen").dropped("region")
 * </pre>
 *
 * <p>The last text of those that have one is what it was called in state until build 26b8b19, when classes had no other names.
 */
public final class JobStateNames implements StateNames {

    private static final List<StateName> OF_IDENTITY = List.of(
            StateName.of(Hub.class, "hub", "io.quanyu.jobs.identity.Hub"),
            StateName.of(Hub.HubTie.class, "hub-tie", "io.quanyu.jobs.identity.Hub$HubTie"),
            StateName.of(Fact.class, "fact", "io.quanyu.jobs.identity.Fact"),
            StateName.of(Fact.Kind.class, "fact-kind", "io.quanyu.jobs.identity.Fact$Kind"),
            StateName.of(Member.class, "member", "io.quanyu.jobs.identity.Member"),
            StateName.of(Known.class, "known-fact", "io.quanyu.jobs.identity.Known"),
            StateName.of(LabelPiece.class, "label-piece", "io.quanyu.jobs.identity.LabelPiece"),
            StateName.of(ForOwner.class, "fact-for-owner", "io.quanyu.jobs.identity.ForOwner"),
            StateName.of(Statement.class, "statement", "io.quanyu.jobs.identity.Statement"),
            StateName.of(Told.class, "told-person", "io.quanyu.jobs.identity.Told"),
            StateName.of(ConflictChange.class, "conflict-change", "io.quanyu.jobs.identity.ConflictChange"),
            StateName.of(ToldConflict.class, "told-conflict", "io.quanyu.jobs.identity.ToldConflict"),
            StateName.of(Assigned.class, "assigned", "io.quanyu.jobs.identity.Assigned"));

    private static final List<StateName> OF_CUSTOMER = List.of(
            StateName.of(Account.class, "account", "io.quanyu.jobs.customer.Account"),
            StateName.of(AccountFact.class, "account-fact", "io.quanyu.jobs.customer.AccountFact"),
            StateName.of(Contribution.class, "contribution", "io.quanyu.jobs.customer.Contribution"),
            StateName.of(OrderFact.class, "order-fact"),
            StateName.of(ToldOrder.class, "told-order"),
            StateName.of(Person.class, "person", "io.quanyu.jobs.customer.Person"),
            StateName.of(Said.class, "said", "io.quanyu.jobs.customer.Said"),
            StateName.of(CreditChange.class, "credit-change", "io.quanyu.jobs.customer.CreditChange"),
            StateName.of(RulesReleased.class, "rules-released"));

    private static final List<StateName> OF_CHANNEL = List.of(
            StateName.of(LiveCodeFact.class, "live-code-fact", "io.quanyu.jobs.channel.LiveCodeFact"),
            StateName.of(CreditedDay.class, "credited-day", "io.quanyu.jobs.channel.CreditedDay"),
            StateName.of(SpendFact.class, "spend-fact", "io.quanyu.jobs.channel.SpendFact"),
            StateName.of(AccountReports.class, "account-reports"),
            StateName.of(ChannelCredit.class, "channel-credit", "io.quanyu.jobs.channel.ChannelCredit"),
            StateName.of(ChannelDayKey.class, "channel-day-key", "io.quanyu.jobs.channel.ChannelDayKey"),
            StateName.of(DayTotals.class, "day-totals", "io.quanyu.jobs.channel.DayTotals"),
            StateName.of(SaidAlert.class, "said-alert", "io.quanyu.jobs.channel.SaidAlert"));

    private static final List<StateName> OF_THE_CLOCK = List.of(
            StateName.of(GateState.class, "gate"),
            StateName.of(Tick.class, "tick"),
            StateName.of(TopicRecord.class, "topic-record"),
            StateName.of(Position.class, "position"));

    private static final List<StateName> OF_THE_DOMAIN = List.of(
            StateName.of(Consents.class, "consents"),
            StateName.of(Decision.class, "consent-decision"),
            StateName.of(Evidence.class, "evidence", "io.quanyu.domain.identity.Evidence"),
            StateName.of(Identifier.class, "identifier", "io.quanyu.domain.identity.Identifier"),
            StateName.of(Fragment.class, "fragment", "io.quanyu.domain.customer.Fragment"),
            StateName.of(OrderVersion.class, "order-version", "io.quanyu.domain.customer.OrderVersion"),
            StateName.of(Fulfilment.class, "fulfilment", "io.quanyu.domain.customer.Fulfilment"),
            StateName.of(RefundVersion.class, "refund-version", "io.quanyu.domain.customer.RefundVersion"),
            StateName.of(RefundStatus.class, "refund-status", "io.quanyu.domain.customer.RefundStatus"),
            StateName.of(Touch.class, "touch", "io.quanyu.domain.customer.Touch"),
            StateName.of(CouponClaim.class, "coupon-claim", "io.quanyu.domain.customer.CouponClaim"),
            StateName.of(Profile.class, "profile", "io.quanyu.domain.customer.Profile"),
            StateName.of(Credit.class, "credit", "io.quanyu.domain.attribution.Credit"),
            StateName.of(Model.class, "attribution-model", "io.quanyu.domain.attribution.Model"),
            StateName.of(RuleSet.class, "rule-set"),
            StateName.of(AttributionPolicy.class, "attribution-policy"),
            StateName.of(RoiAlert.class, "roi-alert", "io.quanyu.domain.alert.RoiAlert"),
            StateName.of(AlertStatus.class, "alert-status", "io.quanyu.domain.alert.AlertStatus"));

    @Override
    public List<StateName> names() {
        return Stream.of(OF_IDENTITY, OF_CUSTOMER, OF_CHANNEL, OF_THE_CLOCK, OF_THE_DOMAIN)
                .flatMap(List::stream)
                .toList();
    }
}
