import { holderOf, nextWake } from '../../../../src/domain/incident/index.js';
import type { EventOf, EventType, State } from '../../../../src/domain/incident/index.js';
import { must, named } from '../whatever.js';
import type { Rules } from '../whatever.js';

/** By the plan alone, as a reader of it would say. */
function mayApprove({ basis, grading }: State): string[] {
  const rules = basis.plan.aftermath?.publication?.approvedBy ?? [];
  return rules.flatMap((rule) => {
    if (typeof rule === 'string') return [rule];
    return rule.levels === undefined || rule.levels.includes(grading.level ?? '') ? rule.posts : [];
  });
}

export const publicationRules: Rules = {
  'nothing is published but the very version that somebody approved whom the plan names, and never in a drill': ({
    moments,
  }) => {
    for (const { event, before } of moments) {
      if (event.type !== 'effectRequested' || event.effect.kind !== 'publish') continue;
      must(before.report.mode === 'real', () => named(event));
      const { publication, version, withdrawn } = event.effect;
      const of = (type: 'publicationApproved' | 'publicationDrafted') =>
        moments.find(
          ({ event: e }) =>
            e.seq < event.seq && e.type === type && e.publication === publication && e.version === version,
        );
      const [approved, drafted] = [of('publicationApproved'), of('publicationDrafted')];
      must(approved !== undefined && drafted !== undefined, () => named(event));
      if (withdrawn) must(before.publication.items[publication]?.status === 'withdrawn', () => named(event));
    }
  },

  'whoever approves has the authority by the plan, did not draft it, and knows what it rests on as it is': ({
    moments,
  }) => {
    for (const { event, before } of moments) {
      if (event.type !== 'publicationApproved') continue;
      must(mayApprove(before).includes(event.authority), () => `${named(event)}: ${event.authority}`);
      const { actor } = event;
      const acts = actor.kind === 'person' ? actor.id : '';
      const holders = before.command.posts[event.authority]
        ? [holderOf(before, event.authority)]
        : (before.basis.holders[event.authority] ?? []);
      must(holders.includes(acts), () => named(event));
      const drafted = moments
        .map(({ event: e }) => e)
        .filter((e): e is EventOf<'publicationDrafted'> => {
          return e.type === 'publicationDrafted' && e.publication === event.publication && e.seq < event.seq;
        });
      const last = drafted.at(-1);
      must(last?.version === event.version, () => named(event));
      must(!drafted.some((e) => JSON.stringify(e.actor) === JSON.stringify(actor)), () => named(event));
      const checked = moments.some(({ event: e }) => {
        return e.type === 'publicationChecked' && e.publication === event.publication && e.version === event.version;
      });
      const counsel = before.basis.plan.aftermath?.publication?.legalCheck;
      must(counsel === undefined || checked || event.texts !== undefined, () => named(event));
    }
  },

  'what was approved once is never drafted anew, and its text is what was drafted': ({ moments }) => {
    const approved = new Set<string>();
    for (const { event } of moments) {
      if (event.type === 'publicationApproved') approved.add(event.publication);
      if (event.type === 'publicationDrafted') must(!approved.has(event.publication), () => named(event));
    }
  },

  'once it is closed nothing is new but what corrects or withdraws what was drafted before': ({ story }) => {
    for (const [first, ...rest] of story.turns) {
      if (first.before.phase !== 'closed') continue;
      for (const { event, before } of [first, ...rest]) {
        must(event.type.startsWith('publication') || AFTER_THE_CLOSE.includes(event.type), () => named(event));
        if (event.type === 'publicationDrafted') must(event.kind === 'correction', () => named(event));
        if (event.type === 'publicationApproved')
          must(before.publication.items[event.publication]?.kind === 'correction', () => named(event));
      }
    }
  },

  'once it is closed nothing falls due but what is sent once more': ({ story: { state } }) => {
    if (state.phase !== 'closed') return;
    const again = Object.values(state.effects.pending).map(({ retryAt }) => retryAt);
    const next = nextWake(state);
    must(next === undefined || again.includes(next), () => String(next));
  },
};

/** What the world answers, who is told, and what is refused. */
const AFTER_THE_CLOSE: EventType[] = [
  ...([
    'refused',
    'peopleChanged',
    'machineFailed',
    'effectRequested',
    'documentWritten',
    'improvementStarted',
  ] as const),
  ...(['noticeAttempted', 'noticeRetried', 'noticeCancelled', 'sitrepSent'] as const),
  ...(['claimsAnswered', 'claimsReleased', 'stockAllocated', 'stockBooked'] as const),
];
