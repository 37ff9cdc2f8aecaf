import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carryCasussenOver } from '../../engine/migrate/carry-over.ts';
import type { ViewedTask } from '../../engine/records/engine-view.ts';
import { readModels, type Deployed, type ModelFile } from '../../engine/deploy.ts';
import { makeRest } from '../../engine/rest.ts';
import { makeUserTasks } from '../../engine/user-tasks.ts';
import { makeConnection } from '../../engine/connection.ts';
import { meldingVan } from '../../beheer/incident-uitleg.ts';
import { uitrolIn } from '../../domein/uitgerold/uitrol.ts';
import type { Eigenaarsbestand } from '../../nakijken/bestanden.ts';
import { rollOut } from '../../roll-out.ts';
import type { Wish } from '../../what-to-roll-out.ts';
import { machineTime } from '../../retry/time.ts';
import type { Casusverloop } from './helpers/casusverloop.ts';
import { insertStep, underOwnName, Uitrol, modify } from './helpers/migration.ts';
import { Proef } from './helpers/proef.ts';
import { startForm } from './helpers/start-form.ts';
import { registerVan } from './helpers/register.ts';
import { example } from './helpers/example.ts';
import { ownBroker } from './helpers/brokers.ts';

/**
 * Vier fouten die een proceseigenaar maakt, elk in een eigen uitrol: een groep, een formulier, een eenheid in de termijnen en een
 * keuze. Elke keer wordt een kind aangemeld, dat bij het eerste gesprek blijft steken. Daarna wordt alles verbeterd uitgerold.
 */
const broker = ownBroker();
const zeebe = makeConnection({ grpcAddress: broker.grpc, restAddress: broker.rest });
const FRAME = 'casus-stilstand';
const FASE = 'leerling-bespreken-stilstand.bpmn';
const FOUTEN: Record<string, (files: readonly ModelFile[]) => ModelFile[]> = {
  groep: (files) => modify(files, FASE, (xml) => xml.replace('candidateGroups="=[groepen.ibEr]"', 'candidateGroups="=[groepen.iber]"')),
  formulier: (files) => modify(files, FASE, (xml) => xml.replace('formId="gesprek-ouders"', 'formId="gesprek-ouder"')),
  eenheid: (files) => modify(files, 'termijnen.dmn', (xml) => xml.replace(/(id="regel_kt_01a_uiterlijk_uit_3">\s*<text>)"schooldagen"/, '$1"schooldgen"')),
  keuze: (files) => modify(files, FASE, (xml) => xml.replace('>=alBesproken = true<', '>="ja"<')),
};

const PROCESSEN = ['casus', 'kernteam', 'leerling-bespreken'];
/** Verder dan het eerste gesprek komt hier niemand: er wordt acht keer uitgerold, en elke keer alles zou minuten kosten. */
const isNodig = ({ name }: ModelFile): boolean => name.endsWith('.dmn') || [...PROCESSEN, 'verzuimstand-verwerken', 'verzuim-volgen', 'casus-sluiten'].some((id) => name === `${id}.bpmn`) || ['gesprek-ouders.form', 'bespreking-team.form', 'start-verzuimroute.form', 'casus-signaal.form', 'aanmelding-verbeteren.form', 'verzuimstand.form'].includes(name);

let proef: Proef;
let uitrol: Uitrol;
let goed: ModelFile[];
let uitgerold: Deployed[];
const casussen: Record<string, Casusverloop> = {};
let zonder: Casusverloop;
let taakZonder: ViewedTask;

/** De LAS en de werkers lopen op de klok van de proef; wie hier wacht, wacht op de machine. */
const time = { ...machineTime, wait: (ms: number) => machineTime.wait(Math.min(ms, 50)) };
async function neemMee(files = goed): Promise<string[]> {
  const over = await carryCasussenOver({ zeebe, tasks: makeUserTasks(makeRest({ grpcAddress: '', restAddress: broker.rest })), reads: uitrol.lezen, deployed: uitgerold, files, explain: meldingVan, time });
  await proef.quiesce();
  return over.report();
}
const gesprek = (casus: Casusverloop) => casus.openTaken().filter(({ elementId }) => elementId === 'gesprek_ouders');

beforeAll(async () => {
  goed = underOwnName((await readModels()).filter(isNodig), PROCESSEN, '-stilstand');
  proef = await Proef.start(goed);
  uitrol = new Uitrol(zeebe, () => proef.beeld);
  await uitrol.rolUit(goed);
  await proef.zetKlok('2025-09-08T09:00');
  zonder = await proef.meldAan(startForm(), FRAME);
  taakZonder = await zonder.taak('KT-01a');
  for (const [naam, maak] of Object.entries(FOUTEN)) {
    await uitrol.rolUit(maak(goed));
    casussen[naam] = await proef.meldAan(startForm(), FRAME);
  }
  // De kop van de casus is anders, zodat de goede modellen een nieuwe versie zijn en niet de eerste.
  goed = modify(goed, `${FRAME}.bpmn`, (xml) => xml.replace('name="Casus begint"', 'name="Casus start"'));
}, 420_000);
afterAll(async () => {
  await proef.stop();
  await zeebe.close();
});

