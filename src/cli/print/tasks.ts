import type { Incident, TaskView } from '../../api/contract.js';
import type { Voice } from '../session.js';
import { withId } from './withId.js';

/** What is still to be done, the most pressing first; of what is done only the number. */
export function openTaskLines({ tasks }: Pick<Incident, 'tasks'>, voice: Voice): string[] {
  const { say, style } = voice;
  const open = tasks.filter(isOpen).sort(byUrgency);
  const done = tasks.filter(({ status }) => status === 'finished').length;
  const rest = done === 0 ? [] : [style.dim(say(`  ${done} finished`, `  已完成${done}项`))];
  return [...open.map((task) => taskLine(task, voice)), ...rest];
}

/** Every task, with what was left behind as evidence. */
export function taskLines({ tasks }: Pick<Incident, 'tasks'>, voice: Voice): string[] {
  const { say } = voice;
  if (tasks.length === 0) return [say('No tasks.', '没有任务。')];
  const ended = tasks.filter((task) => !isOpen(task));
  return [...tasks.filter(isOpen).sort(byUrgency), ...ended].flatMap((task) => [
    taskLine(task, voice),
    ...details(task, voice).map((line) => `      ${line}`),
  ]);
}

export function sceneWords({ scene: { cordon, inside } }: Incident, { say, time }: Voice): string | undefined {
  if (cordon === undefined) return undefined;
  const { area, rules, at } = cordon;
  return say(
    `cordon since ${time(at)}: ${area}; ${rules}; ${inside.length} inside`,
    `${time(at)} 起警戒：${area}；${rules}；在内${inside.length}人`,
  );
}

export function insideLines({ scene }: Incident, { say, time }: Voice): string[] {
  return scene.inside.map(({ pass, at, name, area, purpose }) => {
    const who = [name, area, purpose].filter((part) => part !== undefined).join(say(', ', '，'));
    return say(`  pass ${pass}  since ${time(at)}  ${who}`, `  ${pass}号  ${time(at)} 进入  ${who}`);
  });
}

function isOpen({ status }: TaskView): boolean {
  return status === 'open' || status === 'started';
}

function byUrgency(a: TaskView, b: TaskView): number {
  const [first, second] = [a.due ?? '\uffff', b.due ?? '\uffff'];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** The id is what the other commands ask for. */
function taskLine(task: TaskView, voice: Voice): string {
  const { say, style, time } = voice;
  const { id, name, status, mandatory, owner, due, overdue, waitsFor } = task;
  const state = {
    open: say('open', '未开始'),
    started: say('started', '进行中'),
    finished: style.good(say('finished', '已完成')),
    skipped: say('skipped', '不做'),
    withdrawn: say('taken back', '已撤回'),
  }[status];
  const owners = [owner.person, owner.post].filter((named) => named !== undefined);
  const who = owners.map((named) => withId(named, voice)).join(say(', ', '，'));
  const parts = [
    overdue ? style.bad(say('overdue', '逾期')) : state,
    mandatory ? say('mandatory', '必做') : '',
    who,
    due === undefined || !isOpen(task) ? '' : say(`due ${time(due)}`, `时限 ${time(due)}`),
    waitsFor.length === 0
      ? ''
      : say(`waits for ${waitsFor.map((w) => w.id).join(', ')}`, `等待 ${waitsFor.map((w) => w.id).join('、')}`),
  ];
  return `  ${name} (${id})  ${parts.filter((part) => part !== '').join('  ')}`;
}

function details({ by, endedAt, evidence, finding, reason, verifies }: TaskView, { say, time }: Voice): string[] {
  const { note, link, file } = evidence ?? {};
  const people = by.map(({ name }) => name).join(say(', ', '、'));
  const ended = endedAt === undefined ? '' : time(endedAt);
  const fields: [string, string | undefined][] = [
    [say('By', '办理人'), [people, ended].filter((part) => part !== '').join(' ') || undefined],
    [say('Verifies', '验证'), verifies && `${verifies.name} (${verifies.id})`],
    [say('Finding', '查明'), finding],
    [say('Note', '记录'), note],
    [say('Link', '链接'), link],
    [say('File', '文件'), file && `${file.name ?? ''} SHA-256 ${file.sha256} ${file.url}`.trim()],
    [say('Reason', '理由'), reason],
  ];
  return fields.flatMap(([label, value]) => (value === undefined ? [] : [`${label}${say(': ', '：')}${value}`]));
}
