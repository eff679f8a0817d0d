import type { DestructionDue, PersonTraces, Traces } from '../domain/erasure/index.js';
import type { EventType } from '../domain/incident/index.js';
import type { DrillEvent, DrillState } from '../domain/drill/index.js';
import type { ImprovementEvent, ImprovementState } from '../domain/improvement/index.js';
import type { Instant } from '../domain/time.js';
import type { PersonId, PostId } from '../domain/plan/compiled.js';
import type { ToldOf } from '../domain/readiness/index.js';
import type { Day } from '../domain/plan/days.js';
import type { ChainVerdict, SealedEvent } from '../seal/index.js';
import type { Claimed, PeopleClaim } from './claims/claimPeople.js';
import type { DocumentEntry, DocumentKey, StoredDocument } from './documents/document.js';
import type { Erasure, ErasureCounts, ErasureKey } from './erasure/erasures.js';
import type { ErasedOutside } from './erasure/eraseOutside.js';
import type { RegisterChange } from './erasure/eraseFromRegisters.js';
import type { IncidentErasure } from './erasure/eraseInIncident.js';
import type { Left, Named, Pattern } from './erasure/found.js';
import type { EvidenceEntry, EvidenceKey, StoredEvidence } from './evidence/evidence.js';
import type { DrillFilter, StoredDrill } from './drills/readDrills.js';
import type { DrillRecord } from './drills/recordDrill.js';
import type { ConcernedImprovement, ImprovementErasure, Sought } from './improvements/eraseInImprovement.js';
import type { ConcernedDrill, DrillErasure } from './drills/eraseInDrill.js';
import type { KeptDrill } from './drills/keptDrill.js';
import type { KeptImprovement } from './improvements/keptImprovement.js';
import type { ImprovementFilter, StoredImprovement } from './improvements/readImprovements.js';
import type { ImprovementRecord } from './improvements/recordImprovement.js';
import type { Answering, AnswerPut } from './inbox/lastAnswers.js';
import type { PendingAnswer } from './inbox/pendingAnswers.js';
import type { Answer, Put } from './inbox/putAnswer.js';
import type { Recorded } from './incidents/append.js';
import type { BlockedRecord } from './incidents/blockedRecords.js';
import type { StoredIncident } from './incidents/getIncident.js';
import type { KeptEvent, KeptIncident, KeptMessage, KeptPart } from './incidents/keptRecord.js';
import type { IncidentFilter, IncidentPage } from './incidents/listIncidents.js';
import type { LiveIncident } from './incidents/liveIncidents.js';
import type { MeasuredFilter, MeasuredIncident } from './incidents/measured.js';
import type { AcceptedMessage, RecordInput } from './incidents/record.js';
import type { RecordedEvent } from './incidents/recordedEvent.js';
import type { RecordedListener } from './incidents/watchRecorded.js';
import type { MailEntry } from './mailbox/readMail.js';
import type { NewMail, StoredMail } from './mailbox/storeMail.js';
import type { Claim, Lease } from './outbox/claimNotices.js';
import type { EffectKey, NewNotice, Notice } from './outbox/notice.js';
import type { NoticeStanding } from './outbox/noticesOf.js';
import type { NoticeResult } from './outbox/settleNotices.js';
import type { PlanAct, PlanActed } from './plans/actOnPlan.js';
import type { DatedPlan } from './plans/datedPlans.js';
import type { StoredPlan } from './plans/getPlan.js';
import type { PlanEntry } from './plans/listPlans.js';
import type { PlanVersion } from './plans/planVersion.js';
import type { KeptEntry, PausedEntry, SettledOccurrence } from './programme/programme.js';
import type { PublishedText } from './publications/published.js';
import type { PublishRequest, ShownAs } from './publications/publish.js';
import type { Import, StoredRegister, VersionEntry } from './registers/register.js';
import type { NewInspection, StoredInspection } from './readiness/inspections.js';
import type { ClaimedReport, ReportClaim } from './reports/claimReport.js';
import type { Allocated, StockRequest } from './stock/allocateStock.js';
import type { Inspection } from './stock/inspectItem.js';
import type { UpkeepMoment, UpkeepRow } from './stock/keepUpkeep.js';
import type { LedgerNow } from './stock/ledgerNow.js';
import type { KeptUp } from './stock/move.js';
import type { StockMove } from './stock/moveStock.js';
import type { StockSettlement } from './stock/settleStock.js';
import type { LoggedMove, StockNow } from './stock/stockNow.js';
import type { UpkeepPage, UpkeepTelling } from './stock/upkeep.js';
import type { NewToken, Token } from './tokens/tokens.js';

