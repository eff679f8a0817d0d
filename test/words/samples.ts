import { knownFacts, pending, REFUSAL_CODES } from '../../src/domain/incident/index.js';
import type {
  Details,
  IncidentEvent,
  NoticeTemplate,
  Refusal,
  RefusalCode,
  RequestTold,
  TaskTold,
} from '../../src/domain/incident/index.js';
import type { ImprovementMailInput, NoticeInput, UpkeepLine } from '../../src/domain/words/index.js';
import type { Lang } from '../../src/domain/lang.js';
import { DAY, MINUTE } from '../../src/domain/time.js';
import { planWithSitreps, sampleNames } from '../support/samplePlan.js';
import { nextVersion } from '../incident/nextVersion.js';
import { endOpinion, entry, opinionBasis, reply } from '../incident/opinionPlan.js';
import {
  aftermathRule,
  approve,
  complete,
  edit,
  giveBack,
  ITEMS,
  record,
  review,
  revise,
  submit,
} from '../incident/reportPlan.js';
import { ask, on, resourcesBasis, ResourceStory } from '../incident/resourcesPlan.js';
import { call, collect, give, hold, lessonsBasis } from '../incident/lessonsPlan.js';
import { withPublication } from '../incident/publicationPlan.js';
import { endsAnyhow } from '../incident/story.js';
import { fullStory, REPORT, START, Story } from './story.js';

