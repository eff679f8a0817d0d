import { latestEnd } from '../../../domain/drill/index.js';
import type { PersonId } from '../../../domain/plan/compiled.js';
import type { Section } from '../../model.js';
import { paragraph } from '../../paragraphs.js';
import { formatDuration } from '../../../domain/words/index.js';
import { sub, table } from '../parts.js';
import type { SchemeContext } from './context.js';
import { beginsAt } from './time.js';

export function procedure(context: SchemeContext): Section {
  const { words, rules, scenario, book, lang, state, say } = context;
  const { labels, stages, steps, stageTimes } = words;
  const part = (id: string): string => {
    const role = rules.scheme.roles.find((one) => one.id === id);
    return role === undefined ? words.blank : book.t(role.name);
  };
  const { submittedTo } = state.rules;
  const [within, reportIn] = [book.span(rules.feedback.within), book.span(rules.report.within)];
  const full = book.span(scenario.duration);
  const latest = formatDuration(latestEnd(state), lang);
  const rows = [
    [stages.before, stageTimes.before, steps.before[scenario.kind], part('safety-officer')],
    [stages.begin, beginsAt(context), steps.begin, part('director')],
    [stages.conduct, stageTimes.conduct({ from: '0', to: full }), steps.conduct, part('controller')],
    [stages.end, stageTimes.latest(latest), steps.end[scenario.kind], part('director')],
    [stages.feedback, within, steps.feedback(within), say.post(rules.organiser)],
    [
      stages.report,
      reportIn,
      steps.report(reportIn),
      say.list([part('director'), ...submittedTo.slice(0, 1).map(say.person)]),
    ],
  ];
  const conduct = (rules.conduct?.rules ?? []).map(book.t);
  return {
    heading: words.headings.procedure,
    blocks: table(
      words.captions.procedure,
      [
        [labels.stage, 17],
        [labels.when, 20],
        [labels.what, 44],
        [labels.who, 19],
      ],
      rows,
    ),
    sections: conduct.length === 0 ? [] : [sub(words.headings.rules, { kind: 'list', items: conduct })],
  };
}

export function safety(context: SchemeContext): Section {
  const { words, rules, book, state, say } = context;
  const { director, controllers, safety: officers } = state.roles;
  const { labels } = words;
  const others = (people: readonly PersonId[]) =>
    say.list(people.filter((person) => person !== director).map(say.person));
  return sub(
    words.headings.safety,
    paragraph(words.safetyLead),
    ...table(
      words.captions.hazards,
      [
        [labels.hazard, 78],
        [labels.checked, 22],
      ],
      rules.scheme.safety.map((hazard) => [book.t(hazard), '']),
    ),
    paragraph(words.stopLead),
    { kind: 'list', items: rules.scheme.stopRules.map(book.t) },
    paragraph(
      words.stopHow({
        people: say.list([...new Set([director, ...controllers, ...officers])].map(say.person)),
        officers: others(officers),
        standIns: others(controllers),
      }),
    ),
  );
}
