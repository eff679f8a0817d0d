import type { IncidentEvent, Message } from '../../domain/incident/index.js';
import type { Basis } from '../../domain/plan/compiled.js';
import type { Instant } from '../../domain/time.js';
import { firstBasis } from '../checkState.js';
import { Findings } from '../findings.js';
import { objectIn, readEvent } from '../readEvent.js';
import { bundledRecord } from './bundledRecord.js';
import { Manifest, MANIFEST } from './manifest.js';
import { NoBundle, ZipReader } from './readZip.js';

const MOST_MANIFEST = 16 * 1024 * 1024;

export interface RecordedIncident {
  incidentId: string;
  basis: Basis;
  events: IncidentEvent[];
  /** What was accepted, and when. */
  messages: { message: Message; at: Instant }[];
  /** Of plans that it ran by, as documents. */
  plan: object | undefined;
}

/**
 * What an exported incident was given from outside and what came of it, as far as it can be read: whether the bundle is whole, `checkBundle`
 * says. Throws `NoBundle` with what is wrong, and what the file system throws.
 */
export async function recordedIncident(path: string): Promise<RecordedIncident> {
  const zip = await ZipReader.open(path);
  try {
    const manifest = Manifest.safeParse(objectIn((await zip.text(MANIFEST, MOST_MANIFEST)) ?? ''));
    if (!manifest.success) throw new NoBundle('part_unreadable', MANIFEST);
    const record = await bundledRecord(zip, manifest.data, (place) => {
      throw new NoBundle('part_unreadable', place);
    });
    const basis = await firstBasis(record, new Findings());
    if (basis === undefined) throw new NoBundle('part_unreadable', 'bases/first.json');
    const events: IncidentEvent[] = [];
    for await (const kept of record.events()) {
      const read = readEvent(kept);
      if (read === undefined) throw new NoBundle('part_unreadable', `events.jsonl:${kept.seq}`);
      events.push(read.event);
    }
    const messages: RecordedIncident['messages'] = [];
    for await (const { firstSeq, message } of record.messages()) {
      const [read, event] = [objectIn(message), events[firstSeq - 1]];
      if (read === undefined || event === undefined)
        throw new NoBundle('part_unreadable', `messages.jsonl (${firstSeq})`);
      messages.push({ message: read as unknown as Message, at: event.at });
    }
    const { id, version } = basis.plan;
    const plan = (await record.plan({ id, version }))?.document;
    return { incidentId: manifest.data.incidentId, basis, events, messages, plan };
  } finally {
    await zip.close();
  }
}