/** The details of each refusal as the machine writes them. */
const DETAILS: Record<RefusalCode, { found?: Details; needed?: Details }> = {
  not_authorised: { found: { posts: ['duty'] }, needed: { posts: ['commander', 'deputy'] } },
  wrong_phase: { found: { phase: 'aftermath' }, needed: { phases: ['reported', 'standby'] } },
  incident_closed: { found: { phase: 'closed' } },
  unknown_category: { found: { category: 'fire' }, needed: { categories: ['operation', 'security'] } },
  same_category: { found: { category: 'security' } },
  unknown_level: { found: { level: 'L9' }, needed: { levels: ['L1', 'L2', 'L3'] } },
  unknown_incident_level: { found: { incidentLevel: 'x' }, needed: { incidentLevels: ['critical', 'serious'] } },
  level_required: { needed: { levels: ['L1', 'L2'] } },
  no_change: { found: { level: 'L2' } },
  reason_required: {},
  operator_only: {},
  not_a_drill: {},
  simulated_only_in_drills: {},
  not_simulated: { found: { person: 'lin-wei' } },
  pace_out_of_range: { found: { pace: 5_000 }, needed: { from: 0, to: 3_600 } },
  unknown_criteria: { found: { criteria: ['x'] }, needed: { criteria: ['serviceRestored'] } },
  criteria_of_others: { found: { criteria: ['serviceRestored'] }, needed: { posts: ['techLead'] } },
  criteria_stand: { found: { criteria: ['serviceRestored'], status: 'confirmed' } },
  end_not_reached: {
    found: {
      open: ['criterion_open serviceRestored techLead', 'task_open repair', 'people_inside 2', 'cordon_stands'],
    },
  },
  no_override: {},
  override_not_needed: {},
  watch_over: {},
  no_recurrence: {},
  already_proposed: { found: { by: 'person:zhao-lei' } },
  nothing_proposed: {},
  second_person_required: { found: { proposedBy: 'person:zhao-lei' } },
  report_not_written: {},
  aftermath_open: { found: { steps: ['analysis', 'report'], reportLacks: ['analysis', 'lessons'] } },
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
  not_contested: { found: { person: 'sun-yu' }, needed: { people: ['he-zhe'] } },
  hand_over_first: { found: { person: 'lin-wei' } },
  not_called: { found: { noticeId: 'n5' } },
  already_acknowledged: {},
  not_involved: {},
  nothing_told: {},
  text_required: { found: { field: 'source' } },
  unknown_fact: { found: { facts: ['x'] }, needed: { known: ['usersAffected', 'dataLost'] } },
  wrong_fact_type: { found: { fact: 'dataLost' }, needed: { type: 'boolean' } },
  unknown_option: { found: { fact: 'dataLost', option: 'x' }, needed: { options: ['none', 'some'] } },
  too_many_questions: { found: { open: 30 }, needed: { atMost: 30 } },
  no_such_question: { found: { question: 'q7' }, needed: { open: ['q9'] } },
  no_sitreps: {},
  sitrep_open: { found: { number: 3 } },
  no_such_draft: { found: { number: 2 }, needed: { open: 3 } },
  unknown_task: { found: { task: 'x' }, needed: { tasks: ['find', 'added.1'] } },
  task_waits: { found: { task: 'repair' }, needed: { tasks: ['find'] } },
  task_done: { found: { task: 'find', status: 'skipped' } },
  task_started: { found: { task: 'find', people: ['zhao-lei'] } },
  evidence_required: { found: { task: 'find' }, needed: { evidence: 'link' } },
  repairer_cannot_verify: { found: { task: 'verify', person: 'zhao-lei', verifies: 'repair' } },
  verified_task_open: { found: { task: 'verify' }, needed: { tasks: ['repair'] } },
  unknown_owner: { found: { post: 'cook' }, needed: { posts: ['commander'] } },
  title_required: {},
  due_passed: {},
  too_many_tasks: { found: { added: 100 }, needed: { most: 100 } },
  no_cordon: {},
  unknown_obligation: { found: { obligations: ['x'] }, needed: { obligations: ['serious-report'] } },
  obligation_filed: { found: { obligations: ['serious-report'] } },
  obligation_lifted: { found: { obligation: 'serious-report' } },
  obligations_stand: { found: { obligations: ['serious-report'] } },
  in_the_future: { found: { field: 'filedAt' } },
  filed_before_incident: { found: { filedAt: START - DAY }, needed: { notBefore: START } },
  filing_evidence_required: {},
  post_required: {},
  unknown_resource: { found: { resource: 'x' }, needed: { resources: ['generator', 'pump'] } },
  unknown_partner: { found: { partner: 'x' }, needed: { partners: ['cloud'] } },
  unknown_budget: { found: { budget: 'x' }, needed: { budgets: ['handling'] } },
  unknown_request: { found: { request: 'q9' }, needed: { requests: ['q12'] } },
  request_ended: { found: { request: 'q12' } },
  request_stands: { found: { request: 'q12' } },
  needed_by_passed: {},
  too_many_requests: { found: { requests: 300 }, needed: { atMost: 300 } },
  nothing_missing: { found: { request: 'q12' } },
  no_substitute: { found: { resource: 'fund' } },
  not_awaiting_approval: { found: { request: 'q12' } },
  requester_cannot_approve: { found: { requestedBy: 'person:zhao-lei' } },
  payer_cannot_approve: {},
  spending_not_approved: { found: { request: 'q12' } },
  not_ready: { found: { request: 'q12', items: ['pump-1=3'] }, needed: { items: ['pump-1=2'] } },
  nothing_on_the_way: { found: { request: 'q12' } },
  nothing_out: {},
  not_out: { found: { request: 'q12', items: ['pump-1=3'] }, needed: { items: [] } },
  no_publication: {},
  unknown_publication: { found: { publication: 'p9' }, needed: { publications: ['p1'] } },
  publication_not_waiting: { found: { publication: 'p1', status: 'published' } },
  other_version: { found: { publication: 'p1', version: 1 }, needed: { version: 2 } },
  publication_text_required: { needed: { texts: ['title zh-CN', 'body zh-CN'] } },
  blanks_left: { found: { blanks: ['service', 'nextUpdateAt'] } },
  fact_not_known: { found: { facts: ['dataLost'] }, needed: { known: ['usersAffected'] } },
  end_was_none: { found: { publication: 'p1' } },
  final_before_end: { found: { phase: 'responding' } },
  facts_moved: { found: { publication: 'p1', facts: ['usersAffected'] } },
  correction_of_what: { found: { kind: 'correction', corrects: 'p2' }, needed: { published: ['p1'] } },
  next_statement_passed: { found: { nextAt: START } },
  only_corrections: { found: { phase: 'closed' } },
  nothing_follows: { found: { nextAt: START } },
  too_many_publications: { found: { open: 5 }, needed: { atMost: 5 } },
  nobody_to_approve: {
    found: { publication: 'p1' },
    needed: { posts: ['commander', 'duty'], drafters: ['pressLead'] },
  },
  no_legal_check: {},
  legal_check_required: { found: { publication: 'p1', version: 2 }, needed: { posts: ['duty'] } },
  already_checked: { found: { publication: 'p1', version: 2 } },
  drafter_cannot_check: { found: { publication: 'p1' } },
  drafter_cannot_approve: { found: { publication: 'p1' } },
  remarks_required: {},
  already_waived: {},
  unknown_improvement_type: { found: { type: 'x' }, needed: { types: ['prevent', 'plan'] } },
  too_many_improvements: { needed: { most: 100 } },
  resources_out: { found: { requests: ['q12', 'q14'] } },
  unknown_alert: { found: { alerts: ['x'] }, needed: { alerts: ['jump', 'press'] } },
  opinion_empty: {},
  no_such_opinion: { found: { entry: 'o7' } },
  opinion_ended: {},
  late_reason_required: { found: { obligations: ['serious-report'] } },
  cordon_stands: { found: { inside: 2 } },
  scene_text_required: { needed: { fields: ['area', 'purpose'] } },
  unknown_pass: { found: { pass: 7 }, needed: { passes: ['1', '3'] } },
  scene_full: { found: { inside: 200 }, needed: { most: 200 } },
  already_declined: {},
  already_arrived: {},
  not_mobilised: { found: { people: ['xu-na'], team: 'tech' } },
  partner_not_asked: { found: { partner: 'cloud', team: 'tech' }, needed: { partners: [] } },
  no_shortage: { found: { team: 'tech' }, needed: { teams: ['liaison'] } },
  no_aftermath: {},
  analysis_items: { found: { why: 'without_text', items: ['c1'] } },
  analysis_missing: {},
  analysis_lacks: { found: { version: 2, lacks: ['direct', 'root', 'why r1'] } },
  analysis_completed: { found: { version: 2 } },
  unknown_section: { found: { sections: ['x'] }, needed: { sections: ['unit'] } },
  report_stage: { found: { stage: 'approved' }, needed: { stages: ['draft', 'review'] } },
  other_report_version: { found: { version: 1 }, needed: { version: 2 } },
  report_version_not_written: { found: { version: 2 } },
  report_signed_before: { found: { version: 2, part: 'submitter' } },
  no_lessons: {},
  department_not_asked: { found: { post: 'cook' }, needed: { posts: ['techLead', 'liaisonLead'] } },
  unknown_question: { found: { questions: ['9'] }, needed: { last: 8 } },
  finding_without_answer: { found: { findings: ['q8'] } },
  lessons_missing: { found: { posts: ['techLead'] } },
  lessons_collected: {},
  meeting_passed: {},
  meeting_not_begun: { found: { meetingAt: START + DAY } },
  meeting_of_one: { found: { person: 'lin-wei' } },
  ratings_required: { needed: { criteria: ['told', 'joined'] } },
  people_required: { found: { field: 'present' } },
  unknown_people: { found: { people: ['stranger'] } },
  unknown_rated_criteria: { found: { criteria: ['E-99'] }, needed: { criteria: ['E-11', 'E-12'] } },
  rated_twice: { found: { criteria: ['E-11'] } },
  unknown_rating: { found: { ratings: ['M'] }, needed: { ratings: ['P', 'S', 'U'] } },
  changed: { found: { ifSeq: 20, seq: 24, moved: ['grading', 'termination'] } },
  request_id_reused: { found: { requestId: 'r7' } },
  malformed: { found: { field: 'outcome' }, needed: { form: 'one of confirmed, standby, rejected' } },
  machine_error: {},
};

export function sampleRefusals(): Refusal[] {
  return REFUSAL_CODES.map((code) => ({ code, found: {}, needed: {}, ...DETAILS[code] }));
}

/** Real events of every type that the machine knows. */
/** Written by the store, behind the end. */
function erasureSamples(seq: number): IncidentEvent[] {
  const head = { at: START, actor: { kind: 'operator' }, via: 'api', type: 'personalDataErased' } as const;
  const erased = { texts: [{ seq: 1, fields: ['title'] }], messages: [], documents: [], evidence: [] };
  const more = { erasure: 'e-1', erased, texts: { reason: '本人要求' } };
  return [
    { ...head, ...more, seq, scope: 'person', person: 'he-zhe' },
    { ...head, ...more, seq: seq + 1, scope: 'incident' },
  ];
}

