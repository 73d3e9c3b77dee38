package io.github.heddle.kernel.magic;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Repository;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.eclipse.aether.RepositorySystemSession.SessionBuilder;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.jspecify.annotations.Nullable;

/// What `settings.xml` says of repositories: where the local one is, mirrors, servers with their
/// passwords, proxies, repositories of active profiles. Read by Maven's own reader, as Maven does:
/// the user's file over that of the installation, where `MAVEN_HOME` names one. Encrypted passwords
/// are not decrypted: where one would be needed, that is said.
final class MavenSettings {
  private final Path userFolder;
  private final Settings settings;

  private MavenSettings(Path userFolder, Settings settings) {
    this.userFolder = userFolder;
    this.settings = settings;
  }

  /// Reads them.
  ///
  /// @param userFolder `~/.m2`
  /// @throws IllegalArgumentException with a sentence for the user, where a file cannot be read
  static MavenSettings in(Path userFolder) {
    DefaultSettingsBuildingRequest request = new DefaultSettingsBuildingRequest();
    request.setSystemProperties(System.getProperties());
    request.setUserSettingsFile(userFolder.resolve("settings.xml").toFile());
    Optional.ofNullable(System.getenv("MAVEN_HOME"))
        .map(home -> Path.of(home, "conf", "settings.xml").toFile())
        .ifPresent(request::setGlobalSettingsFile);
    try {
      return new MavenSettings(
          userFolder,
          new DefaultSettingsBuilderFactory().newInstance().build(request).getEffectiveSettings());
    } catch (SettingsBuildingException e) {
      throw new IllegalArgumentException(
          "Maven's settings cannot be read: " + e.getProblems().getFirst(), e);
    }
  }

  /// Where Maven keeps what it downloaded.
  Path localRepository() {
    return Optional.ofNullable(settings.getLocalRepository())
        .map(Path::of)
        .orElseGet(() -> userFolder.resolve("repository"));
  }

  /// The repositories of active profiles, by name and address.
  Stream<Repository> repositories() {
    List<String> active = settings.getActiveProfiles();
    return settings.getProfiles().stream()
        .filter(profile -> active.contains(profile.getId()) || activeByDefault(profile))
        .flatMap(profile -> profile.getRepositories().stream());
  }

  private static boolean activeByDefault(Profile profile) {
    return profile.getActivation() != null && profile.getActivation().isActiveByDefault();
  }

  /// Makes a session follow them.
  void applyTo(SessionBuilder session) {
    session
        .setOffline(settings.isOffline())
        .setMirrorSelector(mirrors())
        .setAuthenticationSelector(servers())
        .setProxySelector(proxies());
  }

  private DefaultMirrorSelector mirrors() {
    DefaultMirrorSelector mirrors = new DefaultMirrorSelector();
    settings
        .getMirrors()
        .forEach(each ->
            mirrors.add(
                each.getId(),
                each.getUrl(),
                each.getLayout(),
                false,
                each.isBlocked(),
                each.getMirrorOf(),
                each.getMirrorOfLayouts()));
    return mirrors;
  }

  /// Fails where an encrypted password would have to be sent to one of these repositories.
  ///
  /// @throws IllegalArgumentException with a sentence for the user
  void checkPasswords(List<RemoteRepository> remotes) {
    settings.getServers().stream()
        .filter(server -> encrypted(server.getPassword()) || encrypted(server.getPassphrase()))
        .filter(server -> remotes.stream().anyMatch(each -> each.getId().equals(server.getId())))
        .findFirst()
        .ifPresent(server -> {
          throw new IllegalArgumentException(
              "the password of the server %s in Maven's settings is encrypted, which is not understood"
                      .formatted(server.getId())
                  + " here: put it into an environment variable and write ${env.NAME} there");
        });
  }

  private static boolean encrypted(@Nullable String secret) {
    return secret != null
        && secret.matches("(?s).*(?<!\\\\)\\{.+(?<!\\\\)}.*")
        && !secret.contains("${");
  }

  private DefaultAuthenticationSelector servers() {
    DefaultAuthenticationSelector servers = new DefaultAuthenticationSelector();
    settings.getServers().forEach(each -> servers.add(each.getId(), authentication(each)));
    return servers;
  }

  private static Authentication authentication(Server server) {
    return new AuthenticationBuilder()
        .addUsername(server.getUsername())
        .addPassword(server.getPassword())
        .addPrivateKey(server.getPrivateKey(), server.getPassphrase())
        .build();
  }

  private DefaultProxySelector proxies() {
    DefaultProxySelector proxies = new DefaultProxySelector();
    settings.getProxies().stream()
        .filter(org.apache.maven.settings.Proxy::isActive)
        .forEach(each -> proxies.add(proxy(each), Objects.toString(each.getNonProxyHosts(), "")));
    return proxies;
  }

  private static Proxy proxy(org.apache.maven.settings.Proxy proxy) {
    Authentication authentication =
        new AuthenticationBuilder()
            .addUsername(proxy.getUsername())
            .addPassword(proxy.getPassword())
            .build();
    return new Proxy(proxy.getProtocol(), proxy.getHost(), proxy.getPort(), authentication);
  }
}
