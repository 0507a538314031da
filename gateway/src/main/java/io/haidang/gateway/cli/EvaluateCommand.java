package io.haidang.gateway.cli;

import picocli.CommandLine.Command;

/** What can be measured with sets of one's own. */
@Command(
    name = "evaluate",
    description = "Measure summaries against those that people wrote.",
    subcommands = EvaluateSummariesCommand.class,
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
final class EvaluateCommand {}
