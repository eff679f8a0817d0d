import type { ReportContext } from './context.js';

/** What other reports of the same thing said of it. */
export function otherReports(
  { words, events, say, time }: ReportContext,
  what: 'impact' | 'cause',
  by: (event: { reporter: Parameters<typeof say.actor>[0] }) => string = ({ reporter }) => say.actor(reporter),
): string[] {
  return events.flatMap((event) => {
    const text = event.type === 'reportAbsorbed' ? event.texts[what] : undefined;
    if (event.type !== 'reportAbsorbed' || text === undefined) return [];
    return [words.otherReport({ at: time(event.reportedAt), by: by(event), text: say.quote(text) })];
  });
}
