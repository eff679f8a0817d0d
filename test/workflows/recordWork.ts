import { pino } from 'pino';
import { startPeopleTeller } from '../../src/api/peopleTeller.js';
import type { Decision, State } from '../../src/domain/incident/index.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import { loadLedger } from '../../src/planfiles/index.js';
import type { TestMuster } from '../support/muster.js';

type Save = (name: string, id: string) => Promise<void>;

const MINUTE = 60_000;
const confirm = (level: string): Decision => ({ type: 'verify', outcome: 'confirmed', level, reason: 'seen' });

/**
 * What people do while it is responded to: what is known and asked, tasks, the cordon, answers to calls, releases, a shortage
 * that is missed and accepted, a SITREP that is written, released and sent.
 */
export async function recordWork(muster: TestMuster, save: Save): Promise<void> {
  const id = await muster.report({ category: 'operation-failure' });
  const does = async (person: string, decision: Decision): Promise<void> => {
    const answer = await muster.says(id, person, decision);
    if ('refusal' in answer && answer.refusal) throw new Error(`${decision.type}: ${JSON.stringify(answer.refusal)}`);
  };
  const answers = (person: string, answer: Extract<Decision, { type: 'acknowledge' | 'decline' | 'arrive' }>) =>
    muster.incidents.answer(id, [
      { ...answer, requestId: `${answer.type} ${person}`, actor: { kind: 'person', id: person }, via: 'link' },
    ]);
  await does('lin-wei', confirm('III'));
  await answers('zhao-lei', { type: 'acknowledge', person: 'zhao-lei', eta: Date.now() + 10 * MINUTE });
  await answers('sun-yu', { type: 'decline', person: 'sun-yu', reason: 'abroad' });
  await answers('zhao-lei', { type: 'arrive', person: 'zhao-lei', note: 'at the desk' });
  await does('zhao-lei', {
    type: 'addFact',
    values: { usersAffected: 12_000 },
    statement: 'one region fails',
    source: 'monitoring',
    confidence: 'confirmed',
  });
  await does('zhou-min', { type: 'askQuestion', text: 'which customers?' });
  const { situation } = await muster.until(id, (s) => Object.keys(s.situation.questions).length === 1);
  await does('zhao-lei', {
    type: 'answerQuestion',
    question: Object.keys(situation.questions)[0]!,
    text: 'all of one',
  });
  await does('zhao-lei', { type: 'task', action: 'start', task: 'diagnose' });
  await does('zhao-lei', {
    type: 'task',
    action: 'finish',
    task: 'diagnose',
    note: 'a full disk',
    finding: 'no alarm',
  });
  await does('lin-wei', {
    type: 'task',
    action: 'add',
    title: 'tell the bank',
    owner: { post: 'liaison-lead' },
    due: Date.now() + 60 * MINUTE,
    mandatory: false,
  });
  await does('lin-wei', {
    type: 'task',
    action: 'reassign',
    task: 'added.1',
    to: { person: 'zhou-min' },
    reason: 'knows them',
  });
  await does('lin-wei', { type: 'task', action: 'skip', task: 'added.1', reason: 'they have called' });
  await does('lin-wei', { type: 'scene', action: 'cordon', area: 'machine room 2', rules: 'one way in' });
  await does('lin-wei', { type: 'scene', action: 'admit', name: 'an electrician', area: 'rack 7', purpose: 'power' });
  await does('lin-wei', { type: 'scene', action: 'leave', pass: 1 });
  await does('lin-wei', { type: 'scene', action: 'lift', reason: 'made safe' });
  await does('xu-na', { type: 'draftSitrep' });
  await does('xu-na', { type: 'editSitrep', number: 1, sections: { outlook: 'restored within the hour' } });
  await does('zhou-min', { type: 'releaseSitrep', number: 1 });
  await muster.until(id, (_, events) => events.some(({ type }) => type === 'quorumMissed'));
  await does('lin-wei', { type: 'acceptShortage', team: 'technical-rescue', reason: 'enough for this' });
  await does('lin-wei', { type: 'release', people: ['zhao-lei'], reason: 'twelve hours' });
  await muster.until(
    id,
    (s, events) => events.some(({ type }) => type === 'sitrepSent') && Object.keys(s.effects.pending).length === 0,
  );
  await save('work', id);
}

