package io.quanyu.domain.tag;

import io.quanyu.domain.customer.CouponClaim;
import io.quanyu.domain.customer.Customer;
import io.quanyu.domain.customer.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** 直播敏感型: claimed a coupon in a live room, or placed an order from one (paid or not), within 30 days. */
final class LiveSensitive implements TagRule {

    private static final long WINDOW = Duration.ofDays(30).toMillis();

    @Override
    public String tag() {
        return "live_sensitive";
    }

    @Override
    public String chineseName() {
        return "直播敏感型";
    }

    @Override
    public Course judge(Customer customer, long asOfMillis) {
        Timeline timeline = new Timeline();
        for (Live live : lives(customer)) {
            timeline.add(live.atMillis(), live.atMillis() + WINDOW);
        }
        return timeline.run(
                asOfMillis,
                Tags.knownSince(customer, asOfMillis),
                (before, sums) -> sums.count() > 0 ? Tags.TRUE : null);
    }

    @Override
    public TagState explain(Course course, Customer customer, long asOfMillis) {
        List<Live> inside = lives(customer).stream()
                .filter(live -> live.isInside(asOfMillis))
                .sorted()
                .toList();
        return course.because(
                this,
                reason(inside),
                Witnesses.newest(inside.stream().map(Live::fact).toList()));
    }

    private static List<Live> lives(Customer customer) {
        List<Live> lives = new ArrayList<>();
        for (CouponClaim claim : customer.coupons()) {
            if (claim.liveRoom() != null) {
                lives.add(of(claim));
            }
        }
        for (Order order : customer.orders()) {
            if (order.liveRoom() != null) {
                lives.add(of(order));
            }
        }
        return lives;
    }

    private static String reason(List<Live> inside) {
        long orders = inside.stream().filter(Live::order).count();
        return "近 30 天直播间领券 " + (inside.size() - orders) + " 次、直播间下单 " + orders + " 笔(合计至少 1 次)";
    }

    private static Live of(CouponClaim claim) {
        return new Live(claim.atMillis(), claim.eventId(), false);
    }

    private static Live of(Order order) {
        return new Live(order.placedAtMillis(), order.order(), true);
    }

    private record Live(long atMillis, String fact, boolean order) implements Comparable<Live> {

        boolean isInside(long asOfMillis) {
            return atMillis <= asOfMillis && asOfMillis < atMillis + WINDOW;
        }

        @Override
        public int compareTo(Live other) {
            int byTime = Long.compare(atMillis, other.atMillis);
            return byTime == 0 ? fact.compareTo(other.fact) : byTime;
        }
    }
}