export function sampleEvents(): IncidentEvent[] {
  const full = fullStory();
  full.delivers().writesReport().says('lin-wei', { type: 'close', reason: '资料已归档' });
  const moved = new Story();
  moved.says('lin-wei', { type: 'movePlan', basis: nextVersion(), reason: '新版更清楚' });
  moved.world({
    type: 'peopleChanged',
    roster: 12,
    plan: moved.state.basis.plan.hash,
    posts: [{ post: 'engineer', at: 3, removed: ['wu-kun'], added: ['ma-chao'] }],
    people: [{ person: 'he-zhe', facts: { away: [{ from: START - MINUTE, until: START + 60 * MINUTE }] } }],
  });
  moved.says('sun-yu', {
    type: 'addFact',
    values: { usersAffected: 5200 },
    statement: '两台实例恢复后又再次超时',
    source: '监控大屏',
    observedAt: START - 60_000,
    confidence: 'likely',
  });
  moved.says('lin-wei', { type: 'changeCategory', category: 'security', reason: '发现入侵痕迹' });
  moved.says('lin-wei', { type: 'askQuestion', text: '对账是否完整？' });
  const [question] = Object.keys(moved.state.situation.questions);
  moved.says('sun-yu', { type: 'answerQuestion', question: question!, text: '已核对，无差异' });
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
    ...sitrepEvents(),
    ...criteriaEvents(),
    ...lessonsEvents(),
    ...moved.events,
    ...rejected.events,
    ...new Story({ mode: 'drill', participants: [] }).setsPace(60).setsPace(0).setsPace(1).events,
    ...cancelled.events,
    ...commandEvents(),
    ...undecidedEvents(),
    ...mergingEvents(),
    ...claimsEvents(),
    ...preemptedEvents(),
    ...taskEvents(),
    ...obligationEvents(),
    ...opinionEvents(),
    ...reportEvents(),
    ...improvementEvents(),
    ...recurrenceEvents(),
    ...resourceEvents(),
    ...publicationEvents(),
    ...mobilisationEvents(),
    ...erasureSamples(last.seq + 2),
    failed,
  ];
}

/** What departments have learnt, and a summary evaluation that is called, called off and held. */
function lessonsEvents(): IncidentEvent[] {
  const { plan } = lessonsBasis();
  plan.aftermath!.lessons.askedFrom.push('nobodyHoldsIt');
  const story = new Story({}, plan);
  const end = () => {
    story.says('lin-wei', { type: 'terminate', action: 'override', reason: '演练收口' });
    story.says('chen-jing', { type: 'terminate', action: 'confirm' });
  };
  story.says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L2', reason: '属实' });
  end();
  story.says('lin-wei', call(story.at + 60 * MINUTE));
  story.says('lin-wei', call(story.at + 90 * MINUTE, ['lin-wei', 'zhao-lei']));
  story.says('lin-wei', { type: 'reopen', reason: '再次超时' });
  end();
  story.says('zhao-lei', give('techLead', { '1': '告警太晚', '3': '回滚要演练' }, { findings: ['3'] }));
  story.says('wang-fang', give('nobodyHoldsIt', { '1': '据当班人员回忆' }, { reason: '岗位空缺' }));
  story.says('wang-fang', collect('其余部门外出'));
  story.says('lin-wei', hold({ told: 'U', joined: 'P', mended: 'S' }, { notes: { told: '晚了两小时' } }));
  story.says('lin-wei', hold());
  const all = new Story({}, lessonsBasis().plan);
  all.says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L1', reason: '属实' });
  all.says('lin-wei', { type: 'terminate', action: 'override', reason: '收口' });
  all.says('chen-jing', { type: 'terminate', action: 'confirm' });
  all.says('zhao-lei', give('techLead')).says('zhou-min', give('liaisonLead')).says('gao-yang', give('pressLead'));
  all.says('wang-fang', collect());
  return [...story.events, ...all.events];
}

/** Of an incident whose plan wants SITREPs, with everything that can become of one. */
function sitrepEvents(): IncidentEvent[] {
  const story = new Story({}, planWithSitreps());
  const sections = { situation: '网关已切换至备用集群，成功率回升', outlook: '' };
  story.says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L2', reason: '属实' });
  story
    .after(95 * MINUTE)
    .wakes()
    .says('xu-na', { type: 'editSitrep', number: 1, sections });
  story.says('zhou-min', { type: 'releaseSitrep', number: 1 }).writesReport();
  for (const wait of [120, 30, 5, 5, 110, 0]) story.after(wait * MINUTE).wakes();
  story.says('lin-wei', { type: 'changeLevel', level: 'L3', reason: '缓解' });
  story.says('zhao-lei', { type: 'terminate', action: 'override', reason: '恢复' });
  story.says('lin-wei', { type: 'terminate', action: 'override', reason: '恢复' });
  story.says('chen-jing', { type: 'terminate', action: 'confirm' });
  story.writesReport().says('lin-wei', { type: 'close', reason: '归档' });
  return story.events;
}

/** What was found leads to something that is to be done. */
function improvementEvents(): IncidentEvent[] {
  const story = new Story();
  story.says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L3', reason: '属实' });
  story.says('lin-wei', { type: 'terminate', action: 'override', reason: '恢复' });
  story.says('chen-jing', { type: 'terminate', action: 'confirm' });
  story.says('lin-wei', {
    ...{ type: 'improvement', finding: '无人会切换', measure: '编写切换手册并演练', kind: 'process' },
    ...{ priority: 'high', owner: { post: 'engineer' }, dueAt: START + 30 * 24 * 60 * MINUTE },
  });
  story.world({ type: 'improvementStarted', effectId: `i${story.events.at(-1)!.seq - 1}` });
  return story.events;
}

/** Criteria are asked for, confirmed, doubted, and confirmed anew after a change of level. */
function criteriaEvents(): IncidentEvent[] {
  const story = new Story();
  const criteria = ['serviceRestored', 'causeControlled'];
  story.says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L2', reason: '属实' });
  story.says('zhao-lei', { type: 'terminate', action: 'ask' });
  story.says('zhao-lei', { type: 'criterion', action: 'confirm', criteria });
  story.says('lin-wei', { type: 'criterion', action: 'withdraw', criteria: ['causeControlled'], reason: '再次报警' });
  story.says('zhao-lei', { type: 'criterion', action: 'confirm', criteria: ['causeControlled'], note: '已隔离' });
  story.says('lin-wei', { type: 'changeLevel', level: 'L3', reason: '缓解' });
  return story.events;
}

