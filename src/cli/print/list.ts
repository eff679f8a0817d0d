import type { IncidentSummary } from '../../api/contract.js';
import { phaseWords } from '../../domain/words/index.js';
import type { Voice } from '../session.js';
import { levelsOf } from './levels.js';

export function listLines(items: IncidentSummary[], next: string | undefined, voice: Voice): string[] {
  const { say, style } = voice;
  if (items.length === 0) return [say('No incidents.', '没有事故。')];
  const more = say(`More: muster status --cursor ${next}`, `更多：muster status --cursor ${next}`);
  return [...items.map((item) => summaryLine(item, voice)), ...(next === undefined ? [] : [style.dim(more)])];
}

/** Id and time first: they are equally long everywhere, so that lines align without counting wide characters. */
function summaryLine(item: IncidentSummary, { lang, say, style, time }: Voice): string {
  const drill = item.mode === 'drill' ? [say('DRILL', '【演练】')] : [];
  const about = [...drill, style.bold(phaseWords(item.phase, lang)), levelsOf(item), item.category.name, item.title];
  return [item.id, style.dim(time(item.reportedAt)), about.filter((part) => part !== undefined).join(' · ')].join('  ');
}
