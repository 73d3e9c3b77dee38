package io.github.heddle.kernel.protocol;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.heddle.kernel.transport.Session;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/// What kernel this is.
record KernelInfoHandler(BaseKernel kernel) implements Handler {
  @Override
  public Optional<Reply> handle(Request request) {
    JsonObject info = Reply.ok();
    info.addProperty("protocol_version", Session.PROTOCOL_VERSION);
    info.addProperty("implementation", kernel.getName());
    info.addProperty("implementation_version", kernel.getVersion());
    info.add("language_info", new Gson().toJsonTree(kernel.getLanguageInfo()));
    info.addProperty("banner", kernel.getBanner());
    info.add("help_links", new Gson().toJsonTree(kernel.getHelpLinks()));
    info.addProperty("debugger", false);
    info.add("supported_features", features());
    return Optional.of(Reply.of(info));
  }

  /// Only what works: there is no debugger.
  private static JsonArray features() {
    JsonArray features = new JsonArray();
    features.add("kernel subshells");
    return features;
  }
}
