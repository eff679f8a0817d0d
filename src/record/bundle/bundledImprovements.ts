import { z } from 'zod';
import type { KeptImprovement } from '../checkImprovement.js';
import type { KeptEvent } from '../kept.js';
import { objectIn } from '../readEvent.js';
import type { ImprovementInBundle } from './manifest.js';
import { asText, eventsIn, hashOf, MOST_WHOLE } from './readFiles.js';
import type { ZipReader } from './readZip.js';

const Projection = z.strictObject({ state: z.unknown(), columns: z.record(z.string(), z.unknown()) });

/** One at a time; where its projection cannot be read, its events are still held against its chain. */
export async function* bundledImprovements(
  zip: ZipReader,
  entries: readonly ImprovementInBundle[],
): AsyncGenerator<KeptImprovement> {
  for (const { id, seq, head, path, events: inEvents, evidence: files } of entries) {
    const projection = Projection.safeParse(objectIn((await zip.text(path, MOST_WHOLE)) ?? ''));
    const events: KeptEvent[] = [];
    for await (const event of eventsIn(zip, inEvents)) events.push(event);
    const evidence = [];
    for (const { path, sha256 } of files) {
      evidence.push({ sha256, ...(path === undefined ? {} : { found: await hashOf(zip.read(path)) }) });
    }
    yield {
      ...{ id, seq, headHash: head, events, evidence },
      lastSeq: events.reduce((last, event) => Math.max(last, event.seq), 0),
      ...(projection.success
        ? { state: asText(projection.data.state), columns: projection.data.columns }
        : { state: '', columns: undefined }),
    };
  }
}
