package io.quanyu.ingest.source.wecom;

import java.util.regex.Pattern;

/** Tells customers from staff by their ids, where WeCom itself does not say which is which. */
final class WecomIds {

    static final String PLATFORM = "wecom";
    static final String CUSTOMER = "external_userid";

    /** WeCom makes 30 characters after wm or wo. Staff are named by people, who may well choose "wmj" or "wolf". */
    private static final Pattern EXTERNAL = Pattern.compile("w[mo][A-Za-z0-9_-]{18,}");

    private WecomIds() {}

    /** Only for an id of which the payload itself does not say whose it is. */
    static boolean isCustomer(String id) {
        return EXTERNAL.matcher(id).matches();
    }
}