/** What is said in public rises and sinks, is answered, and is watched no more. */
function opinionEvents(): IncidentEvent[] {
  const { plan, holders } = opinionBasis();
  const story = new Story({}, plan);
  story.state.basis = { plan, holders };
  const seen = { source: '微博', usual: 100, claim: '钱没了', note: '已截图', link: 'https://weibo.example/1' };
  story.says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L2', reason: '属实' });
  story.after(5 * MINUTE);
  story.says('wu-kun', entry({ ...seen, volume: 620, sentiment: -2, reach: 50_000, observedAt: START, untrue: true }));
  story.says('wu-kun', entry({ source: '微博', volume: 90, usual: 100, sentiment: 0 }));
  story.says('gao-yang', reply('o1', { reply: '资金安全', repliedAt: START + MINUTE }));
  story.says('zhao-lei', { type: 'terminate', action: 'override', reason: '恢复' });
  story.says('lin-wei', { type: 'terminate', action: 'override', reason: '恢复' });
  story.says('chen-jing', { type: 'terminate', action: 'confirm' });
  story.says('lin-wei', endOpinion);
  return story.events;
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
  const { remindAfter, escalateAfter } = story.state.basis.plan.notification.alert;
  story.after(remindAfter).wakes().after(escalateAfter).wakes();
  story.says('lin-wei', { type: 'handOver', action: 'withdraw', reason: '情况有变' });
  story.says('lin-wei', { type: 'checkIn', note: '在线' });
  story.says('chen-jing', { type: 'missCommander', note: '已登机，电话关机' });
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
  for (const reason of ['待查', '仍在查']) standby.says('lin-wei', { type: 'verify', outcome: 'standby', reason });
  for (const story of [silent, standby]) for (let i = 0; i < 20; i++) story.after(15 * MINUTE).wakes();
  return [...silent.events, ...standby.events];
}

function claimsEvents(): IncidentEvent[] {
  const story = new Story();
  story.says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L3', reason: '监控证实' });
  const effects = () => Object.values(story.state.effects.pending).map(({ effect }) => effect);
  for (const effect of effects()) {
    if (effect.kind !== 'claim') continue;
    const contested = effect.people.map((id) => ({ person: id, heldBy: 'INC-2026-0041', role: effect.role }));
    story.world({ type: 'claimed', effectId: effect.id, contested, shared: [{ person: 'he-zhe', with: ['i-3'] }] });
  }
  story.after(20 * MINUTE).wakes();
  story.says('lin-wei', { type: 'resolveClaim', person: 'he-zhe', decision: 'yield', reason: '那边更急' });
  story.world({ type: 'recheckClaims' });
  for (const { kind, id } of effects())
    if (kind === 'releaseClaims') story.world({ type: 'releasedClaims', effectId: id });
  return story.events;
}

function mergingEvents(): IncidentEvent[] {
  const story = new Story();
  const merge = { type: 'merge', into: 'INC-2026-0041', reason: '同一故障' } as const;
  const effectId = () => Object.values(story.state.effects.pending).find((p) => p.effect.kind === 'merge')!.effect.id;
  const { title, place, facts } = REPORT;
  const absorb = { type: 'absorb', mode: 'real', facts, reportedAt: START, texts: { title, place } } as const;
  const by = { kind: 'person', id: 'sun-yu' } as const;
  story.says('sun-yu', { ...absorb, reporter: by });
  const questions = [{ text: '对账是否完整？', by, at: START }];
  story.says('sun-yu', { ...absorb, from: 'INC-2026-0040', reporter: by, reporters: [by], statements: 2, questions });
  story.says('sun-yu', { ...absorb, reporter: by, questions });
  story.says('lin-wei', merge);
  story.world({ type: 'mergeAnswered', effectId: effectId(), code: 'wrong_phase' });
  story.says('lin-wei', merge);
  story.world({ type: 'mergeAnswered', effectId: effectId() });
  return story.events;
}

/** Every turn that a task and the scene can take. */
/** A real incident takes somebody whose call is still tried, and who commands. */
function preemptedEvents(): IncidentEvent[] {
  const story = new Story({ mode: 'drill' });
  story.says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L3', reason: '监控证实' });
  story.delivers({ delayed: { 'sun-yu': 'timeout' } });
  return story.conducts({ type: 'preempt', heldBy: 'i-9', people: ['sun-yu', 'lin-wei'] }).events;
}

function taskEvents(): IncidentEvent[] {
  const story = new Story({}, (plan) => {
    const task = { phase: 'responding', owner: 'techLead', due: 30 * MINUTE, mandatory: true } as const;
    plan.tasks = [
      { id: 'find', ...task },
      { id: 'repair', ...task, after: ['find'] },
      { id: 'press', ...task, levels: ['L1'] },
    ];
    plan.scene = { posts: ['commander'] };
  });
  const add = { type: 'task', action: 'add', title: '联系供应商', owner: { post: 'duty' }, mandatory: true } as const;
  const to = { person: 'sun-yu' };
  story.says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L1', reason: '监控证实' });
  story.says('lin-wei', { type: 'changeLevel', level: 'L3', reason: '影响缩小' });
  story.says('lin-wei', { ...add, due: START + 60 * MINUTE });
  story.says('lin-wei', { type: 'task', action: 'reassign', task: 'find', to, reason: '正在途中' });
  story.says('sun-yu', { type: 'task', action: 'start', task: 'find' });
  for (let i = 0; i < 12; i++) story.after(10 * MINUTE).wakes();
  const file = { sha256: 'ab'.repeat(32), name: '截图.png' };
  const finish = { type: 'task', action: 'finish', task: 'find', note: '已定位', finding: '磁盘已满' } as const;
  story.says('sun-yu', { ...finish, link: 'https://git.example/1', file });
  story.says('lin-wei', { type: 'task', action: 'skip', task: 'repair', reason: '已绕行' });
  story.says('lin-wei', { type: 'scene', action: 'cordon', area: '二号机房', rules: '一处进出' });
  story.says('lin-wei', { type: 'scene', action: 'admit', name: '王师傅', area: '七号机柜', purpose: '检修电源' });
  story.says('lin-wei', { type: 'scene', action: 'leave', pass: 1 });
  story.says('lin-wei', { type: 'scene', action: 'lift', reason: '险情已排除' });
  return story.events;
}

