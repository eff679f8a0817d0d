import type { Lang } from '../../domain/lang.js';
import { said } from '../../domain/lang.js';
import { newsOf } from '../../domain/plan/lifecycle/index.js';
import { formatInstant } from '../../domain/words/index.js';
import type { PlanVersion } from '../../store/index.js';
import type { PlanSpeech } from '../views/planView.js';
import { markup } from './html.js';
import type { Html, Page } from './html.js';
import { linkFailures } from './linkFailures.js';

/** `open` is the only one with a button. */
export type CopyTold = 'open' | 'received' | 'already' | 'over' | 'withdrawn';

type Said = Record<'title' | 'detail', string>;

const WORDS: Record<
  Lang,
  Record<CopyTold, Said> & { button: string; read: string; rows: string[]; not: (date: string) => string }
> = {
  'zh-CN': {
    open: { title: '新版应急预案，请阅读并签收', detail: '请先阅读预案，再按下面的按钮签收。' },
    received: { title: '已签收', detail: '您的签收已记录。' },
    already: { title: '此前已经签收', detail: '您的签收此前已记录，无须再办理。' },
    over: { title: '该版本已不再发放', detail: '该版本已被取代，无须签收。请使用最近一次收到的链接。' },
    withdrawn: { title: '该版本已撤回', detail: '该版本已撤回，不会生效，无须签收。现行有效的版本不变。' },
    button: '签收',
    read: '阅读预案',
    rows: ['预案', '版本', '生效时间', '修订说明', '收件人'],
    not: (date) => `（原定${date}，已变更）`,
  },
  en: {
    open: {
      title: 'A new version of the emergency plan for you',
      detail: 'Read the plan, then press the button below to acknowledge it.',
    },
    received: { title: 'Acknowledged', detail: 'Your acknowledgement is on the record.' },
    already: { title: 'Already acknowledged', detail: 'Your acknowledgement was recorded before; once is enough.' },
    over: {
      title: 'This version is no longer given out',
      detail: 'It was superseded: nothing to acknowledge. Use the link in your latest mail.',
    },
    withdrawn: {
      title: 'This version was withdrawn',
      detail: 'It will not take effect: nothing to acknowledge. The version that is in force stays in force.',
    },
    button: 'Acknowledge',
    read: 'Read the plan',
    rows: ['Plan', 'Version', 'In effect from', 'What is new', 'For'],
    not: (date) => ` (changed; it was ${date})`,
  },
};

const STATUS: Record<CopyTold, number> = {
  open: 200,
  received: 200,
  already: 200,
  over: 409,
  withdrawn: 409,
};

export function planCopyPage(
  told: CopyTold,
  copy: { plan: PlanVersion; person: string; token: string },
  speech: PlanSpeech,
): Page {
  const { lang } = speech;
  const { button, read, [told]: said } = WORDS[lang];
  const link = markup`<p><a href="/plan-copy/${copy.token}/document">${read}</a></p>`;
  const form = markup`<form method="post"><button type="submit">${button}</button></form>`;
  const body = markup`<p role="status">${said.detail}</p>${rows(copy, speech)}${told === 'over' || told === 'withdrawn' ? undefined : link}${told === 'open' ? form : undefined}`;
  return { status: STATUS[told], lang, title: said.title, body };
}

export const planCopyFailurePage = linkFailures(
  said(
    'Acknowledge with your own token (muster plan acknowledge), or ask the operator.',
    '请用本人的令牌签收（muster plan acknowledge），或联系系统管理员。',
  ),
  {},
);

/** With the date before it: that is what the mail may have said. */
function effectiveFrom({ steps }: PlanVersion, { lang, zone }: Pick<PlanSpeech, 'lang' | 'zone'>): string {
  const [date, before] = newsOf(steps)
    .flatMap(({ from }) => (from === undefined ? [] : [formatInstant(from, lang, zone)]))
    .toReversed();
  return `${date ?? ''}${before === undefined || before === date ? '' : WORDS[lang].not(before)}`;
}

function rows({ plan, person }: { plan: PlanVersion; person: string }, { names, lang, zone }: PlanSpeech): Html {
  const { standing, version, document } = plan;
  const values = [
    `${names.plan(lang)} (${document.plan.number})`,
    String(version),
    standing.status === 'withdrawn' ? '—' : effectiveFrom(plan, { lang, zone }),
    standing.summary,
    names.person(person, lang),
  ];
  const lines = WORDS[lang].rows.map((term, i) => markup`<dt>${term}</dt><dd>${values[i]}</dd>`);
  return markup`<dl>${lines}</dl>`;
}
