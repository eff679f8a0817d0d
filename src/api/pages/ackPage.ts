import type { State, Target } from '../../domain/incident/index.js';
import { formatInstant, phaseWords } from '../../domain/words/index.js';
import type { Link } from '../../seal/index.js';
import type { Speech } from '../loadIncident.js';
import type { AckAsked, AckStanding, AckStands } from './ackStanding.js';
import { ACK_WORDS } from './ackWords.js';
import type { AckSaid } from './ackWords.js';
import { markup } from './html.js';
import type { Html, Page } from './html.js';

/**
 * `open` can be answered, `declined` taken back, the time of coming changed after `already`; whoever is `released` or
 * `takenOff` may come back. `recorded` and `notComing`: the answer has just been kept. `whyNot`: a reason is missing;
 * `whenNot`: the minutes are no number.
 */
export type AckTold = AckStands | 'recorded' | 'notComing' | 'whyNot' | 'whenNot';

/** Whoever needs longer than a day says that they do not come. */
export const MOST_MINUTES = 1_440;

const STATUS: Record<AckTold, number> = {
  open: 200,
  recorded: 200,
  already: 200,
  there: 200,
  declined: 200,
  released: 200,
  takenOff: 200,
  preempted: 409,
  notComing: 200,
  whyNot: 422,
  whenNot: 422,
  superseded: 409,
  stoodDown: 409,
  moved: 409,
  terminated: 409,
  closed: 409,
  rejected: 409,
  merged: 409,
};

export function ackPage(told: AckTold, asked: AckAsked, lang: Speech['lang'], about?: Html): Page {
  const words = ACK_WORDS[lang];
  const { title, detail } = told === 'open' ? words.open[asked] : said(words[told], asked);
  const isOpen = told === 'open' || told === 'whyNot' || told === 'whenNot';
  const isComing = told === 'already' || told === 'recorded';
  // Whoever is asked to verify does that from anywhere.
  const isToCome = asked === 'call';
  const forms = [
    ...(isOpen || told === 'declined' ? [acknowledgeForm(words, words.button, isToCome)] : []),
    ...(told === 'released' || told === 'takenOff' ? [acknowledgeForm(words, words.back, isToCome)] : []),
    ...(isComing && isToCome ? [changeForm(words)] : []),
    ...((isOpen || isComing) && isToCome ? [thereForm(words)] : []),
    ...(isOpen ? [declineForm(words.decline)] : []),
  ];
  const body = markup`<p role="status">${detail}</p>${about}${forms}`;
  return { status: STATUS[told], lang, title, body };
}

type Words = (typeof ACK_WORDS)['en'];

function acknowledgeForm({ when }: Words, button: string, isToCome: boolean): Html {
  const minutes = isToCome ? minutesField(when.minutes, false) : undefined;
  return markup`<form method="post">${minutes}<button type="submit">${button}</button></form>`;
}

function changeForm({ when }: Words): Html {
  const field = minutesField(when.changeMinutes, true);
  return markup`<form method="post">${field}<button class="quiet" type="submit">${when.change}</button></form>`;
}

function thereForm({ when }: Words): Html {
  return markup`<form method="post"><button class="quiet" name="answer" value="there">${when.there}</button></form>`;
}

function minutesField(label: string, isRequired: boolean): Html {
  const required = isRequired ? markup` required` : undefined;
  return markup`<label>${label}<br><input type="number" name="minutes" inputmode="numeric" min="0" max="${MOST_MINUTES}" step="1"${required}></label>`;
}

/** Behind a second step, so that nobody declines by the wrong button. */
function declineForm({ offer, reason, button }: Words['decline']): Html {
  const field = markup`<label>${reason}<br><textarea name="reason" rows="3" maxlength="2000" required></textarea></label>`;
  const form = markup`<form method="post">${field}<button class="quiet" name="answer" value="decline">${button}</button></form>`;
  return markup`<details><summary>${offer}</summary>${form}</details>`;
}

/** Of a link that leads to no notice, or that cannot be served now. */
export function ackFailurePage(why: 'expired' | 'invalid' | 'failed', lang: Speech['lang']): Page {
  const { title, detail } = ACK_WORDS[lang][why];
  const status = { expired: 410, invalid: 400, failed: 503 }[why];
  return { status, lang, title, body: markup`<p role="status">${detail}</p>` };
}

/** The call in a few lines, so that nobody acknowledges something unseen. */
export function callShown(
  state: State,
  { targets, others, eta }: AckStanding,
  { person }: Link,
  { names, lang }: Pick<Speech, 'names' | 'lang'>,
  zone: string,
): Html {
  const { rows, drill } = ACK_WORDS[lang];
  const { level } = state.grading;
  const { title, place } = state.report.texts;
  const list = (of: Target[]) =>
    of
      .map(({ kind, id }) => (kind === 'team' ? names.team(id, lang) : names.post(id, lang)))
      .join(lang === 'zh-CN' ? '、' : ', ');
  const lines: [string, string][] = [
    [rows.title, title],
    [rows.phase, phaseWords(state.phase, lang)],
    [rows.into, state.merging.into ?? ''],
    [rows.level, level === undefined ? '' : names.level(level, lang)],
    [rows.place, place],
    [rows.at, formatInstant(state.report.reportedAt, lang, zone)],
    [rows.called, list(targets)],
    [rows.others, list(others)],
    [rows.eta, eta === undefined ? '' : formatInstant(eta, lang, zone)],
    [rows.person, names.person(person, lang)],
  ];
  const shown = lines.filter(([, text]) => text !== '').map(([term, text]) => markup`<dt>${term}</dt><dd>${text}</dd>`);
  const banner = state.report.mode === 'drill' ? markup`<p class="drill">${drill}</p>` : undefined;
  return markup`${banner}<dl>${shown}</dl>`;
}

function said(words: AckSaid | Record<AckAsked, AckSaid>, asked: AckAsked): AckSaid {
  return asked in words ? (words as Record<AckAsked, AckSaid>)[asked] : (words as AckSaid);
}
