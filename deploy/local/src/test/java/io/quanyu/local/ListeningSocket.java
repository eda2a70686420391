package io.quanyu.local;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A socket on which a process waits for others, as Linux lists it.
 *
 * @param address where others reach it
 */
record ListeningSocket(InetAddress address, int port) {

    private static final Pattern SOCKET = Pattern.compile("socket:\\[([0-9]+)]");
    private static final Pattern LISTENING =
            Pattern.compile("\\s*[0-9]+: ([0-9A-F]+):([0-9A-F]{4}) [0-9A-F:]+ 0A (?:\\S+ ){5}\\s*([0-9]+) .*");
    private static final int WORD = 4;

    /** Those of processes, by port. */
    static List<ListeningSocket> of(List<ProcessHandle> processes) throws IOException {
        Set<String> inodes = new TreeSet<>();
        for (ProcessHandle process : processes) {
            inodes.addAll(inodesOf(process));
        }
        List<ListeningSocket> sockets = new ArrayList<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String line : Files.readAllLines(Path.of(table))) {
                Matcher socket = LISTENING.matcher(line.replaceAll(" +", " "));
                if (socket.matches() && inodes.contains(socket.group(3))) {
                    sockets.add(new ListeningSocket(address(socket.group(1)), Integer.parseInt(socket.group(2), 16)));
                }
            }
        }
        return sockets;
    }

    private static Set<String> inodesOf(ProcessHandle process) throws IOException {
        Set<String> inodes = new TreeSet<>();
        Path open = Path.of("/proc", String.valueOf(process.pid()), "fd");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(open)) {
            for (Path file : files) {
                Matcher socket = SOCKET.matcher(target(file));
                if (socket.matches()) {
                    inodes.add(socket.group(1));
                }
            }
        }
        return inodes;
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException e) {
            // Closed since it was listed.
            return "";
        }
    }

    /** The kernel prints each word of four bytes as the number that it is on this machine, which counts from the low end. */
    private static InetAddress address(String hex) throws IOException {
        byte[] printed = HexFormat.of().parseHex(hex);
        byte[] address = new byte[printed.length];
        for (int i = 0; i < printed.length; i++) {
            address[i] = printed[i / WORD * WORD + WORD - 1 - i % WORD];
        }
        return InetAddress.getByAddress(address);
    }
}
