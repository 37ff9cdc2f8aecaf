package nl.routeboek;

import io.camunda.zeebe.exporter.api.Exporter;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;

/**
 * Stuurt gebeurtenissen meteen door naar `engine/records`, één per regel: alles wat klaarligt gaat in één verzoek. De exporters van
 * Camunda wachten of tot er genoeg zijn, of een hele seconde, of sturen elk record apart; dat laatste kostte een proef de helft
 * van haar tijd. Alleen voor wie de klok verzet (procestests, proef, demo, meting).
 */
public class RecordExporter implements Exporter {
  private record Line(long position, String json) {}

  private final LinkedBlockingQueue<Line> waiting = new LinkedBlockingQueue<>();
  private volatile long delivered = -1;
  private long confirmed = -1;
  private Controller controller;
  private Thread sender;
  private URI url;

  @Override
  public void configure(Context context) {
    var arguments = context.getConfiguration().getArguments();
    url = URI.create((String) arguments.get("url"));
    var types = Arrays.stream(((String) arguments.get("types")).split(",")).map(ValueType::valueOf).collect(Collectors.toSet());
    context.setFilter(new Context.RecordFilter() {
      @Override
      public boolean acceptType(RecordType type) { return type == RecordType.EVENT; }

      @Override
      public boolean acceptValue(ValueType type) { return types.contains(type); }
    });
  }

  @Override
  public void open(Controller controller) {
    this.controller = controller;
    sender = Thread.ofPlatform().daemon().name("record-exporter").start(this::send);
  }

  @Override
  public void close() {
    if (sender != null) sender.interrupt();
  }

  /** De engine hergebruikt het record na deze aanroep, dus het wordt hier al geschreven. */
  @Override
  public void export(Record<?> record) {
    waiting.add(new Line(record.getPosition(), record.toJson()));
    if (delivered > confirmed) controller.updateLastExportedRecordPosition(confirmed = delivered);
  }

  private void send() {
    var client = HttpClient.newHttpClient();
    var lines = new ArrayList<Line>();
    try {
      while (true) {
        lines.add(waiting.take());
        waiting.drainTo(lines);
        var body = lines.stream().map(Line::json).collect(Collectors.joining("\n"));
        while (!delivered(client, body)) Thread.sleep(20);
        delivered = lines.get(lines.size() - 1).position();
        lines.clear();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Een ontvanger die even niet antwoordt krijgt dezelfde regels nog eens. */
  private boolean delivered(HttpClient client, String body) throws InterruptedException {
    try {
      return client.send(HttpRequest.newBuilder(url).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.discarding()).statusCode() == 204;
    } catch (java.io.IOException failed) {
      return false;
    }
  }
}
