import type { Upkeep, UpkeepList } from '../../api/contract.js';
import type { Voice } from '../session.js';
import { actorName } from './actorName.js';

export function upkeepLines({ items, next }: UpkeepList, all: boolean, voice: Voice): string[] {
  const { say, style } = voice;
  if (items.length === 0) return [say('Nothing has to be done.', '没有待办事项。')];
  const command = ['muster resources due', ...(all ? ['--all'] : []), `--cursor ${next}`].join(' ');
  const more = next === undefined ? [] : [style.dim(say(`More: ${command}`, `更多：${command}`))];
  return [...items.map((task) => upkeepLine(task, voice)), ...more];
}

function upkeepLine({ due, overdue, words, item, resource, custodians, done }: Upkeep, voice: Voice): string {
  const { say, style } = voice;
  const { id, name } = item ?? resource;
  const parts = [
    overdue ? style.bad(say(`${due} overdue`, `${due} 逾期`)) : due,
    style.bold(words),
    say(`${name} (${id})`, `${name}（${id}）`),
    custodians.map((person) => person.name).join(say(', ', '、')),
    done && style.good(doneWords(done, voice)),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join('  ');
}

function doneWords({ at, words, by, incidentId }: NonNullable<Upkeep['done']>, voice: Voice): string {
  const { say, time } = voice;
  const who =
    by === undefined ? incidentId && say(`incident ${incidentId}`, `事故 ${incidentId}`) : actorName(by, voice);
  return [time(at), words, who].filter((part) => part !== undefined && part !== '').join(' ');
}