/** Legal clocks begin, draw near, pass, are lifted, moved, set by hand and filed. */
function obligationEvents(): IncidentEvent[] {
  const story = new Story({}, (plan) => {
    const rule = {
      start: 'discovered' as const,
      owner: 'liaisonLead',
      deputy: 'duty',
      reminders: [50, 80, 100],
      verified: true,
    };
    const when = { fact: 'usersAffected', atLeast: 1_000 };
    plan.obligations = [
      { id: 'first', ...rule, when, limit: { within: 60 * MINUTE } },
      { id: 'follow', ...rule, when, start: 'earlierFiling', after: 'first', limit: { target: 60 * MINUTE } },
      { id: 'breach', ...rule, when: { fact: 'dataLost', is: true }, limit: { within: 600 * MINUTE } },
      { id: 'final', ...rule, when: { level: 'L3' }, start: 'responseEnded', limit: { months: 1 } },
    ];
  });
  const obligation = { type: 'obligation', reason: '法务意见' } as const;
  const fact = { type: 'addFact', source: '监控', confidence: 'confirmed' } as const;
  story.says('sun-yu', { ...fact, values: { dataLost: false, usersAffected: 5_200 } });
  story.says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L3', reason: '监控证实' });
  for (let i = 0; i < 8; i++) story.after(15 * MINUTE).wakes();
  story.says('zhou-min', { ...obligation, action: 'setClock', obligation: 'first', start: START - MINUTE });
  const filing = {
    type: 'obligation',
    action: 'file',
    obligations: ['first'] as string[],
    to: '网信办',
    channel: '12387',
  } as const;
  const file = { sha256: 'ab'.repeat(32), name: '回执.pdf' };
  story.says('zhou-min', { ...filing, reference: 'A-1', note: '已接报', lateReason: '线路不通', file });
  story.says('zhou-min', { ...filing, link: 'https://example.org/1' });
  story.says('zhou-min', { ...obligation, action: 'judge', obligations: ['follow'], applies: false });
  story.says('zhou-min', { ...obligation, action: 'judge', obligations: ['follow'], applies: true });
  const criteria = ['serviceRestored', 'causeControlled'];
  story.says('zhao-lei', { type: 'terminate', action: 'propose', criteria, reason: '恢复' });
  return story.events;
}

/** Analysed, edited, submitted, returned, submitted again, reviewed, approved, opened again, and overtaken by another analysis. */
function reportEvents(): IncidentEvent[] {
  const story = new Story({}, (plan) => void (plan.aftermath = aftermathRule()));
  const written = () => {
    for (let due = true; due;) {
      due = Object.values(story.state.effects.pending).some(({ effect }) => effect.kind === 'writeDocument');
      if (due) story.writesReport();
    }
  };
  story.says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L2', reason: '监控证实' });
  story
    .says('lin-wei', { type: 'terminate', action: 'override', reason: '业务已恢复' })
    .says('chen-jing', { type: 'terminate', action: 'confirm' });
  story.says('zhao-lei', record(ITEMS, { method: '五个为什么', nature: '非故意，本单位引起' }));
  story.says('zhao-lei', complete);
  story.says('zhao-lei', edit({ unit: '云帆科技经营网上书店', causes: '' }));
  story.says('zhao-lei', submit);
  written();
  story.says('chen-jing', giveBack(1, '损失的算法请写明'));
  story.says('zhao-lei', submit);
  written();
  story.says('zhao-lei', edit({ causes: '索引缺失' }));
  story.says('zhao-lei', submit);
  written();
  story.says('chen-jing', review(3)).says('lin-wei', approve(3));
  written();
  story.says('zhao-lei', revise('损失数字有误')).says('zhao-lei', submit);
  return story.says('zhao-lei', record()).events;
}

/** It ends, comes back within its watch, ends again and stays quiet. */
function recurrenceEvents(): IncidentEvent[] {
  const story = new Story({}, (plan) => {
    Object.assign(plan, { sitreps: planWithSitreps().sitreps });
    plan.termination.watch = [{ levels: ['L2'], for: 60 * MINUTE }];
  });
  const end = () =>
    story
      .says('lin-wei', { type: 'terminate', action: 'override', reason: '业务已恢复' })
      .says('chen-jing', { type: 'terminate', action: 'confirm' });
  story.says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L2', reason: '监控证实' });
  story.says('zhao-lei', { type: 'criterion', action: 'confirm', criteria: ['serviceRestored'] });
  end();
  story.says('lin-wei', { type: 'reopen', reason: '下单再次失败' });
  end();
  story.says('lin-wei', {
    ...{ type: 'absorb', mode: 'real', reporter: { kind: 'integration', id: 'monitoring' }, reportedAt: START },
    ...{ facts: {}, texts: { title: '下单超时', place: '结算' } },
  });
  story
    .after(3 * MINUTE)
    .wakes()
    .after(3 * MINUTE)
    .wakes();
  story.says('lin-wei', { type: 'dismissRecurrence', reason: '压测所致' });
  return story.after(60 * MINUTE).wakes().events;
}

/** Everything that can become of what is asked for, with a ledger that has too little of it. */
function resourceEvents(): IncidentEvent[] {
  const watched = resourcesBasis(({ plan }) => (plan.termination.watch = [{ levels: ['L3'], for: 60 * MINUTE }]));
  const story = new ResourceStory({ generator: 1, pump: 5, fund: 5_000 }, watched);
  const resource = { type: 'resource' } as const;
  const lots = (quantity: number) => ({ lots: [{ item: 'pump', quantity }] });
  const last = (): string => Object.keys(story.needs()).at(-1)!;
  story.says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L2', reason: '监控证实' });
  story.ledgerDone();
  story.says('sun-yu', ask('pump', 4, { purpose: '机房进水', neededBy: story.at + 20 * MINUTE }));
  const pumps = last();
  story.ledgerDone();
  story.says('zhou-min', on('dispatch', pumps, lots(3)));
  story.says('sun-yu', on('arrive', pumps));
  story.says('sun-yu', on('amend', pumps, { priority: 'urgent' }));
  story.says('zhou-min', on('consume', pumps, { ...lots(1), note: '已耗尽' }));
  story.says('zhou-min', on('damage', pumps, { ...lots(1), reason: '烧毁' }));
  story.says('sun-yu', ask('pump', 1, { purpose: '备用' }));
  story.says('sun-yu', on('cancel', last(), { reason: '水已退' }));
  story.says('zhao-lei', ask('fund', 500, { purpose: '租用设备' }));
  story.says('lin-wei', on('approve', last(), { reason: '急需' }));
  story.says('zhao-lei', ask('fund', 700, { purpose: '加购设备' }));
  story.says('lin-wei', on('refuse', last(), { reason: '暂不需要' }));
  story.says('sun-yu', ask('generator', 2, { purpose: '备用电源' }));
  story.ledgerDone();
  story.says('sun-yu', on('substitute', last(), { resource: 'pump', quantity: 1, reason: '发电机不足' }));
  story.says('sun-yu', { ...resource, action: 'requestPartner', partner: 'cloud', purpose: '支援两台' });
  story.passes(30 * MINUTE);
  const partner = Object.keys(story.state.resources.partners)[0]!;
  story.says('wang-fang', on('partnerReply', partner, { reply: 'declined', note: '没有余量' }));
  story.rechecks();
  story.says('lin-wei', { type: 'changeLevel', level: 'L3', reason: '已缓解' });
  endsAnyhow(story);
  story.says('lin-wei', { type: 'reopen', reason: '再次进水' });
  story.says('sun-yu', { ...resource, action: 'return', requests: 'all' });
  return story.events;
}

