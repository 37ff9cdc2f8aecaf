import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBroker } from '../engine/embedded/broker.ts';
import { freePorts } from '../engine/embedded/free-ports.ts';
import type { EngineView } from '../engine/records/engine-view.ts';
import { startRecordReceiver } from '../engine/records/record-receiver.ts';
import { play } from '../scripts/demo/play.ts';
import type { Bestanden } from './bestanden.ts';
import type { Deelnemers } from './deelnemers.ts';
import { namenVan } from './namen.ts';
import { nieuweVelden } from './nieuwe-velden.ts';
import { maakOpname, type GezieneTaak } from './opnemen.ts';
import { VASTGELOPEN, type Opname } from './opname.ts';
import { zetOp } from './opstelling.ts';

/** Een engine van de proef alleen: eigen poorten, een eigen map die daarna weggaat, en een klok die verzet mag worden. */
export interface Speelveld {
  /** Speelt deze kinderen met deze bestanden. @param kant `nu` of `straks`; zo heet ook de map */
  speel(kant: string, bestanden: Bestanden, deelnemers: Deelnemers): Promise<Opname[]>;
  stop(): Promise<void>;
}

/** Start het speelveld. @throws StartError als Java of een poort ontbreekt */
export async function startSpeelveld(signaal?: AbortSignal): Promise<Speelveld> {
  const dir = await mkdtemp(join(tmpdir(), 'routeboek-proef-'));
  let beeld: EngineView | undefined;
  const ontvanger = await startRecordReceiver((record) => { beeld?.apply(record); });
  const opruimen = async (): Promise<void> => {
    await ontvanger.stop();
    await rm(dir, { recursive: true, force: true, maxRetries: 3 });
  };
  const [grpc, rest, management, command, internal] = (await freePorts(5)) as [number, number, number, number, number];
  const broker = await startBroker({
    dir: join(dir, 'engine'), ports: { grpc, rest, management, command, internal }, movableClock: true,
    exporters: [{ kind: 'records', url: ontvanger.url, only: 'process' }],
  }).catch(async (fout: unknown) => { await opruimen(); throw fout; });
  let beurt = 0;
  return {
    async speel(kant, bestanden, { kinderen, begin, einde }) {
      if (kinderen.length === 0) return [];
      const opstelling = await zetOp({ adres: broker, kijk: (view) => { beeld = view; }, dir: join(dir, `${kant}-${++beurt}`), bestanden, merk: `proef ${kant} ${beurt}`, begin });
      try {
        const gezien = new Map<string, GezieneTaak[]>();
        const fouten = new Map<string, string>();
        const { bediening, stappen } = opstelling;
        const { spelers } = await play({
          bediening, kinderen, einde, ...(signaal ? { signaal } : {}),
          regels: {
            stappen, totAllesKlaar: true, vulAan: nieuweVelden(bestanden),
            bijTaak: ({ kind }, taak) => { gezien.set(kind.kenmerk, [...(gezien.get(kind.kenmerk) ?? []), { taak, op: bediening.nu() }]); },
            bijFout: ({ kenmerk }, { message }) => { fouten.set(kenmerk, `${VASTGELOPEN}${message.replace(`${kenmerk}, `, '')}`); },
          },
        });
        const bron = { view: bediening.view, register: bediening.register, stappen, namen: await namenVan(bestanden) };
        return await Promise.all(spelers.map((speler) => maakOpname(bron, speler, gezien.get(speler.kind.kenmerk) ?? [], fouten.get(speler.kind.kenmerk))));
      } finally {
        await opstelling.stop();
      }
    },
    async stop() {
      await broker.stop();
      await opruimen();
    },
  };
}
