package io.haidang.gateway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.haidang.models.ModelDescriptor.Locality;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The borders that CONTRIBUTING.md draws, over the classes of all five modules. */
@AnalyzeClasses(packages = "io.haidang", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  private static final List<String> MODULES =
      List.of("glossary", "models", "translation", "summarization", "gateway");

  private static final String[] SQL = {
    "java.sql..",
    "javax.sql..",
    "org.jdbi..",
    "com.zaxxer..",
    "org.flywaydb..",
    "org.h2..",
    "org.postgresql..",
    "com.github.kagkarlsson.."
  };

  private static final String[] INFERENCE = {"ai.onnxruntime..", "ai.djl..", "dev.langchain4j.."};

  /** What knows nothing of HTTP, pages, the command line, or how a node is put together. */
  private static final String[] INNER_GATEWAY = {
    "io.haidang.gateway",
    "io.haidang.gateway.auth..",
    "io.haidang.gateway.backup..",
    "io.haidang.gateway.campaign..",
    "io.haidang.gateway.channel..",
    "io.haidang.gateway.config..",
    "io.haidang.gateway.crash..",
    "io.haidang.gateway.discussion..",
    "io.haidang.gateway.doctor..",
    "io.haidang.gateway.draft..",
    "io.haidang.gateway.engine..",
    "io.haidang.gateway.events..",
    "io.haidang.gateway.feed..",
    "io.haidang.gateway.inbox..",
    "io.haidang.gateway.health..",
    "io.haidang.gateway.jobs..",
    "io.haidang.gateway.library..",
    "io.haidang.gateway.limit..",
    "io.haidang.gateway.priority..",
    "io.haidang.gateway.queue..",
    "io.haidang.gateway.recipe..",
    "io.haidang.gateway.mail..",
    "io.haidang.gateway.memory..",
    "io.haidang.gateway.outbox..",
    "io.haidang.gateway.privacy..",
    "io.haidang.gateway.quality..",
    "io.haidang.gateway.metrics..",
    "io.haidang.gateway.repeat..",
    "io.haidang.gateway.report..",
    "io.haidang.gateway.retention..",
    "io.haidang.gateway.review..",
    "io.haidang.gateway.store..",
    "io.haidang.gateway.story..",
    "io.haidang.gateway.terms..",
    "io.haidang.gateway.traces..",
    "io.haidang.gateway.usage..",
    "io.haidang.gateway.webhook.."
  };

  private static final String[] OUTER_GATEWAY = {
    "io.haidang.gateway.http..",
    "io.haidang.gateway.web..",
    "io.haidang.gateway.cli..",
    "io.haidang.gateway.node.."
  };

  @ArchTest
  static void modules_allFive_areExamined(JavaClasses all) {
    assertThat(all.stream().map(ArchitectureTest::module).collect(toSet())).containsAll(MODULES);
  }

  @ArchTest
  static final ArchRule glossary_dependsOnNothingOfOurs = onlyOurs("glossary", "glossary");

  @ArchTest static final ArchRule models_dependsOnNothingOfOurs = onlyOurs("models", "models");

  @ArchTest
  static final ArchRule translation_dependsDownwards =
      onlyOurs("translation", "translation", "glossary", "models");

  @ArchTest
  static final ArchRule summarization_dependsDownwards =
      onlyOurs("summarization", "summarization", "translation", "glossary", "models");

  @ArchTest
  static final ArchRule vertx_staysInGateway =
      noClasses()
          .that(resideOutsideOfPackages("io.haidang.gateway.."))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.vertx..");

  @ArchTest
  static final ArchRule sql_staysInGateway =
      noClasses()
          .that(resideOutsideOfPackages("io.haidang.gateway.."))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SQL);

  @ArchTest
  static final ArchRule sql_staysBehindTheServices =
      noClasses()
          .that()
          .resideInAnyPackage(OUTER_GATEWAY)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SQL);

  @ArchTest
  static final ArchRule inference_staysInModels =
      noClasses()
          .that(resideOutsideOfPackages("io.haidang.models.."))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(INFERENCE);

  @ArchTest
  static final ArchRule langchain4j_staysInOnePackage =
      noClasses()
          .that(resideOutsideOfPackages("io.haidang.models.remote.."))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.langchain4j..");

  @ArchTest
  static final ArchRule openTelemetry_staysInOnePackage =
      noClasses()
          .that(resideOutsideOfPackages("io.haidang.gateway.traces.."))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.opentelemetry..");

  /** How far a text may go follows from its label in one place only. */
  @ArchTest
  static final ArchRule reach_isDerivedInOnePlace =
      noClasses()
          .that(resideInAnyPackage("io.haidang.gateway.."))
          .and(resideOutsideOfPackages("io.haidang.gateway.cli.."))
          .and()
          .doNotHaveSimpleName("Sensitivity")
          .and()
          .haveSimpleNameNotEndingWith("Engines")
          .should()
          .accessField(Locality.class, "REMOTE");

  /** It is packed by itself. */
  @ArchTest
  static final ArchRule client_needsNothingOfTheServer =
      noClasses()
          .that(resideInAnyPackage("io.haidang.client.."))
          .should()
          .dependOnClassesThat(
              resideOutsideOfPackages(
                  "io.haidang.client..",
                  "java..",
                  "com.fasterxml.jackson..",
                  "org.jspecify.annotations.."));

  @ArchTest
  static final ArchRule onnxRuntime_staysInOnePackage =
      noClasses()
          .that(resideOutsideOfPackages("io.haidang.models.onnx.."))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.onnxruntime..");

  @ArchTest
  static final ArchRule internals_stayInTheirModule =
      classes()
          .that(resideInAnyPackage("io.haidang.."))
          .should(
              new ArchCondition<>("use internal packages of their own module only") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                  item.getDirectDependenciesFromSelf().stream()
                      .filter(use -> isForeignInternal(item, use.getTargetClass()))
                      .forEach(
                          use ->
                              events.add(
                                  SimpleConditionEvent.violated(item, use.getDescription())));
                }
              });

  @ArchTest
  static final ArchRule innerGateway_knowsNoOuterGateway =
      noClasses()
          .that()
          .resideInAnyPackage(INNER_GATEWAY)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(OUTER_GATEWAY);

  @ArchTest
  static final ArchRule vertx_inTheInnerGateway_isForJobsAndMessagesOnly =
      noClasses()
          .that()
          .resideInAnyPackage(INNER_GATEWAY)
          .and(resideOutsideOfPackages("io.haidang.gateway.jobs..", "io.haidang.gateway.webhook.."))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.vertx..");

  @ArchTest
  static final ArchRule gatewayPackages_haveNoCycles =
      slices().matching("io.haidang.gateway.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule roomsOfPages_haveNoCycles =
      slices().matching("io.haidang.gateway.web.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule rooms_knowNotTheListOfPages = knowsNotTheListOf("io.haidang.gateway.web");

  @ArchTest
  static final ArchRule roomsOfApi_haveNoCycles =
      slices().matching("io.haidang.gateway.http.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule rooms_knowNotTheListOfOperations =
      knowsNotTheListOf("io.haidang.gateway.http");

  /** Whoever refuses names an error code; http.error alone knows the status that goes with it. */
  @ArchTest
  static final ArchRule refusals_nameACode_notAStatus =
      noClasses()
          .that(resideOutsideOfPackages("io.haidang.gateway.http.error.."))
          .should()
          .callMethod(RoutingContext.class, "fail", int.class)
          .orShould()
          .callMethod(RoutingContext.class, "fail", int.class, Throwable.class)
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("io.vertx.ext.web.handler.HttpException");

  @ArchTest
  static final ArchRule mainCode_logsThroughSlf4j =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ch.qos.logback..", "java.util.logging..", "org.apache.log4j..");

  /** What can be printed by mistake prints no secret; private records never leave their class. */
  @ArchTest
  static void records_withASecret_sayWhatTheyArePrintedAs(JavaClasses all) {
    List<Class<?>> keepers =
        all.stream()
            .filter(JavaClass::isRecord)
            .<Class<?>>map(JavaClass::reflect)
            .filter(type -> !Modifier.isPrivate(type.getModifiers()))
            .filter(
                type -> Stream.of(type.getRecordComponents()).anyMatch(ArchitectureTest::isSecret))
            .toList();
    assertThat(keepers).isNotEmpty();
    assertThat(all.stream().filter(type -> keepers.contains(type.reflect())))
        .allMatch(ArchitectureTest::printsItself);
  }

  /** The one that the compiler makes touches nothing that could be seen in it. */
  private static boolean printsItself(JavaClass type) {
    return !type.getMethod("toString").getAccessesFromSelf().isEmpty();
  }

  private static boolean isSecret(RecordComponent part) {
    return part.getType() == String.class
        && Set.of("password", "secret", "csrfToken", "verifier").contains(part.getName());
  }

  @ArchTest
  static void packages_all_areNullMarked(JavaClasses all) {
    Set<JavaPackage> packages = all.stream().map(JavaClass::getPackage).collect(toSet());
    assertThat(packages).isNotEmpty();
    assertThat(packages).allMatch(used -> used.isAnnotatedWith(NullMarked.class));
  }

  @ArchTest
  static void packages_all_belongToOneModule(JavaClasses all) {
    Map<String, Set<String>> modules =
        all.stream()
            .collect(
                groupingBy(JavaClass::getPackageName, mapping(ArchitectureTest::origin, toSet())));
    assertThat(modules).allSatisfy((name, origins) -> assertThat(origins).as(name).hasSize(1));
  }

  /** The folder or archive that a class was read from. */
  private static String origin(JavaClass type) {
    String uri = type.getSource().orElseThrow().getUri().toString();
    return uri.substring(0, uri.length() - type.getName().length() - ".class".length());
  }

  /** Rooms are listed in {@code outer}; neither they nor their kit look up to it. */
  private static ArchRule knowsNotTheListOf(String outer) {
    return noClasses()
        .that()
        .resideInAPackage(outer + ".*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(outer);
  }

  private static ArchRule onlyOurs(String module, String... allowed) {
    String[] refused =
        MODULES.stream()
            .filter(other -> !List.of(allowed).contains(other))
            .map(other -> "io.haidang." + other + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage("io.haidang." + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(refused);
  }

  private static boolean isForeignInternal(JavaClass user, JavaClass used) {
    return used.getPackageName().startsWith("io.haidang.")
        && used.getPackageName().contains(".internal")
        && !module(user).equals(module(used));
  }

  /** The third part of the name: {@code io.haidang.MODULE.…}. */
  private static String module(JavaClass type) {
    return type.getPackageName().split("\\.", -1)[2];
  }
}
