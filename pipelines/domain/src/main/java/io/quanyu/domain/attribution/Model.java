package io.quanyu.domain.attribution;

import java.util.Arrays;

/** How an order's net revenue is shared among the touches before it. */
public enum Model {
    /** All to the first touch. */
    FIRST {
        @Override
        void share(long[] shares, long fen) {
            shares[0] = fen;
        }
    },
    /** All to the last touch. */
    LAST {
        @Override
        void share(long[] shares, long fen) {
            shares[shares.length - 1] = fen;
        }
    },
    /** Equal shares; the fen that are left over go one each to the earliest touches. */
    LINEAR {
        @Override
        void share(long[] shares, long fen) {
            Arrays.fill(shares, fen / shares.length);
            for (int i = 0; i < fen % shares.length; i++) {
                shares[i]++;
            }
        }
    };

    /** Shares for touches from old to new, in fen; they add up to {@code fen}. */
    long[] shares(long fen, int touches) {
        long[] shares = new long[touches];
        share(shares, fen);
        return shares;
    }

    abstract void share(long[] shares, long fen);
}
