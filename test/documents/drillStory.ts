import { seen } from '../../src/activities/drills.js';
import type { DrillPaperInput } from '../../src/documents/index.js';
import {
  decide,
  drillRules,
  everybody,
  evolve,
  fold,
  hear,
  nextWake,
  open,
  ratingsNow,
  resultNow,
  usualRoles,
  wake,
} from '../../src/domain/drill/index.js';
import type { DrillDecision, DrillEvent, DrillOpening, Run } from '../../src/domain/drill/index.js';
import type { DrillsOfPlan } from '../../src/domain/drill/fromPlan.js';
import { basisOf } from '../../src/domain/plan/basis.js';
import { compileScenario } from '../../src/domain/plan/compile/scenario.js';
import type { PlanDocument } from '../../src/domain/plan/schema.js';
import { SIMULATED_REASON, simulatedReport } from '../../src/domain/words/drills/simulated.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import { loadLedger, loadPlan, loadRoster } from '../../src/planfiles/index.js';
import { PARAMETERS } from '../../src/rehearsal/index.js';
import { Rehearsal } from '../../src/rehearsal/rehearsal.js';

const DIR = 'plans/software-incident';
const { document, hash } = loadPlan(DIR);
const plan = document as PlanDocument & { drills: DrillsOfPlan };
const roster = loadRoster(`${DIR}/roster.yaml`, document).document;
const ledger = loadLedger(`${DIR}/ledger.yaml`, document, roster).document;

const START = Date.UTC(2026, 10, 21, 18, 40);
const OPERATOR = { actor: { kind: 'operator' }, via: 'api' } as const;

/** Until when the drill is told. */
type Until = 'drafted' | 'approved' | 'ended' | 'submitted' | 'accepted';

/**
 * A drill of the default plan on the default roster: the incident is played by simulated people, by the machine itself, and
 * the drill sees its events as they came.
 */
export function drillOn(scenario: string, until: Until, more: Partial<DrillOpening> = {}): DrillPaperInput {
  const roles = usualRoles(plan, roster);
  const [evaluator = '', observer = ''] = roles.players.slice(-2);
  const players = roles.players.slice(0, -2).filter((_, i) => i % 3 !== 2);
  const version = { id: plan.plan.id, version: plan.plan.version, hash };
  const opening: DrillOpening = {
    ...{ drill: 'd-2026-11', incidentId: 'd-2026-11-incident', scenario: compileScenario(plan, scenario) },
    roles: { ...roles, evaluators: [evaluator], safety: [roles.director], observers: [observer], players },
    rules: drillRules(plan, version, roster),
    ...{ pace: 60, plannedAt: START, at: START - 7 * DAY },
    by: { actor: { kind: 'person', id: roles.director }, via: 'api', requestId: 'r0' },
    ...more,
  };
  const events: DrillEvent[] = open(opening);
  let at = opening.at;
  let requests = 0;
  let told = fold(events);
  const state = () => told;
  const happens = (fresh: DrillEvent[]) => {
    events.push(...fresh);
    told = fresh.reduce(evolve, told);
  };
  const says = (decision: DrillDecision, person?: string) => {
    const actor = person === undefined ? OPERATOR.actor : ({ kind: 'person', id: person } as const);
    happens(decide(state(), { ...OPERATOR, actor, requestId: `r${++requests}`, ...decision }, at));
  };
  const input = (incident?: DrillPaperInput['incident'], earlier?: DrillPaperInput['earlier']): DrillPaperInput => ({
    recorded: events.map((event) => ({ event, hash: `${hash.slice(0, 56)}${String(event.seq).padStart(8, '0')}` })),
    ...{ plan, people: roster.people, zone: 'Asia/Shanghai', now: at },
    ...(incident === undefined ? {} : { incident }),
    ...(earlier === undefined ? {} : { earlier }),
    sheets: [
      { q1: '02:47 电话通知，知道该做什么。', q3: '等待离线备份密钥约四十分钟，保管人电话打不通。' },
      { q1: 'By phone, at once.', q2: 'The card helped; step 4 was unclear.', q8: 'That nobody has the key at night.' },
    ],
  });
  if (until === 'drafted') return input();
  at += DAY;
  says({ type: 'submitScheme' }, roles.director);
  says({ type: 'approve' });
  if (until === 'approved') return input();

  const rehearsal = new Rehearsal(
    {
      basis: basisOf(plan, hash, roster),
      ledger: ledger.items,
      scenario: opening.scenario,
      parameters: PARAMETERS,
      seed: 7,
      start: START,
    },
    1,
  );
  const opens = rehearsal.incident.opens.bind(rehearsal.incident);
  rehearsal.incident.opens = (report, ...rest) =>
    opens({ ...report, mode: 'drill', pace: 60, participants: [...players, roles.director, evaluator] }, ...rest);
  rehearsal.plays();
  at = START;
  says({ type: 'start' });
  for (const event of rehearsal.incident.events) {
    const real = START + (event.at - START) / 60;
    for (let due = nextWake(state()); due !== undefined && due <= real; due = nextWake(state())) {
      const fresh = wake(state(), due);
      if (fresh.length === 0) break;
      happens(fresh);
    }
    at = Math.max(at, Math.round(real));
    const one = seen(event);
    const clock = one.type === 'reported' ? { realAt: START, pace: 60 } : {};
    const answered = hear(state(), { type: 'seen', events: [{ ...one, fields: { ...one.fields, ...clock } }] }, at);
    happens(answered);
    const { status } = state();
    if (status === 'running' && events.filter(({ type }) => type === 'observed').length === 0) {
      says(
        { type: 'observe', note: '值班工程师先断开共享再报告，没有重启。', inject: opening.scenario.injects[0]!.id },
        evaluator,
      );
    }
  }
  if (state().status === 'running') says({ type: 'end' });
  const clear = state().effects.find(({ kind }) => kind === 'clear');
  if (clear !== undefined) happens(hear(state(), { type: 'settled', effectId: clear.id }, at));
  const { incident } = rehearsal;
  const played = { state: incident.state, events: incident.events };
  if (until === 'ended') return input(played);
  at += DAY;
  for (const person of players.slice(0, 4)) says({ type: 'answer' }, person);
  const rate = (criterion: string, rating: 'P' | 'S' | 'M' | 'U', reason: string) =>
    says({ type: 'rate', criterion, rating, reason }, evaluator);
  rate('E-01', 'P', '目标五项要素齐全');
  rate('E-04', 'S', '方案经批准，保障方案晚一天印发');
  rate('E-14', 'S', '决定通知用户后二十分钟发出');
  rate('E-41', 'U', '没有看到移交记录');
  rate('E-41', 'P', '副指挥长六分钟内接替，移交要点齐全');
  rate('E-81', 'M', '一台主机未留镜像即清除');
  rate('E-62', 'S', '切换备用通信用时十二分钟，两人未收到');
  says({
    type: 'submit',
    problems: '离线备份密钥保管人夜间联系不上，取用晚四十分钟。\n一台主机未留镜像即清除，证据不完整。',
    suggestions:
      '备份密钥改由两人分地保管，并纳入夜间值班交接；指定替补保管人。\n把留镜像写入技术救援组应急处置卡第二步。',
    despite: true,
  });
  at += HOUR;
  if (until === 'accepted') says({ type: 'accept' });
  return input(played, { runs: earlierRuns(scenario, opening), versionBefore: version.version - 1 });
}

