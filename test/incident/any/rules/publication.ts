import {
  decide,
  duesOf,
  factsMoved,
  isOver,
  isPublicationWaived,
  knownFacts,
  nextWake,
} from '../../../../src/domain/incident/index.js';
import type {
  Actor,
  EventOf,
  EventType,
  NoticeTemplate,
  Publication,
  State,
} from '../../../../src/domain/incident/index.js';
import type { Turn } from '../tell.js';
import { must, named } from '../whatever.js';
import type { Rules } from '../whatever.js';

/** By the plan alone, as a reader of it would say; then by whoever comes next where all of these wrote it. */
function mayApprove(state: State, wrote: string[]): string[] {
  const { basis, grading } = state;
  const { posts, command } = basis.plan;
  const rules = basis.plan.aftermath?.publication?.approvedBy ?? [];
  const byPlan = rules.flatMap((rule) => {
    if (typeof rule === 'string') return [rule];
    return rule.levels === undefined || rule.levels.includes(grading.level ?? '') ? rule.posts : [];
  });
  const named = byPlan.length > 0 ? byPlan : [command.commander];
  const deputies = posts.filter(({ id }) => named.includes(id)).flatMap((post) => post.deputies ?? []);
  const more = [named, [...named, ...deputies], [...named, ...deputies, command.commander, ...command.deputies]];
  const isEnough = (some: string[]) => some.some((post) => actIn(state, post).some((id) => !wrote.includes(id)));
  return more.find(isEnough) ?? more.at(-1)!;
}

function actIn({ basis, command }: State, post: string): string[] {
  const fills = command.posts[post];
  return fills === undefined ? (basis.holders[post] ?? []) : [fills];
}

function idsOf(actors: Actor[]): string[] {
  return actors.flatMap((actor) => (actor.kind === 'person' ? [actor.id] : []));
}

/** Wrote any version of it. */
function wroteOf({ drafted, earlier = [] }: Publication): string[] {
  return idsOf([drafted.by, ...earlier]);
}

/** It says that it is over, and it is not, or was written before it came back. */
function isOfNoEnd({ phase, publication: { reopenedAt } }: State, { kind, drafted }: Publication): boolean {
  return kind === 'final' && (phase === 'responding' || (reopenedAt !== undefined && drafted.at < reopenedAt));
}

