import type { Lang } from '../domain/lang.js';
import { compilePlan } from '../domain/plan/compile.js';
import type { Basis, CompiledPlan } from '../domain/plan/compiled.js';
import type { Names } from '../domain/plan/names.js';
import { namesFrom } from '../domain/plan/namesFrom.js';
import { holdersOf } from '../domain/plan/roster.js';
import type { RosterDocument } from '../domain/plan/roster.js';
import type { PlanDocument } from '../domain/plan/schema.js';
import type { Store } from './store.js';

export type PlanKey = Pick<CompiledPlan, 'id' | 'version'>;

export interface Contact {
  id: string;
  /** Most preferred first. */
  languages: Lang[];
  /** Addresses by channel. */
  contacts: Record<string, string>;
}

/** Plan and roster as the edges need them: what an incident is pinned to, what ids are called, where people are reached. */
export interface Directory {
  /** What a report is pinned to now; undefined while no plan is effective. */
  basis(): Promise<Basis | undefined>;
  /** What this version of the plan and today's roster call things. */
  names(plan: PlanKey): Promise<Names>;
  people(): Promise<Contact[]>;
}

/**
 * Plans never change once they are used, and are kept in memory by version. The roster may change at any time: it is
 * asked for anew, and what follows from it is kept for as long as its version stays.
 */
export function createDirectory(store: Store): Directory {
  const plans = new Map<string, PlanDocument>();
  const names = new Map<string, Names>();
  let effective: { key: string; basis: Basis } | undefined;

  async function planDocument({ id, version }: PlanKey): Promise<PlanDocument> {
    const key = `${id} ${version}`;
    const known = plans.get(key);
    if (known) return known;
    const stored = await store.getPlan(id, version);
    if (!stored) throw new Error(`plan ${id} version ${version} is not in the store; bring it in before it is used`);
    const document = stored.document as PlanDocument;
    plans.set(key, document);
    return document;
  }

  async function roster(): Promise<{ version: number; document: RosterDocument }> {
    const stored = await store.currentRoster();
    if (!stored) throw new Error('there is no roster in the store; bring one in before the plan is used');
    return { version: stored.version, document: stored.document as RosterDocument };
  }

  return {
    async basis() {
      const plan = await store.effectivePlan();
      if (!plan) return undefined;
      const { version, document } = await roster();
      const key = `${plan.hash} ${version}`;
      if (effective?.key !== key) {
        const compiled = compilePlan(plan.document as PlanDocument, plan.hash);
        effective = { key, basis: { plan: compiled, holders: holdersOf(document) } };
      }
      return effective.basis;
    },

    async names(plan) {
      const { version, document } = await roster();
      const key = `${plan.id} ${plan.version} ${version}`;
      const known = names.get(key) ?? namesFrom(await planDocument(plan), document);
      names.set(key, known);
      return known;
    },

    async people() {
      const { document } = await roster();
      return document.people.map(({ id, languages, contacts }) => ({ id, languages, contacts: { ...contacts } }));
    },
  };
}