function earlierRuns(scenario: string, { rules, scenario: { category } }: DrillOpening): Run[] {
  const { id, version } = rules.plan;
  const axes = [62, 71, 58].map((points, i) => ({
    axis: (['speed', 'coordination', 'technical'] as const)[i]!,
    ...{ weight: [35, 30, 35][i]!, share: [35, 30, 35][i]!, points },
  }));
  const figures = { grading: 22 * 60_000, quorum: 41 * 60_000, reach: 0.72, sitreps: 0.5, containment: 2 * HOUR };
  return [
    {
      ...{
        kind: 'drill',
        id: 'd-2026-05',
        at: START - 190 * DAY,
        plan: { id, version: version - 1 },
        category,
        scenario,
      },
      ...{ score: 63.4, conclusion: 'fair', axes, figures, actions: { inTime: 8, late: 4, missed: 5, simulated: 0 } },
    },
    {
      ...{ kind: 'incident', id: 'i-9', at: START - 60 * DAY, plan: { id, version }, category },
      figures: { ...figures, grading: 15 * 60_000, acknowledgement: 4 * 60_000 },
    },
  ];
}

/** The same drill with nobody there: all that people did is the simulator's. */
export function playedThroughout(input: DrillPaperInput): DrillPaperInput {
  const played = structuredClone(input);
  const { roles } = fold(played.recorded.map(({ event }) => event));
  const people = everybody({ roles });
  for (const { event } of played.recorded) {
    if ('actor' in event && event.actor.kind === 'person') event.simulated = true;
    if (event.type === 'schemeDrafted') event.simulateAbsent = { seed: 11, people };
    if (event.type === 'actionSeen') event.simulated = true;
    if (event.type === 'rated') event.texts.reason = SIMULATED_REASON;
    if (event.type === 'feedbackAsked') Object.assign(event, { people: [], played: people });
    if (event.type !== 'reportSubmitted') continue;
    const before = fold(played.recorded.map((one) => one.event).filter(({ seq }) => seq < event.seq));
    Object.assign(event, {
      ...resultNow(before),
      ratings: ratingsNow(before),
      texts: simulatedReport(['rw-12', 'rw-13']),
    });
  }
  for (const event of played.incident!.events) {
    if (event.type === 'reported') event.simulated = people;
    else if (event.actor.kind === 'person') event.via = 'simulator';
  }
  return played;
}
