package io.github.heddle.kernel.magic;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.Repository;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession.CloseableSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.resolution.DependencyResult;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.supplier.SessionBuilderSupplier;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferListener;
import org.eclipse.aether.util.artifact.SubArtifact;

/// Libraries from a Maven repository. The only class that knows Maven's resolver, so that it is
/// loaded when it is first used.
final class Libraries {
  private final MavenSettings settings;
  private final Optional<URI> repository;
  private final Consumer<String> progress;

  /// @param repository the only one to ask, mirrors aside; where there is none, Maven Central and
  ///   those of the settings
  /// @param progress takes how far downloads are, each text in place of the one before
  Libraries(MavenSettings settings, Optional<URI> repository, Consumer<String> progress) {
    this.settings = settings;
    this.repository = repository;
    this.progress = progress;
  }

  /// The jars of these libraries and of all that they need at run time. Blocks; downloads what the
  /// local repository lacks.
  List<Path> jarsOf(List<String> coordinates) throws UnresolvedLibraryException {
    try (RepositorySystem system = new RepositorySystemSupplier().get();
        Transfers transfers = new Transfers(System::nanoTime, progress);
        CloseableSession session = session(system, transfers)) {
      Asked asked = new Asked(coordinates, remotes(system, session));
      return artifacts(system, session, asked).map(Artifact::getPath).distinct().toList();
    }
  }

  /// The jars of their sources, as far as there are any. Blocks, and says nothing.
  List<Path> sourcesOf(List<String> coordinates) throws UnresolvedLibraryException {
    try (RepositorySystem system = new RepositorySystemSupplier().get();
        CloseableSession session = session(system, new AbstractTransferListener() {})) {
      Asked asked = new Asked(coordinates, remotes(system, session));
      List<ArtifactRequest> sources =
          artifacts(system, session, asked)
              .map(jar -> new SubArtifact(jar, "sources", "jar"))
              .map(jar -> new ArtifactRequest(jar, asked.remotes(), "sources"))
              .toList();
      return results(system, session, sources).stream()
          .filter(ArtifactResult::isResolved)
          .map(result -> result.getArtifact().getPath())
          .toList();
    }
  }

  private static List<ArtifactResult> results(
      RepositorySystem system, CloseableSession session, List<ArtifactRequest> requests) {
    try {
      return system.resolveArtifacts(session, requests);
    } catch (ArtifactResolutionException someAreMissing) {
      return someAreMissing.getResults();
    }
  }

  private static Stream<Artifact> artifacts(
      RepositorySystem system, CloseableSession session, Asked asked)
      throws UnresolvedLibraryException {
    return resolved(system, session, asked).getArtifactResults().stream()
        .map(ArtifactResult::getArtifact);
  }

  private record Asked(List<String> coordinates, List<RemoteRepository> remotes) {}

  private static DependencyResult resolved(
      RepositorySystem system, CloseableSession session, Asked asked)
      throws UnresolvedLibraryException {
    try {
      return system.resolveDependencies(session, request(asked));
    } catch (DependencyResolutionException e) {
      throw unresolved(asked, e);
    }
  }

  /// As the settings say, with mirrors, passwords and proxies; a repository that was named stays.
  private List<RemoteRepository> remotes(RepositorySystem system, CloseableSession session) {
    if (repository.isPresent()) {
      return List.of(remote(repository.get()));
    }
    List<RemoteRepository> known =
        Stream.concat(
                Stream.of(central()),
                settings.repositories().map(each -> remote(each.getId(), each.getUrl())))
            .toList();
    List<RemoteRepository> remotes = system.newResolutionRepositories(session, known);
    settings.checkPasswords(remotes);
    return remotes;
  }

  private CloseableSession session(RepositorySystem system, TransferListener transfers) {
    RepositorySystemSession.SessionBuilder session =
        new SessionBuilderSupplier(system)
            .get()
            .withLocalRepositoryBaseDirectories(settings.localRepository())
            .setTransferListener(transfers);
    settings.applyTo(session);
    return session.build();
  }

  private static DependencyRequest request(Asked asked) {
    CollectRequest collect = new CollectRequest().setRepositories(asked.remotes());
    asked.coordinates().stream()
        .map(text -> new Dependency(new DefaultArtifact(text), "runtime"))
        .forEach(collect::addDependency);
    return new DependencyRequest(collect, (node, parents) -> true);
  }

  private static UnresolvedLibraryException unresolved(
      Asked asked, DependencyResolutionException e) {
    String where =
        asked.remotes().stream().map(RemoteRepository::getUrl).collect(Collectors.joining(", "));
    String missing = missing(e).collect(Collectors.joining(", "));
    return new UnresolvedLibraryException(
        "could not get %s from %s: check group, artifact and version, and that this machine can"
                .formatted(
                    missing.isEmpty() ? String.join(", ", asked.coordinates()) : missing, where)
            + " reach the repository (another one: --repo URL)",
        e);
  }

  private static Stream<String> missing(DependencyResolutionException e) {
    return e.getResult() == null
        ? Stream.empty()
        : e.getResult().getArtifactResults().stream()
            .filter(ArtifactResult::isMissing)
            .map(result -> result.getRequest().getArtifact().toString());
  }

  /// Where Maven itself looks when it is told nothing else: its built-in model says.
  private static RemoteRepository central() {
    try (InputStream model = Repository.class.getResourceAsStream("pom-4.0.0.xml")) {
      Repository central = new MavenXpp3Reader().read(model).getRepositories().getFirst();
      return remote(central.getId(), central.getUrl());
    } catch (IOException | XmlPullParserException e) {
      throw new IllegalStateException("Maven's built-in model cannot be read", e);
    }
  }

  /// The address is part of the name, since the local repository remembers by name where it has
  /// something from.
  private static RemoteRepository remote(URI address) {
    return remote("repo-" + Integer.toHexString(address.hashCode()), address.toString());
  }

  private static RemoteRepository remote(String id, String address) {
    return new RemoteRepository.Builder(id, "default", address)
        .setPolicy(
            new RepositoryPolicy(
                true, RepositoryPolicy.UPDATE_POLICY_DAILY, RepositoryPolicy.CHECKSUM_POLICY_FAIL))
        .build();
  }
}
