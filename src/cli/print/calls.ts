import type { Called } from '../../api/contract.js';
import { deliveryWords } from '../../domain/words/index.js';
import type { Voice } from '../session.js';

type Person = Called['people'][number];

/** The counts in one line, then each person: who keeps silent comes first. */
export function callLines(call: Called, title: string, voice: Voice): string[] {
  const people = [...call.people].sort((a, b) => urgency(a) - urgency(b));
  return [
    `  ${title}${voice.say(': ', '：')}${countWords(call, voice)}`,
    ...people.map((person) => personLine(person, voice)),
  ];
}

function countWords({ status, counts }: Called, { say, style }: Voice): string {
  if (status === 'stoodDown') return say('stood down', '已解除动员');
  const all = counts.called + counts.acknowledged + counts.silent + counts.stoodDown;
  const parts = [
    say(`${counts.acknowledged} of ${all} acknowledged`, `${all}人中${counts.acknowledged}人已确认`),
    ...(counts.silent > 0 ? [style.bad(say(`${counts.silent} silent`, `${counts.silent}人无应答`))] : []),
    ...(counts.undelivered > 0
      ? [style.bad(say(`${counts.undelivered} unreachable`, `${counts.undelivered}人未能送达`))]
      : []),
  ];
  return parts.join(say(', ', '，'));
}

function personLine(person: Person, { lang, say, style, time }: Voice): string {
  const state = {
    called: say('called', '已通知'),
    acknowledged: style.good(say('acknowledged', '已确认')),
    silent: style.bad(say('silent', '无应答')),
    stoodDown: say('stood down', '已解除'),
  }[person.status];
  const parts = [state, style.dim(time(person.since))];
  if (person.eta !== undefined) parts.push(say(`expected ${time(person.eta)}`, `预计 ${time(person.eta)} 到位`));
  if (person.undelivered !== undefined) {
    const why = deliveryWords(person.undelivered, lang);
    parts.push(style.bad(say(`unreachable: ${why}`, `未能送达：${why}`)));
  }
  return `    ${person.name}  ${parts.join('  ')}`;
}

function urgency({ status, undelivered }: Person): number {
  if (status === 'stoodDown') return 3;
  if (status === 'silent' || undelivered !== undefined) return 0;
  return status === 'called' ? 1 : 2;
}
