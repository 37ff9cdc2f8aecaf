import { dagVan, moment, plusDagen, type Datum } from '../../domein/kalender/datum.ts';
import type { Klok } from '../../domein/klok.ts';
import type { Casusfeiten } from '../../registratie/cijfers/casussen.ts';
import { slaInspectiebesluitOp } from '../../registratie/inspectie-besluit-opslaan.ts';
import { slaInspectiestukOp } from '../../registratie/inspectie-opslaan.ts';
import { openLogboek } from '../../registratie/logboek-openen.ts';
import { voegLogboekToe } from '../../registratie/logboek-toevoegen.ts';
import type { Register, Tx } from '../../registratie/register.ts';
import { bewaarVrijstelling } from '../../registratie/vrijstelling.ts';
import type { Random } from '../demo/random.ts';

type Velden = Record<string, unknown>;

/** Vult het logboek van één casus zoals mensen dat doen: wat een cijfer telt, zonder vrije tekst. */
export async function vulLogboek(register: Register, klok: Klok, random: Random, casus: Casusfeiten): Promise<void> {
  const vandaag = dagVan(klok.nu());
  const begin = dagVan(casus.geopendOp);
  const eind = casus.afgeslotenOp ? dagVan(casus.afgeslotenOp) : vandaag;
  const kern = casus.route === 'kernteam';
  const stap = (nummer: string, zonder = nummer): string => (kern ? `KT-${nummer}` : `GK-${zonder}`);
  await register.transaction(async (tx) => {
    let nr = 0;
    const schrijf = async (dag: Datum, waar: string, formulier: string | null, velden: Velden, { rol = 'ib-er', uren = null, sleutel = '' }: { rol?: string; uren?: number | null; sleutel?: string } = {}): Promise<void> => {
      if (dag > eind) return;
      await voegLogboekToe(tx, { casusId: casus.casusId, tijdstip: new Date(moment(dag, '14:00')), stap: waar, formulier, actie: 'Voorbeeld', actor: rol, rol, uitkomst: 'Voorbeeld', velden, urenBesteed: uren, sleutel: `${sleutel || 'voorbeeld'}:${casus.casusId}:${nr++}` });
    };
    await openLogboek(tx, casus.casusId, casus.geopendOp, kern ? { min: 6, max: 10 } : { min: null, max: null });
    const gesprek = plusDagen(begin, random.tussen(1, 6));
    const nietBereikt = random.getal() < 0.04;
    await schrijf(gesprek, stap('01a'), 'gesprek-ouders', nietBereikt ? { oudersNietBereikt: true } : { gesprekDatum: gesprek });
    await schrijf(plusDagen(gesprek, random.getal() < 0.08 ? -1 : random.tussen(1, 7)), stap('01b'), 'bespreking-team', { datum: plusDagen(gesprek, random.getal() < 0.08 ? -1 : random.tussen(1, 7)) });
    const stilNa = random.getal() < 0.12 ? plusDagen(begin, 24) : vandaag;
    for (let dag = plusDagen(begin, 8); dag <= eind && dag <= stilNa; dag = plusDagen(dag, random.tussen(6, 11))) await schrijf(dag, stap('06w', '05w'), 'verzuimweek', {}, { rol: 'ib-er' });
    if (random.getal() < 0.65) await vierWeken(plusDagen(begin, random.tussen(12, 26)));
    if (random.getal() < 0.2) {
      const op = plusDagen(begin, random.tussen(10, 20));
      const kwam = random.getal() < 0.6;
      await schrijf(op, 'JG-02', 'jgz-oproep', { verschenen: kwam ? 'ja' : 'nee' }, { rol: 'jeugdarts' });
      if (!kwam) await schrijf(plusDagen(op, 14), 'JG-02b', 'jgz-oproep', { verschenen: random.getal() < 0.7 ? 'ja' : 'nee' }, { rol: 'jeugdarts' });
    }
    if (random.getal() < 0.3) await onderwijstijd(tx, casus.casusId, plusDagen(begin, random.tussen(20, 45)), random, eind);
    if (random.getal() < 0.06) await vrijstelling(tx, casus.casusId, begin, schrijf);
    if (casus.afgeslotenOp) await schrijf(eind, stap('18', '17'), null, { reden: casus.reden }, { rol: 'systeem', sleutel: 'casus-afsluiten' });

    async function vierWeken(t0: Datum): Promise<void> {
      await schrijf(t0, stap('07b', '06'), 'escalatiegesprek', { gesprekDatum: t0 }, { rol: kern ? 'regisseur-swv' : 'contactpersoon-swv', uren: random.tussen(3, 6) / 2 });
      await schrijf(plusDagen(t0, 12), stap('13a', '07w'), 'monitoring-week', {}, { rol: kern ? 'regisseur-swv' : 'contactpersoon-swv', uren: random.tussen(6, 14) / 2 });
      const besluit = plusDagen(t0, random.getal() < 0.84 ? random.tussen(18, 27) : random.tussen(30, 45));
      const wacht = random.getal() < 0.4;
      await schrijf(besluit, stap('14', '13'), 'perspectief', { aanbodplek: random.kies(['SBO', 'SO', 'JEUGDHULP_BEHANDELING', 'EIGEN_SCHOOL_MET_ARRANGEMENT']), wachtlijst: wacht ? 'ja' : 'nee', ...(wacht ? { wachttijdWeken: random.tussen(3, 16) } : {}) }, { rol: kern ? 'regisseur-swv' : 'ib-er', uren: 1 });
      if (random.getal() < 0.55) await brugplaats(plusDagen(besluit, random.tussen(2, 10)));
      if (random.getal() < 0.08) await doorzetten(plusDagen(besluit, 20));
    }

    async function brugplaats(op: Datum): Promise<void> {
      const [soort, formulier] = random.kies([['BS', 'brugplaats-handmatig'], ['BS', 'brugplaats-handmatig'], ['KDC', 'brugplaats-handmatig'], ['OS', 'eigen-school']] as const);
      const van = plusDagen(op, 5);
      const tot = plusDagen(van, 55);
      if (soort === 'OS') await schrijf(op, 'OS-01', 'eigen-school-aanbod', { assistentBeschikbaar: 'ja', startDatum: van, eindDatum: tot });
      else await schrijf(op, `${soort}-hand`, formulier, { resultaat: 'BESTEMMING', startDatum: van, eindDatum: tot }, { rol: 'directeur-sbo' });
      const klaar = plusDagen(tot, random.tussen(-10, 8));
      const resultaat = random.kies(['BESTEMMING', 'BESTEMMING', 'TERUGPLAATSING', 'INGESCHREVEN', 'EINDE_ZONDER_BESTEMMING']);
      await schrijf(klaar, soort === 'OS' ? 'OS-06' : `${soort}-eind`, soort === 'OS' ? 'eigen-school-uitkomst' : formulier, { resultaat, eindDatum: klaar }, { rol: 'directeur-sbo' });
    }

    async function doorzetten(op: Datum): Promise<void> {
      await schrijf(op, 'DZ-hand', null, {}, { rol: 'systeem', sleutel: 'doorzettingsmacht-vastleggen' });
      await schrijf(plusDagen(op, 15), 'DZ-besluit', null, { status: random.kies(['ROUTE_VERVOLGEN', 'GEZAMENLIJKE_AANPAK', 'GEZAMENLIJKE_AANPAK', 'DOORZETTINGSBESLUIT']) }, { rol: 'systeem', sleutel: 'doorzettingsmacht-vastleggen' });
    }
  });
}

