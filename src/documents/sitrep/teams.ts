import { callEntries } from '../../domain/incident/index.js';
import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import type { SitrepContext } from './context.js';

/** Each team that was called, in figures. */
export function teams({ words, say, state, tables }: SitrepContext): Block[] {
  const rows = Object.values(state.mobilisation.bodies)
    .filter(({ target }) => target.kind === 'team')
    .map(({ target, status, people }) => {
      const calls = callEntries(people).map(([, call]) => call);
      const acknowledged = calls.filter((call) => call.status === 'acknowledged').length;
      const unanswered = calls.filter((call) => call.status === 'called' || call.status === 'silent').length;
      const figures = status === 'called' ? [String(acknowledged), String(unanswered)] : [words.blank, words.blank];
      return [say.target(target), String(calls.length), ...figures, words.teamStanding(status, unanswered)];
    });
  if (rows.length === 0) return [paragraph(words.noTeams)];
  const { labels } = words;
  const columns = [
    { heading: labels.team, width: 30 },
    { heading: labels.called, width: 16 },
    { heading: labels.acknowledged, width: 16 },
    { heading: labels.unanswered, width: 16 },
    { heading: labels.standing, width: 22 },
  ];
  return [tables.table(words.captions.teams, columns, rows)];
}
