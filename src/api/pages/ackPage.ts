import type { CalledBody, State } from '../../domain/incident/index.js';
import { callOf, isOver } from '../../domain/incident/index.js';
import { formatInstant } from '../../domain/words/index.js';
import type { Link } from '../../seal/index.js';
import type { Speech } from '../loadIncident.js';
import { ACK_WORDS } from './ackWords.js';
import { markup } from './html.js';
import type { Html, Page } from './html.js';

/** What the page tells; `asked` is the only one with a button. */
export type AckTold = 'asked' | 'recorded' | 'already' | 'stoodDown' | 'over' | 'expired' | 'invalid' | 'failed';

const STATUS: Record<AckTold, number> = {
  asked: 200,
  recorded: 200,
  already: 200,
  stoodDown: 409,
  over: 409,
  expired: 410,
  invalid: 400,
  failed: 503,
};

/** What the record says about this call; `asked` also when it is behind: the signature proves that there was a call. */
export function standingOf(state: State | undefined, link: Link): 'asked' | 'already' | 'stoodDown' | 'over' {
  if (!state) return 'asked';
  if (isOver(state.phase)) return 'over';
  const statuses = bodiesCalled(state, link).map((body) => callOf(body.people, link.person)?.status);
  if (statuses.some((status) => status === 'called' || status === 'silent')) return 'asked';
  if (statuses.includes('acknowledged')) return 'already';
  return statuses.includes('stoodDown') ? 'stoodDown' : 'asked';
}

export function ackPage(told: AckTold, lang: Speech['lang'], about?: Html): Page {
  const words = ACK_WORDS[lang];
  const form = markup`<form method="post"><button type="submit">${words.button}</button></form>`;
  const detail = told === 'asked' ? form : markup`<p role="status">${words[`${told}Detail`]}</p>`;
  return { status: STATUS[told], lang, title: words[told], body: markup`${about}${detail}` };
}

/** The call in a few lines, so that nobody acknowledges something unseen. */
export function callShown(
  state: State,
  link: Link,
  { names, lang }: Pick<Speech, 'names' | 'lang'>,
  zone: string,
): Html {
  const { rows, drill } = ACK_WORDS[lang];
  const { level } = state.grading;
  const called = bodiesCalled(state, link).map(({ target: { kind, id } }) =>
    kind === 'team' ? names.team(id, lang) : names.post(id, lang),
  );
  const lines: [string, string][] = [
    [rows.title, state.report.texts.title],
    [rows.level, level === undefined ? '' : names.level(level, lang)],
    [rows.place, state.report.texts.place],
    [rows.at, formatInstant(state.report.reportedAt, lang, zone)],
    [rows.called, called.join(lang === 'zh-CN' ? '、' : ', ')],
    [rows.person, names.person(link.person, lang)],
  ];
  const shown = lines.filter(([, text]) => text !== '').map(([term, text]) => markup`<dt>${term}</dt><dd>${text}</dd>`);
  const banner = state.report.mode === 'drill' ? markup`<p class="drill">${drill}</p>` : undefined;
  return markup`${banner}<dl>${shown}</dl>`;
}

function bodiesCalled(state: State, { person, noticeId }: Link): CalledBody[] {
  return Object.values(state.mobilisation.bodies).filter((body) =>
    callOf(body.people, person)?.notices.includes(noticeId),
  );
}
