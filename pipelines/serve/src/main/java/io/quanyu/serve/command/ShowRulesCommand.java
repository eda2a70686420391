package io.quanyu.serve.command;

import io.quanyu.domain.rule.RuleSet;
import io.quanyu.rules.RuleRelease;
import io.quanyu.serve.ask.platform.RulesTopic;
import io.quanyu.serve.command.rows.AlignedRows;
import io.quanyu.serve.command.rows.ShanghaiTime;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the rules that were released. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Lists the sets of rules that were released, in their order; the first is in force until then.")
final class ShowRulesCommand implements Callable<Integer> {

    @Mixin
    DataFolder data = new DataFolder();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        return Attempt.run(spec.commandLine().getErr(), this::show);
    }

    private int show() {
        var rows = new AlignedRows(spec.commandLine().getOut());
        rows.columns(List.of("版本 version", "发布 released", "生效 from", "标签 tags"));
        row(rows, RuleSet.standard(), "-", "-");
        for (RulesTopic.Release release : RulesTopic.read(data.platform().kafka())) {
            RuleRelease rules = release.rules();
            Long from = rules.fromMillis();
            row(
                    rows,
                    rules.rules(),
                    ShanghaiTime.text(release.writtenAtMillis()),
                    from == null ? "-" : ShanghaiTime.text(from));
        }
        rows.end();
        return ExitCode.OK;
    }

    private static void row(AlignedRows rows, RuleSet rules, String released, String from) {
        rows.row(List.of(Long.toString(rules.version()), released, from, String.join(", ", rules.tags())));
    }
}
