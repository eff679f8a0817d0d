import type { PersonId } from '../plan/compiled.js';
import { AREA_WEIGHTS, READINESS_AREAS } from './areas.js';
import type { ReadinessArea } from './areas.js';
import type { ReadinessFacts } from './facts.js';
import type { Fault, Finding, Look } from './finding.js';
import { drills } from './looks/drills.js';
import { improvements } from './looks/improvements.js';
import { plan } from './looks/plan.js';
import { resources } from './looks/resources.js';
import { contacts, deputies, people } from './looks/roster.js';
import { training } from './looks/training.js';
import { ownersIn } from './owners.js';
import type { Owners } from './owners.js';

/** Who has asked for an inspection besides its times. */
export type InspectionBy = { kind: 'operator' } | { kind: 'person'; id: PersonId };

export interface AreaScore {
  area: ReadinessArea;
  /** Of 100, once areas without anything to look at are left out. */
  weight: number;
  /** How many things were looked at, and how many of them are as they should be. */
  looked: number;
  fine: number;
  /** Of the score, that its findings cost together. */
  lost: number;
}

export interface Inspection {
  /** 100 less what the findings cost. */
  score: number;
  areas: AreaScore[];
  /** The dearest first. */
  findings: Finding[];
}

const LOOKS: Record<ReadinessArea, (facts: ReadinessFacts, owners: Owners) => Look[]> = {
  people,
  deputies,
  contacts,
  training,
  resources,
  drills,
  plan,
  improvements,
};

/**
 * Looks at everything. Within an area each thing counts the same, and a thing with several faults loses its share once,
 * divided among them: the points of all findings and the score make 100. `before`: the findings of the last inspection.
 */
export function inspect(facts: ReadinessFacts, before: readonly Finding[] = []): Inspection {
  const owners = ownersIn(facts.plan, facts.roster, facts.today);
  const all = READINESS_AREAS.map((area) => {
    const looks = LOOKS[area](facts, owners).filter(({ things }) => things > 0);
    return { area, looks, looked: sum(looks.map(({ things }) => things)) };
  }).filter(({ looked }) => looked > 0);
  const weights = sum(all.map(({ area }) => AREA_WEIGHTS[area]));
  const since = new Map(before.map((finding) => [finding.key, finding.since]));
  const areas = all.map(({ area, looks, looked }) => {
    const weight = (100 * AREA_WEIGHTS[area]) / weights;
    const fine = sum(looks.filter(({ faults }) => faults.length === 0).map(({ things }) => things));
    const findings = numbered(
      looks.flatMap(({ things, faults }) =>
        faults.map((fault) => ({ fault, points: (weight * things) / looked / faults.length })),
      ),
    ).map(({ fault, points, key }) => ({ ...fault, key, area, points, since: since.get(key) ?? facts.at }));
    return { score: { area, weight, looked, fine, lost: (weight * (looked - fine)) / looked }, findings };
  });
  return {
    score: Math.max(0, 100 - sum(areas.map(({ score }) => score.lost))),
    areas: areas.map(({ score }) => score),
    findings: areas.flatMap(({ findings }) => findings).toSorted((a, b) => b.points - a.points || order(a, b)),
  };
}

/** A person may lack two qualifications: the second finding of the same kind is told from the first by its number. */
function numbered(costs: { fault: Fault; points: number }[]): { fault: Fault; points: number; key: string }[] {
  const times = new Map<string, number>();
  return costs.map((one) => {
    const { code, subject } = one.fault;
    const key = [code, subject.kind, ...(subject.id === undefined ? [] : [subject.id])].join('/');
    const n = (times.get(key) ?? 0) + 1;
    times.set(key, n);
    return { ...one, key: n === 1 ? key : `${key}#${n}` };
  });
}

function order(a: Finding, b: Finding): number {
  return a.key < b.key ? -1 : 1;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}

/** Rounded down to a tenth: 100 is only what nothing stands against. */
export function scoreShown(score: number): number {
  return Math.floor(score * 10 + 1e-6) / 10;
}
