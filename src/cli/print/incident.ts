import type { Incident } from '../../api/contract.js';
import { briefWords, paceWords, phaseWords } from '../../domain/words/index.js';
import type { Voice } from '../session.js';
import { actorName } from './actorName.js';
import { callLines } from './calls.js';
import { improvementLine } from './improvements.js';
import { levelsOf } from './levels.js';
import { owedLines } from './obligations.js';
import { opinionLine } from './opinion.js';
import { section } from './section.js';
import { sitrepsLine } from './sitreps.js';
import { situationLines } from './situation.js';
import { insideLines, openTaskLines, sceneWords } from './tasks.js';
import { withId } from './withId.js';

type Field = [label: string, value: string | undefined];

export function incidentLines(incident: Incident, voice: Voice): string[] {
  const { say, style } = voice;
  const drill = incident.mode === 'drill' ? say('DRILL ', '【演练】') : '';
  return [
    style.bold(`${drill}${incident.report.title}`),
    ...fieldLines(fieldsOf(incident, voice), voice),
    ...section(say('Handover brief', '移交说明'), briefLines(incident, voice), voice),
    ...section(say('Proposal', '定级建议'), proposalLines(incident, voice), voice),
    ...section(say('Posts', '岗位'), postLines(incident, voice), voice),
    ...section(
      say('Teams', '各组'),
      incident.teams.flatMap((team) => callLines(team, withId(team, voice), voice)),
      voice,
    ),
    ...situationLines(incident, voice),
    ...section(say('Tasks', '任务'), openTaskLines(incident, voice), voice),
    ...section(say('Legal reports', '法定报送'), owedLines(incident, voice), voice),
    ...section(say('On scene', '现场'), insideLines(incident, voice), voice),
    ...section(say('Owed', '待办'), dueLines(incident, voice), voice),
    ...section(say('Open', '未决事项'), openItemLines(incident), voice),
    ...section(say('Documents', '文书'), documentLines(incident), voice),
    ...section(
      say('Improvements', '改进措施'),
      (incident.improvements ?? []).map((item) => improvementLine(item, voice)),
      voice,
    ),
  ];
}

function dueLines({ dues }: Incident, { say, time, style }: Voice): string[] {
  return dues.map(({ words, dueAt, overdue, waits }) => {
    const others = waits === true ? `  ${style.dim(say('others come first', '待其他事项办结'))}` : '';
    const line = `  ${time(dueAt)}  ${words}${others}`;
    return overdue ? style.bad(`${line}  ${say('overdue', '逾期')}`) : line;
  });
}

/** Of a drill. */
function clock({ clock: own }: Incident, { lang, say, time }: Voice): string | undefined {
  if (own === undefined) return undefined;
  const pace = paceWords(own.pace, lang);
  return say(`${time(own.now)}, ${pace}`, `${time(own.now)}，${pace}`);
}

const MOST_UNKNOWN = 8;

/** While the level may still change. */
const GRADED: readonly Incident['phase'][] = ['reported', 'standby', 'responding', 'watching'];

/** Why this level, and which facts nobody has told; each with the id that `fact` asks for. */
function proposalLines({ phase, proposal }: Incident, voice: Voice): string[] {
  const { say } = voice;
  if (proposal === undefined || !GRADED.includes(phase)) return [];
  const { explanation, unknown } = proposal;
  if (unknown.length === 0) return explanation.map((sentence) => `  ${sentence}`);
  const first = unknown.slice(0, MOST_UNKNOWN).map((fact) => withId(fact, voice));
  const rest = unknown.length - first.length;
  const more =
    rest === 0 ? '' : say(`, and ${rest} others (--json has all)`, `等${unknown.length}项（--json 列出全部）`);
  const open = say(
    `Not yet known, and able to raise a level; tell them with "fact": ${first.join(', ')}${more}`,
    `尚不清楚、可能提高级别的事实，可用 fact 补充：${first.join('、')}${more}`,
  );
  // The last sentence names what is not known, without the ids.
  return [...explanation.slice(0, -1), open].map((sentence) => `  ${sentence}`);
}

