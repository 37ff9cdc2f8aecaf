import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Eén veld van een formulier: sleutel, label en de namen van de keuzes. */
export interface Veld {
  readonly sleutel: string;
  readonly label: string;
  readonly keuzes: ReadonlyMap<string, string>;
}

export type FormulierLezer = (formulierId: string) => Promise<readonly Veld[]>;

interface Component {
  key?: string | undefined;
  path?: string | undefined;
  type: string;
  label?: string | undefined;
  dateLabel?: string | undefined;
  values?: { value: unknown; label: string }[] | undefined;
  components?: Component[] | undefined;
}
const component: z.ZodType<Component> = z.lazy(() =>
  z.object({
    key: z.string().optional(), path: z.string().optional(), type: z.string(), label: z.string().optional(), dateLabel: z.string().optional(),
    values: z.array(z.object({ value: z.unknown(), label: z.string() })).optional(), components: z.array(component).optional(),
  }),
);

const velden = (delen: readonly Component[]): Veld[] =>
  delen.flatMap((d) => {
    if (d.type === 'group') return velden(d.components ?? []);
    const sleutel = d.key ?? d.path;
    if (!sleutel) return [];
    return [{ sleutel, label: d.label ?? d.dateLabel ?? sleutel, keuzes: new Map((d.values ?? []).map((k) => [String(k.value), k.label])) }];
  });

/** Leest de velden van een formulier uit `forms/`, één keer per formulier. */
export function maakFormulierLezer(map = fileURLToPath(new URL('../../forms/', import.meta.url))): FormulierLezer {
  const gelezen = new Map<string, Promise<readonly Veld[]>>();
  return (id) => {
    if (!/^[a-z0-9-]+$/.test(id)) return Promise.reject(new Error(`Geen geldige naam van een formulier: ${id}`));
    let lees = gelezen.get(id);
    if (!lees) {
      lees = readFile(`${map}${id}.form`, 'utf8').then((tekst) => velden(z.object({ components: z.array(component) }).parse(JSON.parse(tekst)).components));
      gelezen.set(id, lees);
      lees.catch(() => gelezen.delete(id));
    }
    return lees;
  };
}
