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
          // De exporter maakt elke dag een index per soort record; de standaardgrens van 1.000 is na een paar maanden bereikt.
          .put("cluster.max_shards_per_node", "20000"))
        .build(OpenSearchRunner.newConfigs().basePath(map).numOfNode(1).clusterName("routeboek"));
      while (!runner.isClosed()) Thread.sleep(1000);
    } catch (Throwable fout) {
      fout.printStackTrace();
      System.exit(1);
    }
  }
}
