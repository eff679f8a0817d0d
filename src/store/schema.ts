import { sql } from 'drizzle-orm';
import { bigint, boolean, doublePrecision, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type {
  ClaimRole,
  EventType,
  Message,
  Phase,
  PublicationKind,
  PublicationTexts,
  State,
} from '../domain/incident/index.js';
import type { DrillEvent, DrillState, DrillStatus, WhenMissed } from '../domain/drill/index.js';
import type { ImprovementEvent, ImprovementState, ImprovementStatus, Origin } from '../domain/improvement/index.js';
import type { Basis } from '../domain/plan/compiled.js';
import type { PlanStatus, PlanStep } from '../domain/plan/lifecycle/index.js';
import type { ChangeCounts } from '../domain/plan/registerChanges.js';
import type { PlanDocument } from '../domain/plan/schema.js';
import type { Day } from '../domain/plan/days.js';
import type { MoveKind } from '../domain/plan/stock.js';
import type { UpkeepKind, UpkeepStep } from '../domain/plan/upkeep.js';
import type { AreaScore, Finding, InspectionBy } from '../domain/readiness/index.js';
import type { Instant } from '../domain/time.js';
import type { Bare, EventBare, SealedTexts } from '../seal/index.js';
import { bytes, instant, prose, verbatim } from './columns.js';
import type { ErasureBy, ErasureCounts } from './erasure/erasures.js';
import type { RecordRefusal } from './errors.js';
import type { NoticeStatus } from './outbox/notice.js';
import type { PausedEntry } from './programme/programme.js';
import type { Importer } from './registers/register.js';
import type { UpkeepDone } from './stock/keepUpkeep.js';
import type { Keeper } from './stock/move.js';

/** Thousandths of a unit. */
const thousandths = () => bigint({ mode: 'number' });

// What the queries know of the tables. The tables themselves, with their indexes and remarks, are made by `migrations/`.

export const recordHead = pgTable('record_head', {
  onlyRow: boolean().primaryKey(),
  position: bigint({ mode: 'number' }).notNull(),
});

export const incidentBases = pgTable('incident_bases', {
  hash: text().primaryKey(),
  basis: verbatim<Basis>().notNull(),
});

/** As it is stored: the basis stands beside it. */
export type BareState = Omit<State, 'basis'>;

export const incidents = pgTable('incidents', {
  id: text().primaryKey(),
  seq: integer().notNull(),
  headHash: text().notNull(),
  basisHash: text().notNull(),
  firstBasisHash: text(),
  state: verbatim<BareState>().notNull(),
  phase: text().$type<Phase>().notNull(),
  level: prose(),
  incidentLevel: prose(),
  category: prose().notNull(),
  mode: text().$type<'real' | 'drill'>().notNull(),
  title: prose().notNull(),
  openedAt: instant().notNull(),
  updatedAt: instant().notNull(),
  /** Of a drill. */
  clock: verbatim<State['clock']>(),
  /** By the wall clock; null before the end, and once it is done. */
  destroyBy: instant(),
});

export const incidentEvents = pgTable(
  'incident_events',
  {
    incidentId: text().notNull(),
    seq: integer().notNull(),
    position: bigint({ mode: 'number' }).notNull(),
    type: text().$type<EventType>().notNull(),
    event: verbatim<EventBare>().notNull(),
    texts: verbatim<SealedTexts>().notNull(),
    hash: text().notNull(),
    recordedAt: instant()
      .notNull()
      .default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.incidentId, table.seq] })],
);

export const incidentMessages = pgTable(
  'incident_messages',
  {
    incidentId: text().notNull(),
    firstSeq: integer().notNull(),
    message: verbatim<Message>().notNull(),
    sha256: text(),
  },
  (table) => [primaryKey({ columns: [table.incidentId, table.firstSeq] })],
);

export const improvements = pgTable('improvements', {
  id: text().primaryKey(),
  seq: integer().notNull(),
  headHash: text().notNull(),
  state: verbatim<ImprovementState>().notNull(),
  status: text().$type<ImprovementStatus>().notNull(),
  kind: prose().notNull(),
  ownerPost: prose(),
  ownerPerson: prose(),
  origin: text().$type<Origin['kind']>().notNull(),
  incidentId: text(),
  dueAt: instant().notNull(),
  doneAt: instant(),
  openedAt: instant().notNull(),
  updatedAt: instant().notNull(),
});

