import { latestEnd } from '../../../domain/drill/index.js';
import type { Block, Section } from '../../model.js';
import { paragraph } from '../../paragraphs.js';
import { formatDuration } from '../../../domain/words/index.js';
import { playersByTeam, sub, table } from '../parts.js';
import type { SchemeContext } from './context.js';

export function beginsAt({ words, state, time }: SchemeContext): string {
  return state.plannedAt === undefined ? words.beginsByHand : words.begins(time(state.plannedAt));
}

export function scope(context: SchemeContext): Block[] {
  const { words, state, scenario, book, names, say, lang, copy } = context;
  const { director, controllers, evaluators, safety, observers, players } = state.roles;
  const staff = new Set([director, ...controllers, ...evaluators, ...safety, ...observers]);
  const teams = playersByTeam(context).flatMap(({ team }) => (team === undefined ? [] : [names.team(team, lang)]));
  return [
    paragraph(
      words.timeLine({
        kind: book.t(book.choice(scenario.kind)),
        ...(copy === 'players' ? {} : { category: names.category(scenario.category, lang) }),
        begins: beginsAt(context),
        duration: book.span(scenario.duration),
        pace: words.pace({
          pace: state.pace,
          real: state.pace === 0 ? words.blank : formatDuration(state.scenario.duration / state.pace, lang),
        }),
      }),
    ),
    paragraph(words.place[scenario.kind]),
    paragraph(words.scope({ players: players.length, teams: say.list(teams), staff: staff.size })),
    ...(state.simulateAbsent ? [paragraph(words.absent)] : []),
  ];
}

export function procedure(context: SchemeContext): Section {
  const { words, rules, book, lang, state, say } = context;
  const { labels, stages, steps, stageTimes } = words;
  const part = (id: string): string => {
    const role = rules.scheme.roles.find((one) => one.id === id);
    return role === undefined ? words.blank : book.t(role.name);
  };
  const { submittedTo } = state.rules;
  const [within, reportIn] = [book.span(rules.feedback.within), book.span(rules.report.within)];
  const full = book.span(context.scenario.duration);
  const latest = formatDuration(latestEnd(state), lang);
  const rows = [
    [stages.before, stageTimes.before, steps.before, part('safety-officer')],
    [stages.begin, beginsAt(context), steps.begin, part('director')],
    [stages.conduct, stageTimes.conduct({ from: '0', to: full }), steps.conduct, part('controller')],
    [stages.end, stageTimes.latest(latest), steps.end, part('director')],
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
        [labels.stage, 12],
        [labels.when, 22],
        [labels.what, 46],
        [labels.who, 20],
      ],
      rows,
    ),
    sections: conduct.length === 0 ? [] : [sub(words.headings.rules, { kind: 'list', items: conduct })],
  };
}

export function safety(context: SchemeContext): Section {
  const { words, rules, book, state, say } = context;
  const { director, controllers, safety: officers } = state.roles;
  const stoppers = [...new Set([director, ...controllers, ...officers])];
  return sub(
    words.headings.safety,
    paragraph(words.safetyLead),
    { kind: 'list', items: rules.scheme.safety.map(book.t) },
    paragraph(words.stopLead),
    { kind: 'list', items: rules.scheme.stopRules.map(book.t) },
    paragraph(words.stopHow(say.list(stoppers.map(say.person)))),
  );
}