describe('casussen die door een fout in de modellen stilstaan', () => {
  test('elke fout is een incident, en wie eerder begon merkt er niets van', () => {
    for (const [naam, casus] of Object.entries(casussen)) expect(casus.incidenten(), naam).toHaveLength(1);
    expect(zonder.incidenten()).toEqual([]);
  });

  test('na een verbeterde uitrol gaan ze allemaal verder, en het verslag zegt wie sinds wanneer stilstond', async () => {
    uitgerold = await uitrol.rolUit(goed);
    const regels = await neemMee();
    for (const [naam, casus] of Object.entries(casussen)) expect(casus.incidenten(), naam).toEqual([]);
    const nummer = (naam: string) => String(casussen[naam]!.variabele('casusnummer'));
    const sinds = 'sinds 8 september 2025 om 09:00 bij';
    expect(regels[0]).toBe('5 lopende casussen gaan verder op de nieuwe versie. Open taken houden hun formulier, rol en einddatum; een wachttijd die al loopt houdt haar einde.');
    expect(regels[1]).toBe('4 stappen stonden stil en gaan nu verder:');
    expect(regels.slice(2).sort()).toEqual([
      `- ${nummer('groep')}, ${sinds} de stap 'Met ouders spreken' (gesprek_ouders): de taak is opnieuw klaargezet, met de rol, het formulier en de termijn van nu.`,
      `- ${nummer('formulier')}, ${sinds} de stap 'Met ouders spreken' (gesprek_ouders): de taak is opnieuw klaargezet, met de rol, het formulier en de termijn van nu.`,
      `- ${nummer('eenheid')}, ${sinds} het onderdeel 'Met ouders spreken' (SP_GESPREK_OUDERS): de stap is opnieuw geprobeerd en gelukt.`,
      `- ${nummer('keuze')}, ${sinds} de stap 'Al besproken?' (gw_al_besproken): de stap is opnieuw geprobeerd en gelukt.`,
    ].sort());
  });

  test('de taak staat er één keer, met de rol, het formulier en de termijn van nu', async () => {
    const formKey = uitgerold.find(({ id }) => id === 'gesprek-ouders')!.key;
    for (const [naam, casus] of Object.entries(casussen)) {
      expect(casus.teDoen(), naam).toEqual(['KT-01a']);
      expect(gesprek(casus), naam).toMatchObject([{ formKey, groepen: taakZonder.groepen, uiterlijk: taakZonder.uiterlijk }]);
      expect((await registerVan(proef, casus.casusId)).post.map(({ melding }) => melding).sort(), `${naam}: geen mail twee keer`).toEqual((await registerVan(proef, zonder.casusId)).post.map(({ melding }) => melding).sort());
    }
  });

  test('een casus zonder incident houdt haar taak', () => {
    expect(gesprek(zonder)).toEqual([taakZonder]);
  });

  test('nog een keer uitrollen doet niets', async () => {
    const taken = () => Object.values(casussen).flatMap((casus) => gesprek(casus).map(({ key }) => key));
    const voor = taken();
    expect(await neemMee()).toEqual([]);
    expect(taken()).toEqual(voor);
  });

  test('wie opnieuw begon kan verder', async () => {
    for (const naam of ['groep', 'keuze']) {
      await casussen[naam]!.doe('KT-01a', example('gesprek-ouders', { gesprekDatum: '2025-09-08', verzuimGestopt: 'nee', datumVolledigTerug: undefined, zorgenVeiligheid: 'nee' }));
      expect(casussen[naam]!.teDoen(), naam).toEqual(['KT-01b']);
    }
  });

  test('is de fout niet verbeterd, dan staat de casus nog stil, en zegt het verslag dat en niet dat zij gewoon doorloopt', async () => {
    const fout = FOUTEN['groep']!(goed);
    uitgerold = await uitrol.rolUit(fout);
    const casus = await proef.meldAan(startForm(), FRAME);
    uitgerold = await uitrol.rolUit(modify(fout, `${FRAME}.bpmn`, (xml) => xml.replace('name="Casus start"', 'name="Casus gaat lopen"')));
    const regels = await neemMee();
    expect(regels.join('\n')).not.toContain('loopt daar gewoon door');
    expect(regels.slice(-3)).toEqual([
      '1 stap staat nog stil:',
      expect.stringMatching(new RegExp(`^- ${String(casus.variabele('casusnummer'))}, sinds 8 september 2025 om 09:00 bij de stap 'Met ouders spreken' \\(gesprek_ouders\\): Het model rekent hier met een gegeven dat ontbreekt of niet klopt[.]`)),
      'Verbeter dit en draai npm run uitrollen nog eens; wie stilstaat gaat dan vanzelf verder. De pagina Incidenten zegt wat er per stap te doen is.',
    ]);
  });
});

