import { lotsAt } from '../../domain/incident/index.js';
import type { Decision } from '../../domain/incident/index.js';
import { knownFacts } from '../../domain/incident/knownFacts.js';
import type { ObligationId, PersonId } from '../../domain/plan/compiled.js';
import { HOUR, MINUTE } from '../../domain/time.js';
import type { Cast } from '../cast.js';
import type { Duty } from '../responder.js';
import { WRITTEN } from '../written.js';
import { RANK } from './rank.js';

/** What is due later than this is left for later: a reminder of the plan brings it back. */
const SOON = 12 * HOUR;

/** It is filed where it applies; what nobody has decided is judged once a reminder asks: it applies where the story says so. */
export function filingDuty(cast: Cast, person: PersonId, id: ObligationId, reminded: boolean): Duty | undefined {
  const { state, now, parameters } = cast;
  const duty = state.obligations.duties[id];
  if (duty?.start === undefined || (duty.due ?? Infinity) > now + SOON) return undefined;
  const isOpen = () => ['provisional', 'confirmed'].includes(cast.state.obligations.duties[id]?.status ?? '');
  if (!isOpen() || (duty.status === 'provisional' && !reminded)) return undefined;
  return {
    key: `${duty.status === 'provisional' ? 'judge' : 'file'} ${id}`,
    rank: RANK.filing,
    takes: cast.draw(parameters.filing, `file ${id}`),
    stands: isOpen,
    done() {
      const status = cast.state.obligations.duties[id]?.status;
      const what: Extract<Decision, { type: 'obligation' }> =
        status === 'confirmed'
          ? {
              type: 'obligation',
              action: 'file',
              obligations: [id],
              to: WRITTEN,
              channel: WRITTEN,
              reference: WRITTEN,
              lateReason: WRITTEN,
            }
          : { type: 'obligation', action: 'judge', obligations: [id], applies: cast.toFile.has(id), reason: WRITTEN };
      cast.says(person, what);
      if (what.action === 'judge' && what.applies) cast.after(MINUTE, () => filesNext(cast, person, id));
    },
  };
}

/** Nobody is told of what they have judged themselves. */
function filesNext(cast: Cast, person: PersonId, id: ObligationId): void {
  const duty = filingDuty(cast, person, id, true);
  if (duty !== undefined) cast.asks(person, duty);
}

export function sitrepDuty(cast: Cast, person: PersonId): Duty {
  return {
    key: 'sitrep',
    rank: RANK.report,
    takes: cast.draw(cast.parameters.sitrep, `sitrep ${person}`),
    stands: () => cast.state.sitreps.open !== undefined,
    done() {
      const { open } = cast.state.sitreps;
      if (open !== undefined) cast.says(person, { type: 'releaseSitrep', number: open.number });
    },
  };
}

/** Approved, sent, given back: whatever the request waits for. */
export function supplyDuty(cast: Cast, person: PersonId, request: string): Duty | undefined {
  const { decision, dispatch } = cast.parameters;
  const waits = () => cast.state.resources.requests[request]?.waits;
  const first = waits();
  if (first === undefined) return undefined;
  return {
    key: `supply ${request}`,
    rank: first === 'approval' ? RANK.approval : RANK.supply,
    takes: cast.draw(first === 'approval' ? decision : dispatch, `supply ${person}`),
    stands: () => waits() !== undefined,
    done() {
      switch (waits()) {
        case 'approval':
          return cast.says(person, { type: 'resource', action: 'approve', request, reason: WRITTEN });
        case 'dispatch':
          return cast.says(person, { type: 'resource', action: 'dispatch', request }, (refused) => {
            if (refused === undefined) arrives(cast, person, request);
          });
        case 'return':
          return cast.says(person, { type: 'resource', action: 'return', requests: [request] });
        default:
      }
    },
  };
}

function arrives(cast: Cast, person: PersonId, request: string): void {
  cast.after(cast.draw(cast.parameters.transport, `transport ${person}`), () => {
    const found = cast.state.resources.requests[request];
    if (found !== undefined && lotsAt(found, 'sent').length > 0)
      cast.says(person, { type: 'resource', action: 'arrive', request });
  });
}

/** The next step of what is written for the public, whosever it is. */
export function publicationDuty(cast: Cast, person: PersonId, step: 'draft' | 'check' | 'approve'): Duty {
  const { decision, statement } = cast.parameters;
  return {
    key: `publication ${step}`,
    rank: step === 'draft' ? RANK.report : RANK.approval,
    takes: cast.draw(step === 'draft' ? statement : decision, `publication ${step}`),
    done() {
      const { items } = cast.state.publication;
      const [id, item] =
        Object.entries(items).find(([, { status }]) => status === 'draft' || status === 'returned') ?? [];
      if (step === 'draft') return drafts(cast, person, id);
      if (id === undefined || item === undefined) return;
      const on = { type: 'publication', publication: id, version: item.version } as const;
      cast.says(person, step === 'check' ? { ...on, action: 'check' } : { ...on, action: 'approve', reason: WRITTEN });
    },
  };
}

function drafts(cast: Cast, person: PersonId, again: string | undefined): void {
  const { state } = cast;
  const isFirst = Object.values(state.publication.items).every(({ outAt }) => outAt === undefined);
  const texts = Object.fromEntries(
    state.basis.plan.languages.flatMap((lang) => [
      [`title ${lang}`, WRITTEN],
      [`body ${lang}`, WRITTEN],
    ]),
  );
  cast.says(person, {
    type: 'publication',
    action: 'draft',
    kind: isFirst ? 'first' : 'update',
    facts: Object.keys(knownFacts(state)),
    texts,
    ...(again === undefined ? {} : { publication: again }),
  });
}

/** Whether the conditions hold that are up to this person. They do once the tasks are done: asked before, nobody says so. */
export function criteriaDuty(cast: Cast, person: PersonId, criteria: readonly string[]): Duty {
  return {
    key: `criteria ${criteria.join()}`,
    rank: RANK.approval,
    takes: cast.draw(cast.parameters.criterion, `criterion ${person}`) * criteria.length,
    done() {
      cast.says(person, { type: 'criterion', action: 'confirm', criteria: [...criteria] });
    },
  };
}

/** Some decision that takes no time of its own kind. */
export function decisionDuty(cast: Cast, person: PersonId, key: string, decision: Decision): Duty {
  return {
    key,
    rank: RANK.decision,
    takes: cast.draw(cast.parameters.decision, `${key} ${person}`),
    done() {
      cast.says(person, decision);
    },
  };
}
