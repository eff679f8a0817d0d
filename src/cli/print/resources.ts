import type { Resource } from '../../api/contract.js';
import type { Voice } from '../session.js';

/** What there is of a resource in one line, then each item of it. */
export function resourceLines(resource: Resource, voice: Voice): string[] {
  const { say, style } = voice;
  const { name, id, onHand, unit, minimum, reorder, state, words, items } = resource;
  const wanted = [
    say(`minimum ${minimum}`, `最低${minimum}`),
    ...(reorder === undefined ? [] : [say(`reorder at ${reorder}`, `补充线${reorder}`)]),
  ].join(say(', ', '，'));
  const standing = state === 'sufficient' ? style.good(words) : style.bad(words);
  const head = say(
    `${style.bold(name)} (${id}): ${onHand} ${unit}, ${wanted}: ${standing}`,
    `${style.bold(name)}（${id}）：${onHand}${unit}，${wanted}，${standing}`,
  );
  return [head, ...items.map((item) => `  ${itemLine(item, voice)}`)];
}

function itemLine(item: Resource['items'][number], { say, style }: Voice): string {
  const { onHand, name, location, custodian, inspectionDue, overdue, expires, expired } = item;
  const due = say(`inspection due ${inspectionDue}`, `检查期限${inspectionDue}`);
  const good = expires && say(`good until ${expires}`, `有效期至${expires}`);
  const parts = [
    [onHand, name].filter((part) => part !== undefined).join(' '),
    location,
    custodian.name,
    overdue ? style.bad(due) : due,
    good && expired ? style.bad(good) : good,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}
