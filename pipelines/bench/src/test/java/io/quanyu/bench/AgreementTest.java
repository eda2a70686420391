package io.quanyu.bench;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.quanyu.bench.MadePerson.Sharing;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One test only: the meter is one for the process. The command checks all contestants, each in a process of its own. */
class AgreementTest {

    @Test
    void quanyuIsRightBesideSharedPhones(@TempDir Path folder) {
        Workload workload = Workload.of(1, 3_000, Sharing.SOME_PHONES_ARE_SHARED);
        assertThatCode(() -> new Agreement(workload).require(Contestant.QUANYU, 2, folder))
                .doesNotThrowAnyException();
    }
}
