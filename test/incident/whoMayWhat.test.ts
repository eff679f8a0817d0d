import type { Decision, IncidentEvent } from '../../src/domain/incident/index.js';
import { ROOMS } from '../../src/domain/incident/rooms/index.js';
import { refusalOf } from './story.js';
import type { Story } from './story.js';
import { ACTS } from './whoMayWhat/acts.js';
import { ROWS } from './whoMayWhat/read.js';
import { ACTORS, SIGNS, SITUATIONS } from './whoMayWhat/situations.js';
import { DOINGS, ROLES } from './whoMayWhat/table.js';
import type { Doing, Role, Situation } from './whoMayWhat/table.js';

const roles = Object.keys(ROLES) as Role[];
const doings = Object.keys(DOINGS) as Doing[];
const situations = Object.keys(SITUATIONS) as Situation[];

test('every situation has exactly one table', () => {
  expect(ROWS.map(({ situation }) => situation).sort()).toEqual(situations.sort());
});

test.each(situations)('%s is what its name says, whatever a row asks for besides', (situation) => {
  const story = SITUATIONS[situation];
  expect(story.state).toMatchObject(SIGNS[situation]);
  for (const doing of doings) expect(prepared(story, doing).state).toMatchObject(SIGNS[situation]);
});

describe.each(ROWS)('$situation', ({ situation, rows }) => {
  test.each([...rows])('%s', (doing, row) => {
    const story = prepared(SITUATIONS[situation], doing);
    expect(Object.fromEntries(roles.map((role) => [role, tried(story, doing, role)]))).toEqual(row);
  });
});

test('the table has whatever people may decide', () => {
  expect([...new Set(doings.map((doing) => kindOf(decisionOf(doing))))].sort()).toEqual(Object.keys(KINDS).sort());
  const taken = Object.values(ROOMS).flatMap(({ decide = {} }) => Object.keys(decide));
  const types = doings.map((doing) => decisionOf(doing).type as string);
  expect(new Set(taken)).toEqual(new Set([...types, ...OF_THE_WORLD]));
});

function prepared(story: Story, doing: Doing): Story {
  const copy = story.copy();
  ACTS[doing].given?.(copy);
  return copy;
}

/** `may`, or the code of the refusal. */
function tried(story: Story, doing: Doing, role: Role): string {
  const { says, brings } = ACTS[doing];
  const actor = ACTORS[role];
  const who = 'id' in actor ? actor.id : actor.kind;
  const events = story.copy().says(who, says(who, story), { actor });
  const refused = refusalOf(events);
  if (refused) return refused.code;
  return events.some(({ type }: IncidentEvent) => type === brings)
    ? 'may'
    : `nothing: ${events.map((e) => e.type).join()}`;
}

function decisionOf(doing: Doing): Decision {
  return ACTS[doing].says('commander', prepared(SITUATIONS['level II'], doing));
}

/** A type, and where it does several things, which of them. */
type Kind<D = Decision> = D extends { type: infer T extends string }
  ? D extends
      { action: infer A extends string } | { outcome: infer A extends string } | { decision: infer A extends string }
    ? `${T} ${A}`
    : T
  : never;

function kindOf(decision: Decision): string {
  const { type, action, outcome, decision: which } = { action: '', outcome: '', decision: '', ...decision };
  return [type, action, outcome, which].filter((part) => part !== '').join(' ');
}

/** A forgotten one does not compile. */
const KINDS: Record<Kind, true> = {
  'verify confirmed': true,
  'verify standby': true,
  'verify rejected': true,
  merge: true,
  absorb: true,
  setPace: true,
  preempt: true,
  'handOver offer': true,
  'handOver accept': true,
  'handOver decline': true,
  'handOver withdraw': true,
  checkIn: true,
  missCommander: true,
  takeCommand: true,
  'resolveClaim share': true,
  'resolveClaim yield': true,
  changeLevel: true,
  changeCategory: true,
  'criterion confirm': true,
  'criterion withdraw': true,
  'terminate ask': true,
  'terminate propose': true,
  'terminate override': true,
  'terminate confirm': true,
  'terminate withdraw': true,
  reopen: true,
  dismissRecurrence: true,
  'analysis record': true,
  'analysis complete': true,
  'incidentReport edit': true,
  'incidentReport submit': true,
  'incidentReport return': true,
  'incidentReport review': true,
  'incidentReport approve': true,
  'incidentReport revise': true,
  close: true,
  'lesson give': true,
  'lesson collect': true,
  'summary call': true,
  'summary hold': true,
  improvement: true,
  movePlan: true,
  addFact: true,
  askQuestion: true,
  answerQuestion: true,
  draftSitrep: true,
  editSitrep: true,
  releaseSitrep: true,
  'task start': true,
  'task finish': true,
  'task skip': true,
  'task reassign': true,
  'task add': true,
  'scene cordon': true,
  'scene lift': true,
  'scene admit': true,
  'scene leave': true,
  'obligation judge': true,
  'obligation setClock': true,
  'obligation file': true,
  'publicOpinion record': true,
  'publicOpinion reply': true,
  'publicOpinion end': true,
  'publication draft': true,
  'publication check': true,
  'publication return': true,
  'publication approve': true,
  'publication withdraw': true,
  'publication waive': true,
  'resource request': true,
  'resource requestPartner': true,
  'resource cancel': true,
  'resource amend': true,
  'resource substitute': true,
  'resource approve': true,
  'resource refuse': true,
  'resource dispatch': true,
  'resource arrive': true,
  'resource return': true,
  'resource consume': true,
  'resource damage': true,
  'resource partnerReply': true,
  acknowledge: true,
  decline: true,
  arrive: true,
  release: true,
  answerForPartner: true,
  acceptShortage: true,
};

/** What no person says: how effects end, and what the ledger and the roster tell. */
const OF_THE_WORLD = [
  'noticeAttempted',
  'documentWritten',
  'published',
  'improvementStarted',
  'mergeAnswered',
  'claimed',
  'releasedClaims',
  'recheckClaims',
  'allocated',
  'stockSettled',
  'recheckStock',
  'peopleChanged',
];
