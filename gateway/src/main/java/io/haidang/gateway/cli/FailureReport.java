package io.haidang.gateway.cli;

import io.haidang.gateway.GatewayException;
import io.haidang.gateway.backup.BackupException;
import io.haidang.gateway.config.ConfigException;
import io.haidang.gateway.store.Database;
import io.haidang.models.ModelException;
import io.haidang.translation.document.DocumentException;
import io.haidang.translation.evaluate.EvaluationSetException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells the user what went wrong in one line; only a fault of ours gets a stack trace. */
final class FailureReport implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    if (isExplained(failure)) {
      command.getErr().println("haidang: " + explanation(failure));
    } else {
      LoggerFactory.getLogger(FailureReport.class).error("command failed", failure);
    }
    command.getErr().flush();
    return 1;
  }

  private static boolean isExplained(Exception failure) {
    return failure instanceof GatewayException
        || failure instanceof ConfigException
        || failure instanceof Database.InUseException
        || failure instanceof BackupException
        || failure instanceof ModelException
        || failure instanceof DocumentException
        || failure instanceof EvaluationSetException
        || failure instanceof CommandFailure
        || failure instanceof UncheckedIOException
        || failure instanceof IOException;
  }

  private static String explanation(Exception failure) {
    return failure instanceof NoSuchFileException missing
        ? missing.getFile() + ": not found"
        : String.valueOf(failure.getMessage());
  }
}
