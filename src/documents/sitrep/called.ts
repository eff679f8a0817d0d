import { callOf, targetKey } from '../../domain/incident/index.js';
import type { CalledTarget, EventOf } from '../../domain/incident/index.js';
import type { Instant } from '../../domain/time.js';
import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import { byTime } from './byTime.js';
import { inPeriod, MOST_NAMES } from './context.js';
import type { SitrepContext } from './context.js';

/** `more`: some of its people were called later than the others. */
type Merged = CalledTarget & { at: Instant; more: boolean };

/** Who was called, for what, and since when. */
export function mobilised(context: SitrepContext): Block[] {
  const { words, say, moment } = context;
  const called = merged(inPeriod(context, 'called')).filter(({ people }) => people.length > 0);
  if (called.length === 0) return [];
  const groups = byTime(called, ({ at }) => at).map(([at, bodies]) => ({
    at: moment(at),
    more: bodies.some(({ more }) => more),
    bodies: say.calls(bodies),
  }));
  return [paragraph(words.mobilised(groups))];
}

export function stoodDown(context: SitrepContext): Block[] {
  const { words, say, moment } = context;
  return inPeriod(context, 'stoodDown').map((event) => {
    const bodies = event.calls.map((call) => {
      const told = call.people.length === 0 ? say.target(call.target) : say.calls([call]);
      return isHeld(context, call, event) ? told : words.formerly(told);
    });
    return paragraph(words.stoodDown({ at: moment(event.at), bodies }));
  });
}

/** Not where command has passed since these were called: to somebody else, or to one of them. */
function isHeld({ events }: SitrepContext, { target, people }: CalledTarget, { seq }: EventOf<'stoodDown'>): boolean {
  const passed = events.findLast(
    (event): event is EventOf<'commandPassed'> =>
      event.type === 'commandPassed' && event.seq < seq && target.kind === 'post',
  );
  if (passed === undefined) return true;
  return passed.post === target.id ? people.includes(passed.to) : !people.includes(passed.to);
}

/** Whoever was called in several steps is named once for each team. */
function merged(events: EventOf<'called'>[]): Merged[] {
  const calls = new Map<string, Merged>();
  for (const { at, calls: asked } of events) {
    for (const { target, people } of asked) {
      const key = targetKey(target);
      const known = calls.get(key);
      calls.set(
        key,
        known === undefined
          ? { target, people, at, more: false }
          : { ...known, people: [...new Set([...known.people, ...people])], more: true },
      );
    }
  }
  return [...calls.values()];
}

/** Who said in the period that he or she does not come, and has not come after all. */
export function declined(context: SitrepContext): Block[] {
  const { words, say, state, moment } = context;
  const answers = inPeriod(context, 'declined').filter(({ person, targets }) =>
    targets.some((target) => {
      const body = state.mobilisation.bodies[targetKey(target)];
      return body !== undefined && callOf(body.people, person)?.status === 'declined';
    }),
  );
  if (answers.length === 0) return [];
  const latest = new Map(answers.map((event) => [event.person, event]));
  if (latest.size > MOST_NAMES) return [paragraph(words.declinedMany(latest.size))];
  const each = [...latest.values()].map(({ person, at, texts }) => ({
    person: say.person(person),
    at: moment(at),
    reason: say.quote(texts.reason),
  }));
  return [paragraph(words.declined(each))];
}
