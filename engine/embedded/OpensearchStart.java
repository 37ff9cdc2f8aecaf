import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * Start één knoop van OpenSearch op precies de gevraagde poorten. De eigen opdrachtregel van de runner kan dat niet:
 * die neemt bij een bezette poort stil de volgende en kan niet boven 9299. Draait als los bronbestand, zonder bouwstap.
 */
public class OpensearchStart {
  public static void main(String[] args) throws Exception {
    var map = args[0];
    var http = args[1];
    var transport = args[2];
    var runner = new OpenSearchRunner();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try { runner.close(); } catch (Exception fout) { fout.printStackTrace(); }
    }));
    try {
      runner.onBuild((nummer, instellingen) -> instellingen
          .put("network.host", "127.0.0.1").put("http.port", http).put("transport.port", transport)
          // Een gegevensmap van vóór `monthly-index.ts` heeft van elke soort record een index per dag, en kan boven de standaardgrens van 1.000 zijn.
          .put("cluster.max_shards_per_node", "20000")
          // Na een herstart leest zij gewoon vier indexen tegelijk in; alles staat hier op één schijf en is klein.
          .put("cluster.routing.allocation.node_initial_primaries_recoveries", "32"))
        .build(OpenSearchRunner.newConfigs().basePath(map).numOfNode(1).clusterName("routeboek"));
      while (!runner.isClosed()) Thread.sleep(1000);
    } catch (Throwable fout) {
      fout.printStackTrace();
      System.exit(1);
    }
  }
}
