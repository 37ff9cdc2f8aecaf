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
  readonly schooltype: 'BAO' | 'SBO' | 'SO';
  readonly kernteam: boolean;
}

const school = (naam: string, brin: string, plaats: string, domein: string, bestuur: readonly [string, string, string], ibEr: string, directeur: string): DemoSchool => ({
  naam, brin, plaats, domein, bestuur: bestuur[0], bestuurDomein: bestuur[1], regisseurBestuur: bestuur[2], ibEr, directeur, schooltype: 'BAO', kernteam: true,
});
const zonderKernteam = (schooltype: DemoSchool['schooltype'], anders: DemoSchool): DemoSchool => ({ ...anders, schooltype, kernteam: false });

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

/** Scholen zonder kernteam: daar houdt de school zelf de regie. */
export const SCHOLEN_ZONDER_KERNTEAM: readonly DemoSchool[] = [
  zonderKernteam('SO', school('SO De Zandplaat', '20XY', 'Dordrecht', 'zandplaat.example', WIJZER, 'H. Prins', 'O. Bos')),
  zonderKernteam('SBO', school('De Steenen Kamer', '21BC', 'Zwijndrecht', 'steenenkamer.example', KOMPAS, 'I. Kaya', 'V. Schouten')),
  zonderKernteam('SBO', school('De Kameleon', '22DE', 'Papendrecht', 'kameleon.example', BRUG, 'F. Molenaar', 'Z. Willems')),
  zonderKernteam('BAO', school('OBS De Tij', '23FG', 'Alblasserdam', 'detij.example', DRIE, 'Q. Hofman', 'U. Wouters')),
];

/** De regisseurs van het samenwerkingsverband; de eerste meldt zich in Tasklist aan als `demo`, zodat daar taken op naam staan. */
export const REGISSEURS_SWV = [
  { naam: 'N. van Beek', email: 'n.vanbeek@swv.example', gebruiker: 'demo' },
  { naam: 'R. Soekhai', email: 'r.soekhai@swv.example', gebruiker: undefined },
  { naam: 'I. Post', email: 'i.post@swv.example', gebruiker: undefined },
] as const;
