package io.quanyu.facts;

import java.util.List;

/**
 * What events of a user's own kinds ({@link io.quanyu.contract.MoreEventKinds}) say. Implementations are found by
 * {@link java.util.ServiceLoader}: name yours in {@code META-INF/services/io.quanyu.facts.MoreFacts} of your jar. Without one,
 * events of the kind say who is who and when they were seen, and no more.
 */
public interface MoreFacts {

    List<KindFacts<?>> facts();
}
