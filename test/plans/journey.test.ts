import { decide, evolve, fold, open } from '../../src/domain/incident/index.js';
import type { Decision, IncidentEvent, Message } from '../../src/domain/incident/index.js';
import { basisOf } from '../../src/domain/plan/basis.js';
import { loadPlan, loadRoster } from '../../src/planfiles/index.js';

interface Script {
  plan: string;
  category: string;
  facts: Record<string, number | boolean>;
  proposed: { incidentLevel: string; level: string };
  /** Who says what, in order. */
  says: [person: string, decision: Decision][];
  /** The teams called and stood down on the way. */
  teams: string[];
}

const SCRIPTS: Script[] = [
  {
    plan: 'software-incident',
    category: 'operation-failure',
    facts: { usersAffected: 25_000, dataLost: false },
    proposed: { incidentLevel: 'relatively-serious', level: 'III' },
    says: [
      ['lin-wei', { type: 'verify', outcome: 'confirmed', reason: 'seen in monitoring' }],
      ['lin-wei', { type: 'changeLevel', level: 'II', reason: 'media ask' }],
      ['lin-wei', { type: 'terminate', action: 'override', reason: 'stable for an hour' }],
      ['chen-jing', { type: 'terminate', action: 'confirm' }],
    ],
    teams: ['+technical-rescue +information-liaison', '+human-resources +publicity'],
  },
  {
    plan: 'hospital-it',
    category: 'patient-record-loss',
    facts: { recordsTrusted: false, wardsAffected: 2 },
    proposed: { incidentLevel: 'patient-harm', level: 'red' },
    says: [
      ['priya-nair', { type: 'verify', outcome: 'confirmed', reason: 'wrong allergies on two wards' }],
      ['amara-okafor', { type: 'changeLevel', level: 'green', reason: 'record is read-only and correct' }],
      [
        'tom-hughes',
        { type: 'terminate', action: 'propose', reason: 'confirmed on ward 4', criteria: ['systems-usable'] },
      ],
    ],
    teams: ['+it-operations +ward-liaison +paper-downtime', '-ward-liaison -paper-downtime'],
  },
];

test.each(SCRIPTS)('an incident runs from report to termination on the plan $plan', (script) => {
  const { document, hash } = loadPlan(`plans/${script.plan}`);
  const basis = basisOf(document, hash, loadRoster(`plans/${script.plan}/roster.yaml`, document).document);
  const reporter = { actor: { kind: 'person', id: 'somebody' }, via: 'api', requestId: 'r0' } as const;
  const report = { incidentId: 'i-1', mode: 'real', title: 'It fails', place: 'here' } as const;
  const events = open({ ...report, category: script.category, facts: script.facts }, basis, reporter, 0);
  let state = fold(basis, events);
  expect(events.find((event) => event.type === 'levelProposed')).toMatchObject(script.proposed);

  for (const [i, [person, decision]] of script.says.entries()) {
    const head = { requestId: `r${i + 1}`, actor: { kind: 'person', id: person }, via: 'api' };
    const answer = decide(state, { ...head, ...decision } as Message, i + 1);
    expect(answer.filter((event) => event.type === 'refused')).toEqual([]);
    events.push(...answer);
    state = answer.reduce(evolve, state);
  }
  expect(state.phase).toBe(basis.plan.termination.watch.length > 0 ? 'watching' : 'aftermath');
  expect(teamMoves(events)).toEqual(script.teams);
});

/** Teams called (+) and stood down (-) by each event, without those that the end stands down. */
function teamMoves(events: IncidentEvent[]): string[] {
  return events.flatMap((event) => {
    if (event.type !== 'called' && event.type !== 'stoodDown') return [];
    if (event.type === 'stoodDown' && event.why === 'terminated') return [];
    const sign = event.type === 'called' ? '+' : '-';
    const teams = event.calls.filter((call) => call.target.kind === 'team').map((call) => `${sign}${call.target.id}`);
    return teams.length === 0 ? [] : [teams.join(' ')];
  });
}