function fieldsOf(incident: Incident, voice: Voice): Field[] {
  const { lang, say, time } = voice;
  const { report, proposal, nextWake, closedAt, destroyBy, erasedAt } = incident;
  const none = say('not decided', '未定');
  return [
    [say('Incident', '事故'), `${incident.id} #${incident.seq}`],
    [say('Phase', '阶段'), phaseWords(incident.phase, lang)],
    [say('Clock', '时钟'), clock(incident, voice)],
    [say('Levels', '级别'), levelsOf(incident) ?? none],
    [say('Proposed', '建议'), proposal && levelsOf(proposal)],
    [say('Category', '类别'), report.category.name],
    [say('Place', '地点'), report.place],
    [say('Happened', '发生'), report.occurredAt && time(report.occurredAt)],
    [say('Reported', '报告'), `${time(report.reportedAt)} ${actorName(report.reporter, voice)}`],
    [say('Cause', '原因'), report.cause],
    [say('Impact', '影响'), report.impact],
    [say('Verified', '核实'), verification(incident, voice)],
    [say('Command', '指挥'), inCommand(incident, voice)],
    [say('Scene', '现场'), sceneWords(incident, voice)],
    [say('Merging', '合并'), merging(incident, voice)],
    ...contested(incident, voice),
    [say('SITREPs', '报送'), sitrepsLine(incident, voice)],
    [say('Opinion', '舆情'), opinionLine(incident, voice)],
    [say('Ending', '终止'), termination(incident, voice)],
    [say('Failed', '故障'), failed(incident, voice)],
    [say('Closed', '结案'), closedAt && time(closedAt)],
    [say('Personal', '个人信息'), personalData({ destroyBy, erasedAt }, voice)],
    [say('Next', '下一步'), nextWake && say(`by itself at ${time(nextWake)}`, `将于 ${time(nextWake)} 自动进行`)],
  ];
}

function personalData(
  { destroyBy, erasedAt }: Pick<Incident, 'destroyBy' | 'erasedAt'>,
  { say, time }: Voice,
): string | undefined {
  if (erasedAt !== undefined) return say(`data destroyed ${time(erasedAt)}`, `已于 ${time(erasedAt)} 销毁`);
  return destroyBy && say(`data to be destroyed by ${time(destroyBy)}`, `应于 ${time(destroyBy)} 前销毁`);
}

function fieldLines(fields: Field[], { style }: Voice): string[] {
  return fields.flatMap(([label, value]) => (value === undefined ? [] : [`  ${style.dim(padded(label))} ${value}`]));
}

/** Labels are either all Chinese, two cells to a character, or all English. */
function padded(label: string): string {
  const cells = [...label].reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0);
  return label + ' '.repeat(Math.max(0, 9 - cells));
}

function postLines({ posts }: Incident, voice: Voice): string[] {
  return posts.flatMap(({ id, name, person, call }) => {
    const post = withId({ id, name }, voice);
    const title = person ? `${post} ${withId(person, voice)}` : post;
    return call ? callLines(call, title, voice) : [`  ${title}`];
  });
}

function verification(
  { verification: { outcome, prolonged = false, by, at, reason } }: Incident,
  voice: Voice,
): string | undefined {
  if (outcome === undefined || at === undefined) return undefined;
  const { say, time } = voice;
  const words = {
    confirmed: say('confirmed', '确认'),
    standby: prolonged ? say('standby, prolonged', '延长预警启动') : say('standby', '预警启动'),
    rejected: say('rejected', '否定'),
    provisional: say('treated as real, not verified', '按真实事故处理，尚未核实'),
  }[outcome];
  const decided = [words, time(at), by && actorName(by, voice)].filter((part) => part !== undefined).join(' ');
  return reason === undefined ? decided : `${decided}${say(': ', '：')}${reason}`;
}

function inCommand({ command: { inCommand, offer, checkIn } }: Incident, voice: Voice): string | undefined {
  const { say, time } = voice;
  if (inCommand === undefined) return undefined;
  const asked = checkIn?.asked.map(({ name }) => name) ?? [];
  const parts = [
    withId(inCommand, voice),
    offer && say(`offered to ${withId(offer.to, voice)}`, `正向${withId(offer.to, voice)}移交`),
    checkIn && asked.length === 0 && say(`check-in due ${time(checkIn.due)}`, `报到时限 ${time(checkIn.due)}`),
    asked.length > 0 && say(`silent; asked to take over: ${asked.join(', ')}`, `无应答，已请接替：${asked.join('、')}`),
  ];
  return parts.filter((part) => typeof part === 'string').join(say(', ', '，'));
}

