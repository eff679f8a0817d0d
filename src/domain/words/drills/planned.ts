import type { DrillEventOf } from '../../drill/index.js';
import type { Lang, Said } from '../../lang.js';
import { said } from '../../lang.js';
import { SECOND } from '../../time.js';
import { formatDuration, formatInstant } from '../time.js';
import type { Zone } from '../time.js';

const OUTCOMES = {
  opened: said('opened', '已拟定方案'),
  paused: said('left out: the entry was paused', '已暂停，未进行'),
  noScenario: said('left out: the plan has no such scenario', '预案中没有该情景，未进行'),
  run: said('missed, run as soon as approved', '已错过，批准后立即进行'),
  replan: said('missed, planned anew', '已错过，已另行安排'),
};

const WHEN_MISSED = {
  run: said('run as soon as it is approved', '批准后立即进行'),
  replan: said('planned anew, with as much time to prepare', '另行安排，并留出同样的筹备时间'),
};

/** What an entry of the programme has done with a time that was missed. */
export function whenMissedWords(how: keyof typeof WHEN_MISSED, lang: Lang): string {
  return WHEN_MISSED[how][lang];
}

/** What became of one time of the programme. */
export function occurrenceWords(outcome: keyof typeof OUTCOMES, lang: Lang): string {
  return OUTCOMES[outcome][lang];
}

/** A schedule fires within that, and so does a timer. */
const PUNCTUAL = SECOND;

/** Why a drill was opened that nobody opened by hand, how late, and what became of its time. Begins with a comma. */
export function plannedWords(
  { at, programme, scheduledFor, planned, plannedAt }: DrillEventOf<'schemeDrafted'>,
  { lang, zone }: { lang: Lang; zone: Zone },
): Said {
  if (planned === undefined) return said('', '');
  const when = (instant: number) => formatInstant(instant, lang, zone);
  const { occurrence, reason, missed } = planned;
  const late = scheduledFor === undefined ? 0 : at - scheduledFor;
  const parts = [
    occurrence === undefined
      ? said(`because of ${reason}`, `依据：${reason}`)
      : said(`for ${programme} of ${occurrence} on the programme`, `依据：年度演练计划 ${programme}（${occurrence}）`),
    ...(scheduledFor === undefined || late < PUNCTUAL
      ? []
      : [
          said(
            `to be opened at ${when(scheduledFor)}, ${formatDuration(late, 'en')} late`,
            `应于${when(scheduledFor)}拟定，迟${formatDuration(late, 'zh-CN')}`,
          ),
        ]),
    ...(missed === undefined ? [] : [missedWords(missed.how, when(missed.dueAt))]),
    ...(plannedAt === undefined ? [] : [said(`begins at ${when(plannedAt)}`, `开始时间：${when(plannedAt)}`)]),
  ];
  return said(parts.map(({ en }) => `, ${en}`).join(''), parts.map((part) => `，${part['zh-CN']}`).join(''));
}

/** That it began by itself, and how late. */
export function begunWords(plannedAt: number, at: number, { lang, zone }: { lang: Lang; zone: Zone }): Said {
  const due = formatInstant(plannedAt, lang, zone);
  const late = at - plannedAt;
  if (late < PUNCTUAL) return said(`the drill began by itself, as planned for ${due}.`, `演练按计划于${due}自动开始。`);
  return said(
    `the drill began by itself, planned for ${due}, ${formatDuration(late, 'en')} late.`,
    `演练自动开始，原定${due}，迟${formatDuration(late, 'zh-CN')}。`,
  );
}

function missedWords(how: 'run' | 'replan', was: string): Said {
  return how === 'run'
    ? said(`missed at ${was}, to be run as soon as it is approved`, `已错过${was}，批准后立即进行`)
    : said(`missed at ${was}, planned anew`, `已错过${was}，已另行安排`);
}
