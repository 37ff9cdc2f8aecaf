import { describe, expect, test } from 'vitest';
import type { AppParts } from '../../beheer/app.ts';
import type { Incident, IncidentPlace } from '../../engine/reads/reads.ts';
import { stelVast } from '../../registratie/losgeraakt.ts';
import { open } from '../helpers/casus.ts';
import { PASSWORD, useBeheer } from './helpers/app.ts';

const beheer = useBeheer();

describe('incidenten', () => {
  const plaatsen: Record<string, IncidentPlace> = {
    '1': { processId: 'leerling-bespreken', elementId: 'gesprek_ouders', casusnummer: '2025-0001' },
    '2': { processId: 'casus', elementId: 'casus_openen', casusnummer: null },
    '3': { processId: null, elementId: null, casusnummer: null },
  };
  const incident = (key: string, kind: string, message: string, since: string): Incident => ({ key, processInstance: `70${key}`, kind, message, since });
  const reads: AppParts['reads'] = {
    incidents: async () => [
      incident('2', 'EXTRACT_VALUE_ERROR', 'Expected a number but was "Milan Koster"', '2025-09-08T08:00:00.000Z'),
      incident('1', 'JOB_NO_RETRIES', 'Voor schooljaar 2027-2028 staan geen vakanties in bpmn/schoolvakanties.json.', '2025-09-05T08:00:00.000Z'),
    ],
    placeOf: async ({ key }) => plaatsen[key] as IncidentPlace,
  };

  test('elk met casusnummer, stap, de melding van de werker en wat u doet; de oudste bovenaan', async () => {
    beheer.delen = { ...beheer.delen, reads };
    const { status, text } = await beheer.bekijk('/incidenten');
    expect(status).toBe(200);
    expect(text).toContain('2 stappen wachten op u');
    const [eerste, tweede] = text.split('<article class="kaart">').slice(1) as [string, string];
    expect(eerste).toMatch(/2025-0001 · KT-01a Met ouders spreken/);
    expect(eerste).toContain('sinds vrijdag 5 september 2025 om 10:00');
    expect(eerste).toContain('Voor schooljaar 2027-2028 staan geen vakanties');
    expect(eerste).toContain('kies bij dit incident Retry');
    expect(eerste).toContain('href="http://localhost:8080/operate/processes/701"');
    expect(tweede).toMatch(/Geen casusnummer · KT-00 Casus openen/);
  });

  test('wat de engine zelf zegt kan gegevens citeren en staat er niet, op geen enkele bladzijde', async () => {
    beheer.delen = { ...beheer.delen, reads };
    for (const { text } of [await beheer.bekijk('/incidenten'), await beheer.vraag().get('/gezondheid').auth('beheer', PASSWORD)]) {
      expect(text).not.toContain('Milan');
      expect(text).toContain('Het model rekent hier met een gegeven dat ontbreekt of niet klopt.');
    }
  });

  test('gezondheid noemt ze bij naam voor wie zich aanmeldt, en anders alleen hoeveel het er zijn', async () => {
    beheer.delen = { ...beheer.delen, reads };
    const open = await beheer.vraag().get('/gezondheid');
    expect([open.status, open.body.incidenten]).toEqual([200, 'kijk op /incidenten: 2']);
    const { body } = await beheer.vraag().get('/gezondheid').auth('beheer', PASSWORD);
    expect(body.incidenten[0]).toEqual({ casusnummer: '2025-0001', stap: expect.stringContaining('Met ouders spreken'), melding: expect.stringContaining('2027-2028'), doen: expect.stringContaining('Retry'), sinds: expect.any(String) });
    expect((await beheer.vraag().get('/gezondheid').auth('beheer', 'fout')).status).toBe(401);
  });

  test('zonder incidenten staat dat er; antwoordt de engine niet, dan staat er dat het niet te zien is', async () => {
    expect((await beheer.bekijk('/incidenten')).text).toContain('Er is niets blijven steken');
    const weg = async (): Promise<never> => { throw new Error('ECONNREFUSED'); };
    beheer.delen = { ...beheer.delen, engine: weg, reads: { ...reads, incidents: weg } };
    const { status, text } = await beheer.bekijk('/incidenten');
    expect(status).toBe(503);
    expect(text).toContain('de engine antwoordt niet');
    expect(text).not.toContain('Er is niets blijven steken');
    expect((await beheer.vraag().get('/gezondheid')).body.incidenten).toBe('onbekend');
  });

  test('ook van een incident zonder bekende plaats, en met vijandige tekst, is de pagina heel', async () => {
    beheer.delen = { ...beheer.delen, reads: { ...reads, incidents: async () => [incident('3', 'NIEUWE_SOORT', '<img src=x>', '2025-09-05T08:00:00.000Z'), incident('3', 'JOB_NO_RETRIES', '<img src=x>', '2025-09-05T08:00:00.000Z')] } };
    const { text } = await beheer.bekijk('/incidenten');
    expect(text).toContain('een stap die Operate toont');
    expect(text).toContain('De engine kon hier niet verder (NIEUWE_SOORT).');
    expect(text).not.toContain('<img');
  });
});

