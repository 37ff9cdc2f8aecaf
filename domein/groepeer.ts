/** Rijen bij elkaar die dezelfde sleutel hebben, elke groep op de volgorde van de rijen. */
export function groepeer<T, S>(rijen: Iterable<T>, sleutel: (rij: T) => S): Map<S, T[]> {
  const uit = new Map<S, T[]>();
  for (const rij of rijen) {
    const groep = uit.get(sleutel(rij));
    if (groep) groep.push(rij);
    else uit.set(sleutel(rij), [rij]);
  }
  return uit;
}
