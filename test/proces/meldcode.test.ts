import { describe, expect, test } from 'vitest';
import type { Casusverloop } from './helpers/casusverloop.ts';
import { useCalledProcess } from './helpers/called.ts';
import { example } from './helpers/example.ts';
import { registerVan } from './helpers/register.ts';

const called = useCalledProcess();
const NU = { acuutGevaar: 'ja' };
const STAPPEN = { 'MC-01': 'meldcode-signalen', 'MC-02': 'meldcode-consultatie', 'MC-03': 'meldcode-gesprek', 'MC-04': 'meldcode-weging' } as const;

const roepAan = (extra: Record<string, unknown> = {}): Promise<Casusverloop> => called.roepAan('meldcode', extra);

/** Doet de stappen tot en met deze, steeds met het voorbeeld. */
async function tot(verloop: Casusverloop, laatste: keyof typeof STAPPEN, anders: Record<string, unknown> = {}): Promise<void> {
  for (const [stap, formulier] of Object.entries(STAPPEN)) {
    await verloop.doe(stap, example(formulier, stap === laatste ? anders : {}));
    if (stap === laatste) return;
  }
}
const log = async () => called.proef.register.db.selectFrom('meldcodeRegel').innerJoin('meldcodeTraject', 'meldcodeTraject.traject', 'meldcodeRegel.traject').where('casusId', '=', called.casus.casusId).selectAll('meldcodeRegel').orderBy('volgnummer').execute();
const weeg = (anders: Record<string, unknown>) => example('meldcode-weging', anders);

describe('errata §1 CA-16: acuut gevaar gaat meteen naar de melding', () => {
  test.each(['MC-01', 'MC-02', 'MC-03', 'MC-04'] as const)('vanuit %s, zonder dat er verder iets hoeft te worden ingevuld', async (stap) => {
    const verloop = await roepAan();
    const voor = Object.keys(STAPPEN).indexOf(stap);
    if (voor > 0) await tot(verloop, Object.keys(STAPPEN)[voor - 1] as keyof typeof STAPPEN);
    await verloop.doe(stap, NU);
    expect(verloop.teDoen()).toEqual(['MC-05']);
    expect((await verloop.taak('MC-05')).groepen).toEqual(['directeur-school-van-herkomst-10AB', 'ib-er-10AB']);
    expect((await verloop.taak('MC-05')).uiterlijk).toMatch(/^2025-09-08T23:59/);
    expect(verloop.incidenten()).toEqual([]);
  });

  test('ook als de meldcode met acuut gevaar begint, en het bericht daarover noemt kind noch casus in het onderwerp', async () => {
    const verloop = await roepAan({ acuut: true });
    expect(verloop.teDoen()).toEqual(['MC-05']);
    const { post } = await registerVan(called.proef, called.casus.casusId);
    const mails = post.filter((p) => p.melding === 'N-56');
    expect(mails.map((p) => p.aanRol).sort()).toEqual(['directeur-school-van-herkomst', 'ib-er']);
    for (const { onderwerp } of mails) expect(onderwerp).not.toMatch(/20\d\d-\d{4}|meldcode|Veilig/i);
    await verloop.doe('MC-05', example('meldcode-melding', { ookHulp: 'nee' }));
    await verloop.afgelopen();
  });

  test('vanuit het organiseren en het volgen van hulp', async () => {
    const verloop = await roepAan();
    await tot(verloop, 'MC-04');
    await verloop.doe('MC-06', NU);
    await verloop.doe('MC-05', example('meldcode-melding', { ookHulp: 'ja' }));
    await verloop.doe('MC-06', example('meldcode-hulp'));
    await verloop.doe('MC-07', NU);
    expect(verloop.teDoen()).toEqual(['MC-05']);
    expect(verloop.incidenten()).toEqual([]);
  });

  test('niet gemeld bij nader inzien: er wordt opnieuw gewogen', async () => {
    const verloop = await roepAan({ acuut: true });
    await verloop.doe('MC-05', { gemeld: 'nee', redenNiet: 'Het bleek een misverstand.' });
    expect(verloop.teDoen()).toEqual(['MC-04']);
  });
});