export const improvementEvents = pgTable(
  'improvement_events',
  {
    improvementId: text().notNull(),
    seq: integer().notNull(),
    type: text().$type<ImprovementEvent['type']>().notNull(),
    event: verbatim<Bare<ImprovementEvent>>().notNull(),
    texts: verbatim<SealedTexts>().notNull(),
    hash: text().notNull(),
    recordedAt: instant()
      .notNull()
      .default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.improvementId, table.seq] })],
);

export const drills = pgTable('drills', {
  id: text().primaryKey(),
  seq: integer().notNull(),
  headHash: text().notNull(),
  state: verbatim<DrillState>().notNull(),
  status: text().$type<DrillStatus>().notNull(),
  scenario: text().notNull(),
  kind: text().$type<DrillState['scenario']['kind']>().notNull(),
  programme: text(),
  incidentId: text().notNull(),
  planId: text().notNull(),
  planVersion: integer().notNull(),
  openedAt: instant().notNull(),
  updatedAt: instant().notNull(),
});

export const drillEvents = pgTable(
  'drill_events',
  {
    drillId: text().notNull(),
    seq: integer().notNull(),
    type: text().$type<DrillEvent['type']>().notNull(),
    event: verbatim<Bare<DrillEvent>>().notNull(),
    texts: verbatim<SealedTexts>().notNull(),
    hash: text().notNull(),
    recordedAt: instant()
      .notNull()
      .default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.drillId, table.seq] })],
);

export const drillSheets = pgTable(
  'drill_sheets',
  {
    drillId: text().notNull(),
    id: text().notNull(),
    answers: verbatim<Record<string, string>>().notNull(),
    /** By which it is to be counted; null once it is. */
    request: text(),
  },
  (table) => [primaryKey({ columns: [table.drillId, table.id] })],
);

export const drillProgramme = pgTable('drill_programme', {
  entry: text().primaryKey(),
  since: instant().notNull(),
  paused: verbatim<PausedEntry>(),
});

export const drillOccurrences = pgTable(
  'drill_occurrences',
  {
    entry: text().notNull(),
    occurrence: text().notNull(),
    planId: text().notNull(),
    planVersion: integer().notNull(),
    scheduledFor: instant().notNull(),
    settledAt: instant().notNull(),
    dueAt: instant().notNull(),
    outcome: text().$type<'opened' | 'paused' | 'noScenario'>().notNull(),
    drillId: text(),
    plannedAt: instant(),
    missed: text().$type<WhenMissed>(),
    paused: verbatim<PausedEntry>(),
  },
  (table) => [primaryKey({ columns: [table.entry, table.occurrence] })],
);

export const readinessKept = pgTable('readiness_kept', {
  onlyRow: boolean().primaryKey().default(true),
  since: instant().notNull(),
});

export const readinessInspections = pgTable('readiness_inspections', {
  id: text().primaryKey(),
  planId: text().notNull(),
  planVersion: integer().notNull(),
  scheduledFor: instant().notNull(),
  inspectedAt: instant().notNull(),
  askedBy: verbatim<InspectionBy>(),
  score: doublePrecision().notNull(),
  areas: verbatim<AreaScore[]>().notNull(),
  findings: verbatim<Finding[]>().notNull(),
});

export const readinessTold = pgTable(
  'readiness_told',
  {
    key: text().notNull(),
    person: text().notNull(),
    at: instant('told_at').notNull(),
    about: verbatim<string[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.key, table.person] })],
);

export const blockedRecords = pgTable('blocked_records', {
  incidentId: text().primaryKey(),
  code: text().$type<RecordRefusal>().notNull(),
  detail: prose().notNull(),
  since: instant()
    .notNull()
    .default(sql`now()`),
  refusedAt: instant()
    .notNull()
    .default(sql`now()`),
});

export const reports = pgTable('reports', {
  key: text().primaryKey(),
  fingerprint: text().notNull(),
  incidentId: text().notNull(),
  claimedAt: instant()
    .notNull()
    .default(sql`now()`),
});

