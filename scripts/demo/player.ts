import type { ViewedTask } from '../../engine/records/engine-view.ts';
import { dagVan, plusDagen, type Datum } from '../../domein/kalender/datum.ts';
import type { Agenda } from './agenda.ts';
import { GEWOON } from './answers.ts';
import { DemoError, type Controls } from './controls.ts';
import type { DemoKind } from './kind.ts';
import type { Stap } from './models.ts';
import type { Spelregels } from './spelregels.ts';
import type { Signaal, Verzuimregel, Vraag } from './scenario.ts';
import { rondeNa, schooldagNa } from './schooltijd.ts';
import type { Random } from './random.ts';
import { verzuimregels, type Verzuimfase } from './verzuim.ts';
import { example } from './example.ts';

/** Hoeveel schooldagen mensen meestal wachten met een taak. */
const RESPONSE_DAYS = [0, 0, 1, 1, 1, 2] as const;

/** Een andere organisatie doet er langer over. */
const OTHERS: Readonly<Record<string, number>> = { 'CA-02-5': 7, 'CA-03-8': 12 };

/** Speelt alle mensen rond één kind: wie een taak doet, wanneer, wat er wordt ingevuld, en wat de school doorgeeft. */
export class Player {
  instantie = '';
  takenGedaan = 0;
  private gestopt = false;
  private gestaakt = false;
  private wekenGevolgd = 0;
  private wekenNaEscalatie = 0;
  private wekenGestopt = 0;
  private readonly keren = new Map<string, number>();
  private readonly gezien = new Set<string>();
  private readonly gemeldTot = new Map<string, Datum>();
  private readonly toeval: Random;

  constructor(
    readonly kind: DemoKind,
    private readonly bediening: Controls,
    private readonly agenda: Agenda,
    private readonly stappen: ReadonlyMap<string, Stap>,
    private readonly regels: Spelregels = {},
  ) {
    this.toeval = kind.toeval;
    this.zet(kind.aangemeldOp, async () => { this.instantie = await bediening.start('casus', { ...kind.aanmelding }); });
  }

  private zet(op: Date, doe: () => Promise<void>): void {
    this.agenda.zet({ op, doe: async () => { if (!this.gestaakt) await doe().catch((fout: unknown) => this.staak(fout)); } });
  }

  /** Dit kind kan niet verder. Bij de demo stopt daarmee het hele spel. */
  staak(fout: unknown): void {
    if (!this.regels.bijFout) throw fout;
    if (this.gestaakt) return;
    this.gestaakt = true;
    this.regels.bijFout(this.kind, fout as Error);
  }

  /** Gebeurt er met dit kind niets meer? */
  get klaar(): boolean {
    return this.gestaakt || (this.instantie !== '' && !this.leeft);
  }

  get casusId(): string | undefined {
    const id = this.bediening.view.variable('casusId', this.instantie);
    return typeof id === 'string' ? id : undefined;
  }

  /** Loopt de casus? Voor de aanmelding en na het einde niet. */
  get leeft(): boolean {
    return this.bediening.view.isAlive(this.instantie);
  }

  openTaken(): ViewedTask[] {
    const { view } = this.bediening;
    return [...view.tasks.values()].filter((taak) => view.root(taak.instance) === this.instantie);
  }

  /** De stap van een taak in het routeboek ("KT-01a"). */
  stapVan({ elementId }: Pick<ViewedTask, 'elementId'>): string {
    return this.stappen.get(elementId)?.stap ?? elementId;
  }

  /**
   * Een taak is opengegaan: zet in de agenda wanneer iemand haar doet.
   * @throws DemoError als zij is teruggekomen omdat er iets niet klopte
   */
  bijTaak(taak: ViewedTask): void {
    const stap = this.stapVan(taak);
    this.gezien.add(stap);
    const fouten = this.bediening.view.variable('validatieFouten', taak.elementInstance) as string[] | null | undefined;
    if (fouten?.length) return this.staak(new DemoError(this.kind.kenmerk, stap, `het ingevulde formulier is geweigerd: ${fouten.join(' ')}`));
    const { blijftLiggen, wachttijd } = this.kind.scenario;
    if (blijftLiggen?.includes(stap)) return;
    const op = rondeNa(this.bediening.nu(), wachttijd?.[stap] ?? OTHERS[stap] ?? this.toeval.kies(RESPONSE_DAYS), this.toeval);
    this.zet(op, () => this.doe(taak));
  }

  private async doe(taak: ViewedTask): Promise<void> {
    const { key: sleutel } = taak;
    const stap = this.stapVan(taak);
    if (!this.bediening.view.tasks.has(sleutel)) return; // intussen vervallen, bijvoorbeeld doordat de vier weken om zijn
    const formulier = this.stappen.get(taak.elementId)?.formulier;
    const gewoon = formulier === undefined ? undefined : GEWOON[formulier];
    const aanvulling = formulier === undefined ? undefined : this.regels.vulAan?.(formulier, dagVan(this.bediening.nu()));
    if (!formulier || (!gewoon && !aanvulling)) throw new DemoError(this.kind.kenmerk, stap, `de demo weet niet hoe formulier ${formulier ?? 'onbekend'} wordt ingevuld`);
    const keer = (this.keren.get(stap) ?? 0) + 1;
    const vraag = this.vraag(taak, keer);
    const uren = this.toeval.kies([undefined, undefined, 0.5, 0.5, 1]);
    const eigen = this.kind.scenario.antwoorden?.[stap]?.(vraag);
    const velden: Record<string, unknown> = { ...aanvulling, ...(gewoon ? example(formulier, { urenBesteed: uren, ...gewoon(vraag), ...eigen }) : eigen) };
    if (formulier === 'duo-verzuimmelding') this.sluitAanOpVorigeMelding(velden);
    await this.bediening.complete(sleutel, velden);
    this.keren.set(stap, keer);
    this.takenGedaan += 1;
    if (velden['leerlingVolledigTerug'] === 'ja' || velden['verzuimGestopt'] === 'ja') this.gestopt = true;
    for (const signaal of this.kind.scenario.signalen ?? []) if (signaal.na === stap && keer === 1) this.plan(signaal.schooldagen, () => this.geefDoor(signaal));
  }

