import { publishable } from '../domain/incident/index.js';
import { canonical } from '../seal/index.js';
import type { CheckedEvents } from './checkEvents.js';
import type { Findings } from './findings.js';
import type { KeptPublication, KeptRecord } from './kept.js';
import type { At, NamedPublication } from './namedInEvents.js';

/** The public page shows what was approved, word by word, no more and no less. */
export function checkPublications(record: KeptRecord, { named, whole }: CheckedEvents, findings: Findings): void {
  const rows = record.incident.publications ?? [];
  for (const row of rows) {
    const item = `${row.publication} v${row.version}`;
    const known = named.publications.get(row.publication);
    const stray = strayAt(row, known);
    if (stray !== undefined) {
      // Where an event cannot be read, it may be the approval.
      if (whole) findings.fault({ code: 'publication_stray', ...stray, item });
      continue;
    }
    if (known !== undefined) compare(row, known, item, findings);
  }
  for (const [publication, { shown }] of named.publications) {
    if (shown?.publicId === undefined || rows.some((row) => row.publication === publication)) continue;
    findings.fault({ code: 'publication_missing', seq: shown.seq, type: shown.type, item: publication });
  }
}

/** What never was approved, as this version: the event that it stands beside, if there is any. */
function strayAt({ version }: KeptPublication, known: NamedPublication | undefined): Partial<At> | undefined {
  if (known === undefined) return {};
  const { draft, approved } = known;
  if (approved?.version === version) return undefined;
  const { seq, type } = approved ?? draft;
  return { seq, type };
}

function compare(row: KeptPublication, named: NamedPublication, item: string, findings: Findings): void {
  const { draft, firstKind, approved, shown, withdrawn } = named;
  const differs = (at: At | undefined, what: string, found: unknown, needed: unknown) => {
    const [here, there] = [canonical({ is: found ?? null }), canonical({ is: needed ?? null })];
    if (here === there) return;
    const { seq, type } = at ?? draft;
    const told = { found: JSON.stringify(found ?? null), needed: JSON.stringify(needed ?? null) };
    findings.fault({ code: 'publication_changed', seq, type, item: `${item} (${what})`, ...told });
  };
  // What never was out an earlier release kept with the kind of its first draft; nobody reads it.
  const isOfFirst = !row.wasOut && row.withdrawn && row.kind === firstKind;
  if (!isOfFirst) differs(draft, 'kind', row.kind, draft.kind);
  if (shown?.publicId !== undefined) differs(shown, 'publicId', row.publicId, shown.publicId);
  // Without the time at which it went out the page does not have it.
  if (shown !== undefined) differs(shown, 'out', row.wasOut, shown.shows === 'text' || shown.publicId !== undefined);
  // That the page is asked to take it off is recorded before the page has done it.
  const isAsked = withdrawn !== undefined && shown?.shows !== 'withdrawn';
  const texts = publishable(draft.texts);
  if (row.withdrawn) {
    differs(approved, 'texts', row.texts, null);
    if (texts !== undefined) differs(withdrawn ?? approved, 'withdrawn', true, withdrawn !== undefined);
    return;
  }
  if (!isAsked) differs(withdrawn ?? approved, 'withdrawn', false, withdrawn !== undefined || texts === undefined);
  differs(draft, 'texts', row.texts, texts ?? null);
  differs(draft, 'corrects', row.corrects, draft.corrects);
  differs(draft, 'nextAt', row.nextAt, draft.nextAt);
}
