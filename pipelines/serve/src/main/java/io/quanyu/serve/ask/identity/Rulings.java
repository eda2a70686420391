package io.quanyu.serve.ask.identity;

import io.quanyu.contract.EventKinds;
import io.quanyu.contract.Identifiers;
import io.quanyu.events.IdentityRuled;
import io.quanyu.serve.ask.platform.TopicPublisher;
import java.util.List;
import java.util.Map;

/** The way of rulings to a platform. */
public final class Rulings {

    private static final String REPEATING = "Giving the command again does no harm: of two equal rulings one counts";

    private Rulings() {}

    /** Publishes rulings of a tenant, and returns when Kafka has them. */
    public static void publish(String servers, String tenant, List<IdentityRuled> rulings) {
        try (var publisher = TopicPublisher.to(servers, EventKinds.RULING.topic(), REPEATING)) {
            for (IdentityRuled ruling : rulings) {
                String key = Identifiers.key(tenant, ruling.getSubject());
                publisher.send(key, EventKinds.RULING.encode(ruling), Map.of());
            }
        }
    }
}
