import { ofTypes } from './context.js';
import type { FilingContext } from './context.js';

/** Who decided it, and why, concerns the organisation alone. */
export function decisions({ words, say, time }: FilingContext, events: FilingContext['events']): string[] {
  const taken = ofTypes(events, 'treatedAsReal', 'confirmed', 'levelChanged', 'terminated', 'reopened');
  return taken.map((event) => {
    const at = time(event.at);
    if (event.type === 'terminated') return words.terminated(at);
    if (event.type === 'reopened') return words.reopened({ at, level: say.level(event.level) });
    if (event.type === 'levelChanged') return words.levelChanged({ at, level: say.level(event.to) });
    return words.activated({ at, level: say.level(event.level) });
  });
}
