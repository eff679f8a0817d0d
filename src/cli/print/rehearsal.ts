import { excerpt } from '../../domain/incident/excerpt.js';
import type { Names } from '../../domain/plan/names.js';
import { formatDuration, weaknessWords } from '../../domain/words/index.js';
import { hasInterval } from '../../rehearsal/index.js';
import type { RehearsalReport, ShareOf, Summary, Weakness } from '../../rehearsal/index.js';
import type { Voice } from '../session.js';
import { causeLines } from './causes.js';
import { percent } from './shares.js';

/** How many of a list are shown; `--json` has all of them. */
const SHOWN = 8;

/** Of what an inject tells, in characters. */
const EXCERPT = 60;

export type Told = Pick<Voice, 'say' | 'lang' | 'style'> & {
  names: Names;
  scenario: string;
  /** What each inject is, by its id. */
  injects: ReadonlyMap<string, string>;
};

/** What the runs say, the weaknesses first: they are what can be mended. */
export function rehearsalLines(report: RehearsalReport, told: Told): string[] {
  const { say, style, names, lang } = told;
  const { runs, seed, weaknesses, ended, causes } = report;
  const horizon = formatDuration(report.parameters.horizon, lang);
  const section = (title: string, lines: string[]) =>
    lines.length === 0 ? [] : ['', style.bold(title), ...lines.map((l) => `  ${l}`)];
  const shares = <T extends { share: ShareOf }>(list: T[], name: (one: T) => string) => [
    ...list.slice(0, SHOWN).map((one) => `${percent(one.share, told)}  ${name(one)}`),
    ...(list.length > SHOWN
      ? [say(`… and ${list.length - SHOWN} more, see --json`, `……另有 ${list.length - SHOWN} 项，见 --json`)]
      : []),
  ];
  return [
    style.bold(
      say(`${told.scenario}: rehearsed ${runs} times, seed ${seed}`, `${told.scenario}：推演 ${runs} 次，种子 ${seed}`),
    ),
    say(
      'Simulated people, assumed parameters: compare plans by it, do not predict with it.',
      '人员为模拟，参数为假定：宜用于比较预案，不宜用作预测。',
    ),
    ...section(
      say('Weaknesses', '薄弱环节'),
      weaknesses.length === 0
        ? [
            say(
              'None of those that are looked for in plan, roster and ledger.',
              '预案、通讯录和台账中所检查的各项均未发现。',
            ),
            ...(causes.length === 0
              ? []
              : [say('Who did not act when something lapsed stands below.', '各环节失效时何人未到位，见下文。')]),
          ]
        : weaknesses.flatMap((one) => weaknessLines(one, told)),
    ),
    ...section(say('How it ended', '结束情况'), [
      `${percent(ended.terminated, told)}  ${say('ended by the rule', '按规定终止')}`,
      `${percent(ended.overridden, told)}  ${say('ended by an override: something was still open', '强制终止：仍有事项未了')}`,
      `${percent(ended.unfinished, told)}  ${say(`not ended within ${horizon}, the time of a run`, `在推演时限${horizon}内未结束`)}`,
      ...(ended.rejected.count === 0 ? [] : [`${percent(ended.rejected, told)}  ${say('rejected', '被否定')}`]),
    ]),
    ...section(
      say('Times: half of the runs · nine in ten, with 95 % intervals', '用时：半数以内 · 九成以内（括号内为95%区间）'),
      [
        ...TIMES.flatMap(([key, en, zh]) => {
          const time = report.times[key];
          return time === undefined ? [] : [`${say(en, zh)}  ${spread(time, told)}${reachedWords(time.reached, told)}`];
        }),
        ...report.quorums.flatMap(({ team, took, late }) => {
          const name = say(`${names.team(team, lang)} complete`, `${names.team(team, lang)}到齐`);
          const lateWords = say(`late in ${percent(late, told)}`, `逾时 ${percent(late, told)}`);
          const lines = `${name}  ${took === undefined ? say('never', '从未到齐') : spread(took, told)}${say('; ', '；')}${lateWords}`;
          const theirs = causes.filter((cause) => cause.of === 'quorum' && cause.team === team);
          return [lines, ...causeLines(theirs, told)];
        }),
      ],
    ),
    ...section(say('Command', '指挥'), [
      `${percent(report.unverified, told)}  ${say('nobody verified the report in time', '报告未在时限内核实')}`,
      ...causeLines(
        causes.filter((cause) => cause.of === 'verification'),
        told,
      ),
      `${percent(report.commandLapsed, told)}  ${say('nobody in command for more than 15 min', '指挥空缺超过15分钟')}`,
      ...causeLines(
        causes.filter((cause) => cause.of === 'command'),
        told,
      ),
    ]),
    ...section(
      say('Expected actions: in time · late · missed', '预期行动：按时 · 逾时 · 未做'),
      report.expected.map(({ inject, inTime, late, missed }) => {
        const shares = [inTime, late, missed].map((share) => percent(share, told)).join(' · ');
        return `${shares}  ${inject}  ${excerpt(told.injects.get(inject) ?? '', EXCERPT)}`;
      }),
    ),
    ...section(
      say('Legal reports missed', '法定报送逾期'),
      shares(report.missed, ({ obligation, ours }) =>
        ours === true
          ? say(
              `${names.obligation(obligation, lang)} (own target)`,
              `${names.obligation(obligation, lang)}（自定时限）`,
            )
          : names.obligation(obligation, lang),
      ),
    ),
    ...section(
      say('Tasks that nobody did', '无人完成的任务'),
      shares(report.undone, ({ task }) => names.task(task, lang)),
    ),
    ...section(
      say('Tasks that were overdue', '逾期的任务'),
      shares(report.overdue, ({ task }) => names.task(task, lang)),
    ),
    ...section(
      say('Too much for one person', '负荷过重的人员'),
      shares(report.overloaded, ({ person, busy, waiting }) => {
        const hours = formatDuration(busy.p90.value, lang);
        return say(
          `${names.person(person, lang)}: works up to ${hours}, ${waiting.p90.value} things waiting at once`,
          `${names.person(person, lang)}：工作至多${hours}，同时待办${waiting.p90.value}项`,
        );
      }),
    ),
  ];
}

const TIMES = [
  ['verification', 'verified', '核实'],
  ['containment', 'contained', '控制'],
  ['restoration', 'restored', '恢复'],
  ['response', 'response', '响应全程'],
] as const;

function weaknessLines(weakness: Weakness, told: Told): string[] {
  const { say } = told;
  const { found, advice } = weaknessWords(weakness, told.names, told.lang);
  const harm = percent(weakness.harm, told);
  return [say(`${found}: did harm in ${harm} of runs.`, `${found}：在${harm}的推演中造成后果。`), `  → ${advice}`];
}

function spread({ n, median, p90 }: Summary, { lang, say }: Told): string {
  const one = ({ value, from, to }: Summary['median'], q: number) => {
    const [is, least, most] = [value, from, to].map((time) => formatDuration(Math.round(time / 60_000) * 60_000, lang));
    return hasInterval(n, q) ? say(`${is} (${least}–${most})`, `${is}（${least}–${most}）`) : is;
  };
  return `${one(median, 0.5)} · ${one(p90, 0.9)}`;
}

function reachedWords(reached: ShareOf, told: Told): string {
  if (reached.count === reached.of) return '';
  const share = percent(reached, told);
  return told.say(`; reached in ${share}`, `；达到 ${share}`);
}
