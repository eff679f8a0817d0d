import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request } from 'express';
import { actorName } from '../../domain/incident/index.js';
import type { RecordVerdict } from '../../domain/record.js';
import { bundleOf, checkRecord, productVersion } from '../../record/index.js';
import type { BundleSource, KeptRecord } from '../../record/index.js';
import { actorOf, tokenOf } from '../auth.js';
import type { ApiParts } from '../deps.js';
import { goneSignal } from '../gone.js';
import { incidentIdOf } from '../incidentId.js';
import { languageOf } from '../language.js';
import { byCaller, limit, USUAL_LIMITS } from '../limits.js';
import { findIncident, loadIncident } from '../loadIncident.js';
import { SharedTurns } from '../plans/sharedTurns.js';
import { ProblemError } from '../problemError.js';
import { iso } from '../views/named.js';
import { recordView } from '../views/recordView.js';
import { headsAsked } from '../record/headsAsked.js';
import { storedRecord } from '../record/storedRecord.js';
import { readsEvidence } from './evidence.js';
import type { Routes } from './router.js';

/** So many incidents wait to be checked; one is at a time. */
const MOST_WAITING = 20;
/** Each keeps the database and this process busy for as long as its reader takes. */
const EXPORTS_AT_ONCE = 2;
const RETRY_AFTER_S = 5;

/** The proof of a record, and the record to take away. Whoever reads an incident may have both. */
export const recordRoutes: Routes = (router, parts) => {
  const limits = { ...USUAL_LIMITS, ...parts.settings.limits };
  const rarely = limit(limits.records, byCaller);
  const turns = new SharedTurns<RecordVerdict>({ most: MOST_WAITING, tooMany: busy });
  let exporting = 0;

  router.get('/api/v1/incidents/:incidentId/record/verification', rarely, async (req, res) => {
    const id = incidentIdOf(req);
    const heads = headsAsked(req);
    const check = async () => checkRecord(await loadAlone(parts, id), undefined, { heads });
    const verdict = await turns.ask(JSON.stringify([id, heads]), check, goneSignal(res));
    if (verdict === undefined) return;
    const { faultsInAll, seq, faults } = verdict;
    // Nobody may be looking at the answer of a script.
    if (faultsInAll > 0) {
      // What was found may be anybody's words, and stays out of the log.
      const { found: _, needed: __, ...first } = faults[0] ?? {};
      parts.log.error({ incidentId: id, seq, faultsInAll, first }, 'a record is not intact');
    }
    res.json(recordView(verdict, languageOf(req)));
  });

  router.get('/api/v1/incidents/:incidentId/bundle', rarely, async (req, res) => {
    if (exporting >= EXPORTS_AT_ONCE) throw busy(exporting);
    exporting += 1;
    try {
      const id = incidentIdOf(req);
      const record = await load(parts, id, await mayReadEvidence(parts, id, req));
      const exportedBy = actorName(actorOf(req));
      const verdict = await checkRecord(record);
      const about = {
        version: productVersion(),
        exportedAt: iso(parts.settings.now()),
        exportedBy,
        verdict,
      };
      const said = { incidentId: id, seq: verdict.seq, head: verdict.head, exportedBy, tokenId: tokenOf(req) };
      parts.log.info({ ...said, faults: verdict.faultsInAll }, 'a record is being exported');
      const name = `${id}-record-${verdict.seq}.zip`;
      res.set({ 'Content-Type': 'application/zip', 'Content-Disposition': `attachment; filename="${name}"` });
      const hash = createHash('sha256');
      let bytes = 0;
      async function* counted() {
        for await (const chunk of bundleOf(record, about)) {
          hash.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
      }
      await pipeline(Readable.from(counted(), { objectMode: false }), res);
      parts.log.info({ ...said, bytes, sha256: hash.digest('hex') }, 'a record was exported');
    } finally {
      exporting -= 1;
    }
  });
};

/** Nothing of it is remembered: what stands in the database is what counts. */
async function load(parts: ApiParts, id: string, may = { readsEvidence: true }): Promise<BundleSource> {
  const record = await storedRecord(parts.store, id, may);
  if (record) return record;
  // It may have been reported this moment.
  await loadIncident(parts, id);
  const again = await storedRecord(parts.store, id, may);
  if (!again) throw new ProblemError('incident_not_found', { incidentId: id });
  return again;
}

/** Of the improvements that came of it only that they are there: they have a proof of their own. */
async function loadAlone(parts: ApiParts, id: string): Promise<KeptRecord> {
  const { improvements, ...record } = await load(parts, id);
  return {
    ...record,
    async improvementIds() {
      const ids: string[] = [];
      for await (const { id } of improvements()) ids.push(id);
      return ids;
    },
  };
}

/** A state that is damaged gives nobody a right to anything; the rest of it can be exported. */
async function mayReadEvidence(parts: ApiParts, id: string, req: Request): Promise<{ readsEvidence: boolean }> {
  const state = await findIncident(parts, id).catch(() => undefined);
  return { readsEvidence: state !== undefined && readsEvidence(state, actorOf(req)) };
}

function busy(waiting: number): ProblemError {
  return new ProblemError('records_busy', { waiting }, {}, { headers: { 'Retry-After': String(RETRY_AFTER_S) } });
}
