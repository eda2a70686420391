package io.quanyu.contract;

import java.util.List;

/**
 * Kinds of events of a user's own. {@link EventKinds} finds implementations by {@link java.util.ServiceLoader}: name yours in
 * {@code META-INF/services/io.quanyu.contract.MoreEventKinds} of your jar, and put the table into your folder of SQL.
 */
public interface MoreEventKinds {

    List<EventKind> kinds();
}
