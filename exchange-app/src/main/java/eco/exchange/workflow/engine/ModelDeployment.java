package eco.exchange.workflow.engine;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.flowable.engine.RepositoryService;

/** The deployment of the process models of all modules, each by itself and only when it changed. */
record ModelDeployment(RepositoryService repository) {

  private static final String FOLDER = "processes";
  private static final String MODEL = ".bpmn20.xml";

  void deployWhatChanged() throws IOException {
    ClassLoader modules = Thread.currentThread().getContextClassLoader();
    ClassPathUtils.consumeAsPaths(modules, FOLDER, this::deployAll);
  }

  private void deployAll(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      files.filter(file -> file.getFileName().toString().endsWith(MODEL)).forEach(this::deploy);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  // Running instances keep the version they began with; a model that did not change gets no new
  // one.
  private void deploy(Path model) {
    try {
      String file = model.getFileName().toString();
      repository
          .createDeployment()
          .name(file)
          .enableDuplicateFiltering()
          .addBytes(file, Files.readAllBytes(model))
          .deploy();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
