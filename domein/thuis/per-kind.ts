/** Doet iets voor elk kind. Een fout bij één kind houdt de anderen niet op; aan het eind komt de eerste fout alsnog naar buiten. */
export async function perKind<T>(kinderen: readonly T[], doe: (kind: T) => Promise<void>): Promise<void> {
  const fouten: unknown[] = [];
  for (const kind of kinderen) await doe(kind).catch((fout: unknown) => void fouten.push(fout));
  if (fouten.length > 0) throw fouten[0] as Error;
}
