import type { ModelFile } from '../../../engine/deploy.ts';
import type { Register } from '../../../registratie/register.ts';
import { ownBroker } from './brokers.ts';
import { Casusverloop } from './casusverloop.ts';
import { EngineView } from '../../../engine/records/engine-view.ts';
import { Las } from './las.ts';
import { OWN_CONNECTION } from '../../../engine/rest.ts';
import { openTasks } from '../../../engine/records/open-tasks.ts';
import { waitForQuiescence } from '../../../engine/records/quiescence.ts';
import { TestClock } from './test-clock.ts';
import type { EngineRecord } from '../../../engine/records/record-receiver.ts';
import { endOfRecords } from './read-records.ts';
import { startRig } from './rig.ts';
import { BUDGET_MS } from './wait.ts';

/**
 * Eén procesproef: de echte engine, de echte werkers en een echt register, met een klok die de test zet.
 * Wat de engine doet leest de proef uit haar records.
 */
export class Proef {
  readonly las = new Las();
  private volgen = true;
  private gelezen = 0;

  private constructor(
    readonly beeld: EngineView,
    readonly klok: TestClock,
    readonly register: Register,
    private readonly opstelling: Awaited<ReturnType<typeof startRig>>,
    readonly adressen: { rest: string; records: string },
  ) {}

  /** @param files wat er wordt uitgerold; standaard alle modellen, tabellen en formulieren van het project */
  static async start(files?: readonly ModelFile[]): Promise<Proef> {
    const { rest, grpc, records } = ownBroker();
    const view = new EngineView();
    const klok = new TestClock(rest);
    await klok.set('2025-09-01T08:00');
    const opstelling = await startRig(grpc, rest, klok, { openTasks: async () => openTasks(view) }, files);
    const proef = new Proef(view, klok, opstelling.register, opstelling, { rest, records });
    proef.gelezen = await endOfRecords(records);
    void proef.volg();
    return proef;
  }

  /** Een verbinding die de broker sluit terwijl er gevraagd wordt, is geen fout: dezelfde vraag nog eens geeft hetzelfde antwoord. */
  private async volg(): Promise<void> {
    let mislukt = 0;
    while (this.volgen) {
      try {
        const antwoord = await fetch(`${this.adressen.records}/records?vanaf=${this.gelezen}`);
        const { volgende, records } = (await antwoord.json()) as { volgende: number; records: EngineRecord[] };
        this.gelezen = volgende;
        for (const record of records) this.beeld.apply(record);
        mislukt = 0;
      } catch (error) {
        if (this.volgen && ++mislukt > 3) throw error;
      }
    }
  }

  /** Meldt een kind aan zoals het startformulier dat doet, en wacht tot het dossier bestaat. */
  async meldAan(formulier: Record<string, unknown>, proces = 'casus'): Promise<Casusverloop> {
    const instantie = await this.opstelling.engine.start(proces, formulier);
    await this.quiesce();
    return new Casusverloop(this, instantie);
  }

  async start(proces: string, variabelen: Record<string, unknown>): Promise<string> {
    return this.opstelling.engine.start(proces, variabelen);
  }

  async publish(naam: string, casusId: string, inhoud: Record<string, unknown>, berichtId: string): Promise<void> {
    await this.opstelling.engine.publish({ name: naam, correlationKey: casusId, messageId: berichtId, ttlMs: 3_600_000, content: inhoud });
  }

  /** Zet variabelen op een lopende instantie, zoals een beheerder dat in Operate kan. */
  async setVariables(instantie: string, variabelen: Record<string, unknown>): Promise<void> {
    await this.opstelling.setVariables(instantie, variabelen);
    await this.quiesce();
  }

  async complete(taak: string, variabelen: Record<string, unknown>): Promise<void> {
    const antwoord = await fetch(`${this.adressen.rest}/v2/user-tasks/${taak}/completion`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...OWN_CONNECTION },
      body: JSON.stringify({ variables: variabelen }),
    });
    if (!antwoord.ok) throw new Error(`taak ${taak} liet zich niet voltooien: ${antwoord.status} ${await antwoord.text()}`);
  }

  /** Zet de klok vooruit en wacht tot alles wat daardoor ging lopen, tot rust is. Onderweg stuurt de LAS haar standen. */
  async zetKlok(lokaal: string): Promise<void> {
    for (const moment of this.las.momenten(this.klok.nu(), this.klok.read(lokaal))) {
      await this.klok.set(moment);
      await this.quiesce();
      for (const { casusId, verzuimInvoer } of this.las.standen(moment)) {
        await this.publish('verzuimstand', casusId, { verzuimInvoer }, `${casusId}:las:${moment}`);
      }
      await this.quiesce();
    }
    await this.klok.set(lokaal);
    await this.quiesce();
  }

  /** Tot rust: de engine heeft niets meer te doen en alles wat zij deed is gezien. */
  async quiesce(): Promise<void> {
    await waitForQuiescence({
      view: this.beeld,
      klok: this.klok,
      budgetMs: BUDGET_MS,
      publish: (merk) => this.opstelling.engine.publish({ name: merk, correlationKey: merk, messageId: merk, ttlMs: 0, content: {} }),
    });
  }

  async cleanUp(): Promise<void> {
    this.las.vergeetAlles();
    for (const instantie of this.beeld.liveRoots()) await this.opstelling.annuleer(instantie);
  }

  async stop(): Promise<void> {
    await this.cleanUp();
    this.volgen = false;
    await this.opstelling.stop();
  }
}
