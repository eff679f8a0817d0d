import type { CalledTarget, EventOf, EventType, IncidentEvent } from '../incident/index.js';
import type { Lang } from '../lang.js';
import type { Names } from '../plan/names.js';
import { missingWords, partnersWords } from './quorum.js';
import { refusalIn } from './refusals.js';
import { speaker } from './speaker.js';
import type { Speaker } from './speaker.js';

/** What a decision would bring about, added up over its events. */
interface Consequences {
  called: CalledTarget[];
  stoodDown: CalledTarget[];
  notified: number;
}

interface PreviewSentences {
  nothing: string;
  /** The turns that the incident itself would take; events that only follow from them are counted instead. */
  turns: { readonly [T in EventType]?: (event: EventOf<T>, say: Speaker) => string };
  counts(consequences: Consequences, say: Speaker): string[];
}

/** The consequences of a decision, line by line, as `preview` of the machine foretold them. */
export function previewWords(events: readonly IncidentEvent[], names: Names, lang: Lang): string[] {
  const say = speaker(names, lang);
  const sentences = SENTENCES[lang];
  const refused = events.find((event) => event.type === 'refused');
  if (refused) {
    const { title, detail } = refusalIn(refused, say);
    return [lang === 'zh-CN' ? `将不被接受：${title}。${detail}` : `Would be refused: ${title}. ${detail}`];
  }
  if (events.length === 0) return [sentences.nothing];
  const turns = events.flatMap((event) => {
    const turn = sentences.turns[event.type] as ((event: IncidentEvent, say: Speaker) => string) | undefined;
    return turn === undefined ? [] : [turn(event, say)];
  });
  return [...turns, ...sentences.counts(consequencesOf(events), say)];
}

function consequencesOf(events: readonly IncidentEvent[]): Consequences {
  const notified = new Set<string>();
  const called: CalledTarget[] = [];
  const stoodDown: CalledTarget[] = [];
  for (const event of events) {
    if (event.type === 'called') called.push(...event.calls);
    if (event.type === 'stoodDown') stoodDown.push(...event.calls);
    if (event.type === 'effectRequested' && event.effect.kind === 'notify') {
      for (const { person } of event.effect.recipients) notified.add(person);
    }
  }
  return { called, stoodDown, notified: notified.size };
}

function peopleIn(calls: readonly CalledTarget[]): number {
  return new Set(calls.flatMap((call) => call.people)).size;
}

