import { said } from '../../lang.js';
import type { Said } from '../../lang.js';
import { listOf, numberOf, textOf } from '../details.js';
import type { Notice } from '../notice.js';

/**
 * How to do what the notice asks for, a line for each possible answer. `look`: it asks for nothing, and how it stands is
 * worth a look. `nothing`: there is nothing to do about it.
 */
export type How = 'look' | 'nothing' | ((notice: Notice) => string[]);

/** What the person fills in; in quotes, so that the shell takes the command even before. */
const BLANKS = {
  reason: said('reason', '理由'),
  level: said('level', '级别'),
  person: said('person id', '人员编号'),
  task: said('task id', '任务编号'),
  incident: said('incident id', '事故编号'),
  situation: said('situation', '态势'),
  objectives: said('objectives', '目标'),
  done: said('what was done', '办理情况'),
  answer: said('answer', '答复'),
  takenBy: said('who took it', '接报单位和接报人'),
  channel: said('by which way', '报送渠道'),
  reference: said('receipt number', '回执号'),
  lateReason: said('why late', '逾期理由'),
  obligation: said('id of the report', '报送编号'),
  draft: said('draft.docx', '报送稿.docx'),
  question: said('question', '问题'),
  need: said('id of the request', '申请编号'),
  resource: said('resource id', '资源编号'),
  partner: said('partner id', '外部单位编号'),
  criteria: said('ids of criteria', '终止条件编号'),
  name: said('name', '姓名'),
  area: said('area', '地点'),
  purpose: said('purpose', '事由'),
  opinion: said('id of the entry', '舆情编号'),
  reply: said('reply', '回应内容'),
  analysisFile: said('analysis.yaml', '原因分析.yaml'),
  section: said('section id', '章节编号'),
  words: said('words', '文字'),
  remarks: said('remarks', '意见'),
  department: said('id of the post', '岗位编号'),
  statement: said('statement.yaml', '发布稿.yaml'),
};

export function blank({ lang }: Notice, what: keyof typeof BLANKS): string {
  return `"${BLANKS[what][lang]}"`;
}

export function reason(notice: Notice): string {
  return `--reason ${blank(notice, 'reason')}`;
}

/** `command`: which one it is; the id of the incident comes next, then the rest. */
export function line({ lang, incidentId }: Notice, what: Said, command: string, ...rest: string[]): string {
  return [`${what[lang]}${lang === 'en' ? ': ' : '：'}muster`, command, incidentId, ...rest].join(' ');
}

/** Nobody need know a number by heart to see what is going on. */
export function look(notice: Notice): string {
  return line(notice, said('See where it stands', '查看现状'), 'status');
}

/** Without a level that is known or proposed, whoever confirms has to name one. Standby is declared, then prolonged. */
export function verify(notice: Notice): string[] {
  const { facts, level, proposedLevel } = notice;
  const named = level === undefined && proposedLevel === undefined ? ['--level', blank(notice, 'level')] : [];
  const phase = textOf(facts, 'phase');
  const runs = phase === 'responding' || level !== undefined;
  const standby = phase === 'standby' ? said('Prolong standby', '延长预警启动') : said('Declare standby', '预警启动');
  const why = reason(notice);
  return [
    line(notice, said('Confirm it', '核实确认'), 'verify', 'confirmed', ...named, why),
    ...(runs ? [] : [line(notice, standby, 'verify', 'standby', why)]),
    line(notice, said('Reject it', '予以否定'), 'verify', 'rejected', why),
  ];
}

export function changeLevel(notice: Notice): string[] {
  const { proposedLevel, say } = notice;
  const [what, level] =
    proposedLevel === undefined
      ? [said('Change the level', '调整级别'), blank(notice, 'level')]
      : [said(`Change to ${say.level(proposedLevel)}`, `调整为${say.level(proposedLevel)}`), proposedLevel];
  return [line(notice, what, 'level', level, reason(notice))];
}

export function changeBack(notice: Notice): string[] {
  const from = textOf(notice.facts, 'from') ?? blank(notice, 'level');
  return [look(notice), line(notice, said('Change it back', '改回原级别'), 'level', from, reason(notice))];
}

export function mergeElsewhere(notice: Notice): string[] {
  const another = said('Merge into another one', '并入另一事故');
  return [look(notice), line(notice, another, 'merge', blank(notice, 'incident'), reason(notice))];
}

export function answerHandover(notice: Notice): string[] {
  return [
    line(notice, said('Accept', '接受'), 'handover', 'accept'),
    line(notice, said('Decline', '不接受'), 'handover', 'decline', reason(notice)),
  ];
}

export function withdrawHandover(notice: Notice): string[] {
  const brief = ['--situation', blank(notice, 'situation'), '--objectives', blank(notice, 'objectives')];
  const anew = said('Then offer it to somebody else', '撤回后改交他人');
  return [
    line(notice, said('Withdraw the offer', '撤回移交'), 'handover', 'withdraw', reason(notice)),
    line(notice, anew, 'handover', 'offer', '--to', blank(notice, 'person'), ...brief),
  ];
}

export function checkIn(notice: Notice): string[] {
  return [line(notice, said('Check in', '报到'), 'check-in')];
}

export function takeCommand(notice: Notice): string[] {
  return [line(notice, said('Take over command', '接替指挥'), 'take-command')];
}

export function lookAndTakeCommand(notice: Notice): string[] {
  return [look(notice), ...takeCommand(notice)];
}