/** Nothing but somebody's word is missing. */
function waiting(state: State): [string, Publication][] {
  return Object.entries(state.publication.items).filter(
    ([, item]) =>
      item.status === 'draft' &&
      item.overtaken === undefined &&
      !isOfNoEnd(state, item) &&
      factsMoved(state, item).length === 0 &&
      (!isOver(state.phase) || item.kind === 'correction'),
  );
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
      const item = before.publication.items[event.publication]!;
      must(!isOfNoEnd(before, item), () => `${named(event)}: it has come back since`);
      const wrote = wroteOf(item);
      must(mayApprove(before, wrote).includes(event.authority), () => `${named(event)}: ${event.authority}`);
      const { actor } = event;
      const acts = actor.kind === 'person' ? actor.id : '';
      must(actIn(before, event.authority).includes(acts), () => named(event));
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

  'whoever commands besides its drafters may approve what waits, if the plan names nobody else': ({ story }) => {
    for (const turn of story.turns) {
      if (!turn.some(({ event }) => MOVES_WHO_MAY.some((type) => event.type.startsWith(type)))) continue;
      const { event, after } = turn.at(-1)!;
      const { commander, deputies } = after.basis.plan.command;
      if (isPastSaying(after)) continue;
      for (const [publication, item] of waiting(after)) {
        const wrote = wroteOf(item);
        const inCommand = [commander, ...deputies].flatMap((post) => actIn(after, post));
        if (inCommand.every((id) => wrote.includes(id))) continue;
        const may = mayApprove(after, wrote).flatMap((post) => actIn(after, post));
        const says = may.filter((id) => !wrote.includes(id)).map((id) => approvedBy(after, id, publication, event.at));
        must(
          says.some(
            (code) => code === undefined || code === 'next_statement_passed' || code === 'legal_check_required',
          ),
          () => `${named(event)}: ${publication} ${says.join()}`,
        );
      }
    }
  },

  'whenever facts of a draft that waits move, or move back, its drafter is told, once': ({ story }) => {
    const told = new Map<string, string>();
    for (const turn of story.turns) {
      for (const { event, before } of turn) {
        if (event.type === 'publicationDrafted') told.delete(event.publication);
        if (event.type !== 'publicationFactsMoved') continue;
        const facts = JSON.stringify(event.facts);
        must(facts !== (told.get(event.publication) ?? '[]'), () => named(event));
        told.set(event.publication, facts);
        const [drafter] = wroteOf(before.publication.items[event.publication]!);
        const to = asking(turn, 'publicationFactsMoved', event.publication, event.version);
        must(drafter === undefined || to.filter((id) => id === drafter).length === 1, () => named(event));
      }
      const { event, after } = turn.at(-1)!;
      const known = knownFacts(after);
      for (const [publication, item] of Object.entries(after.publication.items)) {
        const { status, kind, facts = [] } = item;
        if (
          status !== 'draft' ||
          isOfNoEnd(after, item) ||
          isPastSaying(after) ||
          (isOver(after.phase) && kind !== 'correction')
        )
          continue;
        const moved = facts.flatMap(({ fact, value }) =>
          known[fact] === value ? [] : [{ fact, value, now: known[fact] }],
        );
        const says = told.get(publication) ?? '[]';
        must(says === JSON.stringify(moved), () => `${named(event)}: ${publication} ${says}`);
      }
    }
  },

  'what waits was asked of counsel, or of somebody in each post that may approve it': ({ story }) => {
    let since: Turn[] = [];
    for (const turn of story.turns) {
      since = [...since, turn];
      if (!turn.some(({ event }) => MOVES_WHO_MAY.some((type) => event.type.startsWith(type)))) continue;
      const { event, after } = turn.at(-1)!;
      if (isOver(after.phase) || isPastSaying(after)) continue;
      for (const [publication, item] of waiting(after)) {
        const asked = (template: NoticeTemplate) =>
          since.flatMap((each) => asking(each, template, publication, item.version));
        if (item.checked === undefined && asked('publicationToCheck').length > 0) continue;
        const [wrote, toApprove] = [wroteOf(item), asked('publicationToApprove')];
        for (const post of mayApprove(after, wrote)) {
          const others = actIn(after, post).filter((id) => !wrote.includes(id));
          must(
            others.length === 0 || others.some((id) => toApprove.includes(id)),
            () => `${named(event)}: ${publication} is unknown to ${post}`,
          );
        }
      }
    }
  },

  'of what waits and nobody may approve its drafter is told, once': ({ story }) => {
    let stuck = new Set<string>();
    for (const turn of story.turns) {
      const { event, after } = turn.at(-1)!;
      if (isOver(after.phase) || isPastSaying(after)) continue;
      const now = new Set<string>();
      for (const [publication, item] of waiting(after)) {
        const wrote = wroteOf(item);
        const may = mayApprove(after, wrote).flatMap((post) => actIn(after, post));
        if (may.some((id) => !wrote.includes(id))) continue;
        const key = `${publication} ${item.version}`;
        now.add(key);
        const [drafter] = idsOf([item.drafted.by]);
        const to = asking(turn, 'publicationStuck', publication, item.version).filter((id) => id === drafter);
        const times = stuck.has(key) || drafter === undefined ? 0 : 1;
        must(to.length === times, () => `${named(event)}: ${key} told ${to.length} times`);
      }
      stuck = now;
    }
  },

  'one statement at most is owed at a time, and after the end one, until the outcome is told or nothing is published':
    ({ story }) => {
      for (const turn of story.turns) {
        const { event, after } = turn.at(-1)!;
        const owed = duesOf(after).filter(({ item }) => item.endsWith('Statement'));
        must(owed.length <= 1, () => `${named(event)}: ${owed.map(({ item }) => item).join()}`);
        const isWanted = after.basis.plan.aftermath?.mandatory.includes('publication') === true;
        if (after.phase !== 'aftermath' || !isWanted || isPastSaying(after) || isPublicationWaived(after)) continue;
        const { items, reopenedAt = 0 } = after.publication;
        const isTold = Object.values(items).some(
          ({ kind, status, outAt, drafted }) =>
            kind === 'final' && status !== 'withdrawn' && outAt !== undefined && drafted.at >= reopenedAt,
        );
        must(isTold || owed.length === 1, () => `${named(event)}: nobody owes the outcome`);
      }
    },

  'every draft that somebody could still decide on is owed a decision, or is what is owed': ({ story }) => {
    for (const turn of story.turns) {
      const { event, after } = turn.at(-1)!;
      const { phase, publication } = after;
      if (phase !== 'responding' && phase !== 'watching' && phase !== 'aftermath') continue;
      const owed = duesOf(after).map(({ item }) => item);
      const left = Object.entries(publication.items).filter(
        ([id, { status, kind }]) =>
          (status === 'draft' || status === 'returned') &&
          (kind === 'correction' || !isPastSaying(after)) &&
          !owed.includes(`publication ${id}`),
      );
      const isOwed = owed.some((item) => item.endsWith('Statement'));
      must(left.length <= (isOwed ? 1 : 0), () => `${named(event)}: ${left.map(([id]) => id).join()}`);
    }
  },

  'a draft is told once that the time it promises came, and is approved no more': ({ story }) => {
    const overtaken = new Set<string>();
    for (const { event } of story.turns.flat()) {
      if (event.type !== 'publicationOvertaken' && event.type !== 'publicationApproved') continue;
      const key = `${event.publication} ${event.version}`;
      must(!overtaken.has(key), () => named(event));
      if (event.type === 'publicationOvertaken') overtaken.add(key);
    }
  },

  'where the level wants a first statement, one is out or owed as long as anything may be told': ({ story }) => {
    for (const turn of story.turns) {
      const { event, after } = turn.at(-1)!;
      const { phase, grading, basis, publication } = after;
      const first = basis.plan.aftermath?.publication?.firstStatement ?? [];
      const isOn = phase === 'responding' || phase === 'watching' || phase === 'aftermath';
      if (!isOn || !first.some(({ levels }) => levels.includes(grading.level ?? '')) || isPublicationWaived(after))
        continue;
      const { items, reopenedAt = 0, activatedAt } = publication;
      const isOut = Object.values(items).some(
        ({ status, outAt, drafted }) => status !== 'withdrawn' && outAt !== undefined && drafted.at >= reopenedAt,
      );
      const isOwed = duesOf(after).some(({ item }) => item.endsWith('Statement'));
      must(isOut || isOwed || activatedAt === undefined, () => `${named(event)}: nobody owes a statement`);
    }
  },

  'what was approved once is never drafted anew, and its text is what was drafted': ({ moments }) => {
    const approved = new Set<string>();
    for (const { event } of moments) {
      if (event.type === 'publicationApproved') approved.add(event.publication);
      if (event.type === 'publicationDrafted') must(!approved.has(event.publication), () => named(event));
    }
  },

  'once it is over nothing is new but what corrects or withdraws what was drafted before': ({ story }) => {
    for (const [first, ...rest] of story.turns) {
      if (!isOver(first.before.phase)) continue;
      for (const { event, before } of [first, ...rest]) {
        must(event.type.startsWith('publication') || ONCE_OVER.includes(event.type), () => named(event));
        if (event.type === 'publicationDrafted') must(event.kind === 'correction', () => named(event));
        if (event.type === 'publicationApproved')
          must(before.publication.items[event.publication]?.kind === 'correction', () => named(event));
      }
    }
  },

  'once it is over nothing falls due but what is sent once more': ({ story: { state } }) => {
    if (!isOver(state.phase)) return;
    const again = Object.values(state.effects.pending).map(({ retryAt }) => retryAt);
    const next = nextWake(state);
    must(next === undefined || again.includes(next), () => String(next));
  },
};