async function onderwijstijd(tx: Tx, casusId: string, op: Datum, random: Random, eind: Datum): Promise<void> {
  if (op > eind) return;
  const categorie = random.kies(['A', 'B', 'B', 'D', 'D']);
  const { inspectieId } = await slaInspectiestukOp(tx, { casusId, soort: categorie === 'D' ? 'AOT_AANVRAAG' : 'AOT_MELDING', categorie, urenPerWeek: 8, van: op, tot: plusDagen(op, 60), oppAanwezig: true, eerderVerzoek: false, ingediendOp: new Date(moment(op, '10:00')), sleutel: `voorbeeld:${casusId}` });
  const besluit = plusDagen(op, random.tussen(14, 50));
  if (categorie === 'D' && besluit <= eind) await slaInspectiebesluitOp(tx, casusId, inspectieId, 'INGESTEMD', new Date(moment(besluit, '10:00')));
}

async function vrijstelling(tx: Tx, casusId: string, begin: Datum, schrijf: (dag: Datum, stap: string, formulier: string, velden: Velden) => Promise<void>): Promise<void> {
  await schrijf(plusDagen(begin, 30), 'VR-04', 'vrijstelling-advies', { advies: 'POSITIEF' });
  const ingang = plusDagen(begin, 60);
  await bewaarVrijstelling(tx, casusId, { soort: 'VRIJSTELLING_INSCHRIJVING', ingangsdatum: ingang, einddatum: plusDagen(ingang, 250), uitgeschreven: true }, `voorbeeld:${casusId}`, new Date(moment(plusDagen(begin, 55), '10:00')));
}
