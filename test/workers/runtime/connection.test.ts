import { afterEach, describe, expect, it } from 'vitest';
import { startNamaakgateway, type Namaakgateway } from './fake-gateway.ts';
import { opstelling, slaap, tot, werker } from './rig.ts';

const leeg = werker({ voerUit: async () => undefined });
let tweede: Namaakgateway | undefined;
afterEach(() => tweede?.stop());

describe('de verbinding met de engine', () => {
  it('is gezond na een gelukte vraag, ook als er geen werk was', async () => {
    const { lopend } = await opstelling(leeg, { wachtOpWerkMs: 300 });
    expect(lopend.gezondheid()).toEqual([{ type: 'proef', laatstePoll: null, ok: false }]);
    await tot(() => lopend.gezondheid()[0]!.ok, 'gezond');
    expect(lopend.gezondheid()[0]!.laatstePoll).toEqual(new Date('2025-11-03T10:00:00Z'));
  });

  it('pakt het werk weer op als de engine weg was en terugkomt; intussen ongezond', async () => {
    const { gateway, lopend } = await opstelling(leeg, { wachtOpWerkMs: 300, stilteMs: 2_500 });
    await tot(() => lopend.gezondheid()[0]!.ok, 'gezond');
    gateway.stop();
    await tot(() => !lopend.gezondheid()[0]!.ok, 'ongezond');
    tweede = await startNamaakgateway(gateway.poort);
    tweede.geef('proef');
    await tot(() => tweede!.antwoorden.length > 0, 'antwoord van de tweede');
    expect(tweede.antwoorden[0]!.soort).toBe('CompleteJob');
  });

  it('bestookt een onbereikbare engine niet', async () => {
    const { gateway } = await opstelling(leeg, { terugval: { beginMs: 100, hoogsteMs: 400 } });
    gateway.stoor('ActivateJobs', ...Array.from({ length: 100 }, () => 14));
    await slaap(1_500);
    expect(gateway.vragen.length).toBeGreaterThan(1);
    expect(gateway.vragen.length).toBeLessThan(12);
  });

  it('een drukke engine is geen storing: even inhouden, niet seconden lang stilvallen, niets in het log', async () => {
    const { gateway, regels, begrenzer } = await opstelling(leeg);
    gateway.stoor('ActivateJobs', 8, 8);
    gateway.geef('proef');
    await tot(() => gateway.antwoorden.length > 0, 'antwoord');
    expect(begrenzer.stand().weigeringen).toBe(2);
    expect(gateway.antwoorden[0]!.op - gateway.vragen[0]!.op).toBeLessThan(2_000);
    expect(regels).toEqual([]);
  });

  it('een werker die stilvalt wordt vervangen door een nieuwe', async () => {
    const { gateway, regels } = await opstelling(leeg, { wachtOpWerkMs: 5_000, stilteMs: 1_500 });
    gateway.stoor('ActivateJobs', 'zwijg');
    await tot(() => regels.some((regel) => regel['boodschap'] === 'de werker is stil; er komt een nieuwe'), 'waakhond');
    gateway.geef('proef');
    await tot(() => gateway.antwoorden.length > 0, 'antwoord van de nieuwe');
    expect(gateway.antwoorden[0]!.soort).toBe('CompleteJob');
  });

  it('een werker die lang bezig is telt niet als stil', async () => {
    const { gateway, regels, lopend } = await opstelling(werker({ voerUit: () => slaap(4_500) }), { wachtOpWerkMs: 5_000, stilteMs: 2_500, tegelijk: 1 });
    gateway.geef('proef');
    await tot(() => lopend.gezondheid()[0]!.laatstePoll !== null, 'poll');
    await slaap(3_000);
    expect(lopend.gezondheid()[0]!.ok).toBe(true);
    expect(regels).toEqual([]);
  });

  it('vraagt meteen om nieuw werk zodra er plaats is, niet pas op de volgende tik', async () => {
    const { gateway } = await opstelling(leeg, { tegelijk: 4 });
    for (let n = 0; n < 80; n++) gateway.geef('proef');
    await tot(() => gateway.antwoorden.length === 80, 'alles');
    expect(gateway.antwoorden.at(-1)!.op - gateway.antwoorden[0]!.op).toBeLessThan(2_000); // op de tik: 20 keer 300 ms
  });
});
