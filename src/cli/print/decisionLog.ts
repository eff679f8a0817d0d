import type { DecisionLog, LoggedDecision } from '../../api/contract.js';
import type { Voice } from '../session.js';

export function decisionLogLines({ items }: DecisionLog, voice: Voice): string[] {
  if (items.length === 0) return [voice.say('Nothing has been decided yet.', '尚无决定。')];
  return items.flatMap((item) => [
    `${voice.style.dim(`#${item.seq} ${voice.time(item.at)}`)}  ${item.words}`,
    voice.style.dim(`    ${basis(item, voice)}`),
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
