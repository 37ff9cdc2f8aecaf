import type { Tx } from '../registratie/register.ts';

/**
 * Wat een use case nog te schrijven heeft nadat alles is gelezen en beslist. De aanroeper voert het uit in één transactie en
 * zorgt dat het één keer gebeurt; de engine wordt er niet in gevraagd.
 */
export type Schrijven<T> = (tx: Tx) => Promise<T>;
