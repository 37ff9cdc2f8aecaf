import type { Engine } from '../../engine/engine.ts';

type Rij = Record<string, unknown>;

/** De normen zoals de beslistabellen ze geven; de tabellen zelf worden op de engine getoetst (test/proces/beslissingen). */
export const TERMIJNEN: Record<string, Rij[]> = {
  'venster-verzuimuren': [{ soort: 'venster', aantal: 4, eenheid: 'schoolweken', tijdstip: '00:00', opSchooldag: false }],
  'venster-te-laat': [{ soort: 'venster', aantal: 1, eenheid: 'schooljaren', tijdstip: '00:00', opSchooldag: false }],
  heropenen: [{ soort: 'venster', aantal: 6, eenheid: 'kalendermaanden', tijdstip: '00:00', opSchooldag: false }],
  'klok-van-het-kind': ([['vierWeken', 4, 'kalenderweken'], ['achtWeken', 8, 'kalenderweken'], ['twaalfWeken', 12, 'kalenderweken'], ['dertienWeken', 13, 'kalenderweken'], ['drieMaanden', 3, 'kalendermaanden'], ['voorDrieMaanden', 14, 'kalenderdagen'], ['terugval', 4, 'schoolweken']] as const)
    .map(([soort, aantal, eenheid]) => ({ soort, aantal, eenheid, tijdstip: '00:00', opSchooldag: false })),
  vierweken: [
    ...[7, 14, 21].map((aantal, i) => ({ soort: `week${i + 1}`, aantal, eenheid: 'kalenderdagen', tijdstip: '09:00', opSchooldag: false })),
    { soort: 'eindeVierweken', aantal: 28, eenheid: 'kalenderdagen', tijdstip: '09:00', opSchooldag: false },
    { soort: 'perspectiefDeadline', aantal: 28, eenheid: 'kalenderdagen', tijdstip: '17:00', opSchooldag: false },
  ],
};

const norm = (doelVanaf: number | null, doelTot: number | null, aantal: number | null, eenheid: string | null): Rij => ({ doelVanaf, doelTot, norm: aantal, eenheid });
const KPI_NORMEN: Record<string, Rij> = {
  'KPI-01': norm(100, null, null, null), 'KPI-02': norm(null, null, 2, 'kalendermaanden'), 'KPI-03': norm(null, 0, null, null), 'KPI-06': norm(100, null, null, null), 'KPI-07': norm(100, null, null, null),
  'KPI-08': norm(60, 90, null, null), 'KPI-10': norm(null, 8, 12, 'schoolweken'), 'KPI-12': norm(100, null, null, null), 'KPI-14': norm(80, null, null, null), 'KPI-15': norm(95, null, 14, 'kalenderdagen'),
  'KPI-16': norm(100, null, null, null), 'KPI-17': norm(100, null, 3, 'kalendermaanden'), 'KPI-20': norm(null, null, null, 'leerlingen'),
};

export interface FakeEngine extends Engine {
  /** De beslissingen die gevraagd zijn. */
  readonly vragen: string[];
  readonly gepubliceerd: Parameters<Engine['publish']>[0][];
  readonly beeindigd: string[];
  readonly gestart: { procesId: string; variabelen: Rij }[];
}

export interface FakeTables {
  /** Per rol een eigen adres, of null voor een rol zonder. */
  readonly adressen?: Record<string, { email?: string; userId?: string; groep?: string; opmerking?: string } | null>;
  readonly termijnen?: Record<string, Rij[]>;
}