/** All that can become of a text for the public, in an incident and in a drill. */
function publicationEvents(): IncidentEvent[] {
  return [...publishedEvents('real'), ...publishedEvents('drill')];
}

function publishedEvents(mode: 'real' | 'drill'): IncidentEvent[] {
  const story = new Story({ mode }, (plan) => (plan.aftermath = withPublication()));
  const [kind, type] = ['first', 'publication'] as const;
  const texts = { 'title zh-CN': '说明', 'body zh-CN': '正在处置', 'title en': 'Notice', 'body en': 'We are on it' };
  const draft = { type, action: 'draft' as const, kind, facts: ['usersAffected'], texts };
  const which = (publication: string, version = 1) => ({ type, publication, version }) as const;
  story.says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L2', reason: '监控证实' });
  story.says('gao-yang', { ...draft, nextAt: story.at + 60 * MINUTE });
  story.says('wang-fang', { ...which('p1'), action: 'return', remarks: '删去原因' });
  story.says('gao-yang', { ...draft, publication: 'p1' });
  story.says('wang-fang', { ...which('p1', 2), action: 'check' });
  story.says('lin-wei', { ...which('p1', 2), action: 'approve' });
  const asked = () => pending(story.state).filter((effect) => effect.kind === 'publish');
  for (const { id } of asked()) story.world({ type: 'published', effectId: id, shows: 'text', publicId: '01ab' });
  story.says('gao-yang', { ...draft, kind: 'correction', corrects: 'p1', texts: { ...texts, 'body en': 'Sorry' } });
  const fact = { type: 'addFact', source: '监控', confidence: 'confirmed' } as const;
  const { usersAffected } = knownFacts(story.state);
  for (const value of [9_000, usersAffected!]) story.says('lin-wei', { ...fact, values: { usersAffected: value } });
  story.says('lin-wei', { ...which('p2'), action: 'approve', reason: '来不及' });
  story.says('lin-wei', { type, action: 'withdraw', publication: 'p2', reason: '有误' });
  for (const { id } of asked()) story.world({ type: 'published', effectId: id, shows: 'withdrawn' });
  story.says('lin-wei', { type, action: 'withdraw', publication: 'p1', reason: '有误' });
  for (const { id } of asked()) story.world({ type: 'published', effectId: id, shows: 'withdrawn', publicId: '01ab' });
  story.says('lin-wei', { type: 'changeLevel', level: 'L3', reason: '影响缩小' });
  story.says('lin-wei', { type, action: 'waive', reason: '已无必要' });
  story.says('lin-wei', { type: 'changeLevel', level: 'L2', reason: '影响扩大' });
  story.says('gao-yang', { ...draft, nextAt: story.at + MINUTE });
  return story.after(MINUTE).wakes().events;
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
  const reminded: IncidentEvent = {
    seq: last.seq + 2,
    at: last.at,
    actor: { kind: 'system' },
    via: 'system',
    type: 'duesReminded',
    stage: 'overdue',
    items: [
      { item: 'analysis', from: last.at - 60 * MINUTE, dueAt: last.at },
      { item: 'lessons techLead', from: last.at - 60 * MINUTE, dueAt: last.at },
    ],
    tell: [{ person: 'zhao-lei', items: ['analysis', 'lessons techLead'] }],
  };
  const lifted: IncidentEvent = {
    ...{ seq: last.seq + 3, at: last.at, actor: { kind: 'system' }, via: 'system' },
    type: 'duesLifted',
    items: [{ item: 'analysis', dueAt: last.at }],
    tell: [{ person: 'zhao-lei', items: ['analysis'] }],
  };
  const ready: IncidentEvent = {
    ...{ seq: last.seq + 4, at: last.at, actor: { kind: 'system' }, via: 'system' },
    type: 'closureReady',
  };
  const unwritten: IncidentEvent = {
    ...{ seq: last.seq + 5, at: last.at, actor: { kind: 'person', id: 'lin-wei' }, via: 'api' },
    ...{
      type: 'closed',
      authority: 'commander',
      undone: ['report'],
      unwritten: true,
      texts: { reason: '文书服务停用' },
    },
  };
  return [...story.events, takenOff, reminded, lifted, ready, unwritten];
}

const PUBLICATION: Details = {
  level: 'L2',
  incidentLevel: 'serious',
  publication: 'p2',
  version: 3,
  kind: 'correction',
  corrects: 'p1',
  checked: true,
  out: false,
  nextAt: START + 60 * MINUTE,
  known: ['usersAffected=3200'],
};

