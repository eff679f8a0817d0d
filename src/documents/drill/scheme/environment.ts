import type { Section } from '../../model.js';
import { paragraph } from '../../paragraphs.js';
import { partsOf, sub, table } from '../parts.js';
import type { SchemeContext } from './context.js';

/** Where it takes place, how it is marked, and how people reach each other. */
export function environment(context: SchemeContext): Section {
  const { words, rules, scenario } = context;
  const items = [
    words.environmentOf[scenario.kind],
    ...words.environment,
    words.real[rules.conduct?.whenReal ?? 'pause'],
  ];
  return { ...sub(words.headings.environment, { kind: 'list', items }), sections: [communications(context)] };
}

function communications(context: SchemeContext): Section {
  const { words, say } = context;
  const { labels } = words;
  const rows = partsOf(context)
    .filter(({ part }) => part === 'director' || part === 'controllers' || part === 'safety')
    .flatMap(({ name, people }) => people.map((person) => [name, say.person(person), '']));
  return sub(
    words.headings.communications,
    { kind: 'list', items: words.communications },
    paragraph(words.reachByHand),
    ...table(
      words.captions.communications,
      [
        [labels.role, 24],
        [labels.name, 30],
        [labels.reach, 46],
      ],
      rows,
      { handwritten: true },
    ),
  );
}
