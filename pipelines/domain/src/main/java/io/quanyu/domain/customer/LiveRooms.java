package io.quanyu.domain.customer;

/** What the live rooms of a platform are called as a channel. */
final class LiveRooms {

    private LiveRooms() {}

    static String channelOf(String platform) {
        return platform.equals("douyin") ? "抖音直播间" : platform + "直播间";
    }
}