/** The facts of each notice as the machine writes them. */
const FACTS: Record<NoticeTemplate, Details> = {
  alert: { proposedLevel: 'L2', known: ['usersAffected=5200'], hits: ['manyUsers'], raises: [] },
  verificationReminder: { since: START, phase: 'reported' },
  verificationOverdue: { since: START, then: 'treatAsReal', thenAt: START + 180_000, thenLevel: 'L2' },
  verificationEscalated: { since: START, phase: 'responding', level: 'L2', incidentLevel: 'serious' },
  treatedAsReal: { why: 'timeBox', level: 'L2', incidentLevel: 'serious' },
  standby: {},
  standbyProlonged: {},
  forewarned: {},
  standbyLifted: {},
  rejected: { from: 'standby' },
  proposalRisen: {
    phase: 'standby',
    proposedLevel: 'L1',
    from: 'L2',
    known: ['dataLost=true'],
    hits: ['lostData'],
    raises: [],
  },
  levelProposed: { level: 'L3', incidentLevel: 'minor', proposedLevel: 'L2' },
  categoryChanged: { level: 'L2', incidentLevel: 'serious', from: 'operation' },
  levelRaised: { level: 'L2', incidentLevel: 'serious', from: 'L3' },
  merged: { into: 'i-2' },
  mergeRefused: { into: 'i-2', code: 'wrong_phase' },
  absorbed: {
    level: 'L2',
    incidentLevel: 'serious',
    from: 'i-2',
    known: ['usersAffected=5200'],
    promisedAt: START + 3_600_000,
    questions: 3,
    statementsLeft: 12,
    questionsLeft: 1,
  },
  claimContested: { level: 'L2', incidentLevel: 'serious', people: ['he-zhe'], others: ['i-2'] },
  claimGranted: { level: 'L2', incidentLevel: 'serious', people: ['he-zhe'] },
  claimShared: { level: 'L2', incidentLevel: 'serious', people: ['he-zhe'], others: ['i-2'] },
  handoverOffered: { level: 'L2', incidentLevel: 'serious', from: 'lin-wei' },
  handoverUnanswered: { level: 'L2', incidentLevel: 'serious', silent: ['chen-jing'] },
  handoverAnswered: { from: 'lin-wei', by: 'chen-jing', answer: 'declined' },
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
  questionAsked: { level: 'L2', incidentLevel: 'serious', question: 'q12', by: 'lin-wei' },
  questionAnswered: { level: 'L2', incidentLevel: 'serious', question: 'q12', by: 'sun-yu' },
  sitrepDraft: { level: 'L2', incidentLevel: 'serious', number: 3, dueAt: START + 3_600_000, final: false },
  sitrepOverdue: { level: 'L2', incidentLevel: 'serious', number: 3, dueAt: START + 3_600_000, missed: 1 },
  sitrep: {
    level: 'L2',
    incidentLevel: 'serious',
    number: 3,
    documentId: 'INC-2026-0042-d90',
    final: false,
    decisions: true,
    nextDueAt: START + 7_200_000,
    called: 8,
    arrived: 2,
    acknowledged: 3,
    known: ['usersAffected=5200', 'dataLost=false'],
  },
  sitrepPassOn: {
    level: 'L2',
    incidentLevel: 'serious',
    number: 3,
    documentId: 'INC-2026-0042-d90',
    final: false,
    partners: ['cloud', 'regulator'],
  },
  tasksOpened: { level: 'L2', incidentLevel: 'serious' },
  tasksReady: { level: 'L2', incidentLevel: 'serious' },
  tasksWithdrawn: { level: 'L2', incidentLevel: 'serious' },
  taskAssigned: { level: 'L2', incidentLevel: 'serious' },
  taskHandedOn: { level: 'L2', incidentLevel: 'serious', to: 'xu-na' },
  tasksOverdue: { level: 'L2', incidentLevel: 'serious' },
  tasksEscalated: { level: 'L2', incidentLevel: 'serious' },
  cordonSet: { level: 'L2', incidentLevel: 'serious' },
  cordonLifted: { level: 'L2', incidentLevel: 'serious' },
  obligations: { level: 'L2', incidentLevel: 'serious' },
  obligationsLifted: { level: 'L2', incidentLevel: 'serious' },
  obligationsNear: { level: 'L2', incidentLevel: 'serious' },
  obligationsMissed: { level: 'L2', incidentLevel: 'serious' },
  obligationsFiled: { level: 'L2', incidentLevel: 'serious', filedAt: Date.UTC(2026, 10, 22, 20, 31) },
  resourcesToDispatch: { level: 'L2', incidentLevel: 'serious' },
  resourcesShort: { level: 'L2', incidentLevel: 'serious' },
  resourcesServed: { level: 'L2', incidentLevel: 'serious' },
  resourcesNotNeeded: { level: 'L2', incidentLevel: 'serious' },
  resourcesOnTheWay: { level: 'L2', incidentLevel: 'serious' },
  resourcesToReturn: { level: 'L2', incidentLevel: 'serious' },
  resourcesKept: { level: 'L2', incidentLevel: 'serious' },
  spendingToApprove: { level: 'L2', incidentLevel: 'serious' },
  spendingApproved: { level: 'L2', incidentLevel: 'serious' },
  spendingRefused: { level: 'L2', incidentLevel: 'serious' },
  partnerToAsk: { level: 'L2', incidentLevel: 'serious' },
  partnerReplied: { level: 'L2', incidentLevel: 'serious' },
  requestsOverdue: { level: 'L2', incidentLevel: 'serious' },
  requestsEscalated: { level: 'L2', incidentLevel: 'serious' },
  requestsLate: { level: 'L2', incidentLevel: 'serious' },
  cordonStands: { level: 'L2', incidentLevel: 'serious', inside: 2 },
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
  opinionAlert: {
    level: 'L2',
    incidentLevel: 'serious',
    alerts: ['jump', 'untrue'],
    entry: 'o12',
    source: '微博',
    observedAt: START,
    volume: 620,
    usual: 100,
    sentiment: -2,
    reach: 50_000,
    untrue: true,
  },
  opinionEnded: { level: 'L2', incidentLevel: 'serious' },
  criteriaAsked: { level: 'L2', incidentLevel: 'serious' },
  criteriaLapsed: { level: 'L2', incidentLevel: 'serious' },
  criteriaWithdrawn: { level: 'L2', incidentLevel: 'serious', withdrawn: ['serviceRestored'] },
  terminationProposed: {
    level: 'L2',
    incidentLevel: 'serious',
    criteria: ['serviceRestored'],
    open: ['questions_open 2'],
  },
  overrideProposed: {
    level: 'L2',
    incidentLevel: 'serious',
    criteria: ['serviceRestored'],
    open: ['task_open repair', 'task_open verify', 'questions_open 2', 'people_inside 1', 'sitrep_overdue 3'],
  },
  terminated: { level: 'L2', incidentLevel: 'serious', watchUntil: START + 86_400_000 },
  recurrence: {
    level: 'L2',
    incidentLevel: 'serious',
    proposedLevel: 'L1',
    known: ['dataLost=true'],
    from: 'i-2',
  },
  recurrenceUndecided: {
    level: 'L2',
    incidentLevel: 'serious',
    proposedLevel: 'L1',
    knownNow: ['dataLost=true'],
    since: START,
    may: 'decide',
  },
  recurrenceDismissed: { level: 'L2', incidentLevel: 'serious' },
  reopened: { level: 'L1', incidentLevel: 'serious', from: 'L2' },
  watchEnded: { level: 'L2', incidentLevel: 'serious' },
  duesSoon: { level: 'L2', incidentLevel: 'serious' },
  duesNow: { level: 'L2', incidentLevel: 'serious' },
  duesOverdue: { level: 'L2', incidentLevel: 'serious' },
  duesLifted: { level: 'L2', incidentLevel: 'serious' },
  reportAsked: { level: 'L2', analysisDueAt: START + 5 * DAY, reportDueAt: START + 10 * DAY },
  reportToReview: { level: 'L2', version: 2, documentId: 'INC-2026-0042-d61' },
  reportReturned: { level: 'L2', version: 2, documentId: 'INC-2026-0042-d61' },
  reportOutdated: { level: 'L2', version: 2, documentId: 'INC-2026-0042-d61', by: 'lessons' },
  reportToApprove: { level: 'L2', version: 2, documentId: 'INC-2026-0042-d61' },
  reportApproved: { level: 'L2', version: 2, documentId: 'INC-2026-0042-d70' },
  reportRevised: { level: 'L2', version: 2, documentId: 'INC-2026-0042-d61' },
  lessonsAsked: { level: 'L2', incidentLevel: 'serious', dueAt: START + 7 * DAY, questions: 3 },
  lessonsVacant: { level: 'L2', incidentLevel: 'serious', dueAt: START + 7 * DAY, vacant: ['pressLead'] },
  lessonsIn: { level: 'L2', incidentLevel: 'serious' },
  lessonsCollected: { level: 'L2', incidentLevel: 'serious', dueAt: START + 20 * DAY, missing: ['pressLead'] },
  summaryCalled: { level: 'L2', incidentLevel: 'serious', meetingAt: START + 9 * DAY },
  summaryOff: { level: 'L2', incidentLevel: 'serious', meetingAt: START + 9 * DAY, why: 'dropped' },
  summaryHeld: { level: 'L2', incidentLevel: 'serious', score: 82.3, conclusion: 'good' },
  publicationToCheck: PUBLICATION,
  publicationToApprove: PUBLICATION,
  publicationStuck: { ...PUBLICATION, approvers: ['commander', 'deputy'] },
  publicationFactsMoved: { ...PUBLICATION, drafted: true, was: ['usersAffected=100'], now: ['usersAffected=5000'] },
  publicationOvertaken: PUBLICATION,
  publicationReturned: PUBLICATION,
  publicationOut: { ...PUBLICATION, out: true, publicId: '0123456789abcdef' },
  publicationPassOn: { ...PUBLICATION, out: true, publicId: '0123456789abcdef', partners: ['cloud'] },
  publicationWithdrawn: { ...PUBLICATION, out: true },
  publicationWaived: { level: 'L2', incidentLevel: 'serious' },
  publicationWaiverLapsed: { level: 'L1', incidentLevel: 'serious' },
  publicationLeft: { ...PUBLICATION, into: 'i-2' },
  machineFailed: { during: 'changeLevel', error: 'TypeError: x is not a function' },
};