/** Everything that Muster remembers. Each operation is described where it is written, in the folder of its concern. */
export interface Store {
  record(input: RecordInput): Promise<Recorded>;
  blockedRecords(): Promise<BlockedRecord[]>;
  getIncident(id: string): Promise<StoredIncident | undefined>;
  /** The same, once an erasure that is being written is through. */
  readForRun(id: string): Promise<StoredIncident | undefined>;
  listIncidents(filter?: IncidentFilter): Promise<IncidentPage>;
  liveIncidents(): Promise<LiveIncident[]>;
  eventsOf(incidentId: string, afterSeq: number, limit: number): Promise<RecordedEvent[]>;
  eventsNumbered(incidentId: string, seqs: readonly number[]): Promise<RecordedEvent[]>;
  eventsOfTypes(incidentId: string, types: readonly EventType[], afterSeq?: number): Promise<RecordedEvent[]>;
  latestOfType(incidentId: string, type: EventType, limit: number): Promise<RecordedEvent[]>;
  measuredIncidents(filter: MeasuredFilter): Promise<MeasuredIncident[]>;
  measuredEvents(incidentIds: readonly string[], types: readonly EventType[]): Promise<RecordedEvent[]>;
  eventsAfterPosition(position: number, limit: number): Promise<RecordedEvent[]>;
  headPosition(): Promise<number>;
  messagesOf(incidentId: string): Promise<AcceptedMessage[]>;
  sealedEventsOf(incidentId: string): Promise<SealedEvent[]>;
  verifyIncident(incidentId: string): Promise<ChainVerdict>;
  keptIncident(id: string): Promise<KeptIncident | undefined>;
  keptEvents(incidentId: string, part: KeptPart): Promise<KeptEvent[]>;
  keptMessages(incidentId: string, part: KeptPart): Promise<KeptMessage[]>;
  keptBasis(hash: string): Promise<string | undefined>;
  /** Returns the unsubscribe. */
  onRecorded(listener: RecordedListener): () => void;
  waitForSeq(incidentId: string, seq: number, timeoutMs: number): Promise<boolean>;

  claimReport(claim: ReportClaim): Promise<ClaimedReport>;
  claimLiveKey(key: string, incidentId: string, dead?: string): Promise<string>;
  liveIncidentUnder(key: string): Promise<string | undefined>;

  claimPeople(claim: PeopleClaim): Promise<Claimed>;
  releasePeople(release: { incidentId: string; people?: PersonId[] | undefined }): Promise<{ tell: string[] }>;
  whoCommands(mode: PeopleClaim['mode'], people: PersonId[]): Promise<PersonId[]>;
  whoServes(mode: PeopleClaim['mode'], people: PersonId[]): Promise<{ incidentId: string; people: PersonId[] }[]>;
  whoIsCalled(people: readonly PersonId[]): Promise<{ incidentId: string; people: PersonId[] }[]>;

  allocateStock(request: StockRequest & { today: Day }): Promise<Allocated>;
  settleStock(settlement: StockSettlement & { today: Day }): Promise<{ tell: string[] }>;
  stockNews(): Promise<string[]>;
  serveStock(today: Day): Promise<void>;
  moveStock(move: StockMove & { today: Day }): Promise<KeptUp>;
  inspectItem(inspection: Inspection & { today: Day }): Promise<KeptUp>;
  stockNow(): Promise<StockNow>;
  movesOf(item: string, limit: number, before?: number): Promise<LoggedMove[]>;
  keepUpkeep(moment: UpkeepMoment): Promise<{ opened: number; closed: number }>;
  openUpkeep(): Promise<UpkeepRow[]>;
  listUpkeep(page: UpkeepPage): Promise<UpkeepRow[]>;
  tellUpkeep(telling: UpkeepTelling): Promise<boolean>;

  /** Since when it is inspected: since the first call. */
  keepReadiness(at: Instant): Promise<Instant>;
  saveInspection(inspection: NewInspection): Promise<StoredInspection>;
  inspection(id: string): Promise<StoredInspection | undefined>;
  listInspections(page: { limit: number; before?: string | undefined }): Promise<StoredInspection[]>;
  toldOfReadiness(): Promise<ToldOf[]>;

