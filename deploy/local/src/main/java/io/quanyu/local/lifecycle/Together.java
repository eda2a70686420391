package io.quanyu.local.lifecycle;

import io.quanyu.local.process.StartFailed;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/** Tasks that run at the same time. The first that fails ends the others and is the one that is told of. */
final class Together implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "start");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicReference<Throwable> firstFailure = new AtomicReference<>();
    private final Runnable endOthers;

    Together(Runnable endOthers) {
        this.endOthers = endOthers;
    }

    <T> Future<T> run(Callable<T> task) {
        return threads.submit(() -> {
            try {
                return task.call();
            } catch (Throwable e) {
                if (firstFailure.compareAndSet(null, e)) {
                    endOthers.run();
                }
                throw e;
            }
        });
    }

    /** What a task returned, once it has. */
    <T> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            Throwable failure = firstFailure.get();
            if (failure instanceof StartFailed startFailed) {
                throw startFailed;
            }
            throw new StartFailed("The platform did not start: " + failure, failure);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
