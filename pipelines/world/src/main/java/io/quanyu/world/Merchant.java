package io.quanyu.world;

import java.util.List;

/** The merchant: shops, staff, articles, channels and live codes. */
public final class Merchant {

    public static final long YOUZAN_SHOP = 10000001;
    public static final long DOUYIN_SHOP = 20000001;
    public static final String CORP = "wwdemo0000000001";
    public static final String STORE = "store-hz-01";
    public static final String ADVERTISER = "1800000000000001";
    public static final String LANDING_PAGE = "landing";

    static final String LIVE_ROOM = "抖音直播间";
    static final String SHORT_VIDEO = "抖音短视频";
    static final String HEADLINES = "今日头条";
    static final String NOVELS = "番茄小说";
    static final String LOCAL = "门店本地推";
    static final String PARCEL_CARD = "包裹卡";

    /** The channels that Ocean Engine bills for; the parcel card costs nothing there. */
    public static final List<String> PAID_CHANNELS = List.of(LIVE_ROOM, SHORT_VIDEO, HEADLINES, NOVELS, LOCAL);

    public static final List<LiveCode> CODES = List.of(
            new LiveCode("ch_live_a", LIVE_ROOM, "秋季拉新", "A", "直播间挂件", 18, 0.72, 0.70, 0.40),
            new LiveCode("ch_live_b", LIVE_ROOM, "秋季拉新", "B", "主播口播", 9, 0.55, 0.62, 0.30),
            new LiveCode("ch_video_a", SHORT_VIDEO, "种草挑战", "A", "视频评论区", 16, 0.61, 0.55, 0.34),
            new LiveCode("ch_headline", HEADLINES, "中秋礼盒", "A", "信息流落地页", 14, 0.48, 0.45, 0.24),
            new LiveCode("ch_novel", NOVELS, "中秋礼盒", "B", "开屏", 9, 0.35, 0.40, 0.16),
            new LiveCode("ch_store", LOCAL, "会员日", "A", "收银台立牌", 16, 0.83, 0.60, 0.52),
            new LiveCode("ch_parcel", PARCEL_CARD, "复购券", "A", "包裹内卡片", 11, 0.78, 0.66, 0.45));

    public static final List<String> STAFF = List.of("zhangsan", "lisi", "wangwu", "zhaoliu");

    static final List<Product> PRODUCTS = List.of(
            new Product(1, "SKU-TEA-GIFT", "龙井礼盒", 26800),
            new Product(2, "SKU-MOON-8", "中秋月饼八枚装", 18800),
            new Product(3, "SKU-TEE-RED-M", "示例T恤 红 M", 9900),
            new Product(4, "SKU-SILK-SCARF", "真丝方巾", 39900),
            new Product(5, "SKU-NUTS", "山核桃仁 500g", 7900),
            new Product(6, "SKU-CREAM", "桂花护手霜", 4900),
            new Product(7, "SKU-CUP", "青瓷茶杯", 12900));

    static final Product TREASURE = new Product(8, "SKU-TEASET", "青瓷茶具全套", 168000);

    private Merchant() {}

    static LiveCode codeBy(Dice dice) {
        int left = dice.between(1, CODES.stream().mapToInt(LiveCode::weight).sum());
        for (LiveCode code : CODES) {
            left -= code.weight();
            if (left <= 0) {
                return code;
            }
        }
        throw new IllegalStateException("No live code has weight " + left);
    }

    static LiveCode firstCodeOf(String channel) {
        return CODES.stream()
                .filter(code -> code.channel().equals(channel))
                .findFirst()
                .orElseThrow();
    }
}