  recordImprovement(record: ImprovementRecord): Promise<void>;
  getImprovement(id: string): Promise<StoredImprovement | undefined>;
  listImprovements(filter: ImprovementFilter): Promise<ImprovementState[]>;
  improvementEventsOf(id: string): Promise<ImprovementEvent[]>;
  keptImprovement(id: string): Promise<KeptImprovement | undefined>;
  keptDrill(id: string): Promise<KeptDrill | undefined>;
  drillsNaming(traces: Named, person: PersonId): Promise<ConcernedDrill[]>;
  drillsOfIncident(incidentId: string): Promise<ConcernedDrill[]>;
  /** Takes out of one that is over every text that names somebody, its papers and its sheets, and says so in its chain. */
  eraseInDrill(asked: DrillErasure): Promise<boolean>;
  erasedInDrills(erasure: string): Promise<{ drills: number; texts: number; rewritten: number; destroyed: number }>;
  improvementsConcerning(sought: Sought): Promise<ConcernedImprovement[]>;
  /** Takes out of one that is over every text that names somebody, and says so in its chain. */
  eraseInImprovement(asked: ImprovementErasure): Promise<boolean>;
  erasedInImprovements(erasure: string): Promise<{ improvements: number; texts: number; files: string[] }>;
  waitForImprovement(id: string, seq: number, timeoutMs: number): Promise<boolean>;
  recordDrill(record: DrillRecord): Promise<void>;
  getDrill(id: string): Promise<StoredDrill | undefined>;
  listDrills(filter: DrillFilter): Promise<DrillState[]>;
  drillEventsOf(id: string): Promise<DrillEvent[]>;
  drillRecordOf(id: string): Promise<{ event: DrillEvent; hash: string }[]>;
  waitForDrill(id: string, seq: number, timeoutMs: number): Promise<boolean>;
  /** What somebody says after a drill, without a name. With `request` it counts once that is recorded. */
  saveSheet(sheet: { drillId: string; id: string; answers: Record<string, string>; request?: string }): Promise<void>;
  sheetsOf(drill: string): Promise<Record<string, string>[]>;

  keepEntries(entries: readonly string[], at: Instant): Promise<{ gone: string[] }>;
  keptEntries(): Promise<KeptEntry[]>;
  pauseEntry(entry: string, paused: PausedEntry | null, at: Instant): Promise<boolean>;
  settleOccurrence(settled: SettledOccurrence): Promise<void>;
  occurrenceOf(of: Pick<SettledOccurrence, 'entry' | 'occurrence'>): Promise<SettledOccurrence | undefined>;
  occurrencesOf(entries: readonly string[]): Promise<SettledOccurrence[]>;

  improvementsInTime(window: { since: Instant; until: Instant }): Promise<{ met: number; of: number }>;

  enqueueNotices(rows: NewNotice[]): Promise<void>;
  enqueueClaimed(rows: NewNotice[], lease: Lease): Promise<Notice[]>;
  claimNotices(claim: Claim): Promise<Notice[]>;
  renewLease(lease: EffectKey & Lease): Promise<void>;
  settleNotices(owner: string, results: NoticeResult[]): Promise<string[]>;
  cancelNotices(effect: EffectKey, people: PersonId[]): Promise<void>;
  noticesOf(incidentId: string): Promise<Notice[]>;
  noticesForEffect(effect: EffectKey): Promise<NoticeStanding[]>;
  releaseLeases(): Promise<void>;

  putAnswer(answer: Answer): Promise<Put>;
  lastAnswers(of: Answering, limit: number): Promise<AnswerPut[]>;
  answerWithKey(of: Answering, key: string): Promise<Omit<AnswerPut, 'n'> | undefined>;
  pendingAnswers(incidentId: string, limit: number): Promise<PendingAnswer[]>;
  incidentsWithPendingAnswers(): Promise<string[]>;
  markForwarded(ids: string[]): Promise<void>;

  saveDocument(document: Omit<StoredDocument, 'createdAt'>): Promise<DocumentEntry>;
  listDocuments(incidentId: string): Promise<DocumentEntry[]>;
  readDocument(key: DocumentKey): Promise<StoredDocument | undefined>;
  allDocuments(page: { after?: DocumentKey; limit: number }): Promise<DocumentEntry[]>;

