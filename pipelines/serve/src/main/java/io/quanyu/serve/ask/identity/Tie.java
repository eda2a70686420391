package io.quanyu.serve.ask.identity;

import io.quanyu.domain.identity.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Evidence as the lake has it, with the persons of its two ends.
 *
 * @param lastSeenMillis when it last held, epoch milliseconds; null where that is not followed, because the evidence stays for ever
 * @param trust name of its {@link io.quanyu.domain.identity.Trust}
 * @param retracted whether a human said that it was wrong
 * @param held why it joins nobody; null if it is not held back
 */
public record Tie(
        Evidence evidence,
        @Nullable Long lastSeenMillis,
        String trust,
        String leftOneId,
        String rightOneId,
        boolean retracted,
        @Nullable Held held) {

    /**
     * Why evidence joins nobody.
     *
     * @param name the reason in Chinese
     * @param detail with the limit and what was found
     * @param sinceMillis epoch milliseconds
     */
    public record Held(String reason, String name, @Nullable String detail, long sinceMillis) {}

    /** Whether it is one of the reasons why its two ends are one person. */
    public boolean joins() {
        return held == null && !retracted && leftOneId.equals(rightOneId) && !evidence.isSighting();
    }

    /** The reason for people, empty if it joins. */
    public String whyNot() {
        if (retracted) {
            return "已撤回 RETRACTED";
        }
        return held == null ? "" : held.name() + " " + held.reason();
    }

    /** The trust for people. */
    public String trustWords() {
        return switch (trust) {
            case "DECIDED" -> "人工裁定 decided";
            case "CERTAIN" -> "确定 certain";
            case "STRONG" -> "强 strong";
            case "PROBABLE" -> "很可能 probable";
            case "DOUBTFUL" -> "存疑 doubtful";
            case "HINT" -> "仅为线索 hint";
            case "NEVER" -> "从不合并 never joins";
            default -> trust;
        };
    }
}
