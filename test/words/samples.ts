import { REFUSAL_CODES } from '../../src/domain/incident/index.js';
import type { Details, IncidentEvent, NoticeTemplate, Refusal, RefusalCode } from '../../src/domain/incident/index.js';
import type { NoticeInput } from '../../src/domain/words/index.js';
import type { Lang } from '../../src/domain/lang.js';
import { MINUTE } from '../../src/domain/time.js';
import { sampleNames } from '../support/samplePlan.js';
import { nextVersion } from '../incident/nextVersion.js';
import { fullStory, REPORT, START, Story } from './story.js';

/** The details of each refusal as the machine writes them. */
const DETAILS: Record<RefusalCode, { found?: Details; needed?: Details }> = {
  not_authorised: { found: { posts: ['duty'] }, needed: { posts: ['commander', 'deputy'] } },
  wrong_phase: { found: { phase: 'aftermath' }, needed: { phases: ['reported', 'standby'] } },
  incident_closed: { found: { phase: 'closed' } },
  unknown_level: { found: { level: 'L9' }, needed: { levels: ['L1', 'L2', 'L3'] } },
  unknown_incident_level: { found: { incidentLevel: 'x' }, needed: { incidentLevels: ['critical', 'serious'] } },
  level_required: { needed: { levels: ['L1', 'L2'] } },
  no_change: { found: { level: 'L2' } },
  reason_required: {},
  unknown_criteria: { found: { criteria: ['x'] }, needed: { criteria: ['serviceRestored'] } },
  criteria_missing: { found: { criteria: [] }, needed: { criteria: ['serviceRestored', 'noFurtherHarm'] } },
  already_proposed: { found: { by: 'person:zhao-lei' } },
  nothing_proposed: {},
  second_person_required: { found: { proposedBy: 'person:zhao-lei' } },
  report_not_written: {},
  other_plan: { found: { plan: 'hospital' }, needed: { plan: 'sample' } },
  same_plan_version: { found: { version: 3 } },
  missing_in_plan: { found: { version: 4, missing: ['team/publicity', 'level/L1'] }, needed: { version: 3 } },
  nobody_in_posts: { found: { version: 4, posts: ['commander'] }, needed: { version: 3 } },
  handover_open: { found: { to: 'chen-jing' } },
  no_handover: {},
  handover_to_other: { needed: { person: 'chen-jing' } },
  brief_required: {},
  cannot_command: { found: { person: 'sun-yu' }, needed: { people: ['chen-jing'] } },
  not_asked: { needed: { people: ['chen-jing'] } },
  merge_with_itself: { found: { incident: 'i-1' } },
  merge_open: { found: { into: 'i-2' } },
  other_mode: { found: { mode: 'drill' }, needed: { mode: 'real' } },
  not_concerned: {},
  not_called: { found: { noticeId: 'n5' } },
  already_acknowledged: {},
  already_declined: {},
  already_arrived: {},
  not_mobilised: { found: { people: ['xu-na'], team: 'tech' } },
  partner_not_asked: { found: { partner: 'cloud', team: 'tech' }, needed: { partners: [] } },
  no_shortage: { found: { team: 'tech' }, needed: { teams: ['liaison'] } },
  changed: { found: { ifSeq: 20, seq: 24, moved: ['grading', 'termination'] } },
  request_id_reused: { found: { requestId: 'r7' } },
  malformed: { found: { field: 'outcome' }, needed: { form: 'one of confirmed, standby, rejected' } },
  machine_error: {},
};

export function sampleRefusals(): Refusal[] {
  return REFUSAL_CODES.map((code) => ({ code, found: {}, needed: {}, ...DETAILS[code] }));
}

/** Real events of every type that the machine knows. */
export function sampleEvents(): IncidentEvent[] {
  const full = fullStory();
  full.delivers().writesReport().says('lin-wei', { type: 'close', reason: '资料已归档' });
  const moved = new Story();
  moved.says('lin-wei', { type: 'movePlan', basis: nextVersion(), reason: '新版更清楚' });
  const rejected = new Story({ mode: 'drill' });
  rejected.says('lin-wei', { type: 'verify', outcome: 'rejected', reason: '压测误报' });
  // Stood down while the retry of an undelivered call is still resting.
  const cancelled = new Story();
  cancelled.delivers({ delayed: { 'chen-jing': 'timeout' } });
  cancelled.says('lin-wei', { type: 'verify', outcome: 'rejected', reason: '压测误报' });
  const last = cancelled.events.at(-1)!;
  // The shell writes this one itself, when the machine fails.
  const failed: IncidentEvent = {
    seq: last.seq + 1,
    at: last.at,
    actor: { kind: 'system' },
    via: 'system',
    type: 'machineFailed',
    error: 'TypeError: x is not a function',
    during: 'changeLevel',
  };
  return [
    ...full.events,
    ...moved.events,
    ...rejected.events,
    ...cancelled.events,
    ...commandEvents(),
    ...undecidedEvents(),
    ...mergingEvents(),
    ...mobilisationEvents(),
    failed,
  ];
}