  private plan(schooldagen: number, doe: () => Promise<void>): void {
    this.zet(rondeNa(this.bediening.nu(), schooldagen, this.toeval), doe);
  }

  /** Iemand geeft via het formulier casus-signaal iets door, zoals in Tasklist. */
  private async geefDoor({ soort, tenzij, inhoud }: Signaal): Promise<void> {
    if (!this.leeft || (tenzij && this.gezien.has(tenzij))) return;
    if (soort === 'verzuim-gestopt') this.gestopt = true;
    const casusnummer = this.bediening.view.variable('casusnummer', this.instantie);
    const vraag = this.vraag(undefined, 1);
    await this.bediening.start('casus-signaal', example('casus-signaal', {
      casusnummer, signaalType: soort, datum: vraag.vandaag, datumVolledigTerug: undefined, toelichting: 'Besproken met ouders en regisseurs.', ...inhoud?.(vraag),
    }));
  }

  /** Het leerlingvolgsysteem geeft het verzuim van deze week door. */
  async weekstand(): Promise<void> {
    const { casusId } = this;
    if (!this.leeft || !casusId) return;
    const fase = this.fase();
    if (this.gestopt) this.wekenGestopt += 1;
    if (this.keren.has('KT-07b')) this.wekenNaEscalatie += 1;
    else if (this.regieGeregeld) this.wekenGevolgd += 1;
    if (!this.kind.lasKoppeling) return;
    const peildatum = dagVan(this.bediening.nu());
    const regels = verzuimregels(peildatum, fase, this.toeval);
    await this.bediening.publish('verzuimstand', casusId, { verzuimInvoer: { peildatum, regels, teLaat: [], geenVerzuim: regels.length === 0, tweeWekenGroteMoeite: fase.dagenThuis > 2.5 } }, `${casusId}:verzuimstand:${peildatum}`);
  }

  /** Stap 6 van de ene route, stap 5 van de andere. */
  private get regieGeregeld(): boolean {
    return this.keren.has('KT-06') || this.keren.has('GK-05');
  }

  private fase(): Verzuimfase {
    const { volgen, escaleertNa, vierweken, terugvalNa, thuisVanafBegin, soort } = this.kind.scenario.verzuim;
    const uit = (lijst: readonly number[], week: number): number => lijst[Math.min(week, lijst.length - 1)] ?? 0;
    if (this.gestopt && terugvalNa !== undefined && this.wekenGestopt >= terugvalNa) return { dagenThuis: 4, bovenDeGrens: true, soort };
    if (this.gestopt) return { dagenThuis: 0, bovenDeGrens: false, soort };
    if (this.keren.has('KT-07b')) return { dagenThuis: uit(vierweken, this.wekenNaEscalatie), bovenDeGrens: true, soort };
    if (thuisVanafBegin) return { dagenThuis: 4, bovenDeGrens: true, soort };
    if (!this.regieGeregeld) return { dagenThuis: Math.min(2, uit(volgen, 0)), bovenDeGrens: false, soort };
    if (escaleertNa !== undefined && this.wekenGevolgd >= escaleertNa) return { dagenThuis: 4, bovenDeGrens: true, soort };
    return { dagenThuis: uit(volgen, this.wekenGevolgd), bovenDeGrens: false, soort };
  }

  private vraag(taak: ViewedTask | undefined, keer: number): Vraag {
    const vandaag = dagVan(this.bediening.nu());
    // De weekvraag noemt haar week; elke andere taak gaat over deze week.
    const gevraagd = taak && (this.bediening.view.variable('week', taak.instance) as { tot?: Datum } | null | undefined)?.tot;
    return {
      kind: this.kind, vandaag, keer, stap: taak ? this.stapVan(taak) : '', schooldag: (n) => schooldagNa(vandaag, n), dag: (n) => plusDagen(vandaag, n), kies: this.toeval.kies,
      vooringevuld: (naam) => (taak ? this.bediening.view.variable(naam, taak.elementInstance) : undefined),
      verzuimVanDeWeek: (): readonly Verzuimregel[] => verzuimregels(gevraagd ?? vandaag, this.fase(), this.toeval),
    };
  }

  /** Twee meldingen op dezelfde grond mogen elkaar niet overlappen; de IB-er laat de tweede na de eerste beginnen. */
  private sluitAanOpVorigeMelding(velden: Record<string, unknown>): void {
    const gronden = velden['gronden'] as string[];
    const eerder = gronden.map((grond) => this.gemeldTot.get(grond)).filter((tot) => tot !== undefined).sort().at(-1);
    const tot = velden['periodeTot'] as Datum;
    if (eerder !== undefined && (velden['periodeVan'] as Datum) <= eerder) velden['periodeVan'] = eerder < tot ? plusDagen(eerder, 1) : tot;
    for (const grond of gronden) this.gemeldTot.set(grond, tot);
  }
}
