import type { Decision, EventType } from '../../../src/domain/incident/index.js';
import { confirmAt, confirmEnd, override, MINUTE, propose, START } from '../story.js';
import type { Story } from '../story.js';
import { approve, complete, edit, giveBack, record, review, revise, submit } from '../reportPlan.js';
import { CRITERIA } from './situations.js';
import type { Doing } from './table.js';

/** How each row of the table is tried: well formed and to the point, so that only authority and situation decide. */
interface Act {
  /** What must have happened for it to have a point. What the situation does not let happen then has not. */
  given?: (story: Story) => unknown;
  says: (who: string, story: Story) => Decision;
  /** What happens when it is allowed. */
  brings: EventType;
}

const reason = 'as things stand';
const brief = { situation: 'stable', objectives: 'restore' };
const texts = { title: 'Payments fail', place: 'checkout' };

const inCommand = ({ state }: Story): string => state.command.posts['commander']!;
const whoCouldCommand = (story: Story): string => (inCommand(story) === 'commander' ? 'deputy-commander' : 'commander');
const asCommander = (story: Story, decision: Decision) => story.says(inCommand(story), decision);

const offersCommand = (story: Story) =>
  asCommander(story, { type: 'handOver', action: 'offer', to: whoCouldCommand(story), brief });

/** Whoever commands is silent until the next one has been asked. Only while the level asks for check-ins. */
function fallsSilent(story: Story): void {
  const { basis, phase, grading } = story.state;
  const rule = basis.plan.command.checkIn.find(({ levels }) => levels.includes(grading.level ?? ''));
  if (phase !== 'responding' || rule === undefined) return;
  story.passes(rule.every + basis.plan.notification.alert.remindAfter);
}

const FIRST = { publication: 'p1', version: 1 } as const;
const drafts: Decision = {
  type: 'publication',
  action: 'draft',
  kind: 'first',
  facts: [],
  texts: { 'title zh-CN': '说明', 'body zh-CN': '正在处置' },
};
/** By somebody who is in no column: else whoever drafted it may not approve it. */
const isDrafted = (story: Story) => story.says('public-opinion-analyst', drafts);
function isChecked(story: Story): void {
  isDrafted(story);
  story.says('legal-counsel', { type: 'publication', action: 'check', ...FIRST });
}
function isPublished(story: Story): void {
  isChecked(story);
  asCommander(story, { type: 'publication', action: 'approve', ...FIRST });
}

/** Each on the word of whoever holds the post: every post has one holder, of the same name. */
function reportsAgain(who: string): Decision {
  const reporter = { kind: 'person', id: who } as const;
  return { type: 'absorb', mode: 'real', reporter, reportedAt: START, facts: {}, texts };
}
const isReportedAgain = (story: Story) => story.says('sun-yu', reportsAgain('sun-yu'));

const isMet = (criterion: string) => (story: Story) => {
  const rule = story.state.basis.plan.termination.criteria.find(({ id }) => id === criterion);
  return story.says(rule?.confirmedBy ?? '', { type: 'criterion', action: 'confirm', criteria: [criterion] });
};
/** Nothing stands against the end. */
function isReached(story: Story): void {
  for (const [task, { phase, mandatory }] of Object.entries(story.state.tasks.tasks)) {
    if (phase === 'responding' && mandatory) asCommander(story, { type: 'task', action: 'skip', task, reason });
  }
  for (const criterion of CRITERIA) isMet(criterion)(story);
}
const isProposed = (by: string) => (story: Story) => {
  isReached(story);
  return story.says(by, propose([]));
};
const overrides = (story: Story) => asCommander(story, override);

/** At level II only: elsewhere the proposal of the deputy is the end. */
function deputyProposes(story: Story): void {
  if (story.state.grading.level === 'II') isProposed('deputy-commander')(story);
}

function changeLevel(story: Story, by: number): Decision {
  const levels = story.state.basis.plan.levels.map(({ id }) => id);
  const now = story.state.grading.level ?? 'III';
  return { type: 'changeLevel', level: levels[levels.indexOf(now) + by]!, reason };
}

const asksAQuestion = (story: Story) => asCommander(story, { type: 'askQuestion', text: 'Since when?' });
const openQuestion = ({ state }: Story): string => Object.keys(state.situation.questions)[0] ?? 'q1';

