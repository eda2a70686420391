package io.quanyu.ingest.source.wecom;

import java.util.regex.Pattern;

/** Tells customers from staff by their ids, where WeCom itself does not say which is which. */
final class WecomIds {

    static final String PLATFORM = "wecom";
    static final String CUSTOMER = "external_userid";

    /** Ids of customers start with wm or wo; the second with a capital or digit, for staff may be called "wolf". */
    private static final Pattern EXTERNAL = Pattern.compile("wm.+|wo[A-Z0-9_-].+");

    private WecomIds() {}

    static boolean isCustomer(String id) {
        return EXTERNAL.matcher(id).matches();
    }
}
