import { REFUSAL_CODES } from '../../domain/incident/index.js';
import type { Lang } from '../../domain/lang.js';
import { EDGE_PROBLEMS, REFUSAL_STATUS } from '../problems.js';
import { markup } from './html.js';
import type { Html, Page } from './html.js';

const WORDS = {
  'zh-CN': { title: '问题代码', columns: ['代码', '状态码', '含义'], incident: '事故拒绝该决定，理由见 detail' },
  en: {
    title: 'Problem codes',
    columns: ['Code', 'Status', 'Meaning'],
    incident: 'The incident refuses the decision; detail says why',
  },
} satisfies Record<Lang, unknown>;

/** Where the `type` of every problem leads. */
export function problemsPage(lang: Lang): Page {
  const { title, columns, incident } = WORDS[lang];
  const edge = Object.entries(EDGE_PROBLEMS).map(([code, { status, title: meaning }]) =>
    row(code, status, meaning[lang]),
  );
  const refusals = REFUSAL_CODES.map((code) => row(code, REFUSAL_STATUS[code], incident));
  const head = columns.map((column) => markup`<th scope="col">${column}</th>`);
  const body = markup`<table><thead><tr>${head}</tr></thead><tbody>${[...edge, ...refusals]}</tbody></table>`;
  return { lang, title, body };
}

function row(code: string, status: number, meaning: string): Html {
  return markup`<tr id="${code}"><td><code>${breakable(code)}</code></td><td>${status}</td><td>${meaning}</td></tr>`;
}

/** Long codes may break behind an underscore, and nowhere else. */
function breakable(code: string): Html[] {
  return code.split(/(?<=_)/).map((part, i) => (i === 0 ? markup`${part}` : markup`<wbr>${part}`));
}
