import type { CalledTarget, Clock, EventOf, EventType, IncidentEvent } from '../incident/index.js';
import type { Lang } from '../lang.js';
import type { ObligationId } from '../plan/compiled.js';
import type { Names } from '../plan/names.js';
import { obligationNames } from './obligationWords.js';
import { publicationName, repairTimeIn } from './publicationWords.js';
import { improvementOwnerWords } from './improvements/labels.js';
import { missingWords, partnersWords } from './quorum.js';
import { refusalIn } from './refusals.js';
import { reportPartsWords } from './reportParts.js';
import { sitrepName } from './sitrepNames.js';
import { speaker } from './speaker.js';
import type { Speaker } from './speaker.js';
import { stillOpenWords } from './stillOpen.js';
import { ownerWords, taskName, taskNames } from './taskWords.js';

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

function obligationsOf(clocks: readonly Clock[]): ObligationId[] {
  return clocks.map(({ obligation }) => obligation);
}

function peopleIn(calls: readonly CalledTarget[]): number {
  return new Set(calls.flatMap((call) => call.people)).size;
}

const SENTENCES: Record<Lang, PreviewSentences> = {
  'zh-CN': {
    nothing: '不会带来任何变化',
    turns: {
      confirmed: (event, say) => `核实确认，定为${say.levels(event.level, event.incidentLevel)}`,
      standbyDeclared: ({ prolonged }) => (prolonged ? '延长预警启动，再次核实的时限重新起算' : '进入预警启动'),
      rejected: () => '否定报告，事故就此了结',
      mergeAsked: (event) => `请求并入事故 ${event.into}；对方接收后，本事故就此了结`,
      reportAbsorbed: () => '并入一份关于同一情况的报告',
      claimResolved: (event, say) =>
        event.decision === 'share'
          ? `${say.person(event.person)}同时参与两起事故`
          : `${say.person(event.person)}让给另一起事故`,
      handoverOffered: (event, say) => `提出向${say.person(event.to)}移交指挥权，待其接受`,
      handoverDeclined: () => '不接受指挥权移交',
      handoverWithdrawn: () => '撤回指挥权移交',
      commandPassed: (event, say) => `指挥权由${say.person(event.from)}转到${say.person(event.to)}`,
      checkedIn: (event, say) => `记录${say.person(event.person)}报到`,
      levelChanged: (event, say) =>
        event.from === event.to
          ? `响应级别不变，事故等级改为${say.incidentLevel(event.incidentLevel)}`
          : `响应级别由${say.level(event.from)}调整为${say.level(event.to)}`,
      categoryChanged: ({ from, to }, say) =>
        `事故类别由“${say.names.category(from, 'zh-CN')}”改为“${say.names.category(to, 'zh-CN')}”`,
      planMoved: (event) => `改按预案第${event.basis.plan.version}版执行（原为第${event.from.version}版）`,
      acknowledged: (event, say) => `记录${say.person(event.person)}的确认`,
      factAdded: () => '补报情况，记入时间线',
      questionAsked: () => '列为待查明的问题',
      questionAnswered: () => '答复待查明的问题',
      sitrepDrafted: ({ number, final }) => `起草${sitrepName(number, 'zh-CN')}${final === true ? '（终报）' : ''}`,
      sitrepEdited: ({ number }) => `核改${sitrepName(number, 'zh-CN')}`,
      sitrepRescheduled: ({ number, final, why }) =>
        `${sitrepName(number, 'zh-CN')}${final === true ? '改为终报' : why === 'reopened' ? '不再作为终报' : '须提前发布'}`,
      sitrepReleased: ({ number, to }, say) =>
        `发布${sitrepName(number, 'zh-CN')}，文书编写完成后报送${say.list(to.map(say.post)) || '（预案未规定报送对象）'}`,
      sitrepLapsed: ({ number }) => `${sitrepName(number, 'zh-CN')}未发布，作废`,
      tasksOpened: ({ tasks }, say) => `下达任务${tasks.length}项：${taskNames(idsOf(tasks), say)}`,
      tasksWithdrawn: ({ tasks }, say) => `撤回尚未开始的任务：${taskNames(tasks, say)}`,
      taskAdded: ({ owner }, say) => `增加一项任务，由${ownerWords(owner, say)}负责`,
      taskStarted: ({ task }, say) => `开始任务：${taskName(task, say)}`,
      taskFinished: ({ task }, say) => `完成任务：${taskName(task, say)}`,
      taskSkipped: ({ task }, say) => `决定不做任务：${taskName(task, say)}`,
      taskReassigned: ({ task, to }, say) => `将任务${taskName(task, say)}改交${ownerWords(to, say)}`,
      obligationsOpened: ({ clocks }, say) => `新增须办理的法定报送：${obligationNames(obligationsOf(clocks), say)}`,
      obligationsConfirmed: ({ clocks }, say) => `确认须报送：${obligationNames(obligationsOf(clocks), say)}`,
      obligationsLifted: ({ obligations }, say) => `不再需要报送：${obligationNames(obligations, say)}`,
      obligationClocksMoved: ({ clocks }, say) =>
        `报送时限开始起算或改变：${obligationNames(obligationsOf(clocks), say)}`,
      obligationsJudged: ({ applies, obligations }, say) =>
        `判定${applies ? '须' : '不需要'}报送：${obligationNames(obligations, say)}`,
      obligationClockSet: ({ clock }, say) => `改定起算时间：${obligationNames([clock.obligation], say)}`,
      obligationsFiled: ({ obligations }, say) => `登记已报送：${obligationNames(obligations, say)}`,
      opinionRecorded: ({ entry, told = [] }) => `记录舆情（${entry}）${told.length === 0 ? '' : '，达到报告条件'}`,
      opinionReplied: ({ entry }) => `登记对舆情 ${entry} 的回应`,
      opinionEnded: () => '结束舆情监测',
      improvementOpened: ({ improvement, owner }, say) =>
        `提出改进措施${improvement}，责任人为${improvementOwnerWords(owner, say.names, 'zh-CN')}`,
      cordonSet: () => '设立或更改现场警戒',
      cordonLifted: ({ inside }) => `解除现场警戒（登记在内${inside}人）`,
      personAdmitted: ({ pass }) => `放行一人，登记为${pass}号`,
      personLeft: ({ pass }) => `登记${pass}号离开`,
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
      criteriaConfirmed: ({ criteria }, say) =>
        `确认终止条件已满足：${say.list(criteria.map((id) => say.names.terminationCriterion(id, 'zh-CN')))}`,
      criteriaWithdrawn: ({ criteria }, say) =>
        `撤回对终止条件的确认：${say.list(criteria.map((id) => say.names.terminationCriterion(id, 'zh-CN')))}`,
      criteriaLapsed: ({ criteria }) => `${criteria.length}项终止条件的确认将失效，须重新确认`,
      criteriaAsked: ({ tell }) => `请${tell.length}人确认尚未确认的终止条件`,
      terminationProposed: ({ open, override }, say) =>
        `${override ? '提议强制终止，须由第二人签署' : '提出应急终止的提议'}；${openIn(open, say)}`,
      terminationWithdrawn: () => '撤回应急终止的提议',
      terminationLapsed: () => '已有的应急终止提议将失效',
      terminated: ({ watchUntil, at }, say) =>
        watchUntil === undefined
          ? '应急终止，转入后期处置，并编写事故报告书'
          : `应急终止，编写事故报告书，进入观察期（${say.duration(watchUntil - at)}）；其间如再次发生，可重新启动响应`,
      publicationDrafted: ({ publication, version, texts }) =>
        `拟就${publicationName(publication, 'zh-CN', version)}，送审核和批准${promiseIn(texts, 'zh-CN')}`,
      publicationChecked: ({ publication, version }) =>
        `登记${publicationName(publication, 'zh-CN', version)}法务审核没有意见，送批准`,
      publicationReturned: ({ publication, version }) =>
        `退回${publicationName(publication, 'zh-CN', version)}，由拟稿人重拟`,
      publicationApproved: ({ publication, version, drill }) =>
        drill === undefined
          ? `批准${publicationName(publication, 'zh-CN', version)}，随即在公开页面发布，任何人都能看到`
          : `批准${publicationName(publication, 'zh-CN', version)}；这是演练，不对外发布`,
      publicationWithdrawn: ({ publication }) => `撤回${publicationName(publication, 'zh-CN')}`,
      publicationWaived: () => '决定不再对外发布',
      recurrenceDismissed: () => '认定不是再次发生，继续观察；观察期已满的，随即转入后期处置',
      reopened: ({ level, incidentLevel }, say) => `重新启动响应，按${say.levels(level, incidentLevel)}`,
      analysisRecorded: ({ version }) => `登记事故原因分析第${version}版，取代此前的内容；须确认完成`,
      analysisCompleted: () => '确认事故原因分析完成',
      incidentReportEdited: ({ takesBack }) =>
        takesBack === undefined ? '修改事故报告书' : `修改事故报告书，第${takesBack}版就此撤回，须重新提交`,
      incidentReportSubmitted: ({ version, lacks = [] }, say) =>
        `提交事故报告书第${version}版，文书编写完成后请人审核${lacks.length === 0 ? '' : `；其中尚无：${reportPartsWords(lacks, say)}`}`,
      incidentReportOutdated: ({ version }) => `事故报告书第${version}版退回起草，须重新提交`,
      incidentReportReturned: ({ version }) => `退回事故报告书第${version}版，由负责人修改`,
      incidentReportReviewed: ({ version }) => `审核通过事故报告书第${version}版，转入批准`,
      incidentReportApproved: ({ version }) => `批准事故报告书第${version}版，编写附有签署的文本`,
      incidentReportRevised: () => '将已批准的事故报告书重新打开修改，须再次审核和批准',
      lessonGiven: ({ post, version }, say) => `提交${say.post(post)}的经验教训（第${version}版）`,
      lessonsCollected: ({ missing }, say) =>
        `汇总经验教训，此后不再修改${missing.length === 0 ? '' : `；尚缺：${say.list(missing.map(say.post))}`}`,
      summaryCalled: ({ participants }, say) => `召集总结评估会，参加人：${say.people(participants)}`,
      summaryCalledOff: () => '取消原定的总结评估会',
      summaryHeld: ({ score, conclusion }, say) =>
        `登记总结评估会${score === undefined ? '' : `，得分${score}`}${conclusion === undefined ? '' : `，等次：${say.names.conclusion(conclusion, 'zh-CN')}`}，并编写总结评估记录`,
      closed: ({ unwritten }) => `结案，此后不再接受任何决定${unwritten === true ? '；事故报告书草稿不再编写' : ''}`,
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
      standbyDeclared: ({ prolonged }) =>
        prolonged ? 'Prolongs standby; the time until it is decided again begins anew' : 'Declares standby',
      rejected: () => 'Rejects the report and ends the incident',
      mergeAsked: (event) => `Asks incident ${event.into} to take this one over, which then ends`,
      reportAbsorbed: () => 'Takes in another report of the same thing',
      claimResolved: (event, say) =>
        event.decision === 'share'
          ? `${say.person(event.person)} serves both incidents`
          : `Leaves ${say.person(event.person)} to the other incident`,
      handoverOffered: (event, say) => `Offers command to ${say.person(event.to)}, who has to accept`,
      handoverDeclined: () => 'Declines the handover of command',
      handoverWithdrawn: () => 'Withdraws the handover of command',
      commandPassed: (event, say) => `Passes command from ${say.person(event.from)} to ${say.person(event.to)}`,
      checkedIn: (event, say) => `Records the check-in of ${say.person(event.person)}`,
      levelChanged: (event, say) =>
        event.from === event.to
          ? `Keeps the response level and sets the incident level to ${say.incidentLevel(event.incidentLevel)}`
          : `Changes the response level from ${say.level(event.from)} to ${say.level(event.to)}`,
      categoryChanged: ({ from, to }, say) =>
        `Changes the category from “${say.names.category(from, 'en')}” to “${say.names.category(to, 'en')}”`,
      planMoved: (event) =>
        `Goes on under version ${event.basis.plan.version} of the plan, instead of version ${event.from.version}`,
      acknowledged: (event, say) => `Records the acknowledgement of ${say.person(event.person)}`,
      factAdded: () => 'Puts the fact on record',
      questionAsked: () => 'Lists the question as open',
      questionAnswered: () => 'Answers the open question',
      sitrepDrafted: ({ number, final }) => `Drafts ${sitrepName(number, 'en')}${final === true ? ' (final)' : ''}`,
      sitrepEdited: ({ number }) => `Edits ${sitrepName(number, 'en')}`,
      sitrepRescheduled: ({ number, final, why }) =>
        why === 'reopened'
          ? `Goes on with ${sitrepName(number, 'en')}, which is not the final one any more`
          : `Makes ${sitrepName(number, 'en')} ${final === true ? 'the final one' : 'due earlier'}`,
      sitrepReleased: ({ number, to }, say) =>
        `Releases ${sitrepName(number, 'en')}, which goes to ${say.list(to.map(say.post)) || 'nobody, says the plan,'} once it is written`,
      sitrepLapsed: ({ number }) => `Makes ${sitrepName(number, 'en')} lapse, which is not released`,
      tasksOpened: ({ tasks }, say) =>
        `Opens ${tasks.length === 1 ? '1 task' : `${tasks.length} tasks`}: ${taskNames(idsOf(tasks), say)}`,
      tasksWithdrawn: ({ tasks }, say) => `Takes back tasks that nobody has begun: ${taskNames(tasks, say)}`,
      taskAdded: ({ owner }, say) => `Adds a task for ${ownerWords(owner, say)}`,
      taskStarted: ({ task }, say) => `Starts the task ${taskName(task, say)}`,
      taskFinished: ({ task }, say) => `Finishes the task ${taskName(task, say)}`,
      taskSkipped: ({ task }, say) => `Skips the task ${taskName(task, say)}`,
      taskReassigned: ({ task, to }, say) => `Gives the task ${taskName(task, say)} to ${ownerWords(to, say)}`,
      obligationsOpened: ({ clocks }, say) =>
        `Legal reports that may be due besides: ${obligationNames(obligationsOf(clocks), say)}`,
      obligationsConfirmed: ({ clocks }, say) =>
        `Legal reports that are due: ${obligationNames(obligationsOf(clocks), say)}`,
      obligationsLifted: ({ obligations }, say) =>
        `Legal reports not called for any more: ${obligationNames(obligations, say)}`,
      obligationClocksMoved: ({ clocks }, say) =>
        `Clocks that begin or change: ${obligationNames(obligationsOf(clocks), say)}`,
      obligationsJudged: ({ applies, obligations }, say) =>
        `Judges that ${applies ? 'these are due' : 'these are not called for'}: ${obligationNames(obligations, say)}`,
      obligationClockSet: ({ clock }, say) =>
        `Sets from when the clock runs: ${obligationNames([clock.obligation], say)}`,
      obligationsFiled: ({ obligations }, say) => `Registers as filed: ${obligationNames(obligations, say)}`,
      opinionRecorded: ({ entry, told = [] }) =>
        `Enters ${entry} on public opinion${told.length === 0 ? '' : ', of which people are told'}`,
      opinionReplied: ({ entry }) => `Registers the reply to ${entry}`,
      opinionEnded: () => 'Public opinion is no longer watched',
      improvementOpened: ({ improvement, owner }, say) =>
        `Opens the improvement ${improvement}, owned by ${improvementOwnerWords(owner, say.names, 'en')}`,
      cordonSet: () => 'Sets or changes the cordon',
      cordonLifted: ({ inside }) => `Lifts the cordon, with ${inside} registered as inside`,
      personAdmitted: ({ pass }) => `Lets somebody in, under pass ${pass}`,
      personLeft: ({ pass }) => `Registers that pass ${pass} left`,
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
      criteriaConfirmed: ({ criteria }, say) =>
        `Confirms as met: ${criteria.map((id) => say.names.terminationCriterion(id, 'en')).join('; ')}`,
      criteriaWithdrawn: ({ criteria }, say) =>
        `Takes back that this is met: ${criteria.map((id) => say.names.terminationCriterion(id, 'en')).join('; ')}`,
      criteriaLapsed: ({ criteria }) =>
        `Makes ${criteria.length === 1 ? '1 confirmed termination criterion' : `${criteria.length} confirmed termination criteria`} lapse, to be confirmed anew`,
      criteriaAsked: ({ tell }, say) =>
        `Asks ${say.count(tell.length)} to confirm the termination criteria that are open`,
      terminationProposed: ({ open, override }, say) =>
        `${override ? 'Proposes to end by override, which a second person has to sign' : 'Proposes the termination'}; ${openIn(open, say)}`,
      terminationWithdrawn: () => 'Withdraws the proposal to terminate',
      terminationLapsed: () => 'Makes the pending proposal to terminate lapse',
      terminated: ({ watchUntil, at }, say) =>
        watchUntil === undefined
          ? 'Terminates the response; the aftermath begins and the incident report is written'
          : `Terminates the response; the incident report is written, and for ${say.duration(watchUntil - at)} it is watched: if it comes back within that time, it can be reopened`,
      publicationDrafted: ({ publication, version, texts }) =>
        `Drafts ${publicationName(publication, 'en', version)}, to be checked and approved${promiseIn(texts, 'en')}`,
      publicationChecked: ({ publication, version }) =>
        `Says of ${publicationName(publication, 'en', version)} that law has no objection; it then waits for approval`,
      publicationReturned: ({ publication, version }) =>
        `Returns ${publicationName(publication, 'en', version)}, to be drafted anew`,
      publicationApproved: ({ publication, version, drill }) =>
        drill === undefined
          ? `Approves ${publicationName(publication, 'en', version)}, which is then on the public page for everybody to see`
          : `Approves ${publicationName(publication, 'en', version)}; this is a drill, and nothing is published`,
      publicationWithdrawn: ({ publication }) => `Withdraws ${publicationName(publication, 'en')}`,
      publicationWaived: () => 'Decides that nothing more is published',
      recurrenceDismissed: () =>
        'Finds that it has not come back: the watch goes on, and where its time is over, the aftermath begins',
      reopened: ({ level, incidentLevel }, say) => `Reopens the incident at ${say.levels(level, incidentLevel)}`,
      analysisRecorded: ({ version }) =>
        `Records version ${version} of the cause analysis in place of what was there, to be completed`,
      analysisCompleted: () => 'Declares the cause analysis complete',
      incidentReportEdited: ({ takesBack }) =>
        takesBack === undefined
          ? 'Edits the incident report'
          : `Edits the incident report and thereby takes back version ${takesBack}, which has to be submitted anew`,
      incidentReportSubmitted: ({ version, lacks = [] }, say) =>
        `Submits version ${version} of the incident report, to be reviewed once it is written${lacks.length === 0 ? '' : `; not in it yet: ${reportPartsWords(lacks, say)}`}`,
      incidentReportOutdated: ({ version }) =>
        `Version ${version} of the incident report goes back to draft and has to be submitted anew`,
      incidentReportReturned: ({ version }) => `Returns version ${version} of the incident report to be changed`,
      incidentReportReviewed: ({ version }) => `Passes version ${version} of the incident report on for approval`,
      incidentReportApproved: ({ version }) =>
        `Approves version ${version} of the incident report, which is written once more with its sign-offs`,
      incidentReportRevised: () => 'Opens the approved incident report again, to be reviewed and approved anew',
      lessonGiven: ({ post, version }, say) => `Gives the lessons of ${say.post(post)} (version ${version})`,
      lessonsCollected: ({ missing }, say) =>
        `Collects the lessons, which nobody changes after that${missing.length === 0 ? '' : `; missing: ${say.list(missing.map(say.post))}`}`,
      summaryCalled: ({ participants }, say) => `Calls the summary evaluation, with ${say.people(participants)}`,
      summaryCalledOff: () => 'Calls off the meeting for the summary evaluation',
      summaryHeld: ({ score, conclusion }, say) =>
        `Records the summary evaluation${score === undefined ? '' : `, score ${score}`}${conclusion === undefined ? '' : `, grade: ${say.names.conclusion(conclusion, 'en')}`}, and has its record written`,
      closed: ({ unwritten }) =>
        `Closes the incident, which then takes no more decisions${unwritten === true ? '; the draft of its report is not written any more' : ''}`,
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

/** A warning: people decide whether it is one. */
function promiseIn(texts: EventOf<'publicationDrafted'>['texts'], lang: Lang): string {
  const promise = repairTimeIn(texts);
  if (promise === undefined) return '';
  return lang === 'en'
    ? `. It seems to promise a time of repair: “${promise}”`
    : `。其中似有承诺修复时间的措辞：“${promise}”`;
}

function idsOf(tasks: readonly { task: string }[]): string[] {
  return tasks.map(({ task }) => task);
}

function bodies(count: number): string {
  return count === 1 ? '1 team or post' : `${count} teams or posts`;
}

/** Whoever proposes the end sees what it would leave undone. */
function openIn(open: EventOf<'terminationProposed'>['open'], say: Speaker): string {
  const words = open === undefined ? [] : stillOpenWords(open, say);
  if (say.lang === 'en') return words.length === 0 ? 'nothing is still open' : `still open: ${words.join('; ')}`;
  return words.length === 0 ? '没有尚未了结的事项' : `尚未了结：${words.join('；')}`;
}