const SENTENCES: Record<Lang, PreviewSentences> = {
  'zh-CN': {
    nothing: '不会带来任何变化',
    turns: {
      confirmed: (event, say) => `核实确认，定为${say.levels(event.level, event.incidentLevel)}`,
      standbyDeclared: () => '进入预警启动',
      rejected: () => '否定报告，事故就此了结',
      mergeAsked: (event) => `请求并入事故 ${event.into}；对方接收后，本事故就此了结`,
      reportAbsorbed: () => '并入一份关于同一情况的报告',
      handoverOffered: (event, say) => `提出向${say.person(event.to)}移交指挥权，待其接受`,
      handoverDeclined: () => '不接受指挥权移交',
      handoverWithdrawn: () => '撤回指挥权移交',
      commandPassed: (event, say) => `指挥权由${say.person(event.from)}转到${say.person(event.to)}`,
      checkedIn: (event, say) => `记录${say.person(event.person)}报到`,
      levelChanged: (event, say) =>
        event.from === event.to
          ? `响应级别不变，事故等级改为${say.incidentLevel(event.incidentLevel)}`
          : `响应级别由${say.level(event.from)}调整为${say.level(event.to)}`,
      planMoved: (event) => `改按预案第${event.basis.plan.version}版执行（原为第${event.from.version}版）`,
      acknowledged: (event, say) => `记录${say.person(event.person)}的确认`,
      declined: (event, say) => `记录${say.person(event.person)}不能参加`,
      arrived: (event, say) => `记录${say.person(event.person)}到位`,
      released: (event, say) => `准予离岗：${say.calls(event.calls)}`,
      partnerAnswered: (event, say) =>
        event.accepted
          ? `记录${partnersWords([event.partner], say)}派${say.count(event.people)}支援`
          : `记录${partnersWords([event.partner], say)}不能支援`,
      shortageAccepted: (event, say) =>
        `${say.target({ kind: 'team', id: event.team })}以现有人员继续，不再补充所缺的${missingWords(event.missing, say)}`,
      quorumReached: (event, say) => `${say.target({ kind: 'team', id: event.team })}人员到齐`,
      quorumLost: (event, say) =>
        `${say.target({ kind: 'team', id: event.team })}人员不再齐全，还缺${missingWords(event.missing, say)}`,
      terminationProposed: () => '提出应急终止的提议',
      terminationWithdrawn: () => '撤回应急终止的提议',
      terminationLapsed: () => '已有的应急终止提议将失效',
      terminated: () => '应急终止，转入后期处置，并编写事故报告书',
      closed: () => '结案，此后不再接受任何决定',
    },
    counts: ({ called, stoodDown, notified }, say) => [
      called.length === 0
        ? '不动员任何人'
        : `动员${called.length}个组或岗位的${peopleIn(called)}人：${say.calls(called)}`,
      stoodDown.length === 0
        ? '不解除任何人的动员'
        : `解除${stoodDown.length}个组或岗位的${peopleIn(stoodDown)}人的动员：${say.calls(stoodDown)}`,
      notified === 0 ? '不发出通知' : `向${notified}人发出通知`,
    ],
  },
  en: {
    nothing: 'Changes nothing',
    turns: {
      confirmed: (event, say) => `Confirms the incident at ${say.levels(event.level, event.incidentLevel)}`,
      standbyDeclared: () => 'Declares standby',
      rejected: () => 'Rejects the report and ends the incident',
      mergeAsked: (event) => `Asks incident ${event.into} to take this one over, which then ends`,
      reportAbsorbed: () => 'Takes in another report of the same thing',
      handoverOffered: (event, say) => `Offers command to ${say.person(event.to)}, who has to accept`,
      handoverDeclined: () => 'Declines the handover of command',
      handoverWithdrawn: () => 'Withdraws the handover of command',
      commandPassed: (event, say) => `Passes command from ${say.person(event.from)} to ${say.person(event.to)}`,
      checkedIn: (event, say) => `Records the check-in of ${say.person(event.person)}`,
      levelChanged: (event, say) =>
        event.from === event.to
          ? `Keeps the response level and sets the incident level to ${say.incidentLevel(event.incidentLevel)}`
          : `Changes the response level from ${say.level(event.from)} to ${say.level(event.to)}`,
      planMoved: (event) =>
        `Goes on under version ${event.basis.plan.version} of the plan, instead of version ${event.from.version}`,
      acknowledged: (event, say) => `Records the acknowledgement of ${say.person(event.person)}`,
      declined: (event, say) => `Records that ${say.person(event.person)} does not come`,
      arrived: (event, say) => `Records that ${say.person(event.person)} is there`,
      released: (event, say) => `Releases ${say.calls(event.calls)}`,
      partnerAnswered: (event, say) =>
        event.accepted
          ? `Records that ${partnersWords([event.partner], say)} sends ${say.count(event.people)}`
          : `Records that ${partnersWords([event.partner], say)} cannot help`,
      shortageAccepted: (event, say) =>
        `Lets ${say.target({ kind: 'team', id: event.team })} go on without those who are missing: ${missingWords(event.missing, say)}`,
      quorumReached: (event, say) => `Makes ${say.target({ kind: 'team', id: event.team })} complete`,
      quorumLost: (event, say) =>
        `Leaves ${say.target({ kind: 'team', id: event.team })} incomplete; missing: ${missingWords(event.missing, say)}`,
      terminationProposed: () => 'Proposes the termination',
      terminationWithdrawn: () => 'Withdraws the proposal to terminate',
      terminationLapsed: () => 'Makes the pending proposal to terminate lapse',
      terminated: () => 'Terminates the response; the aftermath begins and the incident report is written',
      closed: () => 'Closes the incident, which then takes no more decisions',
    },
    counts: ({ called, stoodDown, notified }, say) => [
      called.length === 0
        ? 'Calls nobody'
        : `Calls ${say.count(peopleIn(called))} of ${bodies(called.length)}: ${say.calls(called)}`,
      stoodDown.length === 0
        ? 'Stands nobody down'
        : `Stands down ${say.count(peopleIn(stoodDown))} of ${bodies(stoodDown.length)}: ${say.calls(stoodDown)}`,
      notified === 0 ? 'Notifies nobody' : `Notifies ${say.count(notified)}`,
    ],
  },
};

function bodies(count: number): string {
  return count === 1 ? '1 team or post' : `${count} teams or posts`;
}
