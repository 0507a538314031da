package io.haidang.gateway.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of Hải Đăng; what {@code ./haidang} starts. */
@Command(
    name = "haidang",
    description = "A translation desk: official names right, and a person signs off every text.",
    subcommands = {
      ServeCommand.class,
      WorkerCommand.class,
      DoctorCommand.class,
      DemoCommand.class,
      TranslateCommand.class,
      FormsCommand.class,
      GlossaryCommand.class,
      EvaluateCommand.class,
      MemoryCommand.class,
      AccountCommand.class,
      KeyCommand.class,
      AuditCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      DatabaseCommand.class,
      RetentionCommand.class,
      ModelsCommand.class,
      ProvidersCommand.class,
      UsageCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  haidang serve                                  the whole desk on http://127.0.0.1:8080",
      "  haidang doctor                                 whether this machine is fit, and how to mend it",
      "  haidang demo                                   from draft to signed-off text, step by step",
      "  haidang translate deck.pptx --to en            the machine's translation alone: deck.en.pptx",
      "  cat article.txt | haidang translate - --to en",
      "  haidang forms article.vi.txt --to en           headline, standfirst, key points and posts",
      "  haidang glossary evaluate                      how well the engine keeps official names",
      "  haidang evaluate summaries                     ROUGE of the summaries, beside the first sentences",
      "  haidang memory import old.tmx --label public   translations of before, as a memory",
      "  haidang account create lan --role editor       somebody who may sign in; prints the password",
      "  haidang key create editor website              a key for a program that acts as editor",
      "  haidang backup 2026-05-01.backup               all that the database holds, in one file",
      "  haidang models add ./opus-mt-vi-en --pairs vi-en  a model of your own, from a folder or URL",
      "  haidang providers check                        whether the configured providers answer",
      "  haidang usage --by model                       what they have cost this month"
    },
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    version = "Hải Đăng 0.1.0")
public final class Main {

  private Main() {}

  /** Exit status: 0 done, 1 failed, 2 the command line is wrong; some commands have more. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(new FailureReport())
        .setCaseInsensitiveEnumValuesAllowed(true);
  }
}