describe('van wijziging naar live en terug, met twee lopende casussen', () => {
  const spreek = (casus: Casusverloop) => casus.doe('KT-01a', example('gesprek-ouders', { gesprekDatum: '2025-09-08', verzuimGestopt: 'nee', datumVolledigTerug: undefined, zorgenVeiligheid: 'nee' }));
  const alsBestanden = (files: readonly ModelFile[], mail: string): Eigenaarsbestand[] => [
    ...files.map(({ name, content }) => ({ pad: `${name.endsWith('.form') ? 'forms' : 'bpmn'}/${name}`, inhoud: content })),
    { pad: 'koppelingen/mail/meldingen/N-01.md', inhoud: Buffer.from(mail) },
  ];
  let dir: string;
  let schijf: Eigenaarsbestand[];
  let een: Casusverloop;
  let twee: Casusverloop;
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  async function rol(wish: Wish) {
    const uitkomst = await rollOut({ dir, who: 'jan', wish, read: async () => schijf, check: async () => [], now: () => proef.klok.nu(), deploy: (models) => uitrol.rolUit(models) });
    if (!uitkomst.done) throw new Error('niet uitgerold');
    uitgerold = [...uitkomst.deployed];
    return { ...uitkomst, regels: await neemMee([...uitkomst.models]) };
  }
  const mail = (): string => readFileSync(new URL('koppelingen/mail/meldingen/N-01.md', uitrolIn(dir).wortel()), 'utf8');

  test('de wijziging is live: wie nog bij het gesprek is krijgt de nieuwe stap', async () => {
    dir = mkdtempSync(join(tmpdir(), 'routeboek-terug-'));
    await proef.cleanUp();
    await proef.quiesce();
    schijf = alsBestanden(goed, 'Beste');
    await rol({ kind: 'files' });
    [een, twee] = [await proef.meldAan(startForm(), FRAME), await proef.meldAan(startForm(), FRAME)];
    schijf = alsBestanden(modify(goed, FASE, (xml) => insertStep(xml, 'gesprek_ouders', 'gesprek_ouders_nakijken', 'gesprek_extra')), 'Hoi');
    expect((await rol({ kind: 'files' })).regels).toEqual(['2 lopende casussen gaan verder op de nieuwe versie. Open taken houden hun formulier, rol en einddatum; een wachttijd die al loopt houdt haar einde.']);
    await spreek(een);
    expect([een.teDoen(), twee.teDoen(), mail()]).toEqual([['gesprek_extra'], ['KT-01a'], 'Hoi']);
  });

  test('terug: wie niet op de verdwenen stap staat gaat mee, de ander loopt op haar versie door, en de mail is weer de oude', async () => {
    const { regels, notes } = await rol({ kind: 'back' });
    expect(notes[0]).toMatch(/^U bent terug op uitrol 1 /);
    expect(regels).toEqual([
      '1 lopende casus gaat verder op de nieuwe versie. Open taken houden hun formulier, rol en einddatum; een wachttijd die al loopt houdt haar einde.',
      '1 lopende casus blijft op de oude versie en loopt daar gewoon door:',
      `- casus met procesinstantie ${een.instantie}: de stap 'Extra stap' (gesprek_extra) bestaat niet meer`,
    ]);
    expect(mail()).toBe('Beste');
    await spreek(twee);
    expect(twee.teDoen()).toEqual(['KT-01b']);
    await een.doe('gesprek_extra', {});
    expect(een.teDoen()).toEqual(['KT-01b']);
  });

  test('een start daarna brengt de wijziging niet stil terug', async () => {
    const voor = uitgerold.map(({ key }) => key).sort();
    const { notes, regels } = await rol({ kind: 'start' });
    expect(notes).toEqual([expect.stringContaining('want jan ging daarnaar terug')]);
    expect(uitgerold.map(({ key }) => key).sort()).toEqual(voor);
    // Wie op haar eigen versie bleef is de verdwenen stap voorbij, en gaat nu vanzelf mee.
    expect(regels).toEqual(['1 lopende casus gaat verder op de nieuwe versie. Open taken houden hun formulier, rol en einddatum; een wachttijd die al loopt houdt haar einde.']);
    expect([mail(), een.teDoen(), een.incidenten(), twee.incidenten()]).toEqual(['Beste', ['KT-01b'], [], []]);
  });
});
