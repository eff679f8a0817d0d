import { ratingsNow } from '../../../domain/drill/index.js';
import type { RatedBy } from '../../../domain/drill/index.js';
import type { Section } from '../../model.js';
import { paragraph } from '../../paragraphs.js';
import { sub } from '../parts.js';
import type { ReportContext } from './context.js';

/** Who judged it, by what, and from what they knew it. */
export function process({ words, state, rules, say, book, events }: ReportContext): Section {
  const now = ratingsNow(state);
  const by = (who: RatedBy) => now.filter((one) => one.by === who).length;
  const { criteria, ratings } = rules.evaluation;
  return sub(
    words.headings.process,
    paragraph(
      words.process({
        evaluators: say.list(state.roles.evaluators.map(say.person)) || words.blank,
        ...{ criteria: criteria.length, people: by('person'), machine: by('machine'), simulated: by('simulator') },
        rest: criteria.length - now.length,
      }),
    ),
    paragraph(words.sources),
    ...(events.some(({ type }) => type === 'observed') ? [] : [paragraph(words.noObservations)]),
    paragraph(words.scale(say.list(ratings.map(({ id, name }) => `${id} ${book.t(name)}`)))),
  );
}
