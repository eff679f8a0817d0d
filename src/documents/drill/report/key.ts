import type { EventOf } from '../../../domain/incident/index.js';
import type { Section } from '../../model.js';
import { paragraph } from '../../paragraphs.js';
import { sub, table } from '../parts.js';
import type { ReportContext } from './context.js';
import { actionsOf, outcome } from './course.js';

/** What was decided beside what the facts called for. */
export function key(context: ReportContext): Section {
  const { words, state, incident, names, lang, time, say } = context;
  const { labels } = words;
  if (incident === undefined) return sub(words.headings.key, paragraph(words.neverMeasured));
  const wanted = state.scenario.incidentLevel;
  const { incidentLevel, level } = incident.state.grading;
  const graded = incident.events.find(
    (event): event is EventOf<'confirmed' | 'treatedAsReal'> =>
      event.type === 'confirmed' || event.type === 'treatedAsReal',
  );
  const decisions = actionsOf(context).filter(({ posts }) => posts.length > 0);
  const rows = [
    [
      words.incidentLevel,
      names.incidentLevel(wanted, lang),
      incidentLevel === undefined ? words.undecided : names.incidentLevel(incidentLevel, lang),
      incidentLevel === wanted ? words.matches : words.differs,
    ],
    ...decisions.map((action) => {
      const { inject, what, posts, one } = action;
      const event = incident.events.find(({ seq }) => seq === one.seenIn);
      const who = event === undefined ? words.blank : `${say.actor(event.actor)}\n${time(event.at)}`;
      return [inject, `${what}\n${say.list(posts.map(say.post))}`, who, outcome(action, context)];
    }),
  ];
  return sub(
    words.headings.key,
    paragraph(words.keyLead),
    ...(graded === undefined
      ? []
      : [
          paragraph(
            words.firstGrade({
              grade: names.incidentLevel(graded.incidentLevel, lang),
              by: `${say.actor(graded.actor)}${graded.via === 'simulator' ? words.simulated : ''}`,
              at: time(graded.at),
            }),
          ),
        ]),
    ...(level === undefined ? [] : [paragraph(words.highest(names.level(highest(context) ?? level, lang)))]),
    ...table(
      words.captions.key,
      [
        [labels.item, 18],
        [labels.key, 40],
        [labels.actual, 26],
        [labels.outcome, 16],
      ],
      rows,
    ),
  );
}

/** Of the levels that the response had, the gravest: the plan lists them so. */
function highest({ incident, plan }: ReportContext): string | undefined {
  const had = new Set(
    incident?.events.flatMap((event) =>
      event.type === 'activated' ? [event.level] : event.type === 'levelChanged' ? [event.to] : [],
    ),
  );
  return plan.levels.find(({ id }) => had.has(id))?.id;
}
