package io.quanyu.domain.tag;

import io.quanyu.domain.customer.CouponClaim;
import io.quanyu.domain.customer.Customer;
import io.quanyu.domain.customer.Order;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

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
    public Finding judge(Customer customer, long asOfMillis) {
        List<Live> lives = Stream.concat(
                        customer.coupons().stream()
                                .filter(claim -> claim.liveRoom() != null)
                                .map(LiveSensitive::of),
                        customer.orders().stream()
                                .filter(order -> order.liveRoom() != null)
                                .map(LiveSensitive::of))
                .sorted()
                .toList();
        Timeline timeline = new Timeline();
        lives.forEach(live -> timeline.add(live.atMillis(), live.atMillis() + WINDOW));
        Timeline.Course course = timeline.run(
                asOfMillis,
                Tags.knownSince(customer, asOfMillis),
                (before, sums) -> sums.count() > 0 ? Tags.TRUE : null);
        List<Live> inside =
                lives.stream().filter(live -> live.isInside(asOfMillis)).toList();
        return Tags.finding(
                tag(),
                course,
                reason(inside),
                Witnesses.newest(inside.stream().map(Live::fact).toList()));
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
