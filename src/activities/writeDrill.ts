import { createHash } from 'node:crypto';
import type { DrillFile, DrillPaper } from '../domain/drill/index.js';
import { drillFacts, drillKey } from '../store/index.js';
import type { ActivityDeps } from './deps.js';

export interface DrillWriting {
  drill: string;
  effectId: string;
  papers: DrillPaper[];
  /** They tell of the events up to this one. */
  upTo: number;
}

const FORMATS = ['docx', 'html'] as const;

/** The record may lag behind by one recording; silence longer than this is left to the retry. */
const RECORD_LAG_MS = 2_000;

/** Writes them in every language of the plan and every format; written again, the first ones stay. */
export function writeDrill({ store, desk, zone }: ActivityDeps) {
  return async ({ drill, effectId, papers, upTo }: DrillWriting): Promise<{ files: DrillFile[] }> => {
    if (!(await store.waitForDrill(drill, upTo, RECORD_LAG_MS))) {
      throw new Error(`event ${upTo} of drill ${drill} is not recorded yet; it is tried again`);
    }
    const facts = await drillFacts(store, drill, { upTo, forReport: papers.includes('report') });
    const now = facts.recorded.at(-1)?.event.at ?? Date.now();
    const files: DrillFile[] = [];
    for (const paper of papers) {
      const documentId = `${drillKey(drill)}-${effectId}-${paper}`;
      for (const lang of facts.plan.languages) {
        for (const format of FORMATS) {
          const { bytes, contentType } = await desk.writeDrill({ ...facts, paper, lang, format, zone, now });
          const sha256 = createHash('sha256').update(bytes).digest('hex');
          const key = { id: documentId, incidentId: drillKey(drill), kind: paper, format, lang };
          const saved = await store.saveDocument({ ...key, contentType, bytes, sha256 });
          files.push({ documentId, paper, format, lang, sha256: saved.sha256 });
        }
      }
    }
    return { files };
  };
}