/** There is no rule by which anybody could say anything. */
function isPastSaying({ basis }: State): boolean {
  return basis.plan.aftermath?.publication === undefined;
}

/** Whom these notices of one version go to. */
function asking(turn: Turn, template: NoticeTemplate, publication: string, version: number): string[] {
  return turn.flatMap(({ event }) => {
    if (event.type !== 'effectRequested' || event.effect.kind !== 'notify') return [];
    const { template: its, facts, recipients } = event.effect;
    const isIt = its === template && facts['publication'] === publication && facts['version'] === version;
    return isIt ? recipients.map(({ person }) => person) : [];
  });
}

const MOVES_WHO_MAY = ['publication', 'levelChanged', 'postFilled', 'commandPassed', 'peopleChanged', 'planMoved'];

/** Why not, if this person may not approve it as it is, without waiting for the legal check. */
function approvedBy(state: State, id: string, publication: string, at: number): string | undefined {
  const { version } = state.publication.items[publication]!;
  const says = { type: 'publication', action: 'approve', publication, version, reason: 'late' } as const;
  const head = { requestId: 'would', actor: { kind: 'person', id }, via: 'api' } as const;
  const [first] = decide(state, { ...head, ...says }, at);
  return first?.type === 'refused' ? first.code : undefined;
}

/** What the world answers, who is told, and what is refused. */
const ONCE_OVER: EventType[] = [
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