/** Two incidents want the same people: one is shared, one yielded, the rest granted when the first incident ends. */
export async function recordContest(muster: TestMuster, save: Save): Promise<void> {
  const commanderOf = async (id: string) => (await muster.store.getIncident(id))!.state.command.posts['commander']!;
  const [one, two] = [await muster.report(), await muster.report()];
  const isQuiet = (id: string) => muster.until(id, (s) => Object.keys(s.effects.pending).length === 0);
  await Promise.all([isQuiet(one), isQuiet(two)]);
  const [first, second] = [await commanderOf(one), await commanderOf(two)];
  await muster.says(one, first, confirm('III'));
  await isQuiet(one);
  await muster.says(two, second, confirm('III'));
  const { claims } = await muster.until(two, (s) => Object.keys(s.claims.contested).length > 2);
  const [shared, yielded] = Object.keys(claims.contested);
  await muster.says(two, second, { type: 'resolveClaim', person: shared!, decision: 'share', reason: 'both need it' });
  await muster.says(two, second, { type: 'resolveClaim', person: yielded!, decision: 'yield', reason: 'they need it' });
  await muster.until(one, (s) => s.claims.shared[shared!]?.includes(two) === true);
  await muster.says(one, first, { type: 'merge', into: two, reason: 'the same outage' });
  await muster.until(two, (s) => Object.keys(s.claims.contested).length === 0);
  await isQuiet(two);
  await save('contested', two);
}

/** The roster changes while it is responded to, and the category as well: others are called, and some are stood down. */
export async function recordChanges(muster: TestMuster, save: Save): Promise<void> {
  const { store, directory, incidents } = muster;
  const id = await muster.report();
  await muster.says(id, 'lin-wei', { type: 'verify', outcome: 'standby', reason: 'unclear' });
  await muster.says(id, 'lin-wei', { type: 'verify', outcome: 'standby', reason: 'still unclear' });
  await muster.says(id, 'lin-wei', confirm('III'));
  await muster.until(id, (s) => s.phase === 'responding');
  const document = structuredClone((await store.currentRoster())!.document as RosterDocument);
  document.people.push({ id: 'fan-li', name: 'Fan Li', languages: ['en'], contacts: { email: 'fan-li@example.com' } });
  document.holders['developer']!.push('fan-li');
  await store.saveRoster(document);
  const teller = startPeopleTeller({ store, directory, incidents, log: pino({ level: 'silent' }) });
  await teller.tell();
  await muster.until(id, (_, events) => events.some(({ type }) => type === 'peopleChanged'));
  await teller.close();
  await muster.says(id, 'lin-wei', { type: 'changeCategory', category: 'security', reason: 'somebody broke in' });
  await muster.until(id, (s, events) => {
    const changed = events.some(({ type }) => type === 'categoryChanged');
    return changed && Object.keys(s.effects.pending).length === 0;
  });
  await save('changes', id);
}

/**
 * What is asked of the ledger: by the plan, by a person, of a partner; sent, used and brought back; then the end by the word of two
 * people, with tasks left open.
 */
export async function recordNeeds(muster: TestMuster, save: Save): Promise<void> {
  await muster.store.saveLedger(loadLedger('plans/software-incident/ledger.yaml').document);
  const id = await muster.report();
  const does = async (person: string, decision: Decision): Promise<void> => {
    const answer = await muster.says(id, person, decision);
    if ('refusal' in answer && answer.refusal) throw new Error(`${decision.type}: ${JSON.stringify(answer.refusal)}`);
  };
  const need = { type: 'resource' } as const;
  const ready = async (resource: string) => {
    const isReady = ({ resources }: State) =>
      Object.entries(resources.requests).find(
        ([, one]) => one.resource === resource && Object.values(one.lots).some((lot) => lot.ready > 0),
      );
    return isReady(await muster.until(id, (s) => isReady(s) !== undefined))!;
  };
  await does('lin-wei', confirm('III'));
  const [bridge] = await ready('conference-bridge');
  await does('lin-wei', { ...need, action: 'dispatch', request: bridge });
  await does('lin-wei', { ...need, action: 'arrive', request: bridge });
  await does('zhao-lei', { ...need, action: 'request', resource: 'forensic-storage', quantity: 2, purpose: 'images' });
  const [disks, { lots }] = await ready('forensic-storage');
  const [item] = Object.keys(lots);
  await does('lin-wei', { ...need, action: 'dispatch', request: disks });
  await does('lin-wei', {
    ...need,
    action: 'consume',
    request: disks,
    lots: [{ item: item!, quantity: 1 }],
    note: 'full',
  });
  await does('zhao-lei', { ...need, action: 'request', resource: 'radio-set', quantity: 1, purpose: 'no network' });
  const [radios] = await ready('radio-set');
  await does('zhao-lei', { ...need, action: 'cancel', request: radios, reason: 'the network is back' });
  await does('zhao-lei', { ...need, action: 'requestPartner', partner: 'cloud-provider', purpose: 'more capacity' });
  const { resources } = await muster.until(id, (s) => Object.keys(s.resources.partners).length > 0);
  const [asked] = Object.keys(resources.partners);
  await does('lin-wei', { ...need, action: 'partnerReply', request: asked!, reply: 'confirmed', note: 'on its way' });
  await does('lin-wei', { ...need, action: 'return', requests: 'all' });
  await does('lin-wei', { type: 'terminate', action: 'override', reason: 'restored, the rest is of no use' });
  await does('chen-jing', { type: 'terminate', action: 'confirm' });
  await muster.until(
    id,
    (s) => s.phase === 'watching' && Object.values(s.effects.pending).every(({ effect }) => effect.kind === 'notify'),
  );
  await save('needs', id);
}
