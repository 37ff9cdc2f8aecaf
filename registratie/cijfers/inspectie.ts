import type { Connection } from '../register.ts';

/** Een melding of aanvraag van aangepaste onderwijstijd. */
export interface Inspectiestuk {
  readonly casusId: string;
  readonly soort: 'AOT_MELDING' | 'AOT_AANVRAAG';
  readonly categorie: string | null;
  readonly ingediendOp: Date;
  readonly besluit: string | null;
  readonly besluitOp: Date | null;
}

/** Alles wat over onderwijstijd bij de inspectie is ingediend; de kwartaalrapportage hoort er niet bij. */
export async function leesInspectiestukken(db: Connection): Promise<Inspectiestuk[]> {
  const rijen = await db.selectFrom('inspectie').select(['casusId', 'soort', 'categorie', 'ingediendOp', 'besluit', 'besluitOp']).where('soort', '<>', 'KWARTAAL').where('casusId', 'is not', null).orderBy('ingediendOp').execute();
  return rijen as Inspectiestuk[];
}
