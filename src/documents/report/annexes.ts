import type { Section } from '../model.js';
import { paragraph } from '../paragraphs.js';
import { nameOf } from './context.js';
import type { ReportContext } from './context.js';
import { people } from './people.js';
import { sub } from './section.js';

/** Everybody who was called, the whole record as it is numbered in the store, and what proves it. */
export function annexes(context: ReportContext): Section[] {
  const { words, sectionWords, tables, state, events, say, recordHash } = context;
  const { labels, headings } = words;
  const called = sub(sectionWords.headings.annexPeople, ...people(context));
  const rows = events.map((event) => [
    String(event.seq),
    context.timeCell(event.at),
    nameOf(say, event.actor),
    context.told(event),
  ]);
  const columns = [
    { heading: labels.number, width: 8 },
    { heading: labels.time, width: 22 },
    { heading: labels.actor, width: 16 },
    { heading: labels.event, width: 54 },
  ];
  const all = sub(headings.annexEvents, tables.table(words.captions.events, columns, rows));
  const record = [
    [labels.eventsCovered, words.eventRange(events[0]?.seq ?? 0, events.at(-1)?.seq ?? 0)],
    [labels.recordHash, recordHash],
    [labels.planHash, state.basis.plan.hash],
  ];
  const facts = [
    { heading: labels.item, width: 26 },
    { heading: labels.stated, width: 74 },
  ];
  const proof = sub(
    headings.annexRecord,
    tables.table(words.captions.record, facts, record),
    paragraph(words.recordNote),
  );
  return [called, all, proof];
}
