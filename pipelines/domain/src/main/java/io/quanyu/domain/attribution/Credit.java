package io.quanyu.domain.attribution;

/**
 * What a source gets of an order's net revenue under a model. At most one per (order, model, source, instant of the touch).
 *
 * @param order key of the order: {@code platform|shop|order_id}; of a refund without one, the key of its case
 * @param source {@code code:<live code state>}, {@code channel:<name>}, {@code direct} or {@code unlinked_refund}
 * @param paidDay epoch day of the payment, or of the refund, in Asia/Shanghai
 * @param fen in fen: above 0, and below for a refund without an order
 * @param touchedMillis when the person met the live code, epoch milliseconds: what it stood for then counts; {@link #NO_TOUCH} for what
 *     is no live code
 */
public record Credit(String order, Model model, String source, long paidDay, long fen, long touchedMillis) {

    /** Also of credits of which that was not kept. A live code is then what it stands for at last. */
    public static final long NO_TOUCH = Long.MAX_VALUE;

    /** Says nothing: the neutral one. */
    public static final Credit NONE = new Credit("", Model.LAST, "", 0, 0, NO_TOUCH);
}
