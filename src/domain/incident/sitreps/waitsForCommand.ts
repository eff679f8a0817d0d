import type { PersonId } from '../../plan/compiled.js';
import type { Proposal } from '../../plan/grade.js';
import type { Actor } from '../actor.js';
import { holderOf } from '../authority.js';
import { proposesMore } from '../rooms/grading.js';
import type { State } from '../state.js';

export type CommandMatter =
  /** Whoever commands is silent, and somebody has been asked to take over. */
  | { matter: 'takeCommand'; silent: PersonId }
  | { matter: 'verify' }
  | { matter: 'acceptHandover'; by: PersonId }
  /** Whether to share or yield somebody whom another incident holds. */
  | { matter: 'claim'; person: PersonId; heldBy: string }
  | { matter: 'confirmTermination'; proposedBy: Actor }
  | { matter: 'raiseLevel'; proposal: Proposal };

/** What waits for a decision by command: a SITREP lists it, and its mail says that there is something. */
export function waitsForCommand(state: State): CommandMatter[] {
  const { verification, command, checkIn, claims, termination } = state;
  // Whoever ends the response has decided.
  if (termination.terminatedAt !== undefined) return [];
  const silent = checkIn.asked.length === 0 ? undefined : holderOf(state, state.basis.plan.command.commander);
  const { proposed } = termination;
  const proposal = proposesMore(state);
  return [
    ...(silent === undefined ? [] : [{ matter: 'takeCommand', silent } as const]),
    ...(verification.outcome === 'provisional' ? [{ matter: 'verify' } as const] : []),
    ...(command.offer === undefined ? [] : [{ matter: 'acceptHandover', by: command.offer.to } as const]),
    ...Object.entries(claims.contested).map(([person, { heldBy }]) => ({ matter: 'claim', person, heldBy }) as const),
    ...(proposed === undefined ? [] : [{ matter: 'confirmTermination', proposedBy: proposed.by } as const]),
    ...(proposal === undefined ? [] : [{ matter: 'raiseLevel', proposal } as const]),
  ];
}
