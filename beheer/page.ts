const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Maakt tekst veilig voor in HTML. */
export const escapeHtml = (tekst: unknown): string => String(tekst ?? '').replace(/[&<>"']/g, (teken) => ESCAPES[teken] as string);

const STYLE = `
:root{--inkt:#1b2733;--lijn:#c9d3dc;--blauw:#0b5394}
body{font:16px/1.5 system-ui,sans-serif;color:var(--inkt);margin:0;background:#f6f8fa}
header,main{max-width:60rem;margin:0 auto;padding:1rem}
a{color:var(--blauw)} a:focus,button:focus,summary:focus{outline:3px solid #ffbf47;outline-offset:2px}
h1{font-size:1.6rem;margin:.2rem 0} nav a{margin-right:1rem}
article{background:#fff;border:1px solid var(--lijn);border-radius:6px;padding:.8rem 1rem;margin:.8rem 0}
article h2{font-size:1.05rem;margin:0} .klein{color:#44535f;font-size:.9rem} pre{white-space:pre-wrap;font:inherit;margin:.6rem 0 0}
.status{display:inline-block;border:1px solid currentColor;border-radius:4px;padding:0 .4rem;font-size:.85rem}
.dood{color:#9c1c1c}.verzonden{color:#1d6b35}.wacht,.onzeker{color:#6b4e00} button{font:inherit;padding:.3rem .8rem}
`;

/** Eén pagina van beheer: Nederlands, zonder script, bruikbaar met toetsenbord en schermlezer. */
export function page(titel: string, inhoud: string): string {
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(titel)} – Routeboek</title><style>${STYLE}</style></head><body>
<header><nav aria-label="Hoofdmenu"><a href="/">Routeboek</a><a href="/post">Post</a><a href="/gezondheid">Gezondheid</a></nav></header>
<main><h1>${escapeHtml(titel)}</h1>${inhoud}</main></body></html>`;
}
