import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { opstelling, slaap, tot, werker } from './rig.ts';

const leeg = werker({ voerUit: async () => undefined });

describe('het antwoord aan de engine', () => {
  it('voltooit met de uitkomst; koppen en variabelen komen gekeurd binnen en alleen het gevraagde wordt opgehaald', async () => {
    const een = werker({
      haalOp: ['casusId'], invoer: z.object({ casusId: z.string() }), koppen: z.object({ route: z.string() }),
      voerUit: async (invoer: { casusId: string }, koppen: { route: string }, opdracht: { elementId: string }) => ({ uit: `${invoer.casusId} ${koppen.route} ${opdracht.elementId}` }),
    } as never);
    const { gateway } = await opstelling(een);
    const sleutel = gateway.geef('proef', { variables: '{"casusId":"c1"}', customHeaders: '{"route":"kernteam"}' });
    await tot(() => gateway.antwoorden.length > 0, 'antwoord');
    expect(gateway.antwoorden[0]).toMatchObject({ soort: 'CompleteJob', jobKey: sleutel, variables: '{"uit":"c1 kernteam KT_01"}' });
    expect(gateway.vragen[0]!.haalOp).toEqual(['casusId']);
  });

  it('een werker die niets teruggeeft en niets bevestigt voltooit toch: de schil antwoordt altijd', async () => {
    const { gateway } = await opstelling(leeg);
    gateway.geef('proef');
    await tot(() => gateway.antwoorden.length > 0, 'antwoord');
    expect(gateway.antwoorden[0]).toMatchObject({ soort: 'CompleteJob', variables: '{}' });
  });

  it('een werker die nooit klaar is wordt na zijn tijd gemeld en houdt geen plaats bezet', async () => {
    let keer = 0;
    const een = werker({ vergrendelingMs: 400, voerUit: () => (keer++ === 0 ? new Promise<never>(() => undefined) : Promise.resolve()) });
    const { gateway } = await opstelling(een, { tegelijk: 1 });
    gateway.geef('proef');
    gateway.geef('proef');
    await tot(() => gateway.antwoorden.length === 2, 'twee antwoorden');
    expect(gateway.antwoorden.map((a) => a.soort)).toEqual(['FailJob', 'CompleteJob']);
    expect(gateway.antwoorden[0]).toMatchObject({ retries: 2 });
  });

  it.each([['te druk', 8], ['onbereikbaar', 14], ['te laat', 4]])('voltooien dat %s krijgt wordt herhaald en de opdracht mislukt niet', async (_, code) => {
    const { gateway } = await opstelling(leeg);
    gateway.stoor('CompleteJob', code, code);
    gateway.geef('proef');
    await tot(() => gateway.antwoorden.length === 3, 'derde poging');
    await slaap(100);
    expect(gateway.antwoorden.map((a) => a.soort)).toEqual(['CompleteJob', 'CompleteJob', 'CompleteJob']);
  });

  it('voltooien zonder antwoord wordt herhaald', async () => {
    const { gateway } = await opstelling(leeg, { antwoordMs: 200 });
    gateway.stoor('CompleteJob', 'zwijg');
    gateway.geef('proef');
    await tot(() => gateway.antwoorden.length === 2, 'tweede poging');
    expect(gateway.antwoorden.map((a) => a.soort)).toEqual(['CompleteJob', 'CompleteJob']);
  });

  it('NOT_FOUND bij voltooien betekent dat een ander het deed: geen herhaling, geen fout', async () => {
    const { gateway, regels } = await opstelling(leeg);
    gateway.stoor('CompleteJob', 5);
    gateway.geef('proef');
    await tot(() => gateway.antwoorden.length > 0, 'antwoord');
    await slaap(300);
    expect(gateway.antwoorden).toHaveLength(1);
    expect(regels.filter((regel) => regel['niveau'] === 'error')).toEqual([]);
  });

  it('een uitkomst die de engine weigert wordt een incident en niet eeuwig herhaald', async () => {
    const { gateway } = await opstelling(leeg);
    gateway.stoor('CompleteJob', 3);
    gateway.geef('proef');
    await tot(() => gateway.antwoorden.length === 2, 'incident');
    expect(gateway.antwoorden[1]).toMatchObject({ soort: 'FailJob', retries: 0, errorMessage: 'De engine kan de uitkomst van deze stap niet opslaan.' });
  });

  it('ook het melden van een fout wordt herhaald als de engine het te druk heeft', async () => {
    const { gateway } = await opstelling(werker({ voerUit: () => Promise.reject(new Error('x')) }));
    gateway.stoor('FailJob', 8);
    gateway.geef('proef');
    await tot(() => gateway.antwoorden.length === 2, 'tweede poging');
    expect(gateway.antwoorden.map((a) => [a.soort, a.retries])).toEqual([['FailJob', 2], ['FailJob', 2]]);
  });
});
