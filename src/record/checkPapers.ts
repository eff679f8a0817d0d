import type { DrillEvent } from '../domain/drill/index.js';
import { drillKey, PAPERS_AFTER } from '../domain/drill/index.js';
import type { KeptDrill } from './checkDrill.js';
import { typeNeeded } from './checkKept.js';
import { counted } from './findings.js';
import type { Findings } from './findings.js';
import { documentName } from './namedInEvents.js';

/** What the chain says of one file. */
interface Named {
  seq: number;
  type: DrillEvent['type'];
  paper?: string;
  /** Absent once it is destroyed. */
  sha256?: string;
}

/** The papers of a drill must be there as they were handed out; what an erasure has destroyed must not. */
export function checkPapers({ id: drill, papers, seq: upTo }: KeptDrill, events: DrillEvent[], findings: Findings) {
  const { named, erased } = namedIn(events);
  const missing = new Map([...named].filter(([, { sha256 }]) => sha256 !== undefined));
  let underWay = 0;
  for (const { id, kind, format, lang, contentType, sha256: noted, found } of papers) {
    findings.checked.documents += 1;
    const item = documentName(id, format, lang);
    const { sha256: needed, paper, ...event } = named.get(item) ?? {};
    missing.delete(item);
    if (paper !== undefined && kind !== paper) {
      findings.fault({ code: 'document_differs', ...event, item, found: kind, needed: paper });
    }
    const typed = typeNeeded(format, contentType);
    if (typed !== undefined) {
      findings.fault({ code: 'document_differs', ...event, item, found: contentType, needed: typed });
    }
    if (needed !== undefined) {
      const wrong = [found, noted].find((hash) => hash !== needed);
      if (wrong !== undefined) findings.fault({ code: 'document_changed', ...event, item, found: wrong, needed });
    } else if (named.has(item)) findings.fault({ code: 'not_erased', ...event, item });
    else if (noted !== found) findings.fault({ code: 'document_changed', item, found, needed: noted });
    else if (mayBeWritten(drill, id, events, upTo)) underWay += 1;
    else findings.fault({ code: 'document_stray', item });
  }
  for (const [item, { seq, type }] of missing) findings.fault({ code: 'document_missing', seq, type, item });
  findings.remark({ code: 'not_recorded_yet', count: underWay, item: 'documents' });
  findings.remark({ code: 'document_erased', ...counted(erased) });
}

function namedIn(events: DrillEvent[]): { named: Map<string, Named>; erased: string[] } {
  const named = new Map<string, Named>();
  const erased: string[] = [];
  for (const event of events) {
    const at = { seq: event.seq, type: event.type };
    if (event.type === 'settled') {
      for (const { documentId, paper, format, lang, sha256 } of event.files ?? []) {
        named.set(documentName(documentId, format, lang), { ...at, paper, sha256 });
      }
    }
    if (event.type !== 'textsErased') continue;
    for (const { documentId, format, lang, sha256 } of event.papers ?? []) {
      const item = documentName(documentId, format, lang);
      const { sha256: was, paper } = named.get(item) ?? {};
      if (was !== undefined) erased.push(`${item} ${was}`);
      named.set(item, {
        ...at,
        ...(paper === undefined ? {} : { paper }),
        ...(sha256 === undefined ? {} : { sha256 }),
      });
    }
  }
  return { named, erased };
}

/** By an effect that is under way, was given up halfway, or is asked for by an event that is not recorded yet. */
function mayBeWritten(drill: string, documentId: string, events: DrillEvent[], upTo: number): boolean {
  const asked = /^-(d(\d+))-/.exec(documentId.slice(drillKey(drill).length));
  if (!documentId.startsWith(drillKey(drill)) || asked === null) return false;
  const [, effectId, seq] = asked;
  const settled = events.find((event) => event.type === 'settled' && event.effectId === effectId);
  const isOfDrill = Number(seq) > upTo || asksForPapers(events[Number(seq) - 1]);
  return isOfDrill && (settled === undefined || (settled.type === 'settled' && settled.failed === true));
}

function asksForPapers(event: DrillEvent | undefined): boolean {
  return event !== undefined && PAPERS_AFTER[event.type] !== undefined;
}
