package eco.exchange.contracts;

import eco.exchange.contracts.deal.IssuingCentre;
import eco.exchange.contracts.key.KeyDevice;
import eco.exchange.contracts.key.SignatureKeys;
import eco.exchange.contracts.key.SigningKeyFolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The configuration of the centre: its name, and its keys, in files of the data folder, the
 * centre's own in a device if there is one.
 */
@ApplicationScoped
class CentreConfiguration {

  @Produces
  @Singleton
  IssuingCentre office(
      @ConfigProperty(name = "exchange.centre.name", defaultValue = "公共资源交易中心") String centre,
      @ConfigProperty(name = "exchange.site", defaultValue = "http://127.0.0.1:8080") String site) {
    return new IssuingCentre(centre, site);
  }

  @Produces
  @ApplicationScoped
  SignatureKeys keys(
      @ConfigProperty(name = "exchange.data", defaultValue = "data") Path data,
      @ConfigProperty(name = "exchange.centre.name", defaultValue = "公共资源交易中心") String centre,
      @ConfigProperty(name = "exchange.stamps") Optional<URI> stamps,
      @ConfigProperty(name = "exchange.seal.device") Optional<Path> device,
      @ConfigProperty(name = "exchange.seal.pin") Optional<String> pin,
      Clock clock) {
    char[] secret = pin.orElse("").toCharArray();
    return new SigningKeyFolder(
        data.resolve("keys").resolve("signing"),
        centre,
        clock,
        stamps,
        device.map(configuration -> KeyDevice.open(configuration, secret)));
  }
}
