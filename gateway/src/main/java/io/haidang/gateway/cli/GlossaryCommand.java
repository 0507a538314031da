package io.haidang.gateway.cli;

import picocli.CommandLine.Command;

/** What concerns the list of official names. */
@Command(
    name = "glossary",
    description = "Look after the official names.",
    subcommands = GlossaryEvaluateCommand.class,
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
final class GlossaryCommand {}
