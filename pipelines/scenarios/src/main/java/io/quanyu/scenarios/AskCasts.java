package io.quanyu.scenarios;

import io.quanyu.scenarios.Story.Expectation;
import io.quanyu.scenarios.StoryReader.BadStory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks casts what they expect, several at a time: one small query after the other keeps one processor busy. */
final class AskCasts {

    private static final int AT_A_TIME = 4;

    private final Stage stage;

    AskCasts(Stage stage) {
        this.stage = stage;
    }

    /** What differs for each cast, in the order of its expectations; an empty list where all is as expected. */
    Map<Cast, List<String>> differences(Map<Cast, List<Expectation>> asked) throws InterruptedException, SQLException {
        List<Callable<List<String>>> questions = new ArrayList<>();
        asked.forEach((cast, expectations) -> questions.add(() -> differences(cast, expectations)));
        ExecutorService askers = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            Iterator<Future<List<String>>> answers = askers.invokeAll(questions).iterator();
            Map<Cast, List<String>> differences = new LinkedHashMap<>();
            for (Cast cast : asked.keySet()) {
                differences.put(cast, result(answers.next()));
            }
            return differences;
        } finally {
            askers.shutdownNow();
        }
    }

    private List<String> differences(Cast cast, List<Expectation> expectations) throws SQLException {
        try (Connection trino = stage.trino()) {
            return expectations.stream()
                    .map(expectation -> Rows.difference(trino, expectation, cast.tenant()))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private static List<String> result(Future<List<String>> answer) throws InterruptedException, SQLException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BadStory bad) {
                throw bad;
            }
            if (e.getCause() instanceof SQLException unanswered) {
                throw unanswered;
            }
            throw new IllegalStateException("A story could not be asked: " + e.getCause(), e);
        }
    }
}