export function lookAtTasks(notice: Notice): string[] {
  return [look(notice), line(notice, said('See the tasks', '查看任务'), 'tasks')];
}

/** More people than these would fill the screen twice over; the others are decided on in the same way. */
const PEOPLE_SHOWN = 3;

export function shareOrYield(notice: Notice): string[] {
  const { facts, say } = notice;
  const people = listOf(facts, 'people');
  const lines = people.slice(0, PEOPLE_SHOWN).flatMap((id) => {
    const who = say.person(id);
    return [
      line(notice, said(`${who} serves both`, `${who}同时参与两起`), 'claim', id, 'share', reason(notice)),
      line(notice, said(`${who} is left to the other`, `${who}让给另一起`), 'claim', id, 'yield', reason(notice)),
    ];
  });
  const others = said('The ids of the others', '其余人员的编号');
  return people.length > PEOPLE_SHOWN ? [...lines, line(notice, others, 'status')] : lines;
}

/** A call to a team may be declined; whoever is alerted as command just says that it was read. */
export function answerCall(notice: Notice): string[] {
  if (!notice.targets.some(({ kind }) => kind === 'team'))
    return [line(notice, said('Acknowledge', '确认收到'), 'ack')];
  return [
    line(notice, said('Acknowledge, there in 20 minutes', '确认收到，20分钟到岗'), 'ack', '--eta', '20m'),
    line(notice, said('You cannot come', '不能参加'), 'decline', reason(notice)),
    line(notice, said('Once you are there', '到岗后'), 'arrive'),
  ];
}

export function releasePeople(notice: Notice): string[] {
  const all = listOf(notice.facts, 'people');
  const people = all.length > PEOPLE_SHOWN ? [blank(notice, 'person')] : all;
  const release = said('Release them (their lead, or command)', '准予离岗（由组长或指挥人员办理）');
  return [look(notice), line(notice, release, 'release', ...people, reason(notice))];
}

export function goOnWithFewer(notice: Notice): string[] {
  const fewer = said('Go on with fewer (command)', '以现有人员继续（由指挥长决定）');
  return [look(notice), line(notice, fewer, 'shortage', textOf(notice.facts, 'team') ?? '', reason(notice))];
}

export function answerOfPartner(notice: Notice): string[] {
  const [team, partner] = [textOf(notice.facts, 'team') ?? '', textOf(notice.facts, 'partner') ?? ''];
  const comes = said('It helps (how many people, how soon)', '同意支援（改为实际人数和到位时间）');
  return [
    line(notice, comes, 'partner', team, partner, 'accepted', '--headcount', '1', '--eta', '2h'),
    line(notice, said('It declines', '不能支援'), 'partner', team, partner, 'declined'),
  ];
}

export function readSitrep(notice: Notice): string[] {
  const number = String(numberOf(notice.facts, 'number') ?? 1);
  return [line(notice, said('Read it', '查看全文'), 'sitrep show', number)];
}

/** What releases it stands at the end of what is shown: so nothing goes out that nobody has read. */
export function editSitrep(notice: Notice): string[] {
  const number = String(numberOf(notice.facts, 'number') ?? 1);
  const read = said('Read it (the command to release it is at the end)', '查看草稿（末尾附发布命令）');
  const edit = said('Put a section into your words, for example', '改写某一部分，如态势');
  return [
    line(notice, read, 'sitrep show', number),
    line(notice, edit, 'sitrep edit', number, '--situation', blank(notice, 'situation')),
  ];
}

export function doTasks(notice: Notice): string[] {
  const task = taskMeant(notice);
  return [
    line(notice, said('Begin', '开始'), 'task start', task),
    line(notice, said('Finish', '完成'), 'task finish', task, '--note', blank(notice, 'done')),
  ];
}

export function pressForTasks(notice: Notice): string[] {
  const task = taskMeant(notice);
  const to = ['--to-person', blank(notice, 'person')];
  return [
    line(notice, said('See the tasks', '查看任务'), 'tasks'),
    line(notice, said('Give it to somebody else', '改交他人'), 'task reassign', task, ...to, reason(notice)),
    line(notice, said('Skip it', '决定不做'), 'task skip', task, reason(notice)),
  ];
}

/** Of several each has its id beside its name above. */
function taskMeant(notice: Notice): string {
  const [first, ...others] = notice.recipient.tasks ?? [];
  return first === undefined || others.length > 0 ? blank(notice, 'task') : first.task;
}

export function admit(notice: Notice): string[] {
  const admitted = said('Let somebody in (whoever keeps the scene)', '放行登记（由现场警戒人员办理）');
  const who = ['--name', blank(notice, 'name'), '--area', blank(notice, 'area'), '--purpose', blank(notice, 'purpose')];
  return [line(notice, admitted, 'scene admit', ...who)];
}

export function answerQuestion(notice: Notice): string[] {
  const which = ['--question', textOf(notice.facts, 'question') ?? blank(notice, 'question')];
  return [line(notice, said('Answer it', '答复'), 'question', 'answer', blank(notice, 'answer'), ...which)];
}

export function askAgain(notice: Notice): string[] {
  return [line(notice, said('Ask again', '再次提出'), 'question', 'ask', blank(notice, 'question'))];
}

export function liftCordon(notice: Notice): string[] {
  return [
    line(notice, said('See who is inside, with the numbers of their passes', '查看登记在内的人员及登记号'), 'status'),
    line(notice, said('Lift the cordon', '解除警戒'), 'scene lift', reason(notice)),
  ];
}
