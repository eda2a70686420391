package io.quanyu.ingest.fields;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds identifiers of one type in a payload: one at a place, or each of a list. */
record IdReader(
        String type,
        String scope,
        String link,
        boolean account,
        List<JsonPointer> places,
        Converter converter,
        @Nullable JsonPointer virtual) {

    private static final Pattern SCOPE = Pattern.compile("(?:[^{}|]|\\{tenant}|\\{shop})+");

    static IdReader compile(Spec spec) {
        spec.onlyWith("type", "scope", "link", "account", "path", "column", "integer", "virtual");
        String scope = spec.needed("scope");
        if (!SCOPE.matcher(scope).matches()) {
            throw spec.wrong("scope \"" + scope + "\" may only hold the places {tenant} and {shop}, and no |");
        }
        Converter converter = spec.flag("integer") ? Converters::integerId : Converters::idOrZero;
        JsonPointer virtual = spec.has("virtual") ? spec.pointers("virtual").get(0) : null;
        return new IdReader(
                spec.needed("type"),
                scope,
                spec.needed("link"),
                spec.flag("account"),
                spec.pointers("path"),
                converter,
                virtual);
    }

    void find(JsonNode payload, List<FoundId> found) {
        if (virtual != null && isTrue(payload.at(virtual))) {
            return;
        }
        for (JsonPointer place : places) {
            JsonNode node = payload.at(place);
            if (node.isArray()) {
                node.forEach(item -> add(item, place, found));
            } else {
                add(node, place, found);
            }
        }
    }

    private void add(JsonNode node, JsonPointer place, List<FoundId> found) {
        if (node.isMissingNode() || node.isNull()) {
            return;
        }
        try {
            Object value = converter.read(node);
            if (value != null) {
                found.add(new FoundId(type, scope, link, account, (String) value));
            }
        } catch (BadField bad) {
            throw bad.in(type + " at " + place + " ");
        }
    }

    private static boolean isTrue(JsonNode flag) {
        return flag.asBoolean(false) || flag.asText().equals("1");
    }
}
