import { Router, type Request } from 'express';
import { tijdstipTekst } from '../domein/kalender/datum.ts';
import type { Klok } from '../domein/klok.ts';
import { leesMeldcodeCasussen, leesMeldcodeInzagen, leesMeldcodeLog, noteerMeldcodeInzage, zoekMeldcodeCasus } from '../registratie/meldcode-log.ts';
import type { Register } from '../registratie/register.ts';
import { messagePage, page, type Meldcodetraject } from './page.ts';

const LIJST = { href: '/meldcode', label: 'Meldcode' } as const;

/**
 * `/meldcode`: het eigen log van de meldcode, voor wie haar op deze school uitvoert (errata §2.3, S-05; routeboek r. 1117–1123). In
 * het adres staat alleen een casusnummer. Wie een log opent staat daarna zelf in het register; lukt dat niet, dan is er ook geen pagina.
 */
export function meldcode({ register, klok }: { register: Register; klok: Klok }): Router {
  const router = Router();
  router.get('/meldcode', async (vraag, antwoord) => {
    const casussen = await leesMeldcodeCasussen(register.db, schoolVan(vraag));
    antwoord.send(page(antwoord, 'meldcode-lijst', 'Meldcode', { casussen: casussen.map(({ casusnummer, gestartOp, aantal }) => ({ casusnummer, begin: tijdstipTekst(gestartOp), meer: Number(aantal) > 1 })) }));
  });
  router.get('/meldcode/:casusnummer', async (vraag, antwoord) => {
    const { casusnummer } = vraag.params;
    const casus = /^\d{4}-\d{4,}$/.test(casusnummer) ? await zoekMeldcodeCasus(register.db, casusnummer, schoolVan(vraag)) : undefined;
    if (!casus) return void antwoord.status(404).send(messagePage(antwoord, 'Niet gevonden', 'Bij dit casusnummer hoort op uw school geen meldcode. Een casusnummer ziet eruit als 2025-0147.'));
    const { casusId } = casus;
    await register.transaction((tx) => noteerMeldcodeInzage(tx, { casusId, account: vraag.session.wie?.naam ?? '', op: klok.nu() }));
    const inzagen = await leesMeldcodeInzagen(register.db, casusId);
    antwoord.send(page(antwoord, 'meldcode', `Meldcode, casus ${casusnummer}`, { trajecten: perTraject(await leesMeldcodeLog(register.db, casusId, schoolVan(vraag))), inzagen: inzagen.map(({ account, op }) => `${tijdstipTekst(op)}, door ${account}`) }, [LIJST]));
  });
  return router;
}

/** Het account geldt voor één school; zonder school is er niets te zien. */
const schoolVan = (vraag: Request): string => vraag.session.wie?.schoolBrin ?? '';

function perTraject(regels: Awaited<ReturnType<typeof leesMeldcodeLog>>): Meldcodetraject[] {
  return [...new Set(regels.map((r) => r.traject))].map((traject, i) => {
    const eigen = regels.filter((r) => r.traject === traject);
    return {
      nummer: i + 1, begin: tijdstipTekst(eigen[0]!.gestartOp),
      regels: eigen.map(({ volgnummer, tijdstip, stap, actie, rol, uitkomst }) => ({ volgnummer, moment: tijdstipTekst(tijdstip), stap, actie, rol, regels: uitkomst.split('\n').filter(Boolean) })),
    };
  });
}
