import type { DecisionLog, LoggedDecision } from '../../api/contract.js';
import { shorten } from '../../domain/words/index.js';
import type { Voice } from '../session.js';

/** Of each text, in characters. */
const QUOTED = 60;

export function decisionLogLines({ items }: DecisionLog, voice: Voice): string[] {
  if (items.length === 0) return [voice.say('Nothing has been decided yet.', '尚无决定。')];
  return items.flatMap((item) => [
    `${voice.style.dim(`#${item.seq} ${voice.time(item.at)}`)}  ${item.words}`,
    voice.style.dim(`    ${basis(item, voice)}`),
    ...besides(item, voice).map((line) => voice.style.dim(`    ${line}`)),
  ]);
}

/** On what it rests: authority, level and facts at that time. */
function basis({ authority, by, level, known }: LoggedDecision, { say }: Voice): string {
  return [
    authority !== undefined
      ? say(`authority: ${authority.name}`, `依据岗位：${authority.name}`)
      : by.kind === 'system'
        ? say('by rule of the plan', '按预案规则')
        : say('by the person who was asked', '由被请人员本人决定'),
    ...(level === undefined ? [] : [say(`at ${level.name}`, `当时级别：${level.name}`)]),
    known.length === 0
      ? say('no facts known', '当时无已知事实')
      : say(`known: ${known.join(', ')}`, `当时所知：${known.join('、')}`),
  ].join(say('; ', '；'));
}

/** What had been told in words by then, and what nobody knew: how much, and the last of it. */
function besides({ statements, questions }: LoggedDecision, { say }: Voice): string[] {
  const erased = say('(text erased)', '（原文已删除）');
  const last = (items: { text?: string | undefined }[]): string => shorten(items.at(-1)?.text ?? erased, QUOTED);
  return [
    ...(statements.count === 0
      ? []
      : [
          say(
            `statements by then: ${statements.count}, the last: “${last(statements.latest)}”`,
            `当时已有文字情况${statements.count}条，最近一条：“${last(statements.latest)}”`,
          ),
        ]),
    ...(questions.count === 0
      ? []
      : [
          say(
            `questions open then: ${questions.count}, the last: “${last(questions.latest)}”`,
            `当时待查明的问题${questions.count}个，最近一个：“${last(questions.latest)}”`,
          ),
        ]),
  ];
}
