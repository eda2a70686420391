package io.quanyu.domain.identity;

import java.util.Set;

/** Links, the names of how an identifier of an event is tied to its subject, that say whose it is not. */
public final class Links {

    /** Where the parcel goes. */
    static final String RECEIVER_PHONE = "receiver-phone";

    /** A number that a family shares. */
    static final String HOUSEHOLD = "household";

    private static final Set<String> OF_OTHERS = Set.of(RECEIVER_PHONE, HOUSEHOLD);

    private Links() {}

    /** Whether what is tied like this is somebody else's, or nobody's: it never joins persons and is not shown as theirs. */
    public static boolean isOfOthers(String link) {
        return OF_OTHERS.contains(link);
    }
}
