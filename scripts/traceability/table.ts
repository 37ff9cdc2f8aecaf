import { PARAGRAPHS, type Paragraph } from './paragraphs.ts';
import type { Row } from './rows.ts';

const HEAD = `# Van routeboek naar programma

Van elke paragraaf van het routeboek: welke stap haar uitvoert, in welk model, met welk formulier, welke mails dat model er voor verstuurt, en welke procestest haar doorloopt. \`npm run traceability\` maakt deze bladzijde; een test houdt haar bij.
`;

/** Een bron die meer regels noemt dan dit wijst een hele route aan, en zegt van geen paragraaf wie haar uitvoert. */
const TE_RUIM = 60;

const raakt = ({ van, tot }: Paragraph, regels: Row['regels']): boolean => regels.some(([eerste, laatste]) => eerste <= tot && laatste >= van && laatste - eerste < TE_RUIM);

/** De rijen bij een paragraaf: elk element waarvan de bronvermelding in haar regels valt, met de mails waarvan dat ook zo is. */
export const rowsOf = (paragraph: Paragraph, rows: readonly Row[]): Row[] =>
  rows.filter(({ regels }) => raakt(paragraph, regels)).map((row) => ({ ...row, mails: row.mails.filter(({ regels }) => raakt(paragraph, regels)) }));

/** De hele bladzijde, per paragraaf een tabel. */
export function page(rows: readonly Row[]): string {
  return [HEAD, ...PARAGRAPHS.map((paragraph) => section(paragraph, rowsOf(paragraph, rows)))].join('\n');
}

function section(paragraph: Paragraph, rows: readonly Row[]): string {
  const lines = rows.map(({ stappen, naam, model, formulier, mails, tests }) => `| ${stappen.join(' ')} | ${naam} | \`${model}\` | ${formulier ? `\`${formulier}\`` : ''} | ${mails.map(({ naam: mail }) => mail).join(' ')} | ${tests.join(', ')} |`);
  return `## ${paragraph.naam} (r. ${paragraph.van}–${paragraph.tot})\n\n| stap | wat | model | formulier | mails | procestest |\n|---|---|---|---|---|---|\n${lines.join('\n')}\n`;
}
