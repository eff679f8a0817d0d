import { expect, test } from '@jest/globals';
import type { IncidentEvent, Message } from '../../src/domain/incident/index.js';
import { Numbers } from '../../src/rehearsal/numbers.js';

const event = (requestId: string, body: object): IncidentEvent =>
  ({ seq: 1, at: 0, request: { id: requestId, fingerprint: '' }, ...body }) as unknown as IncidentEvent;
const message = (body: object) => body as Message;

/** What is numbered, the second time; a message that names it; and what that names where nothing came of the first time. */
const CASES: [made: (nth: number) => object, names: object, here: object][] = [
  [
    (nth) => ({ type: 'questionAsked', question: `q${4 + nth}` }),
    { type: 'answerQuestion', question: 'q6' },
    { question: 'q5' },
  ],
  [
    (nth) => ({ type: 'partnerAsked', need: { request: `q${4 + nth}`, partner: 'bank' } }),
    { type: 'resource', action: 'return', requests: ['q6'] },
    { requests: ['q5'] },
  ],
  [
    (nth) => ({ type: 'publicationDrafted', publication: `p${nth}`, version: 1 }),
    { type: 'publication', action: 'approve', publication: 'p2', version: 1 },
    { publication: 'p1', version: 1 },
  ],
  [
    (nth) => ({ type: 'incidentReportSubmitted', version: nth }),
    { type: 'incidentReport', action: 'approve', version: 2 },
    { version: 1 },
  ],
  [
    (nth) => ({ type: 'opinionRecorded', entry: `o${nth}` }),
    { type: 'publicOpinion', action: 'reply', entry: 'o2' },
    { entry: 'o1' },
  ],
  [(nth) => ({ type: 'personAdmitted', pass: nth }), { type: 'scene', action: 'leave', pass: 2 }, { pass: 1 }],
  [
    (nth) => ({ type: 'taskAdded', task: `added.${nth}` }),
    { type: 'task', action: 'start', task: 'added.2' },
    { task: 'added.1' },
  ],
];

test.each(CASES)(
  'whoever names the second of them names the first, where the first was refused: %#',
  (made, names, here) => {
    const recorded = new Numbers([event('a', made(1)), event('b', made(2))]);
    const now = new Numbers([event('b', made(1))]);
    expect(now.carriedOver(message(names), recorded)).toEqual({ ...names, ...here });
  },
);

test('a version is the one that was drafted then, also where one before it was refused', () => {
  const drafted = (requestId: string, version: number) =>
    event(requestId, { type: 'publicationDrafted', publication: 'p1', version });
  const recorded = new Numbers([drafted('a', 1), drafted('b', 2), drafted('c', 3)]);
  const now = new Numbers([drafted('a', 1), drafted('c', 2)]);
  const check = message({ type: 'publication', action: 'check', publication: 'p1', version: 3 });
  expect(now.carriedOver(check, recorded)).toMatchObject({ publication: 'p1', version: 2 });
});

const asks = (first: number, resources: string[]) =>
  ({
    ...{ seq: first, at: 0, type: 'resourcesRequested' },
    requests: resources.map((resource, i) => ({ request: `q${first}.${i + 1}`, resource })),
  }) as unknown as IncidentEvent;

test('what the plan asks for is known by its resource, and what is not asked for here is nothing else', () => {
  const recorded = new Numbers([asks(31, ['laptops', 'phones']), asks(60, ['laptops'])]);
  const now = new Numbers([asks(31, ['phones']), asks(40, ['laptops', 'laptops'])]);
  const carried = (request: string) =>
    now.carriedOver(message({ type: 'resource', action: 'dispatch', request }), recorded);
  expect(['q31.2', 'q31.1', 'q60.1'].map((id) => (carried(id) as { request?: string }).request)).toEqual([
    ...['q31.1', 'q40.1', 'q40.2'],
  ]);
  const without = new Numbers([asks(31, ['phones'])]);
  expect(
    without.carriedOver(message({ type: 'resource', action: 'dispatch', request: 'q31.1' }), recorded),
  ).toMatchObject({ request: 'then:q31.1' });
});

test('of two events that differ in numbers alone, nothing is left to tell them apart', () => {
  const [then, now] = [asks(31, ['laptops']), asks(27, ['laptops'])];
  const about = (request: string): IncidentEvent =>
    event('x', {
      type: 'terminated',
      open: [{ code: 'resource_held', id: request }],
      need: { request },
    });
  expect(new Numbers([then]).withoutNumbers(about('q31.1'))).toEqual(new Numbers([now]).withoutNumbers(about('q27.1')));
  const sitrep = (number: number) => new Numbers().withoutNumbers(event('x', { type: 'sitrepReleased', number }));
  expect(sitrep(2)).toEqual(sitrep(3));
});
