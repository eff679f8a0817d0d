import type { PersonId, PostId } from '../../plan/compiled.js';
import type { EffectOf } from '../effects.js';
import type { Details } from '../refusals.js';
import type { AftermathSlice, State } from '../state.js';
import { duesOf } from './dues.js';
import { firstBehind } from './people.js';
import { isReminded } from './pressing.js';

/** What people are asked for once, before anything reminds them; of the report, whose turn it is. */
export type Asked = 'analysis' | 'report' | 'review' | 'approval' | `lessons ${PostId}`;

/** Whoever is asked for something is not asked again when it comes back to them. */
export function afterRequest(slice: AftermathSlice, effect: EffectOf<'notify'>, state: State): AftermathSlice {
  let requested = slice.requested;
  for (const { person, departments = [] } of effect.recipients) {
    for (const asked of askedFor(state, effect, person, departments)) {
      requested = { ...requested, [asked]: [...new Set([...(requested?.[asked] ?? []), person])] };
    }
  }
  return requested === undefined || requested === slice.requested ? slice : { ...slice, requested };
}

/** Another version is for others to judge. */
export function afterSubmission(slice: AftermathSlice): AftermathSlice {
  if (slice.requested === undefined) return slice;
  const { review: _, approval: __, ...requested } = slice.requested;
  return { ...slice, requested };
}

/**
 * Whether this person has still to be asked for it. Of what people have been reminded of, reminders tell whoever has it
 * then (`pressing.ts`); what nobody has been asked for yet is asked for in its time, but for `waits`: there it was, and
 * there was nobody to ask.
 */
export function isNewTo(
  state: State,
  person: PersonId,
  { asked, waits = false }: { asked: Asked; waits?: boolean },
): boolean {
  const people = state.aftermath.requested?.[asked];
  const item = asked === 'review' || asked === 'approval' ? 'report' : asked;
  const due = duesOf(state).find((one) => one.item === item);
  if (due === undefined || isReminded(state, due)) return false;
  return people === undefined ? waits : !people.includes(person);
}

function askedFor(
  state: State,
  { template, facts }: EffectOf<'notify'>,
  person: PersonId,
  departments: PostId[],
): Asked[] {
  switch (template) {
    case 'reportAsked':
      return [
        ...(facts['reportDueAt'] === undefined ? [] : ['report' as const]),
        ...(facts['analysisDueAt'] === undefined ? [] : ['analysis' as const]),
      ];
    case 'reportToReview':
      return ['review'];
    case 'reportToApprove':
      return ['approval'];
    // Others hear of it as well.
    case 'reportReturned':
    case 'reportOutdated':
    case 'reportRevised':
      return isOwner(state, person) ? ['report'] : [];
    case 'lessonsAsked':
      return departments.map(lessonsOf);
    case 'lessonsVacant':
      return postsIn(facts, 'vacant').map(lessonsOf);
    default:
      return [];
  }
}

export function lessonsOf(department: PostId): Asked {
  return `lessons ${department}`;
}

function isOwner(state: State, person: PersonId): boolean {
  const owner = state.basis.plan.aftermath?.report.owner;
  return owner !== undefined && firstBehind(state, owner).includes(person);
}

function postsIn(facts: Details, name: string): PostId[] {
  const value = facts[name];
  return Array.isArray(value) ? value.map(String) : [];
}