/** Een engine die beslist zoals de tabellen, en onthoudt wat er gevraagd, gepubliceerd en gestart is. */
export function fakeEngine({ adressen = {}, termijnen = TERMIJNEN }: FakeTables = {}): FakeEngine {
  const vragen: string[] = [];
  const gepubliceerd: FakeEngine['gepubliceerd'] = [];
  const beeindigd: string[] = [];
  const gestart: FakeEngine['gestart'] = [];
  const beslissingen: Record<string, (v: Rij) => unknown> = {
    routekeuze: (v) => ((v.school as { heeftKernteam: boolean }).heeftKernteam ? 'kernteam' : 'geen-kernteam'),
    leerplichtstatus: (v) => Number(v.leeftijd) >= 5 && Number(v.leeftijd) <= 16,
    registratiestatus: (v) => status(v.thuis as Record<string, boolean>, v.escaleert === true),
    taakprioriteit: () => 40,
    'av1-robots': () => 1,
    brugplaatsen: (v) => (v.soort === 'sbo' ? 8 : null),
    'kpi-normen': (v) => KPI_NORMEN[String(v.kpi)] ?? { doelVanaf: null, doelTot: null, norm: null, eenheid: null },
    urenraming: () => ({ min: 6, max: 10 }),
    termijnen: (v) => termijnen[String(v.stap)] ?? [],
    'escalatie-thuis': (v) => ((v.verzuim as { dagenThuisWeek?: number } | undefined)?.dagenThuisWeek ?? 0) > 3,
    'meldplicht-duo': (v) => gronden((v.verzuim ?? {}) as Record<string, number & boolean>),
    taakherinnering: (v) => ({ voorafSchooldagen: 1, herhaalDagen: 7, boven: v.rol === 'ib-er' ? 'directeur-school-van-herkomst' : 'sectordirecteur-swv' }),
    contactadressen: (v) => adres(adressen, String(v.rol), v.gemeente),
  };
  return {
    vragen, gepubliceerd, gestart, beeindigd,
    async cancel(instance) {
      beeindigd.push(instance);
      return !instance.startsWith('aangeroepen');
    },
    async beslis(id, v) {
      vragen.push(id);
      const beslissing = beslissingen[id];
      if (!beslissing) throw new Error(`De nep-engine kent ${id} niet.`);
      return beslissing(v);
    },
    async publish(bericht) {
      if (!gepubliceerd.some((b) => b.messageId === bericht.messageId)) gepubliceerd.push(bericht);
    },
    async start(procesId, variabelen) {
      gestart.push({ procesId, variabelen });
      return String(2_251_799_813_685_000 + gestart.length);
    },
  };
}

function status({ leerplichtig, vrijgesteld, ingeschreven, zonderSchool, langerDanVierWeken }: Record<string, boolean>, escaleert: boolean): string {
  if (!leerplichtig) return 'NIET_LEERPLICHTIG';
  if (vrijgesteld) return 'VRIJGESTELD';
  if (!ingeschreven) return 'ABSOLUUT_VERZUIM';
  if (zonderSchool || langerDanVierWeken) return 'THUISZITTER';
  return escaleert ? 'DREIGEND_THUISZITTER_GEESCALEERD' : 'DREIGEND_THUISZITTER';
}

function adres(adressen: NonNullable<FakeTables['adressen']>, rol: string, gemeente: unknown): unknown {
  if (rol in adressen) return adressen[rol];
  if (rol !== 'leerplichtambtenaar') return { email: `${rol}@example.org`, userId: '', groep: rol };
  const waar = String(gemeente).toLowerCase();
  return { email: `leerplicht.${waar}@example.org`, userId: '', groep: `leerplichtambtenaar-${waar}` };
}

function gronden(verzuim: Record<string, number & boolean>): string[] {
  const alle: [string, boolean][] = [
    ['ZESTIEN_UUR_4WK', (verzuim.urenOngeoorloofd4wk ?? 0) >= 16],
    ['NEGEN_KEER_TE_LAAT', (verzuim.aantalTeLaat ?? 0) >= 9],
    ['LANGDURIG_RELATIEF', (verzuim.aaneengeslotenOngeoorloofdDagen ?? 0) >= 28],
    ['GEEN_GEHOOR_JEUGDARTS', verzuim.jgzGeenGehoor === true],
    ['ESCALATIE_THUIS', verzuim.escalatiegesprekGevoerd === true],
    ['LUXE_VERZUIM', verzuim.luxeVerzuim === true],
  ];
  return alle.filter(([, waar]) => waar).map(([grond]) => grond);
}
