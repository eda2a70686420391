package io.quanyu.jobs.metric;

/** Why an operator lets something go without a trace in what it gives out. */
public enum Dropped {

    /** It says nothing that was not known. */
    REPEAT,

    /** A newer one has come before it. */
    SUPERSEDED,

    /** The customer declined that it is kept. */
    DECLINED
}
