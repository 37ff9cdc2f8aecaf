import type { Klok } from '../../domein/klok.ts';
import { openCasus } from '../../registratie/casus-openen.ts';
import { voegMeldcodeToe } from '../../registratie/meldcode-toevoegen.ts';
import { voegBerichtToe } from '../../registratie/outbox-toevoegen.ts';
import type { Register } from '../../registratie/register.ts';

/** Wat losse pagina's laten zien: mails in de outbox en één casus met een log van de meldcode. */
export async function vulVoorbeelden(register: Register, klok: Klok): Promise<void> {
  await register.transaction(async (tx) => {
    const mail = (nr: number, onderwerp: string, adres: string | null, aanRol: string) =>
      voegBerichtToe(tx, { casusId: null, melding: `N-0${nr}`, aanRol, adres, onderwerp, tekst: `Beste collega,\n\nIn Tasklist staat een taak voor u klaar bij casus 2026-00${nr}2.`, sleutel: `paginas-${nr}`, op: new Date(klok.nu().getTime() - nr * 3_600_000) });
    await mail(1, 'Nieuwe leerling om te bespreken, casus 2026-0012', 'kernteam@example.org', 'kernteam-orthopedagoog');
    await mail(2, 'Herinnering: escalatiegesprek houden, casus 2026-0022', null, 'regisseur-schoolbestuur');
    await mail(3, 'De vier weken zijn voorbij, casus 2026-0032', 'sectordirecteur@example.org', 'sectordirecteur-swv');
  });
  const wilgenbrug = { brin: '10AB', naam: 'OBS De Wilgenbrug', plaats: 'Sliedrecht', schoolbestuur: 'Stichting De Brug', email: 'info@10ab.example', schooltype: 'BAO', heeftKernteam: true, gebied: 'Sliedrecht' } as const;
  const { casusId } = await register.transaction((tx) => openCasus(tx, {
    route: 'kernteam', geopendOp: klok.nu(), vandaag: '2026-03-16', jaar: 2026, procesInstantieKey: '1', aanmeldSleutel: 'paginas', groepen: {}, school: wilgenbrug, contacten: [], verzuimRegels: [],
    leerling: { leerlingnummer: '1', roepnaam: 'Voorbeeld', achternaam: 'Voorbeeld', geboortedatum: '2018-03-14', groep: 4, groepSchooljaar: '2025-2026', didactischeLeeftijdMaanden: null, woonplaats: 'Sliedrecht', woongemeente: 'Sliedrecht', ingeschreven: true },
    ouders: [{ naam: 'A. Voorbeeld', relatie: 'ouder', email: null, telefoon: null, gezag: true }],
    signaal: { datumSignaal: '2026-03-02', klachten: 'Buikpijn', patroonVerzuim: 'maandag', complexeGedragsvraag: false, soortProblematischVerzuim: null },
  }));
  const regel = { traject: '1', casusId, formulier: null, rol: 'IB-er' };
  const stappen = [
    ['CA-16-1', 'Signalen in kaart brengen', 'Signalen: kwam drie keer zonder jas naar school\nBesproken met: de directeur'],
    ['CA-16-2', 'Collega raadplegen', 'Geraadpleegd: Veilig Thuis\nUitkomst: eerst met de ouders spreken'],
  ] as const;
  for (const [nr, [stap, actie, uitkomst]] of stappen.entries()) {
    await register.transaction((tx) => voegMeldcodeToe(tx, { ...regel, stap, actie, uitkomst, tijdstip: new Date(klok.nu().getTime() - (2 - nr) * 86_400_000), sleutel: `paginas-${nr}` }));
  }
}