export const liveKeys = pgTable('live_keys', {
  key: text().primaryKey(),
  incidentId: text().notNull(),
  claimedAt: instant()
    .notNull()
    .default(sql`now()`),
});

export const peopleClaims = pgTable(
  'people_claims',
  {
    mode: text().$type<'real' | 'drill'>().notNull(),
    person: text().notNull(),
    incidentId: text().notNull(),
    role: text().$type<ClaimRole>().notNull(),
    target: text().notNull(),
    rank: integer().notNull(),
    status: text().$type<'held' | 'shared' | 'waiting'>().notNull(),
    news: boolean().notNull().default(false),
    claimedAt: instant()
      .notNull()
      .default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.mode, table.person, table.incidentId] })],
);

export const stockRequests = pgTable(
  'stock_requests',
  {
    incidentId: text().notNull(),
    request: text().notNull(),
    mode: text().$type<'real' | 'drill'>().notNull(),
    resource: text().notNull(),
    wanted: thousandths().notNull(),
    settled: thousandths().notNull().default(0),
    rank: integer().notNull(),
    closed: boolean().notNull().default(false),
    news: boolean().notNull().default(false),
    askedAt: instant()
      .notNull()
      .default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.incidentId, table.request] })],
);

export const stockLots = pgTable(
  'stock_lots',
  {
    incidentId: text().notNull(),
    request: text().notNull(),
    item: text().notNull(),
    mode: text().$type<'real' | 'drill'>().notNull(),
    quantity: thousandths().notNull(),
  },
  (table) => [primaryKey({ columns: [table.incidentId, table.request, table.item] })],
);

export const stockSettlements = pgTable(
  'stock_settlements',
  { incidentId: text().notNull(), effectId: text().notNull() },
  (table) => [primaryKey({ columns: [table.incidentId, table.effectId] })],
);

export const stockMoves = pgTable('stock_moves', {
  n: bigint({ mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
  mode: text().$type<'real' | 'drill'>().notNull(),
  item: text().notNull(),
  quantity: thousandths().notNull(),
  kind: text().$type<MoveKind>().notNull(),
  change: thousandths().notNull(),
  ledgerVersion: integer().notNull(),
  incidentId: text(),
  request: text(),
  effectId: text(),
  movedBy: verbatim<Keeper>(),
  note: prose(),
  requestKey: text(),
  at: instant()
    .notNull()
    .default(sql`now()`),
});

export const stockInspections = pgTable('stock_inspections', {
  n: bigint({ mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
  item: text().notNull(),
  inspectedOn: text().notNull(),
  result: text().$type<'good' | 'bad'>().notNull(),
  inspectedBy: verbatim<Keeper>().notNull(),
  note: prose(),
  requestKey: text().notNull(),
  at: instant()
    .notNull()
    .default(sql`now()`),
});

export const stockUpkeep = pgTable('stock_upkeep', {
  n: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
  id: text().primaryKey(),
  kind: text().$type<UpkeepKind>().notNull(),
  matter: text().notNull(),
  resource: text().notNull(),
  item: text(),
  dueOn: text().$type<Day>().notNull(),
  openedOn: text().$type<Day>().notNull(),
  openedAt: instant().notNull(),
  afterMove: bigint({ mode: 'number' }).notNull(),
  afterInspection: bigint({ mode: 'number' }).notNull(),
  ledgerVersion: integer().notNull(),
  told: verbatim<{ step: UpkeepStep; at: Instant }[]>()
    .notNull()
    .default(sql`'[]'`),
  doneAt: instant(),
  done: verbatim<UpkeepDone>(),
});

export const erasures = pgTable('erasures', {
  id: text().primaryKey(),
  kind: text().$type<'person' | 'incident'>().notNull(),
  subject: text().notNull(),
  reason: prose().notNull(),
  erasedBy: verbatim<ErasureBy>().notNull(),
  begunAt: instant().notNull(),
  doneAt: instant(),
  counts: verbatim<ErasureCounts>(),
});

export const outbox = pgTable('outbox', {
  id: text().primaryKey(),
  incidentId: text().notNull(),
  effectId: text().notNull(),
  noticeId: text().notNull(),
  person: text().notNull(),
  channel: text().notNull(),
  address: text().notNull(),
  subject: prose().notNull(),
  text: prose().notNull(),
  messageId: text().notNull(),
  status: text().$type<NoticeStatus>().notNull().default('queued'),
  attempts: integer().notNull().default(0),
  possibleRepeats: integer().notNull().default(0),
  leaseUntil: instant(),
  leaseOwner: text(),
  lastCode: text(),
  lastDetail: prose(),
  acceptedAt: instant(),
  createdAt: instant()
    .notNull()
    .default(sql`now()`),
});

export const inbox = pgTable('inbox', {
  id: text().primaryKey(),
  n: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
  incidentId: text().notNull(),
  person: text(),
  key: text(),
  kind: text().notNull(),
  body: verbatim<unknown>().notNull(),
  receivedAt: instant()
    .notNull()
    .default(sql`now()`),
  forwardedAt: instant(),
});

export const evidence = pgTable(
  'evidence',
  {
    incidentId: text().notNull(),
    sha256: text().notNull(),
    name: prose().notNull(),
    contentType: text().notNull(),
    size: integer().notNull(),
    bytes: bytes().notNull(),
    storedBy: text().notNull(),
    storedAt: instant()
      .notNull()
      .default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.incidentId, table.sha256] })],
);

export const documents = pgTable(
  'documents',
  {
    id: text().notNull(),
    incidentId: text().notNull(),
    kind: text().notNull(),
    format: text().notNull(),
    lang: text().notNull(),
    contentType: text().notNull(),
    bytes: bytes().notNull(),
    sha256: text().notNull(),
    createdAt: instant()
      .notNull()
      .default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.id, table.format, table.lang] })],
);

