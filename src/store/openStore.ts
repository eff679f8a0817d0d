import { sql } from 'drizzle-orm';
import { openEngine } from './engine.js';
import type { Engine, StoreOptions } from './engine.js';
import { answerWithKey, lastAnswers } from './inbox/lastAnswers.js';
import { putAnswers } from './inbox/putAnswer.js';
import type { Answer } from './inbox/putAnswer.js';
import { markForwarded } from './inbox/markForwarded.js';
import { incidentsWithPendingAnswers, pendingAnswers } from './inbox/pendingAnswers.js';
import { drillEventsOf, drillRecordOf, getDrill, listDrills, waitForDrill } from './drills/readDrills.js';
import { saveSheet, sheetsOf } from './drills/sheets.js';
import { recordDrill } from './drills/recordDrill.js';
import { drillsNaming, drillsOfIncident, erasedInDrills, eraseInDrill } from './drills/eraseInDrill.js';
import { keptDrill } from './drills/keptDrill.js';
import { keptImprovement } from './improvements/keptImprovement.js';
import {
  getImprovement,
  improvementEventsOf,
  improvementsInTime,
  listImprovements,
  waitForImprovement,
} from './improvements/readImprovements.js';
import { recordImprovement } from './improvements/recordImprovement.js';
import { createBases } from './incidents/bases.js';
import { readBlocked } from './incidents/blockedRecords.js';
import {
  eventsAfterPosition,
  eventsNumbered,
  eventsOf,
  eventsOfTypes,
  headPosition,
  latestOfType,
} from './incidents/events.js';
import { getIncident } from './incidents/getIncident.js';
import { keptBasis, keptEvents, keptIncident, keptMessages } from './incidents/keptRecord.js';
import { listIncidents } from './incidents/listIncidents.js';
import { liveIncidents } from './incidents/liveIncidents.js';
import { measuredEvents, measuredIncidents } from './incidents/measured.js';
import { messagesOf } from './incidents/messagesOf.js';
import { createRecentStates } from './incidents/recentStates.js';
import { readForRun, record } from './incidents/record.js';
import { sealedEventsOf, verifyIncident } from './incidents/verifyIncident.js';
import { watchMoved } from './watchMoved.js';
import { waitForSeq } from './incidents/waitForSeq.js';
import { watchRecorded } from './incidents/watchRecorded.js';
import { allDocuments, listDocuments, readDocument } from './documents/readDocument.js';
import { saveDocument } from './documents/saveDocument.js';
import {
  beginErasure,
  begunErasure,
  endErasure,
  lastErasure,
  listErasures,
  unfinishedErasures,
} from './erasure/erasures.js';
import { eraseInIncident } from './erasure/eraseInIncident.js';
import { eraseFromRegisters, inRegisters } from './erasure/eraseFromRegisters.js';
import { eraseIncidentOutside, erasePersonOutside } from './erasure/eraseOutside.js';
import { destructionTold, dueDestructions, erasureEvents, incidentsNaming, searchAll } from './erasure/found.js';
import { countEvidence, findEvidence, listEvidence, readEvidence, saveEvidence } from './evidence/evidence.js';
import { listMails, readMail } from './mailbox/readMail.js';
import { storeMail } from './mailbox/storeMail.js';
import { migrate, readMigrations } from './migrate.js';
import { cancelNotices } from './outbox/cancelNotices.js';
import { claimNotices, enqueueClaimed, renewLease } from './outbox/claimNotices.js';
import type { Claim } from './outbox/claimNotices.js';
import { enqueueNotices } from './outbox/enqueueNotices.js';
import { noticesForEffects, noticesOf } from './outbox/noticesOf.js';
import { releaseLeases } from './outbox/releaseLeases.js';
import { settleNotices } from './outbox/settleNotices.js';
import type { Settlement } from './outbox/settleNotices.js';
import type { EffectKey, NewNotice } from './outbox/notice.js';
import { together } from './together.js';
import { createMemory } from './memory.js';
import { withPlainErrors } from './plainErrors.js';
import { actOnPlan } from './plans/actOnPlan.js';
import { comingPosts } from './plans/comingPosts.js';
import { datedPlans } from './plans/datedPlans.js';
import { effectivePlan, effectivePlanKey, getPlan } from './plans/getPlan.js';
import { listPlans } from './plans/listPlans.js';
import { planVersion } from './plans/planVersion.js';
import { listPublished, readPublished } from './publications/published.js';
import { erasedInImprovements, eraseInImprovement, improvementsConcerning } from './improvements/eraseInImprovement.js';
import * as programme from './programme/programme.js';
import { publish, withdrawPublication } from './publications/publish.js';
import * as registers from './registers/register.js';
import * as readiness from './readiness/inspections.js';
import { claimPeople, releasePeople, whoCommands, whoServes } from './claims/claimPeople.js';
import { whoIsCalled } from './incidents/whoIsCalled.js';
import { claimLiveKey, liveIncidentUnder } from './reports/claimLiveKey.js';
import { claimReport } from './reports/claimReport.js';
import { ledgers, rosters } from './schema.js';
import { allocateStock } from './stock/allocateStock.js';
import { inspectItem } from './stock/inspectItem.js';
import { keepUpkeep, openUpkeep } from './stock/keepUpkeep.js';
import { ledgerNow } from './stock/ledgerNow.js';
import { moveStock } from './stock/moveStock.js';
import { saveLedger, serveStock } from './stock/saveLedger.js';
import { settleStock } from './stock/settleStock.js';
import { stockNews } from './stock/stockNews.js';
import { movesOf, stockNow } from './stock/stockNow.js';
import { listUpkeep, tellUpkeep } from './stock/upkeep.js';
import type { Store } from './store.js';
import { createToken, findToken, listTokens, revokeToken } from './tokens/tokens.js';

