package io.quanyu.domain.tag;

import io.quanyu.domain.customer.Customer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What all tags say of a person at an instant. Why they say so is worked out only for the tags that are asked for, since most
 * judgements change nothing.
 */
public final class Judgement {

    private final Customer customer;
    private final long asOfMillis;
    private final List<Finding> findings;

    private Judgement(Customer customer, long asOfMillis, List<Finding> findings) {
        this.customer = customer;
        this.asOfMillis = asOfMillis;
        this.findings = findings;
    }

    static Judgement of(List<TagRule> rules, Customer customer, long asOfMillis) {
        List<Finding> findings = new ArrayList<>(rules.size());
        for (TagRule rule : rules) {
            findings.add(new Finding(rule, rule.judge(customer, asOfMillis)));
        }
        return new Judgement(customer, asOfMillis, findings);
    }

    /** Values by code of the tags that stand. */
    public Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        for (Finding finding : findings) {
            String value = finding.course().value();
            if (value != null) {
                values.put(finding.rule().tag(), value);
            }
        }
        return Map.copyOf(values);
    }

    /**
     * The first instant after the judged one at which some value changes by time alone, epoch milliseconds;
     * {@link Long#MAX_VALUE} if none ever does. Reasons may go out of date earlier: they describe the judged instant.
     */
    public long nextReviewMillis() {
        long next = Long.MAX_VALUE;
        for (Finding finding : findings) {
            next = Math.min(next, finding.course().nextChangeMillis());
        }
        return next;
    }

    /** Every tag once, standing or not, in the order of the rules. */
    public List<TagState> tags() {
        return findings.stream().map(this::explain).toList();
    }

    /** What one tag says; empty if no rule of it is in force. */
    public Optional<TagState> tag(String code) {
        return findings.stream()
                .filter(finding -> finding.rule().tag().equals(code))
                .findFirst()
                .map(this::explain);
    }

    private TagState explain(Finding finding) {
        return finding.rule().explain(finding.course(), customer, asOfMillis);
    }

    private record Finding(TagRule rule, Course course) {}
}