/** Command is offered, declined, taken back, checked in on, silent and taken over. */
function commandEvents(): IncidentEvent[] {
  const story = new Story({}, (plan) => {
    plan.command.checkIn = [{ levels: ['L1', 'L2', 'L3'], every: 30 * MINUTE }];
  });
  const brief = { situation: '一区不可用', objectives: '切换到二区' };
  story.says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L2', reason: '监控证实' });
  story.says('lin-wei', { type: 'handOver', action: 'offer', to: 'chen-jing', brief });
  story.says('chen-jing', { type: 'handOver', action: 'decline', reason: '正在途中' });
  story.says('lin-wei', { type: 'handOver', action: 'offer', to: 'chen-jing', brief });
  story.says('lin-wei', { type: 'handOver', action: 'withdraw', reason: '情况有变' });
  story.says('lin-wei', { type: 'checkIn', note: '在线' });
  for (let i = 0; i < 12; i++) story.after(10 * MINUTE).wakes();
  story.says('chen-jing', { type: 'takeCommand' });
  return story.events;
}

/** Nobody decides until the plan does; then standby, forewarned, and nobody decides again. */
function undecidedEvents(): IncidentEvent[] {
  const rule = { remindAfter: 5 * MINUTE, reminders: 0 };
  const silent = new Story({}, (plan) => {
    Object.assign(plan.verification, { ...rule, timeBox: [{ within: 30 * MINUTE }] });
    plan.verification.onTimeout = { do: 'treatAsReal', provisionalLevel: 'L3' };
  });
  const standby = new Story({}, (plan) => {
    Object.assign(plan.verification, { ...rule, standby: { teams: ['tech'], reverifyAfter: 60 * MINUTE } });
  });
  standby.says('lin-wei', { type: 'verify', outcome: 'standby', reason: '待查' });
  for (const story of [silent, standby]) for (let i = 0; i < 20; i++) story.after(15 * MINUTE).wakes();
  return [...silent.events, ...standby.events];
}

function mergingEvents(): IncidentEvent[] {
  const story = new Story();
  const merge = { type: 'merge', into: 'INC-2026-0041', reason: '同一故障' } as const;
  const effectId = () => Object.values(story.state.effects.pending).find((p) => p.effect.kind === 'merge')!.effect.id;
  const { title, place, facts } = REPORT;
  const absorb = { type: 'absorb', mode: 'real', facts, reportedAt: START, texts: { title, place } } as const;
  story.says('sun-yu', { ...absorb, reporter: { kind: 'person', id: 'sun-yu' } });
  story.says('lin-wei', merge);
  story.world({ type: 'mergeAnswered', effectId: effectId(), code: 'wrong_phase' });
  story.says('lin-wei', merge);
  story.world({ type: 'mergeAnswered', effectId: effectId() });
  return story.events;
}

/** Too few come, until they are enough, and until they are too few again; what another incident takes is told by hand. */
function mobilisationEvents(): IncidentEvent[] {
  const story = new Story({}, (plan) => {
    const rule = {
      team: 'tech',
      headcount: 3,
      qualifications: [{ qualification: 'restore', people: 1 }],
      substitutes: ['liaisonMember'],
      partners: ['cloud'],
    };
    const [, ...others] = plan.mobilisation;
    plan.mobilisation = [{ ...rule, levels: ['L2', 'L3'] }, { ...rule, levels: ['L1'], headcount: 4 }, ...others];
    plan.partners = [{ id: 'cloud', owner: 'duty' }];
    plan.shifts = { longest: 60 * MINUTE, rest: 60 * MINUTE, tell: ['duty'] };
  });
  const ill = (who: string) => story.says(who, { type: 'decline', person: who, reason: '发烧' });
  story.says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L3', reason: '监控证实' });
  story.acknowledges('zhao-lei');
  for (const who of ['sun-yu', 'xu-na', 'ma-chao']) ill(who);
  story.says('wang-fang', { type: 'answerForPartner', partner: 'cloud', team: 'tech', accepted: false, note: '满员' });
  const answer = { type: 'answerForPartner', partner: 'cloud', team: 'tech', accepted: true } as const;
  story.says('wang-fang', { ...answer, headcount: 2, eta: story.at + 5 * MINUTE, qualifications: ['restore'] });
  story.says('zhao-lei', { type: 'arrive', person: 'he-zhe', note: '机房' });
  story.says('zhao-lei', { type: 'release', people: ['he-zhe', 'zhao-lei'], reason: '换班' });
  story.says('lin-wei', { type: 'acceptShortage', team: 'tech', reason: '够用' });
  story.says('lin-wei', { type: 'changeLevel', level: 'L1', reason: '扩大' });
  story.acknowledges('wu-kun');
  story
    .after(70 * MINUTE)
    .wakes()
    .wakes();
  const last = story.events.at(-1)!;
  const takenOff: IncidentEvent = {
    seq: last.seq + 1,
    at: last.at,
    actor: { kind: 'system' },
    via: 'system',
    type: 'takenOff',
    person: 'wu-kun',
    targets: [{ kind: 'team', id: 'tech' }],
    why: 'yielded',
  };
  return [...story.events, takenOff];
}

