package io.quanyu.domain.attribution;

/**
 * What a source gets of an order's net revenue under a model. At most one per (order, model, source).
 *
 * @param order key of the order: {@code platform|shop|order_id}
 * @param source {@code code:<live code state>}, {@code channel:<name>} or {@code direct}
 * @param paidDay epoch day of the payment in Asia/Shanghai
 * @param fen in fen, above 0
 */
public record Credit(String order, Model model, String source, long paidDay, long fen) {}
