import type { OpenUpkeep, Resource, StockMove, StockMoveList } from '../../api/contract.js';
import type { Voice } from '../session.js';
import { actorName } from './actorName.js';

/** What there is of a resource in one line, then each item of it. */
export function resourceLines(resource: Resource, voice: Voice): string[] {
  const { say, style } = voice;
  const { name, id, onHand, unit, minimum, reorder, state, words, items, upkeep } = resource;
  const wanted = [
    say(`minimum ${minimum}`, `最低${minimum}`),
    ...(reorder === undefined ? [] : [say(`reorder at ${reorder}`, `补充线${reorder}`)]),
  ].join(say(', ', '，'));
  const standing = state === 'sufficient' ? style.good(words) : style.bad(words);
  const head = say(
    `${style.bold(name)} (${id}): ${onHand} ${unit}, ${wanted}: ${standing}`,
    `${style.bold(name)}（${id}）：${onHand}${unit}，${wanted}，${standing}`,
  );
  const open = upkeep.map((task) => `  ${openWords(task, voice)}`);
  return [head, ...open, ...shareLines(resource, voice), ...items.map((item) => `  ${itemLine(item, voice)}`)];
}

/** What is promised to incidents; nothing where none has asked. */
function shareLines({ reserved, available, unit, heldBy, waiting }: Resource, { say, style }: Voice): string[] {
  const each = (shares: Resource['heldBy']) =>
    shares
      .map(({ incidentId, quantity }) => say(`${incidentId}: ${quantity}`, `${incidentId}：${quantity}`))
      .join(say(', ', '，'));
  return [
    ...(reserved === 0
      ? []
      : [
          say(
            `  ${available} ${unit} available, ${reserved} reserved for ${each(heldBy)}`,
            `  可用${available}${unit}，已占用${reserved}${unit}：${each(heldBy)}`,
          ),
        ]),
    ...(waiting.length === 0
      ? []
      : [style.bad(say(`  waiting for it: ${each(waiting)}`, `  等待分配：${each(waiting)}`))]),
  ];
}

export function useLogLines({ items, unit, next }: StockMoveList, item: string, voice: Voice): string[] {
  const { say, style } = voice;
  if (items.length === 0) return [say('Nothing was moved.', '没有出入库记录。')];
  const command = `muster resources log ${item} --cursor ${next}`;
  const more = next === undefined ? [] : [style.dim(say(`More: ${command}`, `更多：${command}`))];
  return [...items.map((move) => moveLine(move, unit, voice)), ...more];
}

function moveLine(move: StockMove, unit: string, voice: Voice): string {
  const { say, style, time } = voice;
  const { at, words, quantity, incidentId, mode, by, note } = move;
  const incident = incidentId && say(`incident ${incidentId}`, `事故 ${incidentId}`);
  const parts = [
    style.dim(time(at)),
    `${words} ${quantity} ${unit}`.trimEnd(),
    mode === 'drill' ? say('DRILL', '演练') : undefined,
    incident,
    by && actorName(by, voice),
    note,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join('  ');
}

/** What has to be done, and by when. */
function openWords({ words, due, overdue }: OpenUpkeep, { say, style }: Voice): string {
  const open = say(`${words} by ${due}`, `${due}前${words}`);
  return overdue ? style.bad(open) : open;
}

function itemLine(item: Resource['items'][number], voice: Voice): string {
  const { say, style } = voice;
  const {
    id,
    onHand,
    reserved,
    available,
    name,
    location,
    custodian,
    inspectionDue,
    overdue,
    foundBad,
    expires,
    expired,
    upkeep,
  } = item;
  const due = say(`inspection due ${inspectionDue}`, `检查期限${inspectionDue}`);
  const good = expires && say(`good until ${expires}`, `有效期至${expires}`);
  const parts = [
    style.dim(id),
    [onHand, name].filter((part) => part !== undefined).join(' '),
    reserved === 0 ? undefined : say(`${available} available`, `可用${available}`),
    location,
    custodian.name,
    overdue ? style.bad(due) : due,
    foundBad ? style.bad(say('found bad', '检查不合格')) : undefined,
    good && expired ? style.bad(good) : good,
    // The day of the inspection stands there already.
    ...upkeep.filter(({ kind }) => kind !== 'inspect').map((task) => openWords(task, voice)),
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}