describe('errata §1 F-70/72: de weging', () => {
  test('hulp nog niet aangeboden leidt tot hulp; op de dag van de evaluatie komt de weging terug', async () => {
    const verloop = await roepAan();
    await tot(verloop, 'MC-04');
    expect(verloop.teDoen()).toEqual(['MC-06']);
    await verloop.doe('MC-06', example('meldcode-hulp', { evaluatieOp: '2025-09-01' }));
    expect(verloop.teDoen(), 'een dag die voorbij is, kan niet').toEqual(['MC-06']);
    await verloop.doe('MC-06', example('meldcode-hulp', { evaluatieOp: '2025-10-06' }));
    await called.proef.zetKlok('2025-10-03T12:00');
    expect(verloop.teDoen()).toEqual(['MC-07']);
    await called.proef.zetKlok('2025-10-06T08:00');
    expect(verloop.teDoen()).toEqual(['MC-04']);
    await verloop.doe('MC-04', weeg({ hulpAanvaard: 'ja', leidtTotResultaat: 'nog-onbekend' }));
    expect(verloop.teDoen(), 'nog onbekend is geen ja').toEqual(['MC-06']);
    await verloop.doe('MC-06', example('meldcode-hulp', { evaluatieOp: '2025-11-03' }));
    await verloop.doe('MC-07', example('meldcode-volgen'));
    await verloop.doe('MC-04', weeg({ hulpAanvaard: 'ja', leidtTotResultaat: 'ja' }));
    await verloop.afgelopen();
    expect(verloop.incidenten()).toEqual([]);
  });

  test('een gesprek dat om de veiligheid is uitgesteld houdt de weging niet op en komt na de evaluatie terug', async () => {
    const verloop = await roepAan();
    await tot(verloop, 'MC-03', { gesprekGevoerd: 'uitgesteld', metWie: undefined, datum: undefined, verslag: undefined, redenUitstel: 'Het kind loopt gevaar als ouders het horen.' });
    expect(verloop.teDoen()).toEqual(['MC-04']);
    await verloop.doe('MC-04', weeg({}));
    await verloop.doe('MC-06', example('meldcode-hulp', { evaluatieOp: '2025-09-22' }));
    await called.proef.zetKlok('2025-09-22T08:00');
    expect(verloop.teDoen()).toEqual(['MC-03']);
  });

  test('is iets wezenlijks nog onbekend, dan eerst uitzoeken; hulp geweigerd is melden', async () => {
    const verloop = await roepAan();
    await tot(verloop, 'MC-04', { acuutOfStructureel: 'nog-onbekend' });
    expect(verloop.teDoen()).toEqual(['MC-02']);
    await verloop.doe('MC-02', example('meldcode-consultatie', { veiligThuisAdviesGevraagd: 'ja' }));
    await verloop.doe('MC-03', example('meldcode-gesprek'));
    await verloop.doe('MC-04', weeg({ hulpAanvaard: 'nee' }));
    expect(verloop.teDoen()).toEqual(['MC-05']);
  });

  test('geen vermoeden meer: de meldcode is klaar', async () => {
    const verloop = await roepAan();
    await tot(verloop, 'MC-04', { vermoedenHoudtStand: 'nee' });
    await verloop.afgelopen();
  });

  test('een datum die niet kan komt terug met wat er al stond, uit het eigen log', async () => {
    const verloop = await roepAan();
    await verloop.doe('MC-01', example('meldcode-signalen', { datum: '2025-09-20' }));
    expect(verloop.teDoen()).toEqual(['MC-01']);
    const terug = await verloop.taak('MC-01');
    expect(called.proef.beeld.variable('datumGetypt', terug.elementInstance), 'zo wordt een datum getypt').toBe('20-09-2025');
    expect(called.proef.beeld.variable('signalen', terug.elementInstance)).toContain('harde stemmen');
    await verloop.doe('MC-01', example('meldcode-signalen'));
    expect(verloop.teDoen()).toEqual(['MC-02']);
  });

  test('ook bij elke volgende stap komt wat niet kan of ontbreekt terug bij dezelfde taak', async () => {
    const verloop = await roepAan();
    await tot(verloop, 'MC-01');
    const eerstFout = async (stap: string, formulier: string, fout: Record<string, unknown>, goed: Record<string, unknown> = {}) => {
      await verloop.doe(stap, example(formulier, { ...goed, ...fout }));
      expect(verloop.teDoen(), stap).toContain(stap);
      await verloop.doe(stap, example(formulier, goed));
    };
    const later = { datum: '2025-09-20' };
    await eerstFout('MC-02', 'meldcode-consultatie', later);
    await eerstFout('MC-03', 'meldcode-gesprek', later);
    await eerstFout('MC-04', 'meldcode-weging', { motivering: undefined });
    await verloop.doe('MC-06', example('meldcode-hulp'));
    await eerstFout('MC-07', 'meldcode-volgen', { bevindingen: undefined });
    await verloop.doe('MC-04', NU);
    await eerstFout('MC-05', 'meldcode-melding', { meldingOp: '2025-09-20' }, { ookHulp: 'nee' });
    await verloop.afgelopen();
    expect(verloop.incidenten()).toEqual([]);
  });
});

