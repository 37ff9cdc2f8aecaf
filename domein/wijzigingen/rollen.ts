/** De rollen die in een lopende casus naar een ander kunnen gaan, zoals het formulier casus-signaal ze noemt. */
export const WISSELROLLEN: Readonly<Record<string, string>> = {
  'ib-er': 'IB-er',
  'directeur-school-van-herkomst': 'directeur van de school',
  schoolbestuur: 'contactpersoon van het schoolbestuur',
  'regisseur-swv': 'regisseur van het samenwerkingsverband',
  'regisseur-schoolbestuur': 'regisseur van het schoolbestuur',
  'contactpersoon-swv': 'contactpersoon van het samenwerkingsverband',
  leerplichtambtenaar: 'leerplichtambtenaar',
};
