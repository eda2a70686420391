package io.quanyu.world.desk;

import io.quanyu.world.Chronicle;
import io.quanyu.world.LiveCode;
import io.quanyu.world.Merchant;
import io.quanyu.world.Moments;
import io.quanyu.world.Resident;
import java.util.List;

/** Writes the scans of the merchant's own landing page: who is logged in to WeChat shows a unionid, others are a visit. */
public final class ScanDesk {

    private static final List<String> CITIES = List.of("杭州", "南京", "上海", "广州", "成都", "北京");
    private static final List<String> DEVICES = List.of("iPhone 17", "Mate 80", "Xiaomi 17", "OPPO Find X9");

    private final Chronicle chronicle;

    ScanDesk(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    public void scanned(Resident who, LiveCode code, long at, boolean loggedIn) {
        String id = String.format("s%06d-%d", who.number(), Moments.seconds(at));
        PayloadForm scan = PayloadForm.of("scan")
                .with("/scan_id", id)
                .with("/live_code", code.state())
                .with("/scanned_at", Moments.iso(at))
                .with("/city", CITIES.get(who.number() % CITIES.size()))
                .with("/device", DEVICES.get(who.number() % DEVICES.size()));
        if (loggedIn) {
            scan.with("/unionid", who.unionid());
            chronicle.seen(who, who.circleOfWechat(), WecomDesk.unionid(who));
            chronicle.ledger().touched(who, who.circleOfWechat(), at, code.channel());
        } else {
            scan.without("/unionid");
        }
        chronicle.post("scan-jsonl", Merchant.LANDING_PAGE, at, Moments.SECOND, id, scan.text());
    }
}
