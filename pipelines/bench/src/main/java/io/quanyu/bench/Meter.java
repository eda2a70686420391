package io.quanyu.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * What this process used between the first event and the last result. One for the process: the parts of a Flink job know
 * each other by nothing else. It counts the CPU time of all threads, those of the garbage collector and the compiler too.
 */
final class Meter {

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Meter OF_THIS_PROCESS = new Meter();

    private final LongAdder events = new LongAdder();
    private final LongAdder results = new LongAdder();
    private final CountDownLatch ended = new CountDownLatch(1);

    private long beginMillis;
    private long endMillis;
    private long beginNanos;
    private long beginCpuNanos;
    private long endNanos;
    private long endCpuNanos;
    private int outputs;

    private Meter() {}

    static Meter ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    /** How many times {@link #outputEnded} must be called before it is over. */
    synchronized void expectOutputs(int count) {
        outputs = count;
    }

    /** Starts at the first event; later calls change nothing. */
    synchronized void begin() {
        if (beginNanos == 0) {
            beginMillis = System.currentTimeMillis();
            beginNanos = System.nanoTime();
            beginCpuNanos = cpuNanos();
        }
    }

    void event() {
        events.increment();
    }

    void result() {
        results.increment();
    }

    /** An output has its last result. */
    synchronized void outputEnded() {
        outputs--;
        if (outputs == 0) {
            endCpuNanos = cpuNanos();
            endNanos = System.nanoTime();
            endMillis = System.currentTimeMillis();
            ended.countDown();
        }
    }

    boolean awaitEnd(long millis) throws InterruptedException {
        return ended.await(millis, TimeUnit.MILLISECONDS);
    }

    long events() {
        return events.sum();
    }

    long results() {
        return results.sum();
    }

    /** When the first event came, epoch milliseconds. */
    synchronized long beginMillis() {
        return beginMillis;
    }

    /** When the last result came, epoch milliseconds. */
    synchronized long endMillis() {
        return endMillis;
    }

    synchronized double wallSeconds() {
        return (endNanos - beginNanos) / NANOS;
    }

    synchronized double cpuSeconds() {
        return (endCpuNanos - beginCpuNanos) / NANOS;
    }

    /** Bytes of the heap that are in use after a full collection. */
    static long heapBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