/** The facts of each notice as the machine writes them. */
const FACTS: Record<NoticeTemplate, Details> = {
  alert: { proposedLevel: 'L2' },
  verificationReminder: { since: START },
  verificationOverdue: { since: START, then: 'treatAsReal', thenAt: START + 180_000, thenLevel: 'L2' },
  verificationEscalated: { since: START },
  treatedAsReal: { why: 'timeBox', level: 'L2', incidentLevel: 'serious' },
  standby: {},
  forewarned: {},
  standbyLifted: {},
  rejected: { from: 'standby' },
  levelProposed: { level: 'L3', incidentLevel: 'minor', proposedLevel: 'L2' },
  levelRaised: { level: 'L2', incidentLevel: 'serious', from: 'L3' },
  merged: { into: 'i-2' },
  mergeRefused: { into: 'i-2', code: 'wrong_phase' },
  absorbed: { from: 'i-2' },
  handoverOffered: { level: 'L2', incidentLevel: 'serious', from: 'lin-wei' },
  handoverAnswered: { to: 'chen-jing', answer: 'declined' },
  checkInDue: { level: 'L2', incidentLevel: 'serious' },
  commandAsked: { level: 'L2', incidentLevel: 'serious', silent: ['lin-wei'] },
  commandHeld: { level: 'L2', incidentLevel: 'serious', from: 'lin-wei' },
  commandUnanswered: { level: 'L2', incidentLevel: 'serious', silent: ['lin-wei', 'chen-jing'] },
  commandPassed: { level: 'L2', incidentLevel: 'serious', from: 'lin-wei', to: 'chen-jing', why: 'silence' },
  commandTaken: { level: 'L2', incidentLevel: 'serious', from: 'lin-wei', to: 'chen-jing', why: 'handover' },
  postTaken: { level: 'L2', incidentLevel: 'serious', post: 'deputy' },
  relieved: { level: 'L2', incidentLevel: 'serious', from: 'lin-wei', to: 'chen-jing', why: 'silence' },
  call: { level: 'L2', incidentLevel: 'serious' },
  reminder: { level: 'L2', incidentLevel: 'serious' },
  silence: { targets: ['team/tech'], silent: ['qian-rong', 'he-zhe'] },
  standDown: { level: 'L3', incidentLevel: 'minor' },
  declined: { person: 'he-zhe', targets: ['team/tech'] },
  released: { level: 'L2', incidentLevel: 'serious' },
  takenOff: {},
  partnerCall: { level: 'L2', incidentLevel: 'serious', partner: 'cloud', team: 'tech' },
  partnerStandDown: { partner: 'cloud', team: 'tech' },
  shortage: {
    level: 'L2',
    incidentLevel: 'serious',
    team: 'tech',
    why: 'deadline',
    have: 1,
    missing: 2,
    missingQualifications: ['restore'],
    noAnswer: ['sun-yu'],
    noAnswerCount: 23,
    undelivered: ['he-zhe'],
    undeliveredCount: 1,
    declined: [],
    declinedCount: 0,
    notAnswered: ['xu-na'],
    notAnsweredCount: 1,
    partners: ['cloud'],
  },
  shortageAccepted: {
    level: 'L2',
    incidentLevel: 'serious',
    team: 'tech',
    have: 3,
    missing: 0,
    missingQualifications: ['restore', 'restore'],
  },
  quorumReached: { level: 'L2', incidentLevel: 'serious', team: 'tech', have: 3 },
  quorumLost: { level: 'L2', incidentLevel: 'serious', team: 'tech', have: 2, missing: 1, missingQualifications: [] },
  reliefDue: { level: 'L2', incidentLevel: 'serious', people: ['he-zhe', 'wu-kun'] },
  terminationProposed: { level: 'L2', incidentLevel: 'serious' },
  terminated: { level: 'L2', incidentLevel: 'serious' },
  machineFailed: { during: 'changeLevel', error: 'TypeError: x is not a function' },
};

export const ACK_URL = 'https://muster.example.org/ack/eyJpIjoi.q_-7';

export function sampleNotice(template: NoticeTemplate, lang: Lang, more: Partial<NoticeInput> = {}): NoticeInput {
  const { title, place, cause, impact, description } = REPORT;
  return {
    template,
    facts: FACTS[template],
    texts: { title, place, cause: cause!, impact: impact!, description: description!, reason: '监控与客服均证实' },
    names: sampleNames(),
    lang,
    incidentId: REPORT.incidentId,
    mode: 'real',
    recipient: { person: 'zhao-lei', targets: ['team/tech'] },
    zone: 'Asia/Shanghai',
    category: 'operation',
    reportedAt: START,
    ...(['alert', 'call', 'reminder'].includes(template) ? { ackUrl: ACK_URL } : {}),
    ...more,
  };
}