export const mails = pgTable('mails', {
  id: bigint({ mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
  messageId: prose().notNull(),
  sender: prose().notNull(),
  recipients: verbatim<string[]>().notNull(),
  subject: prose().notNull(),
  text: prose().notNull(),
  html: prose(),
  raw: bytes().notNull(),
  receivedAt: instant().notNull(),
});

export const publications = pgTable(
  'publications',
  {
    n: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    incidentId: text().notNull(),
    publication: text().notNull(),
    version: integer().notNull(),
    publicId: text().notNull(),
    kind: text().$type<PublicationKind>().notNull(),
    corrects: text(),
    texts: verbatim<PublicationTexts>(),
    nextAt: instant(),
    publishedAt: instant(),
    withdrawnAt: instant(),
  },
  (table) => [primaryKey({ columns: [table.incidentId, table.publication] })],
);

export const tokens = pgTable('tokens', {
  id: text().primaryKey(),
  hash: text().notNull(),
  person: text(),
  label: prose().notNull(),
  createdAt: instant()
    .notNull()
    .default(sql`now()`),
  expiresAt: instant().notNull(),
  revokedAt: instant(),
});

export const plans = pgTable(
  'plans',
  {
    id: text().notNull(),
    version: integer().notNull(),
    hash: text().notNull(),
    document: verbatim<PlanDocument>().notNull(),
    status: text().$type<PlanStatus>().notNull(),
    effectiveFrom: instant(),
    savedAt: instant()
      .notNull()
      .default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.id, table.version] })],
);

export const planSteps = pgTable(
  'plan_steps',
  {
    planId: text().notNull(),
    version: integer().notNull(),
    n: integer().notNull(),
    step: verbatim<PlanStep>().notNull(),
    requestKey: text(),
    requestHash: text(),
    recordedAt: instant()
      .notNull()
      .default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.planId, table.version, table.n] })],
);

/** Kept whole, version after version; the newest row counts. */
const register = (name: string) =>
  pgTable(name, {
    version: integer().generatedAlwaysAsIdentity().primaryKey(),
    hash: text().notNull(),
    document: verbatim<unknown>().notNull(),
    importedBy: verbatim<Importer>(),
    summary: verbatim<ChangeCounts>(),
    savedAt: instant()
      .notNull()
      .default(sql`now()`),
  });
export type Register = ReturnType<typeof register>;

export const rosters = register('rosters');
export const ledgers = register('ledgers');
