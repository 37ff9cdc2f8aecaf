import type { Register } from '../../../registratie/register.ts';
import { Casusverloop } from './casusverloop.ts';
import { Enginebeeld } from '../../../engine/records/engine-view.ts';
import { Las } from './las.ts';
import { openTaken } from '../../../engine/records/open-tasks.ts';
import { wachtOpRust } from '../../../engine/records/quiescence.ts';
import { Proefklok } from './test-clock.ts';
import type { EngineRecord } from '../../../engine/records/record-receiver.ts';
import { startOpstelling } from './rig.ts';
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
    readonly beeld: Enginebeeld,
    readonly klok: Proefklok,
    readonly register: Register,
    private readonly opstelling: Awaited<ReturnType<typeof startOpstelling>>,
    private readonly adressen: { rest: string; records: string },
  ) {}

  static async start(): Promise<Proef> {
    const rest = process.env['TEST_ZEEBE_REST'];
    const grpc = process.env['TEST_ZEEBE_GRPC'];
    const records = process.env['TEST_RECORDS'];
    if (!rest || !grpc || !records) throw new Error('de testbroker draait niet: start via npm test (project proces)');
    const beeld = new Enginebeeld();
    const klok = new Proefklok(rest);
    await klok.zet('2025-09-01T08:00');
    const opstelling = await startOpstelling(grpc, rest, klok, { openTaken: async () => openTaken(beeld) });
    const proef = new Proef(beeld, klok, opstelling.register, opstelling, { rest, records });
    const begin = (await (await fetch(`${records}/records?vanaf=999999999`)).json()) as { volgende: number };
    proef.gelezen = begin.volgende;
    void proef.volg();
    return proef;
  }

  private async volg(): Promise<void> {
    while (this.volgen) {
      try {
        const antwoord = await fetch(`${this.adressen.records}/records?vanaf=${this.gelezen}`);
        const { volgende, records } = (await antwoord.json()) as { volgende: number; records: EngineRecord[] };
        this.gelezen = volgende;
        for (const record of records) this.beeld.verwerk(record);
      } catch (fout) {
        if (this.volgen) throw fout;
      }
    }
  }

  /** Meldt een kind aan zoals het startformulier dat doet, en wacht tot het dossier bestaat. */
  async meldAan(formulier: Record<string, unknown>, proces = 'kernteam'): Promise<Casusverloop> {
    const instantie = await this.opstelling.engine.start(proces, formulier);
    await this.rust();
    return new Casusverloop(this, instantie);
  }

  async start(proces: string, variabelen: Record<string, unknown>): Promise<string> {
    return this.opstelling.engine.start(proces, variabelen);
  }

  async publiceer(naam: string, casusId: string, inhoud: Record<string, unknown>, berichtId: string): Promise<void> {
    await this.opstelling.engine.publiceer({ naam, correlatie: casusId, berichtId, ttlMs: 3_600_000, inhoud });
  }

  /** Zet variabelen op een lopende instantie, zoals een beheerder dat in Operate kan. */
  async zetVariabelen(instantie: string, variabelen: Record<string, unknown>): Promise<void> {
    await this.opstelling.zetVariabelen(instantie, variabelen);
    await this.rust();
  }

  async voltooi(taak: string, variabelen: Record<string, unknown>): Promise<void> {
    const antwoord = await fetch(`${this.adressen.rest}/v2/user-tasks/${taak}/completion`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ variables: variabelen }),
    });
    if (!antwoord.ok) throw new Error(`taak ${taak} liet zich niet voltooien: ${antwoord.status} ${await antwoord.text()}`);
  }

  /** Zet de klok vooruit en wacht tot alles wat daardoor ging lopen, tot rust is. Onderweg stuurt de LAS haar standen. */
  async zetKlok(lokaal: string): Promise<void> {
    for (const moment of this.las.momenten(this.klok.nu(), this.klok.lees(lokaal))) {
      await this.klok.zet(moment);
      await this.rust();
      for (const { casusId, verzuimInvoer } of this.las.standen(moment)) {
        await this.publiceer('verzuimstand', casusId, { verzuimInvoer }, `${casusId}:las:${moment}`);
      }
      await this.rust();
    }
    await this.klok.zet(lokaal);
    await this.rust();
  }

  /** Tot rust: de engine heeft niets meer te doen en alles wat zij deed is gezien. */
  async rust(): Promise<void> {
    await wachtOpRust({
      beeld: this.beeld,
      klok: this.klok,
      budgetMs: BUDGET_MS,
      publiceer: (merk) => this.opstelling.engine.publiceer({ naam: merk, correlatie: merk, berichtId: merk, ttlMs: 0, inhoud: {} }),
    });
  }

  async ruimOp(): Promise<void> {
    this.las.vergeetAlles();
    for (const instantie of this.beeld.levendeWortels()) await this.opstelling.annuleer(instantie);
  }

  async stop(): Promise<void> {
    await this.ruimOp();
    this.volgen = false;
    await this.opstelling.stop();
  }
}