describe('errata §2.3 meldcode-gestart, S-05: een eigen log', () => {
  test('het logboek van de casus krijgt geen regel, geen nummer en geen uur; alles staat in het log van de meldcode', async () => {
    const voor = (await registerVan(called.proef, called.casus.casusId)).logboek;
    const verloop = await roepAan();
    await tot(verloop, 'MC-04', { vermoedenHoudtStand: 'nee' });
    await verloop.afgelopen();
    expect((await registerVan(called.proef, called.casus.casusId)).logboek).toEqual(voor);
    const regels = await log();
    expect(regels.map((r) => [r.volgnummer, r.actie])).toEqual([[1, 'Meldcode gestart'], [2, 'Signalen in kaart brengen'], [3, 'Collega raadplegen'], [4, 'Met ouders of kind spreken'], [5, 'Wegen'], [6, 'Meldcode afgerond']]);
    expect(regels[1]?.uitkomst).toContain('schrikt van harde stemmen');
    expect(await called.proef.register.db.selectFrom('openTaak').selectAll().where('stap', 'like', 'MC%').execute()).toEqual([]);
  });

  test('een signaal over veiligheid start de meldcode, en het logboek zegt er niets over', async () => {
    const { casus, proef } = called;
    const casusnummer = String(casus.variabele('casusnummer'));
    const voor = (await registerVan(proef, casus.casusId)).logboek;
    await proef.start('casus-signaal', { casusnummer, signaalType: 'vermoeden-onveiligheid', datum: '2025-09-08', acuutGevaar: 'ja', toelichting: 'Niet voor het logboek.' });
    await proef.quiesce();
    const gestart = [...proef.beeld.tasks.values()].filter((t) => t.elementId === 'MC_05');
    expect(gestart, 'acuut: meteen de melding').toHaveLength(1);
    expect((await registerVan(proef, casus.casusId)).logboek).toEqual(voor);
  });

  test('een antwoord over veiligheid in het gesprek met ouders start haar ook, en staat niet in het logboek', async () => {
    const { casus, proef } = called;
    await casus.doe('KT-01a', example('gesprek-ouders', { gesprekDatum: '2025-09-08', verzuimGestopt: 'nee', datumVolledigTerug: undefined, zorgenVeiligheid: 'acuut' }), '2025-09-08T10:00');
    expect([...proef.beeld.tasks.values()].map((t) => t.elementId)).toContain('MC_05');
    const { logboek } = await registerVan(proef, casus.casusId);
    expect(logboek.map((r) => r.volgnummer)).toEqual(logboek.map((_, i) => i + 1));
    expect(JSON.stringify(logboek)).not.toMatch(/meldcode|veiligheid|onveilig|acuut/i);
  });
});
