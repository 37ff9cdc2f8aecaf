import { dag, isJa, isNee, nietInVerleden, type Regel } from './helpers.ts';

/** F-22, CA-06-2: het perspectief is besproken in het OT (routeboek r. 99–100), behalve na een doorzettingsbesluit of op de eigen school. */
export const overdrachtOverstap: Regel = (invoer, nu) => {
  const besluit = isJa(invoer, 'doorzettingsbesluit') || (invoer.dzm as { status?: unknown } | null | undefined)?.status === 'DOORZETTINGSBESLUIT';
  const vrijgesteld = besluit || invoer.bestemmingType === 'EIGEN_SCHOOL';
  return [
    dag(invoer, 'ingeschrevenOp') === undefined ? nietInVerleden('Geplande start', dag(invoer, 'geplandeStart'), nu) : null,
    isNee(invoer, 'besprokenInOT') && !vrijgesteld ? 'De overstap is in het OT besproken: bespreek het perspectief eerst in het OT en zet daarna het vinkje.' : null,
  ];
};
