import { REFUSAL_CODES } from '../../domain/incident/index.js';
import type { Lang } from '../../domain/lang.js';
import { IMPROVEMENT_REFUSALS } from '../../domain/improvement/index.js';
import { PLAN_REFUSAL_CODES } from '../../domain/plan/lifecycle/index.js';
import { EDGE_PROBLEMS } from '../problems.js';
import { IMPROVEMENT_REFUSAL_STATUS, PLAN_REFUSAL_STATUS, REFUSAL_STATUS } from '../refusalStatus.js';
import { markup } from './html.js';
import type { Html, Page } from './html.js';

const WORDS = {
  'zh-CN': {
    title: '问题代码',
    columns: ['代码', '状态码', '含义'],
    incident: '事故拒绝该决定，理由见 detail',
    plan: '该预案版本目前不能这样做，理由见 detail',
    improvement: '该改进措施目前不能这样做，理由见 detail',
  },
  en: {
    title: 'Problem codes',
    columns: ['Code', 'Status', 'Meaning'],
    incident: 'The incident refuses the decision; detail says why',
    plan: 'The version of the plan, as it stands, does not allow it; detail says why',
    improvement: 'The improvement, as it stands, does not allow it; detail says why',
  },
} satisfies Record<Lang, unknown>;

/** Where the `type` of every problem leads. */
export function problemsPage(lang: Lang): Page {
  const { title, columns, incident, plan, improvement } = WORDS[lang];
  const edge = Object.entries(EDGE_PROBLEMS).map(([code, { status, title: meaning }]) =>
    row(code, status, meaning[lang]),
  );
  // What the edge and the machine both know is told once.
  const own = REFUSAL_CODES.filter((code) => !(code in EDGE_PROBLEMS));
  const refusals = own.map((code) => row(code, REFUSAL_STATUS[code], incident));
  const planRefusals = PLAN_REFUSAL_CODES.map((code) => row(code, PLAN_REFUSAL_STATUS[code], plan));
  const told = new Set<string>([...Object.keys(EDGE_PROBLEMS), ...own, ...PLAN_REFUSAL_CODES]);
  const improvementRefusals = IMPROVEMENT_REFUSALS.filter((code) => !told.has(code)).map((code) =>
    row(code, IMPROVEMENT_REFUSAL_STATUS[code], improvement),
  );
  const head = columns.map((column) => markup`<th scope="col">${column}</th>`);
  const body = markup`<table><thead><tr>${head}</tr></thead><tbody>${[...edge, ...refusals, ...planRefusals, ...improvementRefusals]}</tbody></table>`;
  return { lang, title, body };
}

function row(code: string, status: number, meaning: string): Html {
  return markup`<tr id="${code}"><td><code>${breakable(code)}</code></td><td>${status}</td><td>${meaning}</td></tr>`;
}

/** Long codes may break behind an underscore, and nowhere else. */
function breakable(code: string): Html[] {
  return code.split(/(?<=_)/).map((part, i) => (i === 0 ? markup`${part}` : markup`<wbr>${part}`));
}