/** Each record leaves a whole state behind; in a long life that would be most of the database. */
const UPDATED_TABLES = [
  'record_head',
  'incidents',
  'outbox',
  'inbox',
  'mails',
  'blocked_records',
  'stock_requests',
  'improvements',
  'drills',
];

/** Migrates the database where needed. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const engine = await openEngine(options);
  try {
    await migrate(engine, await readMigrations());
    await engine.vacuum(UPDATED_TABLES);
    return await storeOn(engine);
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** The store on a database that is migrated already. */
export async function storeOn(engine: Engine): Promise<Store> {
  const { db } = engine;
  const bases = createBases();
  const recent = createRecentStates();
  const watch = await watchRecorded(engine);
  const moved = await watchMoved(engine);
  const memory = await createMemory(engine);
  const answers = together((all: Answer[]) => putAnswers(db, all));
  const newNotices = together(
    async (all: NewNotice[][]) => {
      await enqueueNotices(db, all.flat());
      return all.map(() => undefined);
    },
    (notices) => notices.length,
  );
  const claims = together((all: Claim[]) => claimNotices(db, all));
  const settlements = together(
    (all: Settlement[]) => settleNotices(db, all),
    ({ results }) => results.length,
  );
  const standings = together((effects: EffectKey[]) => noticesForEffects(db, effects));
  return withPlainErrors<Store>({
    record: (input) => record(db, bases, recent, input),
    blockedRecords: () => readBlocked(db),
    getIncident: (id) => getIncident(db, bases, id),
    readForRun: (id) => readForRun(db, bases, id),
    listIncidents: (filter = {}) => listIncidents(db, filter),
    liveIncidents: () => liveIncidents(db, bases),
    eventsOf: (id, afterSeq, limit) => eventsOf(db, id, afterSeq, limit),
    eventsNumbered: (id, seqs) => eventsNumbered(db, id, seqs),
    eventsOfTypes: (id, types, afterSeq) => eventsOfTypes(db, id, types, afterSeq),
    latestOfType: (id, type, limit) => latestOfType(db, id, type, limit),
    measuredIncidents: (filter) => measuredIncidents(db, bases, filter),
    measuredEvents: (ids, types) => measuredEvents(db, ids, types),
    eventsAfterPosition: (position, limit) => eventsAfterPosition(db, position, limit),
    headPosition: () => headPosition(db),
    messagesOf: (id) => messagesOf(db, id),
    sealedEventsOf: (id) => sealedEventsOf(db, id),
    verifyIncident: (id) => verifyIncident(db, id),
    keptIncident: (id) => keptIncident(db, id),
    keptEvents: (id, part) => keptEvents(db, id, part),
    keptMessages: (id, part) => keptMessages(db, id, part),
    keptBasis: (hash) => keptBasis(db, hash),
    onRecorded: (listener) => watch.onRecorded(listener),
    waitForSeq: (id, seq, timeoutMs) => waitForSeq(db, watch, id, seq, timeoutMs),

    claimReport: (claim) => claimReport(db, claim),
    claimPeople: (claim) => claimPeople(db, claim),
    releasePeople: (release) => releasePeople(db, release),
    whoCommands: (mode, people) => whoCommands(db, mode, people),
    whoServes: (mode, people) => whoServes(db, mode, people),
    whoIsCalled: (people) => whoIsCalled(db, people),
    claimLiveKey: (key, incidentId, dead) => claimLiveKey(db, key, incidentId, dead),
    liveIncidentUnder: (key) => liveIncidentUnder(db, key),

    allocateStock: (request) => allocateStock(db, request),
    settleStock: (settlement) => settleStock(db, settlement),
    stockNews: () => stockNews(db),
    serveStock: (today) => serveStock(db, today),
    moveStock: (move) => moveStock(db, move),
    inspectItem: (inspection) => inspectItem(db, inspection),
    stockNow: () => stockNow(db),
    movesOf: (item, limit, before) => movesOf(db, item, limit, before),
    keepUpkeep: (moment) => keepUpkeep(db, moment),
    openUpkeep: () => openUpkeep(db),
    listUpkeep: (page) => listUpkeep(db, page),
    tellUpkeep: (telling) => tellUpkeep(db, telling),

    recordDrill: (input) => recordDrill(db, input),
    getDrill: (id) => getDrill(db, id),
    listDrills: (filter) => listDrills(db, filter),
    drillEventsOf: (id) => drillEventsOf(db, id),
    drillRecordOf: (id) => drillRecordOf(db, id),
    waitForDrill: (id, seq, timeoutMs) => waitForDrill(db, moved, id, seq, timeoutMs),
    saveSheet: (sheet) => saveSheet(db, sheet),
    sheetsOf: (drill) => sheetsOf(db, drill),
    keepEntries: (entries, at) => programme.keepEntries(db, entries, at),
    keptEntries: () => programme.keptEntries(db),
    pauseEntry: (entry, paused, at) => memory.changing(() => programme.pauseEntry(db, entry, paused, at)),
    settleOccurrence: (settled) => programme.settleOccurrence(db, settled),
    occurrenceOf: (of) => programme.occurrenceOf(db, of),
    occurrencesOf: (entries) => programme.occurrencesOf(db, entries),
    keepReadiness: (at) => readiness.keepReadiness(db, at),
    saveInspection: (inspection) => readiness.saveInspection(db, inspection),
    inspection: (id) => readiness.inspection(db, id),
    listInspections: (page) => readiness.listInspections(db, page),
    toldOfReadiness: () => readiness.toldOfReadiness(db),
    recordImprovement: (input) => recordImprovement(db, input),
    getImprovement: (id) => getImprovement(db, id),
    listImprovements: (filter) => listImprovements(db, filter),
    improvementEventsOf: (id) => improvementEventsOf(db, id),
    keptImprovement: (id) => keptImprovement(db, id),
    keptDrill: (id) => keptDrill(db, id),
    drillsNaming: (traces, person) => drillsNaming(db, traces, person),
    drillsOfIncident: (incidentId) => drillsOfIncident(db, incidentId),
    eraseInDrill: (asked) => eraseInDrill(db, asked),
    erasedInDrills: (erasure) => erasedInDrills(db, erasure),
    improvementsConcerning: (sought) => improvementsConcerning(db, sought),
    eraseInImprovement: (asked) => eraseInImprovement(db, asked),
    erasedInImprovements: (erasure) => erasedInImprovements(db, erasure),
    waitForImprovement: (id, seq, timeoutMs) => waitForImprovement(db, moved, id, seq, timeoutMs),
    improvementsInTime: (window) => improvementsInTime(db, window),

    enqueueNotices: (rows) => newNotices.ask(rows),
    enqueueClaimed: (rows, lease) => enqueueClaimed(db, rows, lease),
    claimNotices: (claim) => claims.ask(claim),
    renewLease: (lease) => renewLease(db, lease),
    settleNotices: (owner, results) => settlements.ask({ owner, results }),
    cancelNotices: (effect, people) => cancelNotices(db, effect, people),
    noticesOf: (incidentId) => noticesOf(db, incidentId),
    noticesForEffect: (effect) => standings.ask(effect),
    releaseLeases: () => releaseLeases(db),

    putAnswer: answers.ask,
    lastAnswers: (of, limit) => lastAnswers(db, of, limit),
    answerWithKey: (of, key) => answerWithKey(db, of, key),
    pendingAnswers: (incidentId, limit) => pendingAnswers(db, incidentId, limit),
    incidentsWithPendingAnswers: () => incidentsWithPendingAnswers(db),
    markForwarded: (ids) => markForwarded(db, ids),

    saveDocument: (document) => saveDocument(db, document),
    listDocuments: (incidentId) => listDocuments(db, incidentId),
    readDocument: (key) => readDocument(db, key),
    allDocuments: (page) => allDocuments(db, page),

    saveEvidence: (file) => saveEvidence(db, file),
    findEvidence: (key) => findEvidence(db, key),
    readEvidence: (key) => readEvidence(db, key),
    countEvidence: (incidentId) => countEvidence(db, incidentId),
    listEvidence: (incidentId) => listEvidence(db, incidentId),

    publish: (request) => publish(db, request),
    withdrawPublication: (request) => withdrawPublication(db, request),
    listPublished: (limit, before) => listPublished(db, limit, before),
    readPublished: (publicId) => readPublished(db, publicId),

    storeMail: (mail) => storeMail(db, mail),
    listMails: (limit, before) => listMails(db, limit, before),
    readMail: (id) => readMail(db, id),

    createToken: (token) => createToken(db, token),
    findToken: async (hash, now) => {
      const token = await memory.recall(`token ${hash}`, () => findToken(db, hash));
      return token && token.expiresAt > now ? token : undefined;
    },
    revokeToken: (id) => memory.changing(() => revokeToken(db, id)),
    listTokens: () => listTokens(db),

    actOnPlan: (act) =>
      memory.changing(
        () => actOnPlan(db, act),
        ({ outcome }) => outcome !== 'recorded',
      ),
    planVersion: (id, version) => planVersion(db, { id, version }),
    listPlans: () => listPlans(db),
    datedPlans: () => datedPlans(db),
    comingPosts: () => comingPosts(db),
    getPlan: (id, version) => getPlan(db, id, version),
    effectivePlan: () => effectivePlan(db),
    effectivePlanKey: () => memory.recall('effective plan', () => effectivePlanKey(db)),
    saveRoster: (document, about) => memory.changing(() => registers.saveVersion(db, rosters, document, about)),
    currentRoster: () => registers.newestVersion(db, rosters),
    currentRosterVersion: () => memory.recall('roster version', () => registers.newestVersionNumber(db, rosters)),
    rosterNumbered: (version) => registers.versionNumbered(db, rosters, version),
    listRosters: (limit, before) => registers.listVersions(db, rosters, limit, before),
    saveLedger: (document, about) => memory.changing(() => saveLedger(db, document, about)),
    currentLedger: () => ledgerNow(db),
    ledgerNumbered: (version) => registers.versionNumbered(db, ledgers, version),
    listLedgers: (limit, before) => registers.listVersions(db, ledgers, limit, before),
    onChanged: (listener) => memory.onChanged(listener),

    beginErasure: (erasure) => beginErasure(db, erasure),
    endErasure: (id, counts, doneAt) => endErasure(db, id, counts, doneAt),
    lastErasure: (key) => lastErasure(db, key),
    begunErasure: (key) => begunErasure(db, key),
    unfinishedErasures: () => unfinishedErasures(db),
    listErasures: (limit) => listErasures(db, limit),
    incidentsNaming: (traces, person) => incidentsNaming(db, traces, person),
    clearDeleted: () => engine.clearDeleted(),
    searchAll: (pattern, except) => searchAll(db, pattern, except),
    dueDestructions: (at) => dueDestructions(db, at),
    destructionTold: () => destructionTold(db),
    erasureEvents: (erasure) => erasureEvents(db, erasure),
    eraseInIncident: (erasure, mustHaveEnded) => eraseInIncident(db, recent, erasure, mustHaveEnded),
    erasePersonOutside: (person, traces) => memory.changing(() => erasePersonOutside(db, person, traces)),
    eraseIncidentOutside: (incidentId, traces) => eraseIncidentOutside(db, incidentId, traces),
    inRegisters: (person, traces) => inRegisters(db, person, traces),
    eraseFromRegisters: (person, traces) => memory.changing(() => eraseFromRegisters(db, person, traces)),

    ping: async () => {
      await db.execute(sql`SELECT 1`);
    },
    close: async () => {
      await Promise.all([answers, newNotices, settlements].map((asked) => asked.idle()));
      await engine.close();
    },
  });
}
