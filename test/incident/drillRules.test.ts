import fc from 'fast-check';
import { DRILL_RULES, withinDrill } from '../../src/domain/incident/drillRules.js';
import type { Effect, EventOf, IncidentEvent } from '../../src/domain/incident/index.js';
import { samplePlan, sampleHolders } from '../support/samplePlan.js';
import { HOUR, MINUTE } from '../../src/domain/time.js';
import { given } from './any/steps.js';
import { tell } from './any/tell.js';
import { confirmAt, Story } from './story.js';

const PARTICIPANTS = ['lin-wei', 'zhao-lei'];

function played(more: { participants?: string[]; mode?: 'real' | 'drill' } = {}): Story {
  const basis = { plan: samplePlan(), holders: sampleHolders() };
  const story = new Story(
    { facts: { usersAffected: 5_000 }, mode: 'drill', participants: PARTICIPANTS, ...more },
    basis,
  );
  story.passes(10 * MINUTE);
  story.says('lin-wei', confirmAt('L1'));
  story.passes(2 * HOUR);
  return story;
}

const recipients = (events: IncidentEvent[]) =>
  events.flatMap((e) =>
    e.type === 'effectRequested' && e.effect.kind === 'notify' ? e.effect.recipients.map(({ person }) => person) : [],
  );

test('in a drill nobody is told but who takes part, and who else would have been is on the record', () => {
  const story = played();
  expect(new Set(recipients(story.events))).toEqual(new Set(PARTICIPANTS));
  const withheld = new Set(story.all('noticeWithheld').flatMap(({ people }) => people));
  expect([...withheld].filter((id) => PARTICIPANTS.includes(id))).toEqual([]);
  const without = played({ mode: 'real' });
  const outside = new Set(recipients(without.events).filter((id) => !PARTICIPANTS.includes(id)));
  expect([...outside].every((id) => withheld.has(id))).toBe(true);
  expect(without.all('noticeWithheld')).toEqual([]);
});

test('a drill that nobody has given its people tells whoever the plan names, as before', () => {
  const story = new Story({ mode: 'drill' }, { plan: samplePlan(), holders: sampleHolders() });
  story.says('lin-wei', confirmAt('L1'));
  expect(story.all('noticeWithheld')).toEqual([]);
  expect(new Set(recipients(story.events)).size).toBeGreaterThan(PARTICIPANTS.length);
});

test('every effect that is ever asked for has a rule that keeps it inside', () => {
  const kinds = new Set<Effect['kind']>();
  fc.assert(
    fc.property(given, (sequence) => {
      for (const event of tell(sequence).events) {
        if (event.type === 'effectRequested') kinds.add(event.effect.kind);
      }
    }),
    { numRuns: 150, seed: 7 },
  );
  expect([...kinds].filter((kind) => !Object.hasOwn(DRILL_RULES, kind))).toEqual([]);
  expect(kinds.size).toBeGreaterThan(4);
});

test('what has no rule, or must never be asked for, is not asked for in a drill', () => {
  const asked = (kind: string) =>
    ({ type: 'effectRequested', effect: { kind, id: 'x1' } }) as unknown as EventOf<'effectRequested'>;
  const drill = played().state;
  for (const kind of ['publish', 'callTheRegulator']) {
    expect(withinDrill(drill, asked(kind))).toEqual([]);
    expect(withinDrill(played({ mode: 'real' }).state, asked(kind))).toHaveLength(1);
  }
});
