package io.quanyu.domain.attribution;

/** How an order's net revenue is shared among the touches before it. */
public enum Model {
    /** All to the first touch. */
    FIRST,
    /** All to the last touch. */
    LAST,
    /** Equal shares. */
    LINEAR
}
