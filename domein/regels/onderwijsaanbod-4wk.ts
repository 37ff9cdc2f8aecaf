import type { Regel } from './helpers.ts';

/**
 * F-12, KT-08a (routeboek r. 57–63, r. 626): elke echte dag is goed. Een aanbod van voor het gesprek telt mee, en een later
 * tussenaanbod kan ook (errata F-12); of de datum bestaat vraagt het formulier zelf.
 */
export const onderwijsaanbod4wk: Regel = () => [];
