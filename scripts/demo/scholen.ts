/** Een verzonnen school met de mensen die er taken doen. Elk adres eindigt op `.example`: daar komt nooit post aan. */
export interface DemoSchool {
  readonly naam: string;
  readonly brin: string;
  readonly plaats: string;
  readonly domein: string;
  readonly bestuur: string;
  readonly bestuurDomein: string;
  readonly ibEr: string;
  readonly directeur: string;
  readonly regisseurBestuur: string;
}

const school = (naam: string, brin: string, plaats: string, domein: string, bestuur: readonly [string, string, string], ibEr: string, directeur: string): DemoSchool => ({
  naam, brin, plaats, domein, bestuur: bestuur[0], bestuurDomein: bestuur[1], regisseurBestuur: bestuur[2], ibEr, directeur,
});

const BRUG = ['Stichting De Brug', 'debrug.example', 'H. Pol'] as const;
const KOMPAS = ['Stichting Kompas', 'kompas.example', 'S. Verhoef'] as const;
const WIJZER = ['Stichting Wijzer', 'wijzer.example', 'M. el Amrani'] as const;
const DRIE = ['Stichting Drie Rivieren', 'drierivieren.example', 'F. Dekker'] as const;

/** De scholen van de demo: acht BRIN-nummers, vier besturen, zeven gemeenten uit de tabel contactadressen. */
export const SCHOLEN: readonly DemoSchool[] = [
  school('OBS De Wilgenbrug', '10AB', 'Sliedrecht', 'wilgenbrug.example', BRUG, 'J. Jansen', 'P. de Wit'),
  school('PCB Het Anker', '11CD', 'Papendrecht', 'anker.example', KOMPAS, 'M. Visser', 'T. Smit'),
  school('CBS De Akker', '12EF', 'Dordrecht', 'akker.example', KOMPAS, 'L. Bakker', 'R. Mulder'),
  school('OBS De Stroom', '13GH', 'Dordrecht', 'stroom.example', BRUG, 'K. Yilmaz', 'A. Hendriks'),
  school('RKBS Sint Joris', '14JK', 'Zwijndrecht', 'sintjoris.example', WIJZER, 'E. van Loon', 'B. Peters'),
  school('OBS De Dijk', '15LM', 'Hendrik-Ido-Ambacht', 'dedijk.example', DRIE, 'C. de Graaf', 'W. Kuiper'),
  school('PCB De Werf', '16NP', 'Alblasserdam', 'dewerf.example', DRIE, 'S. Baptista', 'G. Vos'),
  school('OBS Het Griend', '17QR', 'Hardinxveld-Giessendam', 'griend.example', WIJZER, 'D. Maas', 'N. Blom'),
];

/** De regisseurs van het samenwerkingsverband; de eerste meldt zich in Tasklist aan als `demo`, zodat daar taken op naam staan. */
export const REGISSEURS_SWV = [
  { naam: 'N. van Beek', email: 'n.vanbeek@swv.example', gebruiker: 'demo' },
  { naam: 'R. Soekhai', email: 'r.soekhai@swv.example', gebruiker: undefined },
  { naam: 'I. Post', email: 'i.post@swv.example', gebruiker: undefined },
] as const;
