package io.quanyu.ingest.door;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanyu.ingest.Reason;
import io.quanyu.ingest.privacy.TextGuard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks into the wrapping that a platform puts around an answer. */
public final class Unwrapped {

    private Unwrapped() {}

    /** The object at the first of the places that has one; null if none has. */
    public static @Nullable JsonNode objectAt(JsonNode payload, String... places) {
        for (String place : places) {
            JsonNode node = payload.at(place);
            if (node.isObject()) {
                return node;
            }
        }
        return null;
    }

    /** Refuses an answer in which the platform says that something went wrong. */
    public static void refuseErrors(JsonNode answer, String codeField, String messageField, List<String> fine) {
        JsonNode code = answer.path(codeField);
        if (code.isValueNode() && !code.isNull() && !fine.contains(code.asText())) {
            throw new Refusal(
                    Reason.NOTHING_TO_MAP,
                    "The platform answered with error " + TextGuard.quote(code.asText()) + ": "
                            + TextGuard.quote(answer.path(messageField).asText()));
        }
    }
}
