import type { LedgerDocument } from '../../../src/domain/plan/ledger.js';
import type { RosterDocument } from '../../../src/domain/plan/roster.js';
import type { PlanDocument } from '../../../src/domain/plan/schema.js';
import { loadPlan } from '../../../src/planfiles/index.js';

const HOSPITAL = loadPlan('plans/hospital-it').document;

export const TODAY = '2026-11-20';

/** A plan that asks for something of everything that a roster is looked at for. */
export function samplePlan(): PlanDocument {
  const plan = structuredClone(HOSPITAL);
  plan.qualifications = [
    { id: 'restore', name: { en: 'Can restore' } },
    { id: 'first-aid', name: { en: 'First aid' } },
  ];
  const post = (id: string) => plan.posts.find((known) => known.id === id)!;
  post('systems-analyst').qualifications = ['restore'];
  post('incident-controller').conflictsWith = ['systems-analyst'];
  post('hospital-director').deputies = ['information-governance-lead'];
  plan.mobilisation = plan.mobilisation.map((entry) =>
    entry.team === 'it-operations'
      ? { ...entry, headcount: 3, qualifications: [{ qualification: 'restore', people: 2 }] }
      : entry,
  );
  return plan;
}

const person = (id: string, more: object = {}): RosterDocument['people'][number] => ({
  id,
  name: id.toUpperCase(),
  languages: ['en'],
  contacts: { email: `${id}@stmary.example` },
  verifiedAt: '2026-11-01',
  ...more,
});

/** Fits the plan above without a remark. */
export function sampleRoster(): RosterDocument {
  const able = { qualifications: [{ qualification: 'restore', until: '2027-01-31' }] };
  return {
    people: [
      ...['ann', 'ben', 'cat', 'dan', 'eve', 'fay', 'gus', 'hal', 'ida', 'jon'].map((id) => person(id)),
      ...['kim', 'leo', 'mia'].map((id) => person(id, able)),
      person('old', { active: false, verifiedAt: '2020-01-01' }),
    ],
    holders: {
      'incident-controller': ['ann'],
      'deputy-controller': ['ben'],
      'clinical-safety-officer': ['cat'],
      'it-duty-manager': ['dan', 'kim'],
      'systems-analyst': ['kim', 'leo', 'mia'],
      'matron-on-call': ['eve', 'fay'],
      'ward-coordinator': ['fay', 'gus', 'old'],
      'downtime-lead': ['hal', 'eve'],
      'hospital-director': ['ida'],
      'information-governance-lead': ['jon', 'cat'],
    },
  };
}

/** Everything that the plan wants, in order on that day. */
export function sampleLedger(): LedgerDocument {
  const item = (id: string, resource: string, custodian: string, onHand: number) => ({
    id,
    resource,
    location: 'Control room',
    custodian,
    onHand,
    lastInspected: '2026-11-18',
  });
  return {
    items: [
      item('packs-a', 'downtime-packs', 'hal', 20),
      item('packs-b', 'downtime-packs', 'eve', 15),
      item('radios', 'ward-radios', 'eve', 16),
      item('viewers', 'offline-viewers', 'dan', 6),
      item('backups', 'immutable-backup', 'kim', 2),
    ],
  };
}