  saveEvidence(file: Omit<StoredEvidence, 'storedAt'>): Promise<EvidenceEntry>;
  findEvidence(key: EvidenceKey): Promise<EvidenceEntry | undefined>;
  readEvidence(key: EvidenceKey): Promise<StoredEvidence | undefined>;
  countEvidence(incidentId: string): Promise<number>;
  listEvidence(incidentId: string): Promise<EvidenceEntry[]>;

  publish(request: PublishRequest): Promise<ShownAs>;
  withdrawPublication(request: PublishRequest): Promise<ShownAs>;
  listPublished(limit: number, before?: number): Promise<PublishedText[]>;
  readPublished(publicId: string): Promise<PublishedText | undefined>;

  storeMail(mail: NewMail): Promise<number>;
  listMails(limit: number, before?: number): Promise<MailEntry[]>;
  readMail(id: number): Promise<StoredMail | undefined>;

  createToken(token: NewToken): Promise<void>;
  /** Undefined when it is unknown, expired or revoked. */
  findToken(hash: string, now: Instant): Promise<Token | undefined>;
  revokeToken(id: string): Promise<boolean>;
  listTokens(): Promise<Token[]>;

  actOnPlan(act: PlanAct): Promise<PlanActed>;
  planVersion(id: string, version: number): Promise<PlanVersion | undefined>;
  listPlans(): Promise<PlanEntry[]>;
  datedPlans(): Promise<DatedPlan[]>;
  comingPosts(): Promise<PostId[]>;
  getPlan(id: string, version: number): Promise<StoredPlan | undefined>;
  effectivePlan(): Promise<StoredPlan | undefined>;
  effectivePlanKey(): Promise<Pick<StoredPlan, 'id' | 'version' | 'hash'> | undefined>;
  saveRoster(document: unknown, about?: Import): Promise<StoredRegister>;
  currentRoster(): Promise<StoredRegister | undefined>;
  currentRosterVersion(): Promise<number | undefined>;
  rosterNumbered(version: number): Promise<StoredRegister | undefined>;
  listRosters(limit: number, before?: number): Promise<VersionEntry[]>;
  saveLedger(document: unknown, about?: Import & { today?: Day }): Promise<StoredRegister>;
  /** With what was moved and inspected since; a version by its number is as it was imported. */
  currentLedger(): Promise<LedgerNow | undefined>;
  ledgerNumbered(version: number): Promise<StoredRegister | undefined>;
  listLedgers(limit: number, before?: number): Promise<VersionEntry[]>;
  /** Plans, roster or tokens may have changed; may be told twice, or for nothing. Returns the unsubscribe. */
  onChanged(listener: () => void): () => void;

  beginErasure(erasure: Pick<Erasure, 'id' | 'kind' | 'subject' | 'reason' | 'erasedBy' | 'begunAt'>): Promise<Erasure>;
  endErasure(id: string, counts: ErasureCounts, doneAt: Instant): Promise<void>;
  lastErasure(key: ErasureKey): Promise<Erasure | undefined>;
  begunErasure(key: ErasureKey): Promise<Erasure | undefined>;
  unfinishedErasures(): Promise<Erasure[]>;
  listErasures(limit: number): Promise<Erasure[]>;
  incidentsNaming(traces: Named, person: PersonId): Promise<string[]>;
  /** `except`: tables that are looked into otherwise. */
  searchAll(pattern: Pattern, except?: readonly string[]): Promise<Left[]>;
  /** Leaves nothing on disk of what was deleted; `false`: that is for whoever runs the database server. */
  clearDeleted(): Promise<boolean>;
  dueDestructions(at: Instant): Promise<DestructionDue[]>;
  destructionTold(): Promise<{ day: Day } | undefined>;
  erasureEvents(erasure: string): Promise<RecordedEvent[]>;
  /** `mustHaveEnded` throws while a workflow of it runs. */
  eraseInIncident(erasure: IncidentErasure, mustHaveEnded: () => Promise<void>): Promise<boolean>;
  erasePersonOutside(person: PersonId, traces: PersonTraces): Promise<ErasedOutside>;
  eraseIncidentOutside(incidentId: string, traces: Traces): Promise<ErasedOutside>;
  /** What it would change. */
  inRegisters(person: PersonId, traces: PersonTraces): Promise<RegisterChange[]>;
  eraseFromRegisters(person: PersonId, traces: PersonTraces): Promise<number>;

  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
