package io.quanyu.domain.attribution;

/**
 * What a source gets of an order's net revenue under a model. At most one per (order, model, source).
 *
 * @param order key of the order: {@code platform|shop|order_id}; of a refund without one, the key of its case
 * @param source {@code code:<live code state>}, {@code channel:<name>}, {@code direct} or {@code unlinked_refund}
 * @param paidDay epoch day of the payment, or of the refund, in Asia/Shanghai
 * @param fen in fen: above 0, and below for a refund without an order
 */
public record Credit(String order, Model model, String source, long paidDay, long fen) {}
