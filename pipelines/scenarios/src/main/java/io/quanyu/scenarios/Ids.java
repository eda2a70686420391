package io.quanyu.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanyu.domain.identity.IdentifierTypes;
import io.quanyu.events.Identifier;
import io.quanyu.ingest.PhoneGuard;
import io.quanyu.scenarios.StoryReader.BadStory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The short forms in which a story names people: {@code taobao:li}, {@code unionid:u1}, {@code phone: "138…"}. */
public final class Ids {

    private static final Set<String> PARTS = Set.of("type", "scope", "value", "link", "masked");

    private final String tenant;
    private final PhoneGuard phones;

    /** Ids of one tenant, its phones hashed with that tenant's key. */
    public Ids(String tenant, PhoneGuard phones) {
        this.tenant = tenant;
        this.phones = phones;
    }

    /** The platform that an account's short form names. */
    static String platformOf(String place, String account) {
        String head = head(place, account);
        return IdentifierTypes.platformOf(head).orElse(head);
    }

    /** The subject: an account in short or full form. */
    Identifier account(String place, String text, String shop) {
        return identifier(place, text, shop, "self");
    }

    /** An order as an identifier. */
    static Identifier order(String platform, String shop, String orderId, String link) {
        return new Identifier("order", platform + ":" + shop, orderId, link, null);
    }

    /** Every further id that the fields of an event name, with its tie to the subject. */
    List<Identifier> further(String place, String kind, String shop, JsonNode fields) {
        List<Identifier> ids = new ArrayList<>();
        if (fields.has("phone")) {
            ids.add(phone(
                    place, fields.get("phone").asText(), kind.equals("contact") ? "remark-phone" : "buyer-phone"));
        }
        if (fields.has("receiver_phone")) {
            ids.add(phone(place, fields.get("receiver_phone").asText(), "receiver-phone"));
        }
        if (fields.has("unionid")) {
            ids.add(identifier(place, "unionid:" + fields.get("unionid").asText(), shop, "unionid"));
        }
        if (fields.has("openid")) {
            ids.add(identifier(place, "openid:" + fields.get("openid").asText(), shop, "openid"));
        }
        if (fields.has("same_as")) {
            ids.add(identifier(place, fields.get("same_as").asText(), shop, "claim"));
        }
        for (JsonNode id : fields.path("ids")) {
            StoryReader.refuseUnknown(place + ".ids", id, PARTS);
            String masked = id.path("masked").isTextual() ? id.get("masked").asText() : null;
            String link = id.path("link").asText("claim");
            ids.add(new Identifier(
                    id.path("type").asText(),
                    id.path("scope").asText(),
                    id.path("value").asText(),
                    link,
                    masked));
        }
        return ids;
    }

    private Identifier identifier(String place, String text, String shop, String link) {
        String[] full = text.split("\\|", 3);
        if (full.length == 3) {
            return new Identifier(full[0], full[1], full[2], link, null);
        }
        String head = head(place, text);
        String value = text.substring(head.length() + 1);
        return switch (head) {
            case "phone" -> phone(place, value, link);
            case "unionid" -> new Identifier(head, "wechat:" + tenant, value, link, null);
            case "external_userid" -> new Identifier(head, "corp1", value, link, null);
            case "openid" -> new Identifier(head, "app1", value, link, null);
            case "yz_open_id", "doudian_open_id", "pos_member" -> new Identifier(
                    head, platformOf(place, text) + ":" + shop, value, link, null);
            case "visit" -> new Identifier(head, "scan", value, link, null);
            default -> new Identifier("account", head + ":" + shop, value, link, null);
        };
    }

    private Identifier phone(String place, String digits, String link) {
        return phones.identify(tenant, digits)
                .map(phone -> new Identifier("phone", tenant, phone.hash(), link, phone.masked()))
                .orElseThrow(() -> new BadStory(place + ": the phone is not a Chinese mobile number of 11 digits"));
    }

    private static String head(String place, String text) {
        if (text.indexOf('|') > 0) {
            return text.substring(0, text.indexOf('|'));
        }
        if (text.indexOf(':') <= 0) {
            throw new BadStory(
                    place + ": \"" + text + "\" names no account; write platform:name, for example taobao:li");
        }
        return text.substring(0, text.indexOf(':'));
    }
}
