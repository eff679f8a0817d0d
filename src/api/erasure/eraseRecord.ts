import type { EventOf, IncidentEvent } from '../../domain/incident/index.js';
import { fold, publishable, timesOf } from '../../domain/incident/index.js';
import type { PostId } from '../../domain/plan/compiled.js';
import { recordedFiles, statesAlong } from '../../documents/index.js';
import { sha256 } from '../../seal/index.js';
import { namesAlong } from '../../store/index.js';
import type { Directory, Erasure, IncidentErasure, RecordedEvent } from '../../store/index.js';
import type { ApiParts } from '../deps.js';
import type { Judged } from './judge.js';
import { mustHaveEnded } from './mustHaveEnded.js';
import { readable } from './readable.js';
import type { Selection } from './selection.js';

type Parts = Pick<ApiParts, 'store' | 'directory' | 'settings' | 'log' | 'incidents'>;

type Times = ReturnType<typeof timesOf>;

/** In whose name it is done. */
export interface Authorised {
  erasure: Erasure;
  authority?: PostId;
}

/** Takes out of one incident what was found. `false`: its record has grown meanwhile, and it has to be judged anew. */
export async function eraseRecord(
  parts: Parts,
  judged: Judged,
  selection: Selection,
  { erasure, authority }: Authorised,
): Promise<boolean> {
  const { incidentId, state, headHash, basis, texts, messages, destroyed } = judged;
  const left = withoutTexts(judged);
  const documents = await rewritten(parts, judged, left, selection);
  const { tokenId: _, ...actor } = erasure.erasedBy;
  const event: EventOf<'personalDataErased'> = {
    seq: state.seq + 1,
    ...notBefore(left.at(-1)?.event, timesOf(state, parts.settings.now())),
    actor,
    via: 'api',
    type: 'personalDataErased',
    erasure: erasure.id,
    scope: selection.scope,
    ...(selection.person === undefined ? {} : { person: selection.person }),
    ...(authority === undefined ? {} : { authority }),
    erased: {
      texts,
      messages: messages.map(({ firstSeq, sha256: hash }) => ({ firstSeq, sha256: hash })),
      documents: documents.map(({ key: { id, format, lang }, now }) => ({
        ...{ documentId: id, format, lang },
        ...(now === undefined ? {} : { sha256: now.sha256 }),
      })),
      evidence: destroyed,
    },
    texts: { reason: erasure.reason },
  };
  const after = fold(basis, [...left.map(({ event: one }) => one), event]);
  const publications = publishedAnew(judged, left);
  const change = {
    ...{ incidentId, headHash, texts, messages, documents, publications },
    ...{ evidence: destroyed, event, state: after },
  };
  return parts.store.eraseInIncident(change, () => mustHaveEnded(parts, incidentId));
}

/** The clocks of two machines differ. */
function notBefore(last: Partial<Times> | undefined, { at, realAt }: Times): Times {
  const real = realAt === undefined ? {} : { realAt: Math.max(realAt, last?.realAt ?? 0) };
  return { at: Math.max(at, last?.at ?? 0), ...real };
}

/** Each publication of which a word is erased, as it is left. */
function publishedAnew({ texts }: Judged, left: readonly RecordedEvent[]): IncidentErasure['publications'] {
  const changed = new Set(texts.map(({ seq }) => seq));
  return left.flatMap(({ event }) => {
    if (event.type !== 'publicationDrafted' || !changed.has(event.seq)) return [];
    const { publication, version } = event;
    const shown = publishable(event.texts);
    return [{ publication, version, ...(shown === undefined ? {} : { texts: shown }) }];
  });
}

/** As the record gives them from then on. */
function withoutTexts({ recorded, texts }: Judged): RecordedEvent[] {
  const fields = new Map(texts.map((one) => [one.seq, one.fields]));
  return recorded.map((row) => {
    const gone = fields.get(row.event.seq);
    if (gone === undefined || !('texts' in row.event)) return row;
    const blank = Object.fromEntries(gone.map((field) => [field, '']));
    const event = { ...row.event, texts: { ...row.event.texts, ...blank } } as IncidentEvent;
    return { ...row, event };
  });
}

/** Each document that names somebody, from what is left; one that cannot be written so is destroyed. */
async function rewritten(
  { directory, settings: { zone }, log }: Parts,
  { incidentId, documents, basis }: Judged,
  left: RecordedEvent[],
  { person, certain }: Selection,
): Promise<IncidentErasure['documents']> {
  const nameless = withoutNameOf(directory, person);
  const events = left.map(({ event }) => event);
  const stateAt = statesAlong(basis, events);
  const all: IncidentErasure['documents'] = [];
  for (const id of new Set(documents.map((entry) => entry.id))) {
    const asked = askedFor(events, id);
    const files: { format: string; lang: string; bytes: Uint8Array }[] = [];
    try {
      if (asked !== undefined) {
        const { document, number, upTo, textUpTo } = asked;
        const recorded = left.filter(({ event }) => event.seq <= upTo);
        // As it was written first: by what was known by then, and not by a plan that it ran by later.
        const namesAt = await namesAlong(nameless, stateAt(upTo));
        const about = { incidentId, document, number, textUpTo, recorded, basis, stateAt, namesAt, zone };
        for await (const file of recordedFiles({ ...about, planOf: (plan) => directory.document(plan) }))
          files.push(file);
      }
    } catch (error) {
      // Destroyed below: what cannot be written anew must not keep a name alive. What failed may quote it.
      const why = error instanceof Error ? error.name : typeof error;
      log.warn(
        { incidentId, documentId: id, error: why },
        'a document cannot be written without a name, and is destroyed',
      );
    }
    for (const key of documents.filter((entry) => entry.id === id)) {
      const file = files.find(({ format, lang }) => format === key.format && lang === key.lang);
      const clean = file !== undefined && !certain.finds(readable(file.bytes, file.format));
      all.push(clean ? { key, now: { bytes: file.bytes, sha256: sha256(file.bytes) } } : { key });
    }
  }
  return all;
}

/** The effect that had the document written. */
function askedFor(events: readonly IncidentEvent[], documentId: string) {
  const written = events.find(
    (event): event is EventOf<'documentWritten'> => event.type === 'documentWritten' && event.documentId === documentId,
  );
  return events
    .flatMap((event) => (event.type === 'effectRequested' ? [event.effect] : []))
    .find(
      (effect): effect is Extract<typeof effect, { kind: 'writeDocument' }> =>
        effect.kind === 'writeDocument' && effect.id === written?.effectId,
    );
}

/** Somebody who is being erased is called by the id. */
function withoutNameOf(directory: Directory, person: string | undefined): Pick<Directory, 'names'> {
  return {
    async names(plan) {
      const names = await directory.names(plan);
      return { ...names, person: (id, lang) => (id === person ? id : names.person(id, lang)) };
    },
  };
}
