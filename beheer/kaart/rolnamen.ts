/** Hoe de rollen van de modellen (eigenschap `rol`) in het routeboek heten. */
const ROLNAMEN: Readonly<Record<string, string>> = {
  leerkracht: 'leerkracht',
  'ib-er': 'IB-er',
  'directeur-school-van-herkomst': 'directeur van de school',
  'school-orthopedagoog': 'orthopedagoog van de school',
  schoolbestuur: 'schoolbestuur',
  'regisseur-schoolbestuur': 'regisseur schoolbestuur',
  'kernteam-orthopedagoog': 'orthopedagoog kernteam',
  'kernteam-onderwijsspecialist': 'onderwijsspecialist kernteam',
  'kernteamlid-swv': 'kernteamlid',
  'regisseur-swv': 'regisseur SWV',
  'contactpersoon-swv': 'contactpersoon SWV',
  'sectordirecteur-swv': 'sectordirecteur',
  'directeur-bestuurder': 'directeur-bestuurder',
  'cce-contactpersoon-swv': 'contactpersoon CCE',
  'gebiedscoordinator-swv': 'gebiedscoördinator',
  'coordinator-av1': 'coördinator AV1',
  leerplichtambtenaar: 'leerplicht',
  jeugdteam: 'jeugdteam',
  jeugdarts: 'jeugdarts',
  'directeur-sbo': 'directeur SBO',
  'ib-er-sbo': 'IB-er SBO',
  'kdc-asvz': 'KDC-ASVZ',
  'goal-medewerker': 'GOAL',
};

/** Meer rollen bij één stap: wie het is hangt van de route of de casus af. */
export const rolTekst = (rollen: string): string => rollen.split(/\s+/).filter(Boolean).map((rol) => ROLNAMEN[rol] ?? rol).join(' of ');