describe('wat in de engine is beëindigd', () => {
  const OP = new Date('2025-09-10T10:00:00+02:00');
  const raakLos = async (...processen: string[]): Promise<void> => {
    const { casusId } = await open(beheer.register);
    for (const proces of processen) await beheer.register.transaction((tx) => stelVast(tx, { instantie: proces === 'casus' ? 'pi-L-2018-0031' : `8-${proces}`, casusId, proces }, OP));
  };

  test('een casus staat er met haar nummer en wat u doet, en maakt het systeem niet ongezond', async () => {
    await raakLos('casus');
    const { text } = await beheer.bekijk('/incidenten');
    expect(text).toMatch(/2025-0001 · losgeraakt[^]*sinds woensdag 10 september 2025 om 10:00[^]*geen taak en geen termijn meer[^]*opnieuw aan te melden/);
    expect(text).not.toMatch(/Er is niets blijven steken|Afgehandeld<|Milan/);
    const open = await beheer.vraag().get('/gezondheid');
    expect([open.status, open.body.losgeraakt]).toEqual([200, 'kijk op /incidenten: 1']);
    expect((await beheer.vraag().get('/gezondheid').auth('beheer', PASSWORD)).body.losgeraakt).toEqual([{ casusnummer: '2025-0001', wat: expect.stringContaining('beëindigd'), doen: expect.stringContaining('N-91'), sinds: expect.any(String) }]);
    expect((await beheer.bekijk('/gezondheid')).text).toContain('1 zonder lopend proces');
    expect((await beheer.druk('/incidenten/los/pi-L-2018-0031/af')).status, 'een casus gaat hier alleen weg door haar op te pakken').toBe(404);
  });

  test('wat ernaast liep is af te vinken; van een meldcode staat er niet bij welke casus zij hoort', async () => {
    await raakLos('vrijstelling-bewaken', 'meldcode');
    const { text } = await beheer.bekijk('/incidenten');
    expect(text).toContain('het bewaken van de vrijstelling');
    expect(text.split('<article class="kaart">').find((deel) => deel.includes('een meldcode'))).not.toContain('2025-0001');
    const { losgeraakt } = (await beheer.vraag().get('/gezondheid').auth('beheer', PASSWORD)).body;
    expect(losgeraakt.find((los: { wat: string }) => los.wat.includes('meldcode')).casusnummer).toBeNull();
    expect((await beheer.druk('/incidenten/los/8-vrijstelling-bewaken/af')).status).toBe(303);
    expect((await beheer.druk('/incidenten/los/8-meldcode/af')).status).toBe(303);
    expect((await beheer.bekijk('/incidenten')).text).toContain('Er is niets blijven steken');
  });
});