function draftsSitrep(story: Story): void {
  if (story.state.sitreps.open === undefined) asCommander(story, { type: 'draftSitrep' });
}
function releasesDraft(story: Story): void {
  const { open } = story.state.sitreps;
  if (open !== undefined) asCommander(story, { type: 'releaseSitrep', number: open.number });
}
const draft = ({ state }: Story): number => state.sitreps.open?.number ?? 1;

const TASK = 'added.1';
const addTask = (at: number, mandatory: boolean): Decision => ({
  type: 'task',
  action: 'add',
  title: 'Rotate the keys',
  owner: { post: 'technical-lead' },
  due: at + 60 * MINUTE,
  mandatory,
});
const hasATask = (mandatory: boolean) => (story: Story) => asCommander(story, addTask(story.at, mandatory));
const toTheDeveloper: Decision = { type: 'task', action: 'reassign', task: TASK, to: { person: 'developer' }, reason };
const finish = (task: string): Decision => ({
  type: 'task',
  action: 'finish',
  task,
  note: 'done',
  link: 'https://git.example/1',
  file: { sha256: 'ab'.repeat(32), name: 'checks.pdf' },
});
const repairedBy = (who: string) => (story: Story) => {
  story.says('technical-lead', finish('diagnose'));
  story.says(who, finish('repair'));
};

const cordon: Decision = { type: 'scene', action: 'cordon', area: 'machine room', rules: 'by pass only' };
const admit: Decision = { type: 'scene', action: 'admit', name: 'A guest', area: 'machine room', purpose: 'disks' };
const isCordoned = (story: Story) => asCommander(story, cordon);
function hasSomebodyInside(story: Story): void {
  isCordoned(story);
  asCommander(story, admit);
}

/** One of the four whom technical rescue needs does not come, so that its partners are asked. */
const asksPartners = (story: Story) => story.says('developer', { type: 'decline', person: 'developer', reason: 'ill' });

/** The developer asks, and the ledger has it. */
function developerAsks(resource: string, quantity: number) {
  return (story: Story): void => {
    story.says('developer', { type: 'resource', action: 'request', resource, quantity, purpose: 'traces' });
    const head = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
    for (const { effect } of Object.values(story.state.effects.pending)) {
      if (effect.kind !== 'allocate' || effect.resource !== resource) continue;
      const lots = [{ item: 'case-1', quantity }];
      story.hears({ ...head, type: 'allocated', effectId: effect.id, lots, missing: 0, heldBy: [] });
    }
  };
}
const asksForDisks = developerAsks('forensic-storage', 1);
const asksForMoney = developerAsks('emergency-fund', 100_000);
const need = ({ state }: Story): string =>
  Object.entries(state.resources.requests).find(([, { by }]) => by?.person === 'developer')?.[0] ?? 'q1';
const disks = { lots: [{ item: 'case-1', quantity: 1 }] };
function sendsDisks(story: Story): void {
  asksForDisks(story);
  asCommander(story, { type: 'resource', action: 'dispatch', request: need(story) });
}

/** The ledger says that another incident holds the developer. */
function isContested(story: Story): void {
  const claims = Object.values(story.state.effects.pending).flatMap(({ effect }) =>
    effect.kind === 'claim' && effect.people.includes('developer') ? [effect] : [],
  );
  for (const { id, role } of claims) {
    const contested = [{ person: 'developer', heldBy: 'i-2', role }];
    const head = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
    story.hears({ ...head, type: 'claimed', effectId: id, contested, shared: [] });
  }
}

/** By the technical lead, and written. */
function isSubmitted(story: Story): void {
  story.says('technical-lead', submit);
  story.delivers();
}

function isReviewed(story: Story): void {
  isSubmitted(story);
  story.says('deputy-commander', review());
}