export const ACK_URL = 'https://muster.example.org/ack/eyJpIjoi.q_-7';

const TASKS: TaskTold[] = [
  { task: 'find', due: START + 30 * MINUTE },
  { task: 'repair', after: ['find'], owner: { post: 'techLead' } },
];

const DUES = [
  { item: 'analysis', dueAt: START + 30 * MINUTE },
  { item: 'lessons techLead', dueAt: START + 60 * MINUTE },
];

const REQUESTS: RequestTold[] = [
  {
    request: 'q12',
    resource: 'pump',
    quantity: 4,
    missing: 2,
    heldBy: [{ incidentId: 'INC-2026-0041', quantity: 3 }],
    ready: [{ item: 'pump-1', quantity: 1 }],
    out: [{ item: 'pump-2', quantity: 1 }],
    neededBy: START + 30 * MINUTE,
    priority: 'urgent',
    waits: 'dispatch',
    by: 'sun-yu',
  },
  { request: 'q14', partner: 'cloud', waits: 'reply' },
];

/** Whether it tells of requests for resources or to partners. */
function tellsOfRequests(template: NoticeTemplate): boolean {
  return (
    /^(resources|spending|requests)/.test(template) || template === 'partnerToAsk' || template === 'partnerReplied'
  );
}

export function sampleNotice(template: NoticeTemplate, lang: Lang, more: Partial<NoticeInput> = {}): NoticeInput {
  const { title, place, cause, impact, description } = REPORT;
  return {
    template,
    facts: FACTS[template],
    texts: {
      title,
      place,
      cause: cause!,
      impact: impact!,
      description: description!,
      reason: '监控与客服均证实',
      ...(template === 'opinionAlert' ? { claim: '钱没了', note: '已截图', link: 'https://weibo.example/1' } : {}),
    },
    names: sampleNames(),
    lang,
    incidentId: REPORT.incidentId,
    mode: 'real',
    recipient: {
      person: 'zhao-lei',
      targets: ['team/tech'],
      ...(template.startsWith('task') ? { tasks: TASKS } : {}),
      ...(tellsOfRequests(template) ? { requests: REQUESTS } : {}),
      ...(template.startsWith('dues') ? { dues: DUES } : {}),
      ...(template === 'lessonsAsked' ? { departments: ['techLead'] } : {}),
      ...(template.startsWith('criteria') ? { criteria: ['serviceRestored', 'causeControlled'] } : {}),
    },
    zone: 'Asia/Shanghai',
    category: 'operation',
    reportedAt: START,
    ...(['alert', 'call', 'reminder'].includes(template) ? { ackUrl: ACK_URL } : {}),
    ...more,
  };
}

export const sampleUpkeep: UpkeepLine = {
  kind: 'inspect',
  as: 'custodians',
  resource: 'radio-set',
  item: 'radios',
  location: 'Charging rack',
  due: '2026-12-01',
  overdue: false,
  onHand: 3,
  minimum: 4,
  lacking: 1,
  custodians: ['lei-gang'],
};

/** A mail about an improvement, with everything that it may know. */
export function sampleImprovement(lang: Lang): ImprovementMailInput {
  return {
    ...{ template: 'assigned', as: 'owner', names: sampleNames(), lang, zone: 'Asia/Shanghai' },
    ...{ improvement: 'INC-2026-0042-i1', typeName: lang === 'en' ? 'Process' : '流程', priority: 'high' },
    ...{ owner: { post: 'engineer' }, holder: 'xu-na', origin: { kind: 'incident', incidentId: 'INC-2026-0042' } },
    dueAt: START,
    texts:
      lang === 'en'
        ? { finding: 'Nobody could fail over', action: 'Write the run book', reference: 'Report, 4.2' }
        : { finding: '无人会切换', action: '编写切换手册', reference: '事故报告书 4.2' },
    quoted: lang === 'en' ? 'as agreed' : '按会议决定',
    version: { plan: 'p', version: 2 },
    planned: { drill: 'd-2', dueAt: START },
    shown: { id: 'd-2', criterion: 'E-11', rating: 'M', report: 1 },
  };
}
