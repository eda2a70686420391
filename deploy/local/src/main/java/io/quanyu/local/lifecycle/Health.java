package io.quanyu.local.lifecycle;

import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.platform.Room;
import io.quanyu.local.process.ServerReport;
import java.util.List;

/**
 * The servers and the disk of a running platform, as it tells them whenever they change.
 *
 * @param servers Kafka and Trino; empty if nothing is known
 * @param room of the disk of the data folder, as it was then
 */
public record Health(List<ServerReport> servers, Room room) {

    static final DataFile<Health> FILE = new DataFile<>("health.json", Health.class);

    private static final Health UNKNOWN = new Health(List.of(), Room.of(Long.MAX_VALUE));

    /** As the platform of a data folder told it last; nothing of any server if it has not. */
    public static Health in(PlatformFolder data) {
        return FILE.in(data, UNKNOWN);
    }

    /** Whether a server runs, by its name. */
    boolean runs(String name) {
        return servers.stream().anyMatch(server -> server.name().equals(name) && server.runs());
    }

    /** Whether all servers run. */
    public boolean allRun() {
        return servers.stream().allMatch(ServerReport::runs);
    }
}
