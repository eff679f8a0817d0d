import { lotsAt } from '../../domain/incident/index.js';
import type { Decision } from '../../domain/incident/index.js';
import { knownFacts } from '../../domain/incident/knownFacts.js';
import type { ObligationId, PersonId } from '../../domain/plan/compiled.js';
import { HOUR } from '../../domain/time.js';
import type { Rehearsal } from '../rehearsal.js';
import type { Duty } from '../responder.js';
import { RANK } from './rank.js';

/** What is due later than this is left for later: a reminder of the plan brings it back. */
const SOON = 12 * HOUR;

/** It is filed where it applies; what nobody has decided is judged not to apply once a reminder asks. */
export function filingDuty(
  rehearsal: Rehearsal,
  person: PersonId,
  id: ObligationId,
  reminded: boolean,
): Duty | undefined {
  const { state, now, given } = rehearsal;
  const duty = state.obligations.duties[id];
  if (duty?.start === undefined || (duty.due ?? Infinity) > now + SOON) return undefined;
  const isOpen = () => ['provisional', 'confirmed'].includes(rehearsal.state.obligations.duties[id]?.status ?? '');
  if (!isOpen() || (duty.status === 'provisional' && !reminded)) return undefined;
  return {
    key: `file ${id}`,
    rank: RANK.filing,
    takes: rehearsal.draw(given.parameters.filing),
    stands: isOpen,
    done() {
      const status = rehearsal.state.obligations.duties[id]?.status;
      const what: Decision =
        status === 'confirmed'
          ? {
              type: 'obligation',
              action: 'file',
              obligations: [id],
              to: 'a',
              channel: 'c',
              reference: 'n',
              lateReason: 'r',
            }
          : { type: 'obligation', action: 'judge', obligations: [id], applies: false, reason: 'r' };
      rehearsal.says(person, what);
    },
  };
}

export function sitrepDuty(rehearsal: Rehearsal, person: PersonId): Duty {
  return {
    key: 'sitrep',
    rank: RANK.report,
    takes: rehearsal.draw(rehearsal.given.parameters.sitrep),
    stands: () => rehearsal.state.sitreps.open !== undefined,
    done() {
      const { open } = rehearsal.state.sitreps;
      if (open !== undefined) rehearsal.says(person, { type: 'releaseSitrep', number: open.number });
    },
  };
}

/** Approved, sent, given back: whatever the request waits for. */
export function supplyDuty(rehearsal: Rehearsal, person: PersonId, request: string): Duty | undefined {
  const { decision, dispatch } = rehearsal.given.parameters;
  const waits = () => rehearsal.state.resources.requests[request]?.waits;
  const first = waits();
  if (first === undefined) return undefined;
  return {
    key: `supply ${request}`,
    rank: first === 'approval' ? RANK.approval : RANK.supply,
    takes: rehearsal.draw(first === 'approval' ? decision : dispatch),
    stands: () => waits() !== undefined,
    done() {
      switch (waits()) {
        case 'approval':
          return void rehearsal.says(person, { type: 'resource', action: 'approve', request, reason: 'r' });
        case 'dispatch':
          if (rehearsal.says(person, { type: 'resource', action: 'dispatch', request }) === undefined)
            arrives(rehearsal, person, request);
          return;
        case 'return':
          return void rehearsal.says(person, { type: 'resource', action: 'return', requests: [request] });
        default:
      }
    },
  };
}

function arrives(rehearsal: Rehearsal, person: PersonId, request: string): void {
  rehearsal.after(rehearsal.draw(rehearsal.given.parameters.transport), () => {
    const found = rehearsal.state.resources.requests[request];
    if (found !== undefined && lotsAt(found, 'sent').length > 0)
      rehearsal.says(person, { type: 'resource', action: 'arrive', request });
  });
}

/** The next step of what is written for the public, whosever it is. */
export function publicationDuty(rehearsal: Rehearsal, person: PersonId, step: 'draft' | 'check' | 'approve'): Duty {
  const { decision, statement } = rehearsal.given.parameters;
  return {
    key: `publication ${step}`,
    rank: step === 'draft' ? RANK.report : RANK.approval,
    takes: rehearsal.draw(step === 'draft' ? statement : decision),
    done() {
      const { items } = rehearsal.state.publication;
      const [id, item] =
        Object.entries(items).find(([, { status }]) => status === 'draft' || status === 'returned') ?? [];
      if (step === 'draft') return drafts(rehearsal, person, id);
      if (id === undefined || item === undefined) return;
      const on = { type: 'publication', publication: id, version: item.version } as const;
      rehearsal.says(person, step === 'check' ? { ...on, action: 'check' } : { ...on, action: 'approve', reason: 'r' });
    },
  };
}

function drafts(rehearsal: Rehearsal, person: PersonId, again: string | undefined): void {
  const { state } = rehearsal;
  const isFirst = Object.values(state.publication.items).every(({ outAt }) => outAt === undefined);
  const texts = Object.fromEntries(
    state.basis.plan.languages.flatMap((lang) => [
      [`title ${lang}`, 't'],
      [`body ${lang}`, 'b'],
    ]),
  );
  rehearsal.says(person, {
    type: 'publication',
    action: 'draft',
    kind: isFirst ? 'first' : 'update',
    facts: Object.keys(knownFacts(state)),
    texts,
    ...(again === undefined ? {} : { publication: again }),
  });
}

/** Whether the conditions hold that are up to this person. They do once the tasks are done: asked before, nobody says so. */
export function criteriaDuty(rehearsal: Rehearsal, person: PersonId, criteria: readonly string[]): Duty {
  return {
    key: `criteria ${criteria.join()}`,
    rank: RANK.approval,
    takes: rehearsal.draw(rehearsal.given.parameters.criterion) * criteria.length,
    done() {
      rehearsal.says(person, { type: 'criterion', action: 'confirm', criteria: [...criteria] });
    },
  };
}

/** Some decision that takes no time of its own kind. */
export function decisionDuty(rehearsal: Rehearsal, person: PersonId, key: string, decision: Decision): Duty {
  return {
    key,
    rank: RANK.decision,
    takes: rehearsal.draw(rehearsal.given.parameters.decision),
    done() {
      rehearsal.says(person, decision);
    },
  };
}
