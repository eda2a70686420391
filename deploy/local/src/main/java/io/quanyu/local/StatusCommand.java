package io.quanyu.local;

import io.quanyu.local.flink.FlinkPage;
import io.quanyu.local.flink.JobReport;
import io.quanyu.local.lifecycle.Consumption;
import io.quanyu.local.platform.FolderLock;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.platform.PlatformJob;
import io.quanyu.serve.ask.platform.PlatformUnreachable;
import io.quanyu.serve.ask.platform.RunningPlatform;
import io.quanyu.serve.command.DataFolder;
import io.quanyu.serve.command.ExitCode;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        description = "Tells what runs, where, and how far the jobs are.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private DataFolder data = new DataFolder();

    @Override
    public Integer call() throws InterruptedException {
        PlatformFolder folder = new PlatformFolder(data.path());
        RunningPlatform platform = running(folder);
        System.out.printf("platform  process %d, data in %s%n", platform.pid(), folder.root());
        System.out.printf("kafka     %s%n", platform.kafka());
        System.out.printf("trino     %s%n", platform.trino());
        System.out.printf("flink     %s%n", platform.flink());
        List<JobReport> jobs = ofToday(FlinkPage.of(platform).jobs());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.kafka()))) {
            print(jobs, new Consumption(admin));
        }
        return allRun(jobs) ? ExitCode.OK : ExitCode.ALARMING;
    }

    /** A job that another took the place of, as a rebuild does, is history. */
    private static List<JobReport> ofToday(List<JobReport> jobs) {
        return jobs.stream()
                .filter(job -> !job.wasReplaced()
                        || jobs.stream().noneMatch(other -> other.job() == job.job() && !other.wasReplaced()))
                .toList();
    }

    private static RunningPlatform running(PlatformFolder folder) {
        OptionalLong holder = FolderLock.holder(folder);
        if (holder.isEmpty()) {
            folder.withdrawAnnouncement();
        } else if (!folder.isAnnounced()) {
            throw new PlatformUnreachable("The platform on " + folder.root() + " is still starting, or ending (process "
                    + holder.getAsLong() + "): see " + folder.logs());
        }
        return RunningPlatform.read(folder.root());
    }

    private static void print(List<JobReport> jobs, Consumption consumption) throws InterruptedException {
        System.out.printf("%n%-14s%-12s%-10s%s%n", "job", "state", "behind", "last checkpoint");
        for (JobReport report : jobs) {
            PlatformJob job = report.job();
            System.out.printf(
                    "%-14s%-12s%-10d%s%n",
                    report.title(),
                    report.state(),
                    consumption.lag("quanyu-" + report.title(), job.facts()),
                    report.lastCheckpoint());
            report.failure().ifPresent(failure -> System.out.println("          " + failure));
        }
    }

    private static boolean allRun(List<JobReport> jobs) {
        return jobs.stream().allMatch(JobReport::runs);
    }
}
