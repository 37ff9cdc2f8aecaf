/** Wanneer een stap iets over de AV1 vastlegt (kop `moment`). */
export const AV1_MOMENTEN = ['aangevraagd', 'geteld', 'toewijzen', 'geplaatst', 'klassecontact', 'beeindigd', 'stuk', 'ingenomen', 'buiten-gebruik'] as const;
export type Av1Moment = (typeof AV1_MOMENTEN)[number];