export const ACTS: Record<Doing, Act> = {
  'confirm at level IV': { says: () => confirmAt('IV'), brings: 'confirmed' },
  'confirm at level III': { says: () => confirmAt('III'), brings: 'confirmed' },
  'confirm at level II': { says: () => confirmAt('II'), brings: 'confirmed' },
  'declare or prolong standby': {
    says: () => ({ type: 'verify', outcome: 'standby', reason }),
    brings: 'standbyDeclared',
  },
  'reject the report': { says: () => ({ type: 'verify', outcome: 'rejected', reason }), brings: 'rejected' },
  'merge into another incident': { says: () => ({ type: 'merge', into: 'i-2', reason }), brings: 'mergeAsked' },
  'report the same again': {
    says: reportsAgain,
    brings: 'reportAbsorbed',
  },
  'set the pace of a drill': {
    given: (story) => void (story.state = { ...story.state, report: { ...story.state.report, mode: 'drill' } }),
    says: () => ({ type: 'setPace', pace: 60 }),
    brings: 'paceSet',
  },
  'let people go to a real incident': {
    given: (story) => void (story.state = { ...story.state, report: { ...story.state.report, mode: 'drill' } }),
    says: () => ({ type: 'preempt', heldBy: 'i-2', people: ['developer'] }),
    brings: 'preempted',
  },
  'offer command': {
    says: (_, story) => ({ type: 'handOver', action: 'offer', to: whoCouldCommand(story), brief }),
    brings: 'handoverOffered',
  },
  'accept command': {
    given: offersCommand,
    says: () => ({ type: 'handOver', action: 'accept' }),
    brings: 'commandPassed',
  },
  'decline command': {
    given: offersCommand,
    says: () => ({ type: 'handOver', action: 'decline', reason }),
    brings: 'handoverDeclined',
  },
  'withdraw the offer': {
    given: offersCommand,
    says: () => ({ type: 'handOver', action: 'withdraw', reason }),
    brings: 'handoverWithdrawn',
  },
  'check in': { says: () => ({ type: 'checkIn' }), brings: 'checkedIn' },
  'say that the commander does not answer': {
    says: () => ({ type: 'missCommander' }),
    brings: 'commanderMissed',
  },
  'take command from the silent': {
    given: fallsSilent,
    says: () => ({ type: 'takeCommand' }),
    brings: 'commandPassed',
  },
  'raise the level': { says: (_, story) => changeLevel(story, -1), brings: 'levelChanged' },
  'lower the level': { says: (_, story) => changeLevel(story, 1), brings: 'levelChanged' },
  'change the category': {
    says: () => ({ type: 'changeCategory', category: 'security', reason }),
    brings: 'categoryChanged',
  },
  'confirm a termination criterion': {
    says: () => ({ type: 'criterion', action: 'confirm', criteria: ['under-control'] }),
    brings: 'criteriaConfirmed',
  },
  'take back a termination criterion': {
    given: isMet('under-control'),
    says: () => ({ type: 'criterion', action: 'withdraw', criteria: ['under-control'], reason }),
    brings: 'criteriaWithdrawn',
  },
  'ask for the termination criteria': {
    says: () => ({ type: 'terminate', action: 'ask' }),
    brings: 'criteriaAsked',
  },
  'propose the end': { given: isReached, says: () => propose([]), brings: 'terminationProposed' },
  'confirm the end': { given: isProposed('technical-lead'), says: () => confirmEnd, brings: 'terminated' },
  'confirm the end that the deputy proposed': { given: deputyProposes, says: () => confirmEnd, brings: 'terminated' },
  'withdraw the proposal': {
    given: isProposed('technical-lead'),
    says: () => ({ type: 'terminate', action: 'withdraw', reason }),
    brings: 'terminationWithdrawn',
  },
  'propose to override what is open': { says: () => override, brings: 'terminationProposed' },
  'sign the override': { given: overrides, says: () => confirmEnd, brings: 'terminated' },
  'reopen the incident': { says: () => ({ type: 'reopen', reason }), brings: 'reopened' },
  'say that it has not come back': {
    given: isReportedAgain,
    says: () => ({ type: 'dismissRecurrence', reason }),
    brings: 'recurrenceDismissed',
  },
  'record the cause analysis': { says: () => record(), brings: 'analysisRecorded' },
  'declare the analysis complete': {
    given: (story) => asCommander(story, record()),
    says: () => complete,
    brings: 'analysisCompleted',
  },
  'edit the incident report': { says: () => edit({ unit: 'We sell books' }), brings: 'incidentReportEdited' },
  'submit the incident report': { says: () => submit, brings: 'incidentReportSubmitted' },
  'return what the lead submitted': {
    given: isSubmitted,
    says: () => giveBack(),
    brings: 'incidentReportReturned',
  },
  'review what the lead submitted': { given: isSubmitted, says: () => review(), brings: 'incidentReportReviewed' },
  'approve what the deputy reviewed': { given: isReviewed, says: () => approve(), brings: 'incidentReportApproved' },
  'open the approved report again': {
    given: (story) => {
      isReviewed(story);
      asCommander(story, approve());
    },
    says: () => revise(),
    brings: 'incidentReportRevised',
  },
  'close the incident': {
    given: (story) => story.delivers(),
    says: () => ({ type: 'close', despite: true, reason }),
    brings: 'closed',
  },
  'give the lessons of technical rescue': {
    says: () => ({ type: 'lesson', action: 'give', post: 'technical-lead', answers: { '1': 'late' }, findings: ['1'] }),
    brings: 'lessonGiven',
  },
  'collect the lessons': {
    says: () => ({ type: 'lesson', action: 'collect', reason }),
    brings: 'lessonsCollected',
  },
  'call the summary evaluation': {
    says: (_, { at }) => ({ type: 'summary', action: 'call', meetingAt: at + 60 * MINUTE, place: 'room 4' }),
    brings: 'summaryCalled',
  },
  'record the summary evaluation': {
    says: () => ({
      type: 'summary',
      action: 'hold',
      present: ['commander'],
      ratings: [{ criterion: 'E-13', rating: 'S' }],
      conclusions: 'in time',
      reason,
    }),
    brings: 'summaryHeld',
  },
  'move to another plan version': {
    says: (_, { state: { basis } }) => {
      const plan = { ...basis.plan, version: basis.plan.version + 1, hash: 'a7'.repeat(32) };
      return { type: 'movePlan', basis: { ...basis, plan }, reason };
    },
    brings: 'planMoved',
  },
  'add a fact': {
    says: () => ({ type: 'addFact', statement: 'Two regions', source: 'monitoring', confidence: 'confirmed' }),
    brings: 'factAdded',
  },
  'ask a question': { says: () => ({ type: 'askQuestion', text: 'Since when?' }), brings: 'questionAsked' },
  'answer a question': {
    given: asksAQuestion,
    says: (_, story) => ({ type: 'answerQuestion', question: openQuestion(story), text: 'Since three' }),
    brings: 'questionAnswered',
  },
  'ask for a SITREP': { given: releasesDraft, says: () => ({ type: 'draftSitrep' }), brings: 'sitrepDrafted' },
  'edit a SITREP': {
    given: draftsSitrep,
    says: (_, story) => ({ type: 'editSitrep', number: draft(story), sections: { situation: 'Stable' } }),
    brings: 'sitrepEdited',
  },
  'release a SITREP': {
    given: draftsSitrep,
    says: (_, story) => ({ type: 'releaseSitrep', number: draft(story) }),
    brings: 'sitrepReleased',
  },
  'start a task of the technical lead': {
    given: hasATask(true),
    says: () => ({ type: 'task', action: 'start', task: TASK }),
    brings: 'taskStarted',
  },
  'start a task given to the developer': {
    given(story) {
      hasATask(true)(story);
      asCommander(story, toTheDeveloper);
    },
    says: () => ({ type: 'task', action: 'start', task: TASK }),
    brings: 'taskStarted',
  },
  'finish a task of the technical lead': { given: hasATask(true), says: () => finish(TASK), brings: 'taskFinished' },
  'verify the repair': {
    given: repairedBy('technical-lead'),
    says: () => finish('restored'),
    brings: 'taskFinished',
  },
  'verify the repair after the deputy had a hand in it': {
    given: repairedBy('deputy-commander'),
    says: () => finish('restored'),
    brings: 'taskFinished',
  },
  'skip an optional task': {
    given: hasATask(false),
    says: () => ({ type: 'task', action: 'skip', task: TASK, reason }),
    brings: 'taskSkipped',
  },
  'skip a mandatory task': {
    given: hasATask(true),
    says: () => ({ type: 'task', action: 'skip', task: TASK, reason }),
    brings: 'taskSkipped',
  },
  'give a task to somebody else': { given: hasATask(true), says: () => toTheDeveloper, brings: 'taskReassigned' },
  'add a task': { says: (_, { at }) => addTask(at, true), brings: 'taskAdded' },
  'set the cordon': { says: () => cordon, brings: 'cordonSet' },
  'lift the cordon': {
    given: isCordoned,
    says: () => ({ type: 'scene', action: 'lift', reason }),
    brings: 'cordonLifted',
  },
  'let somebody in': { given: isCordoned, says: () => admit, brings: 'personAdmitted' },
  'register who leaves': {
    given: hasSomebodyInside,
    says: () => ({ type: 'scene', action: 'leave', pass: 1 }),
    brings: 'personLeft',
  },
  'register a legal report as filed': {
    says: () => ({
      type: 'obligation',
      action: 'file',
      obligations: ['D-04'],
      to: 'the authority',
      channel: 'hotline',
      reference: 'A-1',
      // In the aftermath of two days it is late.
      lateReason: reason,
    }),
    brings: 'obligationsFiled',
  },
  'judge whether a legal report is due': {
    says: () => ({ type: 'obligation', action: 'judge', obligations: ['D-04'], applies: false, reason }),
    brings: 'obligationsJudged',
  },
  'say from when a legal clock runs': {
    says: (_, { at }) => ({ type: 'obligation', action: 'setClock', obligation: 'D-04', start: at - 1, reason }),
    brings: 'obligationClockSet',
  },
  'enter what is said in public': {
    says: () => ({ type: 'publicOpinion', action: 'record', source: 'microblogs', volume: 300, usual: 100 }),
    brings: 'opinionRecorded',
  },
  'register a reply to it': {
    given: (story) =>
      asCommander(story, { type: 'publicOpinion', action: 'record', source: 'microblogs', claim: 'Down again' }),
    says: () => ({ type: 'publicOpinion', action: 'reply', entry: 'o1', reply: 'Your money is safe' }),
    brings: 'opinionReplied',
  },
  'end the watch on public opinion': {
    says: () => ({ type: 'publicOpinion', action: 'end', reason }),
    brings: 'opinionEnded',
  },
  'draft a text for the public': { says: () => drafts, brings: 'publicationDrafted' },
  'check a text for the public': {
    given: isDrafted,
    says: () => ({ type: 'publication', action: 'check', ...FIRST }),
    brings: 'publicationChecked',
  },
  'return a text for the public': {
    given: isDrafted,
    says: () => ({ type: 'publication', action: 'return', ...FIRST, remarks: reason }),
    brings: 'publicationReturned',
  },
  'approve a text for the public': {
    given: isChecked,
    says: () => ({ type: 'publication', action: 'approve', ...FIRST }),
    brings: 'publicationApproved',
  },
  'approve it without the legal check': {
    given: isDrafted,
    says: () => ({ type: 'publication', action: 'approve', ...FIRST, reason }),
    brings: 'publicationApproved',
  },
  'withdraw what is published': {
    given: isPublished,
    says: () => ({ type: 'publication', action: 'withdraw', publication: 'p1', reason }),
    brings: 'publicationWithdrawn',
  },
  'decide that nothing is published': {
    says: () => ({ type: 'publication', action: 'waive', reason }),
    brings: 'publicationWaived',
  },
  'open an improvement': {
    says: (_, { at }) => ({
      type: 'improvement',
      finding: 'nobody could fail over',
      measure: 'write the run book',
      kind: 'process',
      priority: 'high',
      owner: { post: 'technical-lead' },
      dueAt: at + 1,
    }),
    brings: 'improvementOpened',
  },
  'ask for a resource': {
    says: () => ({
      type: 'resource',
      action: 'request',
      resource: 'forensic-storage',
      quantity: 1,
      purpose: 'traces',
    }),
    brings: 'resourcesRequested',
  },
  'ask a partner for help': {
    says: () => ({ type: 'resource', action: 'requestPartner', partner: 'cloud-provider', purpose: 'capacity' }),
    brings: 'partnerAsked',
  },
  'cancel what the developer asked for': {
    given: asksForDisks,
    says: (_, story) => ({ type: 'resource', action: 'cancel', request: need(story), reason }),
    brings: 'requestCancelled',
  },
  'change what the developer asked for': {
    given: asksForDisks,
    says: (_, story) => ({ type: 'resource', action: 'amend', request: need(story), priority: 'urgent' }),
    brings: 'requestAmended',
  },
  'use something else for what the developer lacks': {
    given: (story) =>
      story.says('developer', {
        type: 'resource',
        action: 'request',
        resource: 'forensic-storage',
        quantity: 1,
        purpose: 'traces',
      }),
    says: (_, story) => ({
      type: 'resource',
      action: 'substitute',
      request: need(story),
      resource: 'diagnostic-tools',
      reason,
    }),
    brings: 'requestSubstituted',
  },
  'approve spending that the developer asked for': {
    given: asksForMoney,
    says: (_, story) => ({ type: 'resource', action: 'approve', request: need(story), reason }),
    brings: 'spendingApproved',
  },
  'refuse spending that the developer asked for': {
    given: asksForMoney,
    says: (_, story) => ({ type: 'resource', action: 'refuse', request: need(story), reason }),
    brings: 'spendingRefused',
  },
  'send out what the developer asked for': {
    given: asksForDisks,
    says: (_, story) => ({ type: 'resource', action: 'dispatch', request: need(story) }),
    brings: 'resourcesDispatched',
  },
  'register that it has arrived': {
    given: sendsDisks,
    says: (_, story) => ({ type: 'resource', action: 'arrive', request: need(story) }),
    brings: 'resourcesArrived',
  },
  'register that it was returned': {
    given: sendsDisks,
    says: (_, story) => ({ type: 'resource', action: 'return', requests: [need(story)] }),
    brings: 'resourcesReturned',
  },
  'register that it was used up': {
    given: sendsDisks,
    says: (_, story) => ({ type: 'resource', action: 'consume', request: need(story), ...disks, note: 'sealed' }),
    brings: 'resourcesConsumed',
  },
  'register that it was damaged': {
    given: sendsDisks,
    says: (_, story) => ({ type: 'resource', action: 'damage', request: need(story), ...disks, reason }),
    brings: 'resourcesDamaged',
  },
  'register what the partner answered': {
    given: (story) =>
      story.says('developer', {
        type: 'resource',
        action: 'requestPartner',
        partner: 'cloud-provider',
        purpose: 'capacity',
      }),
    says: (_, { state }) => ({
      type: 'resource',
      action: 'partnerReply',
      request: Object.keys(state.resources.partners)[0] ?? 'q1',
      reply: 'confirmed',
      note: 'two racks',
    }),
    brings: 'partnerReplied',
  },
  'acknowledge one’s own call': { says: (who) => ({ type: 'acknowledge', person: who }), brings: 'acknowledged' },
  'acknowledge for the developer': {
    says: () => ({ type: 'acknowledge', person: 'developer' }),
    brings: 'acknowledged',
  },
  'decline one’s own call': { says: (who) => ({ type: 'decline', person: who, reason }), brings: 'declined' },
  'decline for the developer': {
    says: () => ({ type: 'decline', person: 'developer', reason }),
    brings: 'declined',
  },
  'report one’s own arrival': { says: (who) => ({ type: 'arrive', person: who }), brings: 'arrived' },
  'report the arrival of the developer': { says: () => ({ type: 'arrive', person: 'developer' }), brings: 'arrived' },
  'release the developer': {
    says: () => ({ type: 'release', people: ['developer'], reason }),
    brings: 'released',
  },
  'answer for a partner': {
    given: asksPartners,
    says: () => ({ type: 'answerForPartner', partner: 'cloud-provider', team: 'technical-rescue', accepted: true }),
    brings: 'partnerAnswered',
  },
  'accept a shortage': {
    given: asksPartners,
    says: () => ({ type: 'acceptShortage', team: 'technical-rescue', reason }),
    brings: 'shortageAccepted',
  },
  'share the developer': {
    given: isContested,
    says: () => ({ type: 'resolveClaim', person: 'developer', decision: 'share', reason }),
    brings: 'claimResolved',
  },
  'yield the developer': {
    given: isContested,
    says: () => ({ type: 'resolveClaim', person: 'developer', decision: 'yield', reason }),
    brings: 'claimResolved',
  },
};
