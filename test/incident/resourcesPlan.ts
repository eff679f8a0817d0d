import { pending } from '../../src/domain/incident/index.js';
import type { Decision, EffectOf, IncidentEvent } from '../../src/domain/incident/index.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { BASIS, confirmAt, Story } from './story.js';

/** The plan gives a generator to every incident, a second one and money from level 2 on, pumps where data is lost. */
export function resourcesBasis(change: (basis: Basis) => void = () => undefined): Basis {
  const basis = structuredClone(BASIS) as Basis;
  Object.assign(basis.plan, {
    resources: [
      { id: 'generator', class: 'materials', custodian: 'liaisonLead', deputy: 'pressLead', partner: 'cloud' },
      { id: 'pump', class: 'materials', custodian: 'liaisonLead' },
      { id: 'fund', class: 'funds', custodian: 'pressLead' },
    ],
    allocation: [
      { id: 'every', when: { level: 'L3' }, resources: [{ resource: 'generator', quantity: 1 }] },
      {
        id: 'large',
        when: { level: 'L2' },
        resources: [
          { resource: 'generator', quantity: 1 },
          { resource: 'fund', quantity: 1_000 },
        ],
      },
      { id: 'lost', when: { fact: 'dataLost', is: true }, resources: [{ resource: 'pump', quantity: 2 }] },
    ],
    spending: [
      { upTo: 100, posts: ['techLead', 'pressLead'] },
      { upTo: 10_000, posts: ['commander', 'pressLead'] },
      { posts: ['deputy'], levels: ['L1'] },
    ],
    budgets: ['handling'],
    partners: [{ id: 'cloud', owner: 'duty' }],
  });
  change(basis);
  return basis;
}

const WORLD = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;

type Ledger = EffectOf<'allocate'> | EffectOf<'settleStock'>;

/** A ledger of its own: so much of each resource on the shelf, in one item of the same name. */
export class ResourceStory extends Story {
  holds: Record<string, number> = {};
  private wanted: Record<string, number> = {};
  private settled: Record<string, number> = {};
  private closed = new Set<string>();
  private resources: Record<string, string> = {};

  constructor(
    public shelf: Record<string, number>,
    basis: Basis = resourcesBasis(),
    report: ConstructorParameters<typeof Story>[0] = {},
  ) {
    super(report, basis);
  }

  ledgerEffects(): Ledger[] {
    return pending(this.state).filter(
      (effect): effect is Ledger => effect.kind === 'allocate' || effect.kind === 'settleStock',
    );
  }

  /** The ledger answers the first that it was asked, as the store does. */
  ledgerAnswers(): IncidentEvent[] {
    const [effect] = this.ledgerEffects();
    if (effect === undefined) return [];
    const { request } = effect;
    const held = this.holds[request] ?? 0;
    if (effect.kind === 'allocate') {
      const { resource, quantity } = effect;
      this.wanted[request] = quantity;
      this.resources[request] = resource;
      const missing = this.waitsAtLedger(request);
      const given = Math.min(missing, this.shelf[resource] ?? 0);
      this.shelf[resource] = (this.shelf[resource] ?? 0) - given;
      this.holds[request] = held + given;
      const now = held + given;
      return this.hears({
        ...WORLD,
        type: 'allocated',
        effectId: effect.id,
        lots: now === 0 ? [] : [{ item: resource, quantity: now }],
        missing: missing - given,
        heldBy: missing > given ? [{ incidentId: 'i-2', quantity: 3 }] : [],
      });
    }
    const resource = this.resources[request] ?? '';
    const lots = effect.lots ?? [{ item: resource, quantity: held, as: 'returned' as const }];
    for (const { quantity, as } of lots) {
      const taken = Math.min(quantity, this.holds[request] ?? 0);
      this.holds[request] = (this.holds[request] ?? 0) - taken;
      this.settled[request] = (this.settled[request] ?? 0) + taken;
      if (as === 'returned') this.shelf[resource] = (this.shelf[resource] ?? 0) + taken;
    }
    if (effect.close || effect.lots === undefined) this.closed.add(request);
    return this.hears({ ...WORLD, type: 'stockSettled', effectId: effect.id });
  }

  /** What it would give this request next, if it had it. */
  waitsAtLedger(request: string): number {
    if (this.closed.has(request)) return 0;
    return Math.max(0, (this.wanted[request] ?? 0) - (this.settled[request] ?? 0) - (this.holds[request] ?? 0));
  }

  /** Until it has answered everything. */
  ledgerDone(): IncidentEvent[] {
    const events: IncidentEvent[] = [];
    while (this.ledgerEffects().length > 0) events.push(...this.ledgerAnswers());
    return events;
  }

  rechecks(): IncidentEvent[] {
    return this.hears({ ...WORLD, type: 'recheckStock' });
  }

  needs() {
    return this.state.resources.requests;
  }
}

export const ask = (resource: string, quantity: number, more: object = {}): Decision => ({
  type: 'resource',
  action: 'request',
  resource,
  quantity,
  purpose: 'to keep going',
  ...more,
});

export function on(action: string, request: string, more: object = {}): Decision {
  return { type: 'resource', action, request, ...more } as Decision;
}

/** The latest request for it. */
export const idOf = (story: ResourceStory, resource: string): string =>
  Object.entries(story.needs()).findLast(([, request]) => request.resource === resource)![0];

const SHELF = { generator: 5, pump: 5, fund: 5_000 };

export function responding(level = 'L3', shelf: Record<string, number> = SHELF, basis?: Basis): ResourceStory {
  const story = new ResourceStory({ ...shelf }, basis);
  story.says('lin-wei', confirmAt(level));
  story.ledgerDone();
  return story;
}

/** Somebody has asked for so many pumps, and the ledger has answered. */
export function withPumps(quantity: number, shelf?: Record<string, number>, more: object = {}, basis?: Basis) {
  const story = responding('L3', shelf, basis);
  story.says('sun-yu', ask('pump', quantity, more));
  const events = story.ledgerDone();
  return { story, need: idOf(story, 'pump'), events };
}
