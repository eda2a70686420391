package io.quanyu.world;

/** What the merchant sells: an article at one price, in fen. */
public record Product(long number, String sku, String title, long fen) {}
