import type { Lang } from '../domain/lang.js';
import { basisOf, peopleOf } from '../domain/plan/basis.js';
import type { Basis, CompiledPlan, PersonId } from '../domain/plan/compiled.js';
import type { Names } from '../domain/plan/names.js';
import { namesFrom } from '../domain/plan/namesFrom.js';
import type { Named } from '../domain/plan/namesFrom.js';
import type { People } from '../domain/plan/peopleChange.js';
import { isActive } from '../domain/plan/roster.js';
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
  /** In which the plan in force counts days; undefined where it does not say. */
  zone(): Promise<string | undefined>;
  /** What this version of the plan and today's roster call things. */
  names(plan: PlanKey): Promise<Names>;
  /** A version of the plan with all its texts. */
  document(plan: PlanKey): Promise<PlanDocument>;
  people(): Promise<Contact[]>;
  /** Everybody in today's roster. */
  named(): Promise<Named[]>;
  /** Who is there today to carry out this version of the plan, and in which version of the roster. */
  peopleFor(plan: PlanKey): Promise<People & { roster: number }>;
  /** Whether the roster in force lists this person as active; from memory. */
  lists(person: PersonId): Promise<boolean>;
}

interface KnownRoster {
  version: number;
  document: RosterDocument;
  people: Contact[];
  active: ReadonlySet<PersonId>;
}

/**
 * Plans never change once they are used, and are kept in memory by version. The roster may change at any time: its
 * version is asked for anew, and the document with what follows from it is kept for as long as the version stays.
 */
export function createDirectory(store: Store): Directory {
  const plans = new Map<string, PlanDocument>();
  const names = new Map<string, Names>();
  const rosterVersion = shared(() => store.currentRosterVersion());
  let effective: { key: string; basis: Basis } | undefined;
  let known: KnownRoster | undefined;

  async function planDocument({ id, version }: PlanKey): Promise<PlanDocument> {
    const key = `${id} ${version}`;
    const document = plans.get(key);
    if (document) return document;
    const stored = await store.getPlan(id, version);
    if (!stored) throw new Error(`plan ${id} version ${version} is not in the store; bring it in before it is used`);
    plans.set(key, stored.document);
    return stored.document;
  }

  async function roster(): Promise<KnownRoster> {
    if (known && known.version === (await rosterVersion())) return known;
    const stored = await store.currentRoster();
    if (!stored) throw new Error('there is no roster in the store; bring one in before the plan is used');
    const document = stored.document as RosterDocument;
    const people = document.people.map(({ id, languages, contacts }) => ({ id, languages, contacts: { ...contacts } }));
    const active = new Set(document.people.filter(isActive).map(({ id }) => id));
    known = { version: stored.version, document, people, active };
    return known;
  }

  return {
    async basis() {
      const plan = await store.effectivePlanKey();
      if (!plan) return undefined;
      const { version, document } = await roster();
      const key = `${plan.hash} ${version}`;
      if (effective?.key !== key) {
        effective = { key, basis: basisOf(await planDocument(plan), plan.hash, document) };
      }
      return effective.basis;
    },

    async zone() {
      const plan = await store.effectivePlanKey();
      return plan && (await planDocument(plan)).calendar?.zone;
    },

    async names(plan) {
      const { version, document } = await roster();
      const key = `${plan.id} ${plan.version} ${version}`;
      const found = names.get(key) ?? namesFrom(await planDocument(plan), document);
      names.set(key, found);
      return found;
    },

    document: planDocument,

    async people() {
      return (await roster()).people;
    },

    async named() {
      return (await roster()).document.people.map(({ id, name }) => ({ id, name }));
    },

    async peopleFor(plan) {
      const { version, document } = await roster();
      return { roster: version, ...peopleOf(await planDocument(plan), document) };
    },

    async lists(person) {
      return (await roster()).active.has(person);
    },
  };
}

/** Whoever asks while the same question is being answered shares that answer: thousands of people may ask at once. */
function shared<T>(ask: () => Promise<T>): () => Promise<T> {
  let asking: Promise<T> | undefined;
  return () => (asking ??= ask().finally(() => (asking = undefined)));
}