/** Of the handover that is not answered yet: whoever is asked decides by it. */
function briefLines({ command: { offer } }: Incident, { lang }: Voice): string[] {
  return briefWords((part) => offer?.brief[part], lang).map((part) => `  ${part}`);
}

/** Whom another incident holds: the id is what `claim` asks for. */
function contested({ claims: { contested, shared } }: Incident, voice: Voice): Field[] {
  const { say } = voice;
  return [
    ...contested.map(({ person, heldBy }): Field => [
      say('Conflict', '冲突'),
      say(
        `${withId(person, voice)} serves ${heldBy}; decide with "claim"`,
        `${withId(person, voice)}已参与 ${heldBy}，请用 claim 决定`,
      ),
    ]),
    ...shared.map(({ person, with: others }): Field => [
      say('Shared', '共用'),
      say(`${person.name} also serves ${others.join(', ')}`, `${person.name}同时参与 ${others.join('、')}`),
    ]),
  ];
}

function merging({ merging: { asked, into, absorbed } }: Incident, { say }: Voice): string | undefined {
  if (into !== undefined) return say(`merged into ${into}`, `已并入 ${into}`);
  if (asked !== undefined) return say(`asked ${asked} to take it over`, `已请求并入 ${asked}`);
  if (absorbed.length === 0) return undefined;
  const others = absorbed.flatMap(({ from }) => (from === undefined ? [] : [from]));
  const list = others.length === 0 ? '' : ` (${others.join(', ')})`;
  return say(`${absorbed.length} further reports${list}`, `另有${absorbed.length}次报告并入${list}`);
}

function termination({ termination }: Incident, voice: Voice): string | undefined {
  const { say, time } = voice;
  const { proposed, terminatedAt, watchUntil, recurrence, reopenedAt } = termination;
  if (recurrence !== undefined) {
    return say(
      `may have come back, undecided since ${time(recurrence.since)}: "reopen" or "recurrence dismiss"`,
      `疑似复发，自 ${time(recurrence.since)} 起待决定：用 reopen 重新启动响应，或用 recurrence dismiss 排除`,
    );
  }
  if (terminatedAt !== undefined && watchUntil !== undefined) {
    return say(
      `${time(terminatedAt)}, watched until ${time(watchUntil)}; if it comes back: "reopen"`,
      `${time(terminatedAt)}，观察期至 ${time(watchUntil)}；再次发生的，用 reopen 重新启动响应`,
    );
  }
  if (terminatedAt !== undefined) return time(terminatedAt);
  if (proposed === undefined) {
    return reopenedAt && say(`reopened at ${time(reopenedAt)}`, `已于 ${time(reopenedAt)} 重新启动响应`);
  }
  const who = actorName(proposed.by, voice);
  if (proposed.override) {
    return say(
      `override proposed at ${time(proposed.at)} by ${who}, not signed: ${proposed.reason}`,
      `${who}于 ${time(proposed.at)} 提议强制终止，待签署：${proposed.reason}`,
    );
  }
  return say(
    `proposed at ${time(proposed.at)} by ${who}, not confirmed: ${proposed.reason}`,
    `${who}于 ${time(proposed.at)} 提议，待确认：${proposed.reason}`,
  );
}

function failed({ failures }: Incident, { say, time }: Voice): string | undefined {
  if (failures === undefined) return undefined;
  const { at, error, notCarriedOut } = failures.latest;
  const often = failures.count === 1 ? '' : say(`, ${failures.count} times in all`, `，共 ${failures.count} 次`);
  return say(
    `not carried out at ${time(at)}: ${notCarriedOut}${often}; act by hand and tell the operator (${error})`,
    `${time(at)} 未能执行：${notCarriedOut}${often}；请人工处置并告知系统管理员（${error}）`,
  );
}

const LISTED_ELSEWHERE = ['task_open', 'obligation_overdue', 'own_report_overdue', 'obligation_open'];

/** The id of a criterion is what `criterion confirm` asks for. Tasks and legal reports have sections of their own. */
function openItemLines({ openItems }: Incident): string[] {
  const others = openItems.filter(({ code }) => !LISTED_ELSEWHERE.includes(code));
  return others.map(({ code, id, words }) => (code === 'criterion_open' ? `  ${words} (${id})` : `  ${words}`));
}

function documentLines({ documents }: Incident): string[] {
  return documents.flatMap(({ files }) => files.map(({ format, lang, url }) => `  ${format} ${lang}  ${url}`));
}
